import { Injectable } from '@nestjs/common';
import type { Saved, SavedMeeting } from '@insyn/api-schema';
import type {
  AddMeetingRequest,
  AttendanceRequest,
  ChangeMeetingRequest,
  MeetingVersionRequest,
} from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import type { Transaction } from '../database/transaction.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { changeEvidence, insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { changeContent, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { recordChange, savedNew } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid } from '../http/problem.js';
import { Meeting } from './meeting.entity.js';
import { MeetingParticipant } from './meeting-participant.entity.js';
import {
  lockMeeting,
  type MeetingRow,
  type ParticipantRow,
  participantsOf,
  saveAgenda,
  saveParticipants,
} from './meeting-rows.js';
import { meetingTime, requireHeld } from './meeting-time.js';

@Injectable()
export class MeetingsService {
  public constructor(private readonly db: Database) {}

  /** Plans a meeting or writes down one that was held; without a word, the time decides which. */
  public add(user: StaffUser, followUpId: string, request: AddMeetingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      const { form, participants, agenda = [], place = '', link = '', title, text } = request;
      const time = meetingTime(request, null);
      const isAhead = time.heldOn > tx.today || (time.startsAt !== null && time.startsAt > tx.now);
      const state = request.state ?? (isAhead ? 'planned' : 'held');
      if (state === 'held') requireHeld(tx, time.heldOn);
      const { heldOn, startsAt, endsAt } = time;
      const evidence = { kind: 'meeting' as const, heldOn, title, ...(text !== undefined && { text }) };
      const id = await insertEvidence(tx, followUpId, evidence);
      const { municipalityId } = tx;
      await tx.insert(Meeting, { municipalityId, evidenceId: id, form, state, startsAt, endsAt, place, link });
      await saveParticipants(tx, id, participants);
      await saveAgenda(tx, followUpId, id, agenda);
      recordEvidence(tx, followUpId, id, evidence, {
        ...{ form, state, startsAt, endsAt, place, link, participants, agenda },
      });
      return savedNew(id);
    });
  }

  /**
   * Changes a meeting; participants and agenda take the place of those before. Nothing is sent: the answer says whether
   * those invited have an invitation that no longer holds.
   */
  public change(user: StaffUser, id: string, request: ChangeMeetingRequest): Promise<SavedMeeting> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      if (meeting.state === 'cancelled') throw cancelled();
      const before = await participantsOf(tx, id);
      const { version, title, text, form, place, link, participants, agenda } = request;
      const { heldOn, startsAt, endsAt } = meetingTime(request, meeting);
      if (meeting.state === 'held') requireHeld(tx, heldOn);
      const retimed = request.startsAt !== undefined || request.endsAt !== undefined;
      const row = { ...givenOf({ form, place, link }), ...(retimed && { startsAt, endsAt }) };
      const plain = { version, ...givenOf({ title, text }), ...(heldOn !== meeting.heldOn && { heldOn }) };
      const more = { ...row, ...(participants && { participants }), ...(agenda && { agenda }) };
      const saved = await changeEvidence(tx, id, plain, ['meeting'], more);
      if (Object.keys(row).length > 0) await updateMeeting(tx, id, row);
      if (participants !== undefined) await saveParticipants(tx, id, participants);
      if (agenda !== undefined) await saveAgenda(tx, followUp.id, id, agenda);
      const after = { ...meeting, ...row, heldOn, startsAt, endsAt, title: title ?? meeting.title };
      const people = participants === undefined ? before : await participantsOf(tx, id);
      const isInvited = meeting.invitedAt !== null && meeting.state === 'planned';
      return { ...saved, invitationOutdated: isInvited && invitation(meeting, before) !== invitation(after, people) };
    });
  }

  /** A planned meeting was held. @throws Conflict `meeting-ahead` before its day, `meeting-not-planned` otherwise. */
  public hold(user: StaffUser, id: string, { version: from }: MeetingVersionRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      requirePlanned(meeting);
      if (meeting.heldOn > tx.today) {
        throw new Conflict('meeting-ahead', 'Mötets dag har inte kommit än. Ändra dagen om mötet redan är hållet.');
      }
      const version = await tx.update(Evidence, id, from, {});
      await updateMeeting(tx, id, { state: 'held' });
      const summary = `Mötet ”${meeting.title}” hölls`;
      const [before, after] = [{ state: meeting.state }, { state: 'held' }];
      recordChange(tx, { followUpId: followUp.id, noun: 'evidence', id, act: 'changed', summary, before, after });
      return { id, version };
    });
  }

  /** Writes down who came. The meeting keeps its version: colleagues who write in it meanwhile lose nothing. */
  public attend(user: StaffUser, id: string, { participants }: AttendanceRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      const known = new Map((await participantsOf(tx, id)).map((row) => [row.id, row]));
      for (const participant of participants) {
        if (known.has(participant.id)) continue;
        throw new Invalid([{ field: 'participants', message: 'Deltagaren finns inte i mötet. Läs in det igen.' }]);
      }
      for (const { id: participantId, attended } of participants) {
        await tx.update(MeetingParticipant, participantId, null, { attended });
      }
      const summary = `Antecknade närvaro vid ”${meeting.title}”`;
      const before = { attended: participants.map((one) => known.get(one.id)?.attended ?? null) };
      const after = { attended: participants.map(({ attended }) => attended) };
      recordChange(tx, { followUpId: followUp.id, noun: 'evidence', id, act: 'changed', summary, before, after });
      const [row] = await tx.query<{ version: number }>(
        'select version from evidence where municipality_id = $1 and id = $2',
        [tx.municipalityId, id],
      );
      return { id, version: row?.version ?? 1 };
    });
  }
}

/** @throws Conflict `meeting-not-planned` for a meeting that was held or cancelled. */
export function requirePlanned({ state }: MeetingRow): void {
  if (state === 'planned') return;
  if (state === 'cancelled') throw cancelled();
  throw new Conflict('meeting-not-planned', 'Mötet är redan genomfört.');
}

/** Changes what is special to a meeting. */
export async function updateMeeting(tx: Transaction, evidenceId: string, patch: Partial<Meeting>): Promise<void> {
  await tx.manager.update(Meeting, { municipalityId: tx.municipalityId, evidenceId }, patch);
}

function cancelled(): Conflict {
  return new Conflict('meeting-not-planned', 'Mötet är inställt.');
}

/** What those invited were told, in one string to compare. */
function invitation(meeting: MeetingRow, people: readonly ParticipantRow[]): string {
  const { title, startsAt, endsAt, place, link } = meeting;
  const addresses = people.flatMap(({ email }) => email ?? []).sort();
  return JSON.stringify([title, startsAt, endsAt, place, link, addresses]);
}
