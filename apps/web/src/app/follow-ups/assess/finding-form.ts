import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import {
  FOLLOW_UP_LIMITS,
  type FindingView,
  type FollowUpView,
  type Id,
  type ProposedFindingView,
} from '@insyn/api-schema';
import {
  FINDING_KIND_LABELS,
  FINDING_KINDS,
  formatDateShort,
  SEVERITIES,
  SEVERITY_LABELS,
  type FindingKind,
  type Severity,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentFinding } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

interface Written {
  kind: FindingKind;
  severity: Severity;
  title: string;
  text: string;
  legalGround: string;
  remedied: string;
  evidenceIds: readonly Id[];
}

/** The key of what is kept of the form: for a finding that is changed, or for a new one on a clause of a follow-up. */
export function findingKey(of: { findingId: Id } | { followUpId: Id; clauseId: Id | undefined }): string {
  return 'findingId' in of ? `finding/${of.findingId}` : `finding/${of.followUpId}/${of.clauseId}`;
}

/** A finding: what it is, how grave, in words, and what it rests on. */
@Component({
  selector: 'app-finding-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="findingForm" class="form" novalidate>
      <h4>{{ finding() ? changing : adding }}</h4>
      <app-error-summary [items]="problems()" />
      <fieldset>
        <legend i18n>Slag</legend>
        <div class="row">
          @for (kind of kinds; track kind) {
            <label class="choice"
              ><input type="radio" [value]="kind" [formField]="findingForm.kind" />
              <span>{{ kindLabels[kind] }}</span></label
            >
          }
        </div>
      </fieldset>
      @if (model().kind === 'deficiency') {
        <fieldset>
          <legend i18n>Allvarlighet</legend>
          <div class="row">
            @for (severity of severities; track severity) {
              <label class="choice"
                ><input type="radio" [value]="severity" [formField]="findingForm.severity" />
                <span>{{ severityLabels[severity] }}</span></label
              >
            }
          </div>
        </fieldset>
      }
      <app-field
        i18n-label
        label="Rubrik"
        i18n-hint
        hint="Till exempel Planer saknas för två av nio"
        i18n-note
        note="Publiceras"
        [of]="findingForm.title"
      >
        <input appControl autocomplete="off" [formField]="findingForm.title" />
      </app-field>
      <app-field i18n-label label="Beskrivning" [optional]="true" [of]="findingForm.text">
        <textarea appControl [formField]="findingForm.text"></textarea>
      </app-field>
      <app-field
        i18n-label
        label="Lagstöd"
        [optional]="true"
        i18n-hint
        hint="Till exempel 21 b § LSS"
        [of]="findingForm.legalGround"
      >
        <input appControl autocomplete="off" [formField]="findingForm.legalGround" />
      </app-field>
      <app-field
        i18n-label
        label="Redan åtgärdad"
        [optional]="true"
        i18n-hint
        hint="När och hur"
        [of]="findingForm.remedied"
      >
        <input appControl autocomplete="off" [formField]="findingForm.remedied" />
      </app-field>
      @if (view().evidence.length > 0) {
        <fieldset>
          <legend i18n>Underlag</legend>
          @for (evidence of view().evidence; track evidence.id) {
            <label class="choice">
              <input
                type="checkbox"
                [checked]="model().evidenceIds.includes(evidence.id)"
                (change)="toggle(evidence.id)"
              />
              <span
                >{{ evidence.title }} <span class="small muted">{{ short(evidence.heldOn) }}</span></span
              >
            </label>
          }
        </fieldset>
      }
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="findingForm().submitting() || null" i18n>
          Spara iakttagelsen
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    form {
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      padding: 14px 16px;
      max-width: none;
    }
    h4 {
      margin: 0;
      font-size: 16px;
    }
  `,
})
export class FindingForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  readonly view = input.required<FollowUpView>();
  /** Null for a new one. */
  readonly finding = input.required<FindingView | null>();
  readonly clauseIds = input.required<readonly Id[]>();
  readonly evidenceIds = input.required<readonly Id[]>();
  /** What an answer proposes that a new finding begins with, and the question it comes from. */
  readonly proposed = input<ProposedFindingView | null>(null);
  readonly done = output();

  protected readonly adding = $localize`Ny iakttagelse`;
  protected readonly changing = $localize`Ändra iakttagelsen`;
  protected readonly kinds = FINDING_KINDS;
  protected readonly kindLabels = FINDING_KIND_LABELS;
  protected readonly severities = SEVERITIES;
  protected readonly severityLabels = SEVERITY_LABELS;
  protected readonly short = formatDateShort;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<Written>({
    kind: 'deficiency',
    severity: 'minor',
    title: '',
    text: '',
    legalGround: '',
    remedied: '',
    evidenceIds: [],
  });
  protected readonly findingForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik som säger vad ni såg.` });
      maxLength(path.title, FOLLOW_UP_LIMITS.findingTitle, { message: $localize`Rubriken är längre än 200 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.findingForm()) : []));

  constructor() {
    afterNextRender(() => this.findingForm.title().focusBoundControl());
  }

  ngOnInit(): void {
    this.model.update((model) => ({ ...model, evidenceIds: this.evidenceIds() }));
    const [finding, proposed] = [this.finding(), this.proposed()];
    if (proposed) {
      const { kind, severity, title } = proposed;
      this.model.update((model) => ({ ...model, kind, severity: severity ?? 'minor', title }));
    }
    if (finding) {
      const { kind, severity, title, text, legalGround, remedied } = finding;
      const words = { title, text, legalGround: legalGround ?? '', remedied: remedied ?? '' };
      this.model.update((model) => ({ ...model, ...words, kind, severity: severity ?? 'minor' }));
    }
    const place = finding ? { findingId: finding.id } : { followUpId: this.view().id, clauseId: this.clauseIds()[0] };
    const key = proposed ? `${findingKey(place)}/${proposed.questionId}` : findingKey(place);
    this.kept = this.drafts.keepForm(this.model, { key, version: finding?.version ?? null }, this.injector);
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  protected toggle(id: Id): void {
    this.model.update(({ evidenceIds: ids, ...words }) => ({
      ...words,
      evidenceIds: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id],
    }));
  }

  private async send(): Promise<void> {
    const [finding, id] = [this.finding(), this.view().id];
    const { kind, severity, title, text, legalGround, remedied, evidenceIds } = this.model();
    const command: SentFinding = {
      kind,
      severity: kind === 'deficiency' ? severity : null,
      title,
      text,
      legalGround: legalGround.trim() || null,
      remedied: remedied.trim() || null,
      clauseIds: [...this.clauseIds()],
      evidenceIds: [...evidenceIds],
    };
    await this.kept.send(() =>
      this.followUp.carryOut(
        () =>
          finding
            ? this.api.changeFinding(finding.id, { ...command, version: this.kept.version ?? finding.version })
            : this.api.addFinding(id, command),
        $localize`Iakttagelsen är sparad`,
      ),
    );
    this.done.emit();
  }
}
