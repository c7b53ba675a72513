import { Component, computed, inject, input } from '@angular/core';
import {
  FINDING_KIND_LABELS,
  FINDING_KINDS,
  type FindingKind,
  type FindingRule,
  namedAnswers,
  NO,
  type Question,
  QUESTION_LIMITS,
  SEVERITIES,
  SEVERITY_LABELS,
  type Severity,
} from '@insyn/domain';
import { Control, Field } from '../../ui/field.js';
import { WorkingSet } from './working-set.js';

/** Which answers propose a finding, and which one. A person makes it, always. */
@Component({
  selector: 'app-finding-fields',
  imports: [Field, Control],
  template: `
    @if (possible()) {
      <fieldset>
        <legend i18n>Föreslagen iakttagelse</legend>
        <label class="choice">
          <input
            type="checkbox"
            [id]="'question-' + question().id + '-finding'"
            [checked]="rule() !== null"
            [attr.aria-describedby]="fault() ? errorId() : null"
            (change)="toggle($any($event.target).checked)"
          />
          <span>
            @if (question().kind === 'share') {
              <ng-container i18n>Föreslå en iakttagelse när det inte är alla</ng-container>
            } @else {
              <ng-container i18n>Föreslå en iakttagelse vid vissa svar</ng-container>
            }
          </span>
        </label>
        @if (rule(); as rule) {
          @if (answers().length > 0) {
            <div class="row" role="group" i18n-aria-label aria-label="Svar som ger förslaget">
              @for (answer of answers(); track answer) {
                <label class="choice">
                  <input type="checkbox" [checked]="rule.answers.includes(answer)" (change)="tick(rule, answer)" />
                  <span>{{ answer }}</span>
                </label>
              }
            </div>
          }
          <div class="form-row">
            <app-field i18n-label label="Slag">
              <select appControl (change)="choose(rule, $any($event.target).value)">
                @for (kind of kinds; track kind) {
                  <option [value]="kind" [selected]="rule.kind === kind">{{ kindLabels[kind] }}</option>
                }
              </select>
            </app-field>
            @if (rule.kind === 'deficiency') {
              <app-field i18n-label label="Allvarlighet">
                <select appControl (change)="grade(rule, $any($event.target).value)">
                  @for (severity of severities; track severity) {
                    <option [value]="severity" [selected]="rule.severity === severity">
                      {{ severityLabels[severity] }}
                    </option>
                  }
                </select>
              </app-field>
            }
          </div>
          <app-field i18n-label label="Iakttagelsens rubrik">
            <input
              appControl
              autocomplete="off"
              [attr.maxlength]="limits.findingTitle"
              [value]="rule.title"
              (input)="write({ title: $any($event.target).value }, rule)"
            />
          </app-field>
          <p class="small muted" i18n>Svaret föreslår bara. Handläggaren avgör om det blir en iakttagelse.</p>
        }
        @if (fault(); as text) {
          <p class="error-text" [id]="errorId()">{{ text }}</p>
        }
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s3);
    }
  `,
})
export class FindingFields {
  private readonly set = inject(WorkingSet);
  readonly question = input.required<Question>();

  protected readonly kinds = FINDING_KINDS;
  protected readonly kindLabels = FINDING_KIND_LABELS;
  protected readonly severities = SEVERITIES;
  protected readonly severityLabels = SEVERITY_LABELS;
  protected readonly limits = QUESTION_LIMITS;
  protected readonly rule = computed(() => this.question().finding);
  protected readonly answers = computed(() => namedAnswers(this.question()).filter((answer) => answer.trim()));
  protected readonly possible = computed(() => this.question().kind === 'share' || this.answers().length > 0);

  protected errorId(): string {
    return `question-${this.question().id}-finding-error`;
  }
  protected fault(): string | null {
    return this.set.faultAt(this.question().id, 'finding');
  }
  protected toggle(on: boolean): void {
    const answers = this.question().kind === 'yes-no' ? [NO] : [];
    const rule: FindingRule = { answers, kind: 'deficiency', severity: 'minor', title: '' };
    this.set.change(this.question().id, { finding: on ? rule : null });
  }
  protected tick(rule: FindingRule, answer: string): void {
    const ticked = this.answers().filter((each) => rule.answers.includes(each) !== (each === answer));
    this.write({ answers: ticked }, rule);
  }
  protected choose(rule: FindingRule, kind: FindingKind): void {
    this.write({ kind, severity: kind === 'deficiency' ? (rule.severity ?? 'minor') : null }, rule);
  }
  protected grade(rule: FindingRule, severity: Severity): void {
    this.write({ severity }, rule);
  }
  protected write(changes: Partial<FindingRule>, rule: FindingRule): void {
    this.set.change(this.question().id, { finding: { ...rule, ...changes } });
  }
}
