import { Injectable } from '@nestjs/common';
import type { MailAttachment, Saved } from '@insyn/api-schema';
import type { CancelMeetingRequest, MeetingVersionRequest } from '@insyn/api-schema/server';
import { MEETING_FORM_LABELS } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { recordChange } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict } from '../http/problem.js';
import { queueMail } from '../mails/queue-mail.js';
import { calendarFile, type CalendarPerson } from './calendar-file.js';
import { invitationSubject, invitationText, type InvitationFacts } from './invitation-text.js';
import { agendaItemsOf, lockMeeting, type MeetingRow, type ParticipantRow, participantsOf } from './meeting-rows.js';
import { requirePlanned, updateMeeting } from './meetings.service.js';

/** A meeting with a time, which is what a calendar takes. */
type TimedMeeting = MeetingRow & { startsAt: Date; endsAt: Date };

@Injectable()
export class MeetingInvitationsService {
  public constructor(private readonly db: Database) {}

  /**
   * Mails the invitation to everyone with an address; again, an update of it. Who is no longer among the participants is
   * sent a cancellation. An unannounced visit is told to the municipality's own side only.
   * @throws Conflict for a meeting without a time, in the past, or with nobody to invite.
   */
  public invite(user: StaffUser, id: string, { version: from }: MeetingVersionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      requirePlanned(meeting);
      requireTime(meeting);
      if (meeting.startsAt <= tx.now) {
        throw new Conflict('meeting-has-been', 'Mötets tid har passerat. Ändra tiden innan du kallar.');
      }
      const invited = invitees(meeting, await participantsOf(tx, id));
      if (invited.length === 0) {
        throw new Conflict('nobody-to-invite', 'Ingen deltagare som ska kallas har en e-postadress.');
      }
      const version = await tx.update(Evidence, id, from, {});
      const isFirst = meeting.invitedAt === null;
      const sequence = isFirst ? 0 : meeting.sequence + 1;
      await updateMeeting(tx, id, { sequence, invitedAt: tx.now });
      const sender = await this.#sender(tx, followUp.id, { ...meeting, sequence });
      const addresses = new Set(invited.map(({ email }) => email.toLowerCase()));
      const left = (await invitedBefore(tx, followUp.id, id)).filter(
        ({ email }) => !addresses.has(email.toLowerCase()),
      );
      await sender.send(isFirst ? 'invited' : 'changed', invited);
      await sender.send('cancelled', left, 'Du är inte längre kallad till mötet.');
      const what = isFirst ? 'Skickade kallelse till' : 'Skickade uppdaterad kallelse till';
      recordChange(tx, {
        ...{ followUpId: followUp.id, noun: 'evidence', id, act: 'changed' },
        summary: `${what} ”${meeting.title}”`,
        after: { sequence, recipients: invited.length, cancelled: left.length },
      });
      return { id, version };
    });
  }

  /** Cancels a planned meeting and takes it out of the calendars of those who were invited. */
  public cancel(user: StaffUser, id: string, { version: from, reason }: CancelMeetingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      requirePlanned(meeting);
      const version = await tx.update(Evidence, id, from, {});
      const told = meeting.invitedAt === null ? [] : await invitedBefore(tx, followUp.id, id);
      const sequence = told.length === 0 ? meeting.sequence : meeting.sequence + 1;
      await updateMeeting(tx, id, { state: 'cancelled', sequence });
      if (told.length > 0) {
        requireTime(meeting);
        const sender = await this.#sender(tx, followUp.id, { ...meeting, sequence });
        await sender.send('cancelled', told, reason);
      }
      recordChange(tx, {
        ...{ followUpId: followUp.id, noun: 'evidence', id, act: 'changed' },
        summary: `Ställde in mötet ”${meeting.title}”`,
        before: { state: meeting.state },
        after: { state: 'cancelled', reason, recipients: told.length },
      });
      return { id, version };
    });
  }

  /** Mails about one meeting. Its maker is the organizer for as long as it lives: calendars take changes from no one else. */
  async #sender(tx: Transaction, followUpId: string, meeting: TimedMeeting) {
    const [maker] = await tx.query<CalendarPerson & { municipality: string }>(
      `select a.name, a.email, m.name as municipality from account a join municipality m on m.id = $1 where a.id = $2`,
      [tx.municipalityId, meeting.createdBy],
    );
    const { municipality, ...organizer } = maker ?? { ...tx.user, municipality: '' };
    const agenda = (await agendaItemsOf(tx, meeting.id)).map(({ text }) => text);
    const send = async (occasion: InvitationFacts['occasion'], people: readonly CalendarPerson[], reason = '') => {
      if (people.length === 0) return;
      const { title, startsAt, endsAt, place, link } = meeting;
      const facts = { occasion, title, startsAt, endsAt, place, link, agenda, reason, municipality };
      const form = MEETING_FORM_LABELS[meeting.form];
      const file = attachment(tx, meeting, occasion === 'cancelled' ? 'CANCEL' : 'REQUEST', {
        ...{ organizer, attendees: people },
        description: occasion === 'cancelled' ? reason : [link, ...agenda].filter(Boolean).join('\n'),
      });
      for (const { name, email } of people) {
        const words: InvitationFacts = { ...facts, form, to: name, organizer };
        await queueMail(tx, {
          kind: 'meeting-invitation',
          to: { address: email, name },
          subject: invitationSubject(words),
          text: invitationText(words),
          attachments: [file],
          followUpId,
        });
      }
    };
    return { send };
  }
}

