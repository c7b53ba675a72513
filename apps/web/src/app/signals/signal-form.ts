import { Component, computed, effect, inject, input, type OnInit, output, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import type { Id, SignalTimeline, SignalView } from '@insyn/api-schema';
import { SIGNAL_KIND_LABELS, SIGNAL_KINDS, type SignalKind } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { Session } from '../sign-in/session.js';
import { ChoiceList } from '../ui/choice-list.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { HalfWritten } from '../ui/half-written.js';
import { Toasts } from '../ui/toasts.js';
import { lexSarahRecipients, SignalsApi } from './signals-api.js';

interface Written {
  committeeId: Id;
  kind: SignalKind;
  receivedOn: string;
  title: string;
  text: string;
  source: string;
  readerIds: Id[];
}

/** Registers a signal, or changes one. Of a lex Sarah report it is said who may read it before it is saved. */
@Component({
  selector: 'app-signal-form',
  imports: [FormRoot, FormField, Field, Control, ChoiceList, ErrorSummary],
  template: `
    <form [formRoot]="signalForm" class="form" novalidate>
      <h2>{{ before() ? changing : adding }}</h2>
      <app-error-summary [items]="problems()" />
      @if (!before() && timeline().committees.length > 1) {
        <app-field i18n-label label="Nämnd" [of]="signalForm.committeeId">
          <select appControl [formField]="signalForm.committeeId">
            @for (committee of timeline().committees; track committee.id) {
              <option [value]="committee.id">{{ committee.name }}</option>
            }
          </select>
        </app-field>
      }
      <div class="form-row">
        <app-field i18n-label label="Slag" [of]="signalForm.kind">
          <select appControl [formField]="signalForm.kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ kindLabels[kind] }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Kom in" [of]="signalForm.receivedOn">
          <input appControl type="date" [formField]="signalForm.receivedOn" />
        </app-field>
      </div>
      <app-field i18n-label label="Rubrik" [of]="signalForm.title">
        <input appControl autocomplete="off" [formField]="signalForm.title" />
      </app-field>
      <app-field
        i18n-label
        label="Vad det gäller"
        [optional]="true"
        i18n-hint
        hint="Skriv vad som har hänt. Skriv inte vem det har hänt."
        [of]="signalForm.text"
      >
        <textarea appControl [formField]="signalForm.text"></textarea>
      </app-field>
      <app-field
        i18n-label
        label="Varifrån"
        [optional]="true"
        i18n-hint
        hint="Till exempel samtal till kontaktcenter"
        [of]="signalForm.source"
      >
        <input appControl autocomplete="off" [formField]="signalForm.source" />
      </app-field>
      @if (model().kind === 'lex-sarah') {
        <app-choice-list
          i18n-label
          label="Vilka får läsa rapporten?"
          [choices]="choices()"
          [formField]="signalForm.readerIds"
        />
        @if (people.error()) {
          <p class="error-text" role="alert">
            <ng-container i18n>Personerna gick inte att läsa in.</ng-container>
            <button type="button" class="quiet" (click)="people.reload()" i18n>Försök igen</button>
          </p>
        }
        <p class="notice" role="status">{{ whoReads() }}</p>
      }
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="signalForm().submitting() || null" i18n>
          Spara signalen
        </button>
        <button type="button" class="quiet" (click)="done.emit(false)" i18n>Avbryt</button>
      </div>
    </form>
  `,
})
export class SignalForm implements OnInit {
  private readonly api = inject(SignalsApi);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  readonly timeline = input.required<SignalTimeline>();
  /** Null for a new one. */
  readonly before = input.required<SignalView | null>();
  /** True when something was saved, or changed by another. */
  readonly done = output<boolean>();
  readonly stale = output();

  protected readonly adding = $localize`Ny signal`;
  protected readonly changing = $localize`Ändra signalen`;
  protected readonly kinds = SIGNAL_KINDS;
  protected readonly kindLabels = SIGNAL_KIND_LABELS;
  private readonly tried = signal(false);
  private readonly me = this.session.view()?.account ?? null;
  protected readonly model = signal<Written>({
    committeeId: '',
    kind: 'complaint',
    receivedOn: this.session.today() ?? '',
    title: '',
    text: '',
    source: '',
    readerIds: [],
  });
  protected readonly signalForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.receivedOn, { message: $localize`Ange vilken dag signalen kom in.` });
      validate(path.receivedOn, ({ value }) =>
        value() > (this.session.today() ?? '9999')
          ? { kind: 'ahead', message: $localize`Dagen har inte varit än.` }
          : null,
      );
      validate(path.readerIds, (field) =>
        field.valueOf(path.kind) === 'lex-sarah' && field.value().length === 0
          ? { kind: 'readers', message: $localize`Välj minst en person som ska läsa rapporten.` }
          : null,
      );
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.signalForm()) : []));

  protected readonly people = lexSarahRecipients();
  private readonly committee = computed(() => {
    const all = this.people.hasValue() ? this.people.value() : [];
    const id = this.model().committeeId || this.timeline().committees[0]?.id;
    return all.find(({ committee }) => committee.id === id) ?? all[0] ?? null;
  });
  /** The writer can always read what was written, and is no choice. */
  protected readonly choices = computed(() =>
    (this.committee()?.candidates ?? [])
      .filter(({ id }) => id !== this.me?.id)
      .map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name })),
  );
  protected readonly whoReads = computed(() => {
    const { readerIds } = this.model();
    const named = (this.committee()?.candidates ?? [])
      .filter(({ id }) => readerIds.includes(id))
      .map(({ name }) => name);
    const names = [this.me?.name ?? '', ...named].filter(Boolean).join(', ');
    return named.length === 0
      ? $localize`Ingen mer än du kan läsa rapporten. Välj vilka som ska kunna det.`
      : $localize`Bara de här kommer att kunna läsa rapporten, och varje läsning antecknas: ${names}.`;
  });

  constructor() {
    // Those who are told of the committee's reports are proposed as readers.
    effect(() => {
      const proposed = this.committee()?.recipients.map(({ id }) => id) ?? [];
      untracked(() => {
        if (this.before() || this.model().readerIds.length > 0 || proposed.length === 0) return;
        const readerIds = proposed.filter((id) => id !== this.me?.id);
        this.model.update((model) => ({ ...model, readerIds }));
      });
    });
    inject(HalfWritten).watch(() => this.signalForm().dirty());
  }

  ngOnInit(): void {
    const before = this.before();
    if (before) {
      const { kind, receivedOn, title, text, source, readers } = before;
      const readerIds = readers.map(({ id }) => id).filter((id) => id !== this.me?.id);
      this.model.set({ committeeId: '', kind, receivedOn, title, text, source, readerIds });
    } else {
      this.model.update((model) => ({ ...model, committeeId: this.timeline().committees[0]?.id ?? '' }));
    }
  }

  private async send(): Promise<void> {
    const { committeeId, readerIds, ...words } = this.model();
    const command = { ...words, ...(words.kind === 'lex-sarah' && { readerIds: [...readerIds] }) };
    const before = this.before();
    try {
      if (before) await this.api.change(before.id, { ...command, version: before.version });
      else await this.api.add(this.timeline().unit.id, { ...command, ...(committeeId && { committeeId }) });
    } catch (error) {
      if (toProblem(error).conflict) this.stale.emit();
      throw error;
    }
    this.toasts.show($localize`Signalen är sparad`);
    this.signalForm().reset();
    this.done.emit(true);
  }
}
