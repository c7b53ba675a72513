import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { applyEach, email, form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { EVIDENCE_LIMITS, type EvidenceView, type Id } from '@insyn/api-schema';
import {
  MEETING_FORM_LABELS,
  MEETING_FORMS,
  PARTICIPANT_SIDE_LABELS,
  PARTICIPANT_SIDES,
  type MeetingForm as Form,
  type MeetingState,
  type ParticipantSide,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { MeetingsApi, type SentMeeting } from '../../meetings/meetings-api.js';
import { OutdatedInvitations } from '../../meetings/outdated-invitations.js';
import { swedishInstant, swedishTime } from '../../meetings/swedish-time.js';
import { providerOf } from '../../providers/providers-api.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { AgendaFields, type AgendaItem } from './agenda-fields.js';
import { evidenceKey } from './evidence-key.js';

interface Person {
  side: ParticipantSide;
  name: string;
  role: string;
  email: string;
}

/** What is written; the times are those of a clock in Sweden on the day. */
interface Written {
  heldOn: string;
  title: string;
  text: string;
  state: MeetingState;
  form: Form;
  startsAt: string;
  endsAt: string;
  place: string;
  link: string;
  participants: Person[];
  agenda: readonly AgendaItem[];
}

/** A meeting, planned or held: when, in what form and where, who from each side, about what, and what was said. */
@Component({
  selector: 'app-meeting-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, AgendaFields],
  templateUrl: './meeting-form.html',
  styles: `
    .form {
      max-width: 860px;
    }
    .states {
      gap: 0 var(--s5);
    }
    .person {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s3);
      align-items: end;
      border-bottom: 1px solid var(--line);
      padding-bottom: var(--s3);
    }
    .person button {
      justify-self: end;
      grid-column: -2;
    }
    .known button {
      white-space: normal;
      text-align: left;
      font-weight: 400;
    }
    .tall {
      min-height: 160px;
    }
    @media (min-width: 1400px) {
      .person {
        grid-template-columns: 130px repeat(3, minmax(0, 1fr)) auto;
      }
    }
    @media (max-width: 760px) {
      .person {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class MeetingForm implements OnInit {
  private readonly api = inject(MeetingsApi);
  protected readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  private readonly stale = inject(OutdatedInvitations);
  private readonly me = inject(Session).view()?.account;
  /** Null for a new one. */
  readonly meeting = input.required<EvidenceView | null>();
  /** The meeting that was saved; null when the form was given up. */
  readonly done = output<Id | null>();

  protected readonly adding = $localize`Nytt möte`;
  protected readonly changing = $localize`Ändra mötet`;
  protected readonly forms = MEETING_FORMS;
  protected readonly formLabels = MEETING_FORM_LABELS;
  protected readonly sides = PARTICIPANT_SIDES;
  protected readonly sideLabels = PARTICIPANT_SIDE_LABELS;
  protected readonly most = EVIDENCE_LIMITS.participants;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<Written>({
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
    state: 'held',
    form: 'digital',
    startsAt: '',
    endsAt: '',
    place: '',
    link: '',
    participants: [
      { side: 'municipality', name: this.me?.name ?? '', role: this.me?.title ?? '', email: this.me?.email ?? '' },
      { side: 'provider', name: '', role: '', email: '' },
    ],
    agenda: [],
  });
  protected readonly meetingForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.heldOn, { message: $localize`Ange vilken dag mötet hålls.` });
      applyEach(path.participants, (person) => {
        required(person.name, { message: $localize`Skriv deltagarens namn, eller ta bort raden.` });
        required(person.role, { message: $localize`Skriv deltagarens roll.` });
        email(person.email, { message: $localize`Skriv e-postadressen som namn@exempel.se.` });
      });
      validate(path.startsAt, (field) =>
        timeFault(
          field.valueOf(path.heldOn),
          field.value(),
          field.valueOf(path.endsAt),
          $localize`Ange också när mötet börjar.`,
        ),
      );
      validate(path.endsAt, (field) => {
        const [day, from, to] = [field.valueOf(path.heldOn), field.valueOf(path.startsAt), field.value()];
        const fault = timeFault(day, to, from, $localize`Ange också när mötet slutar.`);
        if (fault || !to || !from) return fault;
        const [starts, ends] = [swedishInstant(day, from), swedishInstant(day, to)];
        const backwards = starts && ends && ends <= starts;
        return backwards ? { kind: 'time', message: $localize`Mötet måste sluta efter att det börjar.` } : null;
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.meetingForm()) : []));

  private readonly provider = providerOf(() => this.followUp.view()?.provider.id ?? '');
  /** The provider's contacts and the team, as long as they are not among those who take part. */
  protected readonly suggestions = computed((): Person[] => {
    const there = new Set(this.model().participants.map(({ name }) => name.trim()));
    const contacts = this.provider.hasValue() ? this.provider.value().contacts : [];
    const fromProvider = contacts.map(({ name, role, email: address }): Person => ({
      side: 'provider',
      name,
      role,
      email: address ?? '',
    }));
    const team = (this.followUp.view()?.team ?? []).map(({ id, name }): Person => {
      const own = id === this.me?.id ? this.me : null;
      return { side: 'municipality', name, role: own?.title ?? '', email: own?.email ?? '' };
    });
    return [...fromProvider, ...team].filter(({ name }) => !there.has(name));
  });

  ngOnInit(): void {
    const held = this.meeting();
    if (held?.meeting) {
      const { heldOn, title, text } = held;
      const { form: shape, state, startsAt, endsAt, place, link, participants, agenda } = held.meeting;
      this.model.set({
        ...{ heldOn, title, text, form: shape, state, place, link },
        startsAt: swedishTime(startsAt),
        endsAt: swedishTime(endsAt),
        participants: participants.map(({ side, name, role, email: address }) => ({
          ...{ side, name, role },
          email: address ?? '',
        })),
        agenda: agenda.map(({ text: words, clauseId }) => ({ text: words, clauseId })),
      });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: evidenceKey('meeting', held?.id ?? this.followUp.id()), version: held?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit(null);
  }

  protected addPerson(side: ParticipantSide): void {
    this.put({ side, name: '', role: '', email: '' });
  }

  /** Takes the place of an empty row of the same side, where there is one. */
  protected suggest(person: Person): void {
    this.put(person);
  }

  protected removePerson(index: number): void {
    this.model.update((model) => ({ ...model, participants: model.participants.filter((_, each) => each !== index) }));
  }

  protected changeAgenda(agenda: readonly AgendaItem[]): void {
    this.model.update((model) => ({ ...model, agenda }));
  }

  private put(person: Person): void {
    this.model.update((model) => {
      const free = model.participants.findIndex((each) => each.side === person.side && !each.name && !each.role);
      const participants =
        free === -1 || !person.name
          ? [...model.participants, person]
          : model.participants.map((each, index) => (index === free ? person : each));
      return { ...model, participants };
    });
  }

  private async send(): Promise<void> {
    const [meeting, followUpId] = [this.meeting(), this.followUp.id() ?? ''];
    const { state, ...written } = this.model();
    const command: SentMeeting = {
      ...written,
      startsAt: written.startsAt ? swedishInstant(written.heldOn, written.startsAt) : null,
      endsAt: written.endsAt ? swedishInstant(written.heldOn, written.endsAt) : null,
      participants: written.participants.map((person) => ({ ...person, email: person.email.trim() || null })),
      agenda: written.agenda.filter(({ text }) => text.trim()).map((item) => ({ ...item, text: item.text.trim() })),
    };
    let saved: Id | null = null;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          if (!meeting) {
            saved = (await this.api.add(followUpId, { ...command, state })).id;
            return;
          }
          saved = meeting.id;
          const answer = await this.api.change(saved, { ...command, version: this.kept.version ?? meeting.version });
          if (answer.invitationOutdated) this.stale.add(meeting.id);
        },
        $localize`Mötet är sparat`,
      ),
    );
    this.done.emit(saved);
  }
}

/** What is wrong with one of the two times: the other stands alone, or the clock never shows it that day. */
function timeFault(day: string, time: string, other: string, alone: string): { kind: string; message: string } | null {
  if (!time) return other ? { kind: 'time', message: alone } : null;
  if (!day || swedishInstant(day, time)) return null;
  return { kind: 'time', message: $localize`Klockan ställs om den natten. Välj en annan tid.` };
}
