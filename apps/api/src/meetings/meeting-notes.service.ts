import { Injectable } from '@nestjs/common';
import type { MeetingNotes, MeetingNoteView } from '@insyn/api-schema';
import type { MeetingNoteRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordChange } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { MeetingNote } from './meeting-note.entity.js';
import { agendaItemsOf, lockMeeting } from './meeting-rows.js';

const DAY_IN_MS = 86_400_000;

/**
 * Notes as they are written: each is a row with its author and its own version, so two who write at once never meet. A
 * phone that lost the network sends again what it sent before; the id that it made keeps that one note.
 */
@Injectable()
export class MeetingNotesService {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What was written or removed since the `now` of an earlier answer; notes that were there already may come again. */
  public async list(user: StaffUser, evidenceId: string, since: string | undefined): Promise<MeetingNotes> {
    const now = this.clock.now().toISOString();
    const [row] = await this.db.read<{ notes: MeetingNoteView[]; removed: string[] }>(user, {
      name: 'meeting-notes',
      text: NOTES,
      values: [
        user.municipalityId,
        evidenceId,
        permittedCommittees(user, 'follow-up.read'),
        user.accountId,
        since ?? null,
      ],
    });
    if (row === undefined) throw new NotFound();
    return { ...row, now };
  }

  /** Writes a note, or changes one's own. The same note sent again is the same note. */
  public save(user: StaffUser, id: string, request: MeetingNoteRequest): Promise<MeetingNoteView> {
    return this.db.transaction(user, async (tx) => {
      const place = await this.#placeOf(tx, id);
      const { meeting, followUp } = await lockMeeting(tx, place ?? request.evidenceId);
      if (meeting.id !== request.evidenceId) {
        throw new Invalid([{ field: 'evidenceId', message: 'Anteckningen hör till ett annat möte.' }]);
      }
      // Read again: whoever was first had the lock on the case.
      const before = await this.#note(tx, id);
      const { text, agendaItemId = null, version } = request;
      if (before !== undefined) {
        requireOwn(before, user);
        if (before.removed) throw new Conflict('note-removed', 'Anteckningen är borttagen.');
        if (before.text === text && before.agendaItemId === agendaItemId) return viewOf(before, user);
        if (version !== before.version) throw stale(before);
      } else if (version !== null) {
        throw new NotFound();
      }
      await requireItem(tx, meeting.id, agendaItemId);
      if (before === undefined) {
        await tx.insert(MeetingNote, {
          ...{ municipalityId: tx.municipalityId, id, evidenceId: meeting.id, agendaItemId, text },
          ...{ authorId: user.accountId, writtenAt: writtenAt(request.writtenAt, tx.now), receivedAt: tx.now },
        });
      } else {
        await tx.update(MeetingNote, id, before.version, { text, agendaItemId, receivedAt: tx.now });
      }
      recordChange(tx, {
        ...{ followUpId: followUp.id, noun: 'meeting-note', id },
        act: before === undefined ? 'added' : 'changed',
        summary: `${before === undefined ? 'Skrev' : 'Ändrade'} en anteckning vid ”${meeting.title}”`,
        ...(before && { before: { text: before.text } }),
        after: { text },
      });
      const after = await this.#note(tx, id);
      if (after === undefined) throw new NotFound();
      return viewOf(after, user);
    });
  }

