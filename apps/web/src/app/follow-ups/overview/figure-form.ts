import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, min, required } from '@angular/forms/signals';
import type { FigureView, Id } from '@insyn/api-schema';
import {
  FIGURE_PROBLEM_LABELS,
  FIGURE_SOURCE_LABELS,
  FIGURE_SOURCES,
  FIGURE_UNIT_LABELS,
  FIGURE_UNITS,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentFigure } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

type Written = Omit<SentFigure, 'reportedWords' | 'reportedBy'> & { reportedWords: string; reportedBy: string };

/** The key of what is kept of the form; `of` is the figure that is changed, or the follow-up of a new one. */
export function figureKey(of: Id | null): string {
  return `figure/${of}`;
}

/** One figure: counted with its numbers, or reported in the provider's own words (R4). */
@Component({
  selector: 'app-figure-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="figureForm" class="form" novalidate>
      <h3>{{ figure() ? changing : adding }}</h3>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Vad siffran visar"
        i18n-hint
        hint="Till exempel Kunder i enheten"
        [of]="figureForm.name"
      >
        <input appControl [formField]="figureForm.name" />
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Period" i18n-hint hint="Till exempel oktober 2026" [of]="figureForm.period">
          <input appControl [formField]="figureForm.period" />
        </app-field>
        <app-field i18n-label label="Mäts i" [of]="figureForm.unit">
          <select appControl [formField]="figureForm.unit">
            @for (unit of units; track unit) {
              <option [value]="unit">{{ unitLabels[unit] }}</option>
            }
          </select>
        </app-field>
      </div>
      <fieldset>
        <legend i18n>Källa</legend>
        <div class="row">
          @for (source of sources; track source) {
            <label class="choice">
              <input type="radio" [value]="source" [formField]="figureForm.source" />
              <span>{{ sourceLabels[source] }}</span>
            </label>
          }
        </div>
      </fieldset>
      @if (model().source === 'counted') {
        <div class="form-row">
          <app-field i18n-label label="Antal" [of]="figureForm.found">
            <input appControl type="number" [formField]="figureForm.found" />
          </app-field>
          <app-field i18n-label label="Av hur många" i18n-hint hint="Fyll i för en andel" [of]="figureForm.total">
            <input appControl type="number" [formField]="figureForm.total" />
          </app-field>
        </div>
      } @else {
        <app-field
          i18n-label
          label="Utförarens egna ord"
          i18n-hint
          hint="Uppgiften visas som ett citat och räknas aldrig om"
          [of]="figureForm.reportedWords"
        >
          <input appControl [formField]="figureForm.reportedWords" />
        </app-field>
        <app-field
          i18n-label
          label="Var uppgiften kommer ifrån"
          i18n-hint
          hint="Till exempel svar i frågebatteriet"
          [of]="figureForm.reportedBy"
        >
          <input appControl [formField]="figureForm.reportedBy" />
        </app-field>
      }
      <label class="choice">
        <input type="checkbox" [formField]="figureForm.aboutPersons" />
        <span i18n>Siffran räknar personer (små antal granskas före publicering)</span>
      </label>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="figureForm().submitting() || null" i18n>
          Spara siffran
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
})
export class FigureForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Null for a new one. */
  readonly figure = input.required<FigureView | null>();
  readonly done = output();

  protected readonly adding = $localize`Ny siffra`;
  protected readonly changing = $localize`Ändra siffran`;
  protected readonly units = FIGURE_UNITS;
  protected readonly unitLabels = FIGURE_UNIT_LABELS;
  protected readonly sources = FIGURE_SOURCES;
  protected readonly sourceLabels = FIGURE_SOURCE_LABELS;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<Written>({
    name: '',
    unit: 'persons',
    period: '',
    source: 'counted',
    found: null,
    total: null,
    reportedWords: '',
    reportedBy: '',
    aboutPersons: true,
  });
  protected readonly figureForm = form(
    this.model,
    (path) => {
      const counted = () => this.model().source === 'counted';
      const reported = () => !counted();
      const share = () => counted() && ['share', 'percent'].includes(this.model().unit);
      required(path.name, { message: FIGURE_PROBLEM_LABELS['name-missing'] });
      required(path.period, { message: FIGURE_PROBLEM_LABELS['period-missing'] });
      required(path.found, { when: counted, message: FIGURE_PROBLEM_LABELS['found-invalid'] });
      min(path.found, 0, { message: FIGURE_PROBLEM_LABELS['found-invalid'] });
      min(path.total, 1, { message: FIGURE_PROBLEM_LABELS['total-invalid'] });
      required(path.total, { when: share, message: FIGURE_PROBLEM_LABELS['total-missing'] });
      required(path.reportedWords, { when: reported, message: FIGURE_PROBLEM_LABELS['words-missing'] });
      required(path.reportedBy, { when: reported, message: FIGURE_PROBLEM_LABELS['source-missing'] });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.figureForm()) : []));

  ngOnInit(): void {
    const figure = this.figure();
    if (figure) {
      const { name, unit, period, source, found, total, reportedWords, reportedBy, aboutPersons } = figure;
      const words = { reportedWords: reportedWords ?? '', reportedBy: reportedBy ?? '' };
      this.model.set({ name, unit, period, source, found, total, aboutPersons, ...words });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: figureKey(figure?.id ?? this.followUp.id()), version: figure?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  private async send(): Promise<void> {
    const { found, total, reportedWords, reportedBy, ...rest } = this.model();
    const counted = rest.source === 'counted';
    const command: SentFigure = {
      ...rest,
      found: counted ? found : null,
      total: counted ? total : null,
      reportedWords: counted ? null : reportedWords,
      reportedBy: counted ? null : reportedBy,
    };
    const figure = this.figure();
    const id = this.followUp.id() ?? '';
    await this.kept.send(() =>
      this.followUp.carryOut(
        () =>
          figure
            ? this.api.changeFigure(figure.id, { ...command, version: this.kept.version ?? figure.version })
            : this.api.addFigure(id, command),
        $localize`Siffran är sparad`,
      ),
    );
    this.done.emit();
  }
}
