import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { EVIDENCE_LIMITS, type EvidenceView, type Id } from '@insyn/api-schema';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { evidenceKey } from './evidence-key.js';

/** What somebody saw: where, in what situation, for how long. */
@Component({
  selector: 'app-observation-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="observationForm" class="form" novalidate>
      <h2>{{ observation() ? changing : adding }}</h2>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Rubrik"
        i18n-hint
        hint="Till exempel Måltid på avdelning 2"
        [of]="observationForm.title"
      >
        <input appControl [formField]="observationForm.title" />
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Datum" [of]="observationForm.heldOn">
          <input appControl type="date" [formField]="observationForm.heldOn" />
        </app-field>
        <app-field i18n-label label="Minuter" [optional]="true" [of]="observationForm.minutes">
          <input appControl type="number" inputmode="numeric" [formField]="observationForm.minutes" />
        </app-field>
      </div>
      <app-field i18n-label label="Plats" [of]="observationForm.place">
        <input appControl autocomplete="off" [formField]="observationForm.place" />
      </app-field>
      <app-field
        i18n-label
        label="Situation"
        i18n-hint
        hint="Vad som pågick, till exempel lunch med åtta boende och två i personalen"
        [of]="observationForm.situation"
      >
        <input appControl autocomplete="off" [formField]="observationForm.situation" />
      </app-field>
      <app-field
        i18n-label
        label="Vad ni såg"
        [optional]="true"
        i18n-hint
        hint="Skriv vad som hände, inte vem det hände. Inga namn."
        [of]="observationForm.text"
      >
        <textarea appControl [formField]="observationForm.text"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="observationForm().submitting() || null" i18n>
          Spara observationen
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
})
export class ObservationForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Null for a new one. */
  readonly observation = input.required<EvidenceView | null>();
  readonly done = output<Id | null>();

  protected readonly adding = $localize`Ny observation`;
  protected readonly changing = $localize`Ändra observationen`;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  private readonly model = signal({
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
    place: '',
    situation: '',
    minutes: null as number | null,
  });
  protected readonly observationForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.heldOn, { message: $localize`Ange vilken dag ni var där.` });
      required(path.place, { message: $localize`Skriv var ni var.` });
      required(path.situation, { message: $localize`Skriv vad som pågick.` });
      min(path.minutes, 1, { message: $localize`Skriv minst en minut, eller lämna tomt.` });
      max(path.minutes, EVIDENCE_LIMITS.minutes, { message: $localize`Skriv högst ett dygn, 1440 minuter.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.observationForm()) : []));

  ngOnInit(): void {
    const before = this.observation();
    if (before) {
      const { heldOn, title, text, observation } = before;
      const { place, situation, minutes } = observation ?? { place: '', situation: '', minutes: null };
      this.model.set({ heldOn, title, text, place, situation, minutes });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: evidenceKey('observation', before?.id ?? this.followUp.id()), version: before?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit(null);
  }

  private async send(): Promise<void> {
    const [before, followUpId, command] = [this.observation(), this.followUp.id() ?? '', this.model()];
    let saved: Id | null = null;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          const answer = before
            ? await this.api.changeObservation(before.id, { ...command, version: this.kept.version ?? before.version })
            : await this.api.addObservation(followUpId, command);
          saved = answer.id;
        },
        $localize`Observationen är sparad`,
      ),
    );
    this.done.emit(saved);
  }
}