  /** Removes one's own note; one that is removed already stays so. */
  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const place = await this.#placeOf(tx, id);
      if (place === null) throw new NotFound();
      const { meeting, followUp } = await lockMeeting(tx, place);
      const before = await this.#note(tx, id);
      if (before === undefined) throw new NotFound();
      requireOwn(before, user);
      if (before.removed) return;
      if (version !== before.version) throw stale(before);
      await tx.update(MeetingNote, id, version, { removedAt: tx.now, receivedAt: tx.now });
      const summary = `Tog bort en anteckning vid ”${meeting.title}”`;
      const gone = { text: before.text };
      recordChange(tx, { followUpId: followUp.id, noun: 'meeting-note', id, act: 'removed', summary, before: gone });
    });
  }

  async #placeOf(tx: Transaction, id: string): Promise<string | null> {
    const [row] = await tx.query<{ evidenceId: string }>(
      'select evidence_id as "evidenceId" from meeting_note where municipality_id = $1 and id = $2',
      [tx.municipalityId, id],
    );
    return row?.evidenceId ?? null;
  }

  async #note(tx: Transaction, id: string): Promise<NoteRow | undefined> {
    const [row] = await tx.query<NoteRow>(NOTE, [tx.municipalityId, id]);
    return row;
  }
}

interface NoteRow {
  id: string;
  agendaItemId: string | null;
  text: string;
  authorId: string;
  author: string;
  writtenAt: Date;
  removed: boolean;
  version: number;
}

function viewOf({ id, agendaItemId, text, author, authorId, writtenAt: at, version }: NoteRow, user: StaffUser) {
  const mine = authorId === user.accountId;
  return { id, agendaItemId, text, author, mine, writtenAt: at.toISOString(), version };
}

/** Nobody's words are changed by another. @throws Forbidden */
function requireOwn({ authorId, author }: NoteRow, user: StaffUser): void {
  if (authorId === user.accountId) return;
  throw new Forbidden(`Anteckningen är skriven av ${author}, som ensam kan ändra den.`);
}

function stale({ version, author, text }: NoteRow): StaleVersion {
  return new StaleVersion({ version, changedBy: author, changedAt: null, change: text });
}

/** The client's clock is believed for a day back and never ahead: a note that waited for the network keeps its time. */
function writtenAt(claimed: string, now: Date): Date {
  const at = new Date(claimed);
  return at > now || at.getTime() < now.getTime() - DAY_IN_MS ? now : at;
}

async function requireItem(tx: Transaction, evidenceId: string, agendaItemId: string | null): Promise<void> {
  if (agendaItemId === null) return;
  const items = await agendaItemsOf(tx, evidenceId);
  if (items.some(({ id }) => id === agendaItemId)) return;
  throw new Invalid([{ field: 'agendaItemId', message: 'Punkten finns inte längre på dagordningen.' }]);
}

const NOTE = `
select n.id, n.agenda_item_id as "agendaItemId", n.text, n.author_id as "authorId",
  case when a.name is null then 'Okänd' else a.name end as author, n.written_at as "writtenAt", n.removed_at is not null as removed, n.version
from meeting_note n left join account a on a.id = n.author_id
where n.municipality_id = $1 and n.id = $2`;

// $4 the reader, $5 since. A note may become visible a moment after the time that it was received at, so the reader is
// given the half minute before once more: the same note again is the same note.
const NOTES = `
select
  (select coalesce(json_agg(json_build_object('id', n.id, 'agendaItemId', i.id, 'text', n.text,
      'author', case when a.name is null then 'Okänd' else a.name end, 'mine', n.author_id = $4,
      'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'version', n.version) order by n.written_at, n.id), '[]')
    from meeting_note n
      left join account a on a.id = n.author_id
      left join meeting_agenda_item i on i.municipality_id = n.municipality_id and i.id = n.agenda_item_id
    where n.municipality_id = $1 and n.evidence_id = e.id and n.removed_at is null
      and ($5::timestamptz is null or n.received_at > $5::timestamptz - interval '30 seconds')) as notes,
  (select coalesce(json_agg(n.id order by n.id), '[]')
    from meeting_note n
    where n.municipality_id = $1 and n.evidence_id = e.id and n.removed_at > $5::timestamptz - interval '30 seconds'
  ) as removed
from evidence e
  join meeting m on m.municipality_id = e.municipality_id and m.evidence_id = e.id
  join follow_up f on f.municipality_id = e.municipality_id and f.id = e.follow_up_id
where e.municipality_id = $1 and e.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
