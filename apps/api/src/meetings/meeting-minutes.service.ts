import { Injectable } from '@nestjs/common';
import type { DocumentLink } from '@insyn/api-schema';
import { MEETING_FORM_LABELS } from '@insyn/domain';
import type { MinutesData, MinutesNote } from '@insyn/report';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import { recordChange } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, NotFound } from '../http/problem.js';
import { registerRecord } from '../records/register-record.js';
import { agendaItemsOf, lockMeeting, type MeetingRow, participantsOf } from './meeting-rows.js';

@Injectable()
export class MeetingMinutesService {
  public constructor(private readonly db: Database) {}

  /**
   * Draws up the minutes of a meeting as they stand and registers them (R16). After a change they are drawn up again: the
   * earlier ones stay in the case. @throws Conflict `meeting-not-held` before the meeting was held.
   */
  public drawUp(user: StaffUser, id: string): Promise<DocumentLink> {
    return this.db.transaction(user, async (tx) => {
      const { followUp, meeting } = await lockMeeting(tx, id);
      if (meeting.state !== 'held') {
        throw new Conflict('meeting-not-held', 'Mötet är inte genomfört. Anteckningarna upprättas efter mötet.');
      }
      const content = await minutesOf(tx, followUp.id, meeting);
      const title = `Minnesanteckningar ${meeting.heldOn}`;
      const record = { followUpId: followUp.id, direction: 'drawn-up' as const, counterpart: content.committee };
      const recordId = await registerRecord(tx, { ...record, publicTitle: title });
      const document = { kind: 'minutes' as const, subjectId: id, followUpId: followUp.id, title, content, recordId };
      const documentId = await issueDocument(tx, document);
      recordChange(tx, {
        ...{ followUpId: followUp.id, noun: 'minutes', id: documentId, act: 'added' },
        summary: `Upprättade minnesanteckningar från ”${meeting.title}”`,
        after: { recordId, notes: content.otherNotes.length + count(content) },
      });
      return { id: documentId, title, href: null };
    });
  }
}

async function minutesOf(tx: Transaction, followUpId: string, meeting: MeetingRow): Promise<MinutesData> {
  const [head] = await tx.query<HeadRow>(HEAD, [tx.municipalityId, followUpId]);
  if (head === undefined) throw new NotFound();
  const notes = await tx.query<MinutesNote & { agendaItemId: string | null }>(NOTES, [tx.municipalityId, meeting.id]);
  const agenda = await agendaItemsOf(tx, meeting.id);
  const known = new Set(agenda.map(({ id }) => id));
  const plain = ({ author, writtenAt, text }: MinutesNote): MinutesNote => ({ author, writtenAt, text });
  const { title, text, heldOn, startsAt, endsAt, form, place } = meeting;
  return {
    ...head,
    ...{ title, text, heldOn, place, form: MEETING_FORM_LABELS[form] },
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    drawnUpBy: { name: tx.user.name, title: tx.user.title ?? '' },
    drawnUpOn: tx.today,
    participants: (await participantsOf(tx, meeting.id)).map(({ side, name, role, attended }) => ({
      ...{ side, name, role, attended },
    })),
    agenda: agenda.map((item) => ({
      text: item.text,
      notes: notes.filter(({ agendaItemId }) => agendaItemId === item.id).map(plain),
    })),
    otherNotes: notes.filter(({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId)).map(plain),
  };
}

function count({ agenda }: MinutesData): number {
  return agenda.reduce((sum, { notes }) => sum + notes.length, 0);
}

type HeadRow = Pick<MinutesData, 'municipality' | 'committee' | 'letterhead' | 'caseNumber' | 'provider' | 'unit'>;

const HEAD = `
select m.name as municipality, k.name as committee, case when m.letterhead is null then '' else m.letterhead end as letterhead,
  f.case_number as "caseNumber", p.legal_name as provider, u.name as unit
from follow_up f
  join municipality m on m.id = f.municipality_id
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
where f.municipality_id = $1 and f.id = $2`;

const NOTES = `
select case when a.name is null then 'Okänd' else a.name end as author, n.text,
  to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt", n.agenda_item_id as "agendaItemId"
from meeting_note n left join account a on a.id = n.author_id
where n.municipality_id = $1 and n.evidence_id = $2 and n.removed_at is null
order by n.written_at, n.id`;