function requireTime(meeting: MeetingRow): asserts meeting is TimedMeeting {
  if (meeting.startsAt !== null && meeting.endsAt !== null) return;
  throw new Conflict('meeting-without-time', 'Ange när mötet börjar och slutar innan du kallar.');
}

/** Each address once. Nobody tells the provider of an unannounced visit. */
function invitees({ form }: MeetingRow, participants: readonly ParticipantRow[]): CalendarPerson[] {
  const byAddress = new Map<string, CalendarPerson>();
  for (const { side, name, email } of participants) {
    if (email === null || (form === 'unannounced' && side === 'provider')) continue;
    if (!byAddress.has(email.toLowerCase())) byAddress.set(email.toLowerCase(), { name, email });
  }
  return [...byAddress.values()];
}

const fileNameOf = (evidenceId: string): string => `mote-${evidenceId}.ics`;

function attachment(
  tx: Transaction,
  meeting: TimedMeeting,
  method: 'REQUEST' | 'CANCEL',
  rest: { organizer: CalendarPerson; attendees: readonly CalendarPerson[]; description: string },
): MailAttachment {
  const { id, sequence, startsAt, endsAt, title, place, link } = meeting;
  return {
    fileName: fileNameOf(id),
    mediaType: `text/calendar; charset=utf-8; method=${method}`,
    text: calendarFile({
      ...{ method, uid: `${id}@insyn`, sequence, sentAt: tx.now, startsAt, endsAt, title },
      location: place || link,
      ...rest,
    }),
  };
}

/** Those whose last mail about the meeting was an invitation and not a cancellation. */
async function invitedBefore(tx: Transaction, followUpId: string, evidenceId: string): Promise<CalendarPerson[]> {
  const last = await tx.query<CalendarPerson & { method: string }>(
    `select distinct on (lower(to_address)) to_address as email, to_name as name,
       attachments -> 0 ->> 'mediaType' as method
     from mail
     where municipality_id = $1 and follow_up_id = $2 and kind = 'meeting-invitation'
       and attachments -> 0 ->> 'fileName' = $3
     order by lower(to_address), id desc`,
    [tx.municipalityId, followUpId, fileNameOf(evidenceId)],
  );
  return last.filter(({ method }) => method.endsWith('REQUEST')).map(({ name, email }) => ({ name, email }));
}
