import type { AgendaItemRequest, ParticipantRequest } from '@insyn/api-schema/server';
import type { MeetingForm, MeetingState, ParticipantSide } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { type ChangedFollowUp, changeContentOf, EVIDENCE_STATES, requireOwn } from '../follow-ups/content-change.js';
import { NotFound } from '../http/problem.js';
import { MeetingAgendaItem } from './meeting-agenda-item.entity.js';
import { MeetingParticipant } from './meeting-participant.entity.js';
import type { MeetingTime } from './meeting-time.js';

/** A meeting with what its evidence row says of it. */
export interface MeetingRow extends MeetingTime {
  id: string;
  title: string;
  text: string;
  createdBy: string;
  form: MeetingForm;
  state: MeetingState;
  place: string;
  link: string;
  sequence: number;
  invitedAt: Date | null;
}

export interface ParticipantRow {
  id: string;
  side: ParticipantSide;
  name: string;
  role: string;
  email: string | null;
  attended: boolean | null;
}

export interface AgendaRow {
  id: string;
  text: string;
  clauseId: string | null;
}

/** Begins a change of a meeting: its follow-up is locked, and with it every meeting of the case. @throws as changeContent */
export async function lockMeeting(
  tx: Transaction,
  evidenceId: string,
): Promise<{ followUp: ChangedFollowUp; meeting: MeetingRow }> {
  const followUp = await changeContentOf(tx, 'evidence', evidenceId, EVIDENCE_STATES);
  const [meeting] = await tx.query<MeetingRow>(MEETING, [tx.municipalityId, evidenceId]);
  if (meeting === undefined) throw new NotFound();
  return { followUp, meeting };
}

/** Who takes part, in the order in which they were written down. */
export function participantsOf(tx: Transaction, evidenceId: string): Promise<ParticipantRow[]> {
  return tx.query<ParticipantRow>(
    `select id, side, name, role, email, attended from meeting_participant
     where municipality_id = $1 and evidence_id = $2 order by id`,
    [tx.municipalityId, evidenceId],
  );
}

/** The items of the agenda in their order. */
export function agendaItemsOf(tx: Transaction, evidenceId: string): Promise<AgendaRow[]> {
  return tx.query<AgendaRow>(
    `select id, text, clause_id as "clauseId" from meeting_agenda_item
     where municipality_id = $1 and evidence_id = $2 order by position, id`,
    [tx.municipalityId, evidenceId],
  );
}

/**
 * The list takes the place of the one before; who stood in it already stays the same row, with what was ticked, and with
 * the address where none is given.
 */
export async function saveParticipants(
  tx: Transaction,
  evidenceId: string,
  wanted: readonly ParticipantRequest[],
): Promise<void> {
  const left = await participantsOf(tx, evidenceId);
  const take = (isSame: (row: ParticipantRow) => boolean): ParticipantRow | undefined => {
    const index = left.findIndex(isSame);
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const kept = wanted.map(({ side, name, role }) =>
    take((row) => row.side === side && row.name === name && row.role === role),
  );
  const added = [];
  for (const [index, { side, name, role, ...more }] of wanted.entries()) {
    const row = kept[index] ?? take((other) => other.side === side && other.name === name);
    const email = more.email === undefined ? (row?.email ?? null) : more.email;
    if (row === undefined) {
      added.push({ municipalityId: tx.municipalityId, id: tx.newId(), evidenceId, side, name, role, email });
    } else if (row.role !== role || row.email !== email) {
      await tx.update(MeetingParticipant, row.id, null, { role, email });
    }
  }
  await tx.query('delete from meeting_participant where municipality_id = $1 and id = any ($2)', [
    tx.municipalityId,
    left.map(({ id }) => id),
  ]);
  if (added.length > 0) await tx.insert(MeetingParticipant, added);
}

/**
 * The agenda takes the place of the one before; an item that says the same stays the same row, so that the notes under it
 * stay there. A note under an item that is gone is a note of the meeting. @throws Invalid for a clause of another follow-up.
 */
export async function saveAgenda(
  tx: Transaction,
  followUpId: string,
  evidenceId: string,
  wanted: readonly AgendaItemRequest[],
): Promise<void> {
  const clauseIds = wanted.flatMap(({ clauseId }) => clauseId ?? []);
  await requireOwn(tx, followUpId, 'clause', clauseIds, 'agenda');
  const left = await agendaItemsOf(tx, evidenceId);
  const added = [];
  for (const [index, { text, clauseId = null }] of wanted.entries()) {
    const position = index + 1;
    const same = left.findIndex((row) => row.text === text && row.clauseId === clauseId);
    const row = same === -1 ? undefined : left.splice(same, 1)[0];
    if (row !== undefined) await tx.update(MeetingAgendaItem, row.id, null, { position });
    else added.push({ municipalityId: tx.municipalityId, id: tx.newId(), evidenceId, position, text, clauseId });
  }
  await tx.query('delete from meeting_agenda_item where municipality_id = $1 and id = any ($2)', [
    tx.municipalityId,
    left.map(({ id }) => id),
  ]);
  if (added.length > 0) await tx.insert(MeetingAgendaItem, added);
}

const MEETING = `
select e.id, e.title, e.text, e.held_on::text as "heldOn", e.created_by as "createdBy", m.form, m.state, m.place, m.link,
  m.starts_at as "startsAt", m.ends_at as "endsAt", m.sequence, m.invited_at as "invitedAt"
from evidence e join meeting m on m.municipality_id = e.municipality_id and m.evidence_id = e.id
where e.municipality_id = $1 and e.id = $2`;
