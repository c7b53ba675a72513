import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { EVIDENCE_LIMITS, type EvidenceView } from '@insyn/api-schema';
import {
  MEETING_FORM_LABELS,
  MEETING_FORMS,
  PARTICIPANT_SIDE_LABELS,
  PARTICIPANT_SIDES,
  type ParticipantSide,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentMeeting } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { evidenceKey } from './evidence-key.js';

/** A meeting: when, in what form, who took part from each side, and what was said. */
@Component({
  selector: 'app-meeting-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="meetingForm" class="form" novalidate>
      <h2>{{ meeting() ? changing : adding }}</h2>
      <app-error-summary [items]="problems()" />
      <app-field i18n-label label="Rubrik" i18n-hint hint="Till exempel Möte med enhetschefen" [of]="meetingForm.title">
        <input appControl [formField]="meetingForm.title" />
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Datum" [of]="meetingForm.heldOn">
          <input appControl type="date" [formField]="meetingForm.heldOn" />
        </app-field>
        <app-field i18n-label label="Form" [of]="meetingForm.form">
          <select appControl [formField]="meetingForm.form">
            @for (form of forms; track form) {
              <option [value]="form">{{ formLabels[form] }}</option>
            }
          </select>
        </app-field>
      </div>
      <fieldset class="stack">
        <legend i18n>Deltagare</legend>
        <p class="hint" i18n>Namn stannar i det interna underlaget. I den publicerade rapporten står bara roller.</p>
        @for (person of meetingForm.participants; track person) {
          <div class="person">
            <app-field i18n-label label="Sida" [of]="person.side">
              <select appControl [formField]="person.side">
                @for (side of sides; track side) {
                  <option [value]="side">{{ sideLabels[side] }}</option>
                }
              </select>
            </app-field>
            <app-field i18n-label label="Namn" [of]="person.name">
              <input appControl autocomplete="off" [formField]="person.name" />
            </app-field>
            <app-field i18n-label label="Roll" [of]="person.role">
              <input appControl autocomplete="off" [formField]="person.role" />
            </app-field>
            <button type="button" class="quiet" (click)="removePerson($index)">
              <ng-container i18n>Ta bort</ng-container
              ><span class="visually-hidden"> {{ person.name().value() || 'deltagaren' }}</span>
            </button>
          </div>
        }
        @if (model().participants.length < most) {
          <div class="buttons">
            <button type="button" (click)="addPerson('municipality')" i18n>Lägg till från kommunen</button>
            <button type="button" (click)="addPerson('provider')" i18n>Lägg till från utföraren</button>
          </div>
        }
      </fieldset>
      <app-field i18n-label label="Anteckningar" [optional]="true" [of]="meetingForm.text">
        <textarea appControl class="tall" [formField]="meetingForm.text"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="meetingForm().submitting() || null" i18n>
          Spara mötet
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .person {
      display: grid;
      grid-template-columns: 140px minmax(0, 1fr) minmax(0, 1fr) auto;
      gap: var(--s3);
      align-items: end;
    }
    .tall {
      min-height: 160px;
    }
    @media (max-width: 760px) {
      .person {
        grid-template-columns: 1fr;
        border-bottom: 1px solid var(--line);
        padding-bottom: var(--s3);
      }
    }
  `,
})
export class MeetingForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Null for a new one. */
  readonly meeting = input.required<EvidenceView | null>();
  readonly done = output();

  protected readonly adding = $localize`Nytt möte`;
  protected readonly changing = $localize`Ändra mötet`;
  protected readonly forms = MEETING_FORMS;
  protected readonly formLabels = MEETING_FORM_LABELS;
  protected readonly sides = PARTICIPANT_SIDES;
  protected readonly sideLabels = PARTICIPANT_SIDE_LABELS;
  protected readonly most = EVIDENCE_LIMITS.participants;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<SentMeeting>({
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
    form: 'digital',
    participants: [
      {
        side: 'municipality',
        name: inject(Session).view()?.account.name ?? '',
        role: inject(Session).view()?.account.title ?? '',
      },
      { side: 'provider', name: '', role: '' },
    ],
  });
  protected readonly meetingForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.heldOn, { message: $localize`Ange vilken dag mötet hölls.` });
      applyEach(path.participants, (person) => {
        required(person.name, { message: $localize`Skriv deltagarens namn, eller ta bort raden.` });
        required(person.role, { message: $localize`Skriv deltagarens roll.` });
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.meetingForm()) : []));

  ngOnInit(): void {
    const held = this.meeting();
    if (held?.meeting) {
      const { heldOn, title, text } = held;
      const participants = held.meeting.participants.map((person) => ({ ...person }));
      this.model.set({ heldOn, title, text, form: held.meeting.form, participants });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: evidenceKey('meeting', held?.id ?? this.followUp.id()), version: held?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  protected addPerson(side: ParticipantSide): void {
    this.model.update((model) => ({ ...model, participants: [...model.participants, { side, name: '', role: '' }] }));
  }

  protected removePerson(index: number): void {
    this.model.update((model) => ({ ...model, participants: model.participants.filter((_, each) => each !== index) }));
  }

  private async send(): Promise<void> {
    const [meeting, id, words] = [this.meeting(), this.followUp.id() ?? '', this.model()];
    await this.kept.send(() =>
      this.followUp.carryOut(
        () =>
          meeting
            ? this.api.changeMeeting(meeting.id, { ...words, version: this.kept.version ?? meeting.version })
            : this.api.addMeeting(id, words),
        $localize`Mötet är sparat`,
      ),
    );
    this.done.emit();
  }
}
