import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddEvidenceRequest, ChangeEvidenceRequest } from '@insyn/api-schema/server';
import { EVIDENCE_KIND_LABELS, quotedStart, type CalendarDate, type EvidenceKind } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordChange, savedNew } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { Evidence } from './evidence.entity.js';

/** What every kind of evidence has. */
export interface NewEvidence {
  kind: EvidenceKind;
  heldOn: CalendarDate;
  title: string;
  text?: string;
}

@Injectable()
export class EvidenceService {
  public constructor(private readonly db: Database) {}

  /** Adds a document; the other kinds have more to say and routes of their own. */
  public add(user: StaffUser, followUpId: string, request: AddEvidenceRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      const id = await insertEvidence(tx, followUpId, request);
      recordEvidence(tx, followUpId, id, request);
      return savedNew(id);
    });
  }

  /** Changes what every kind has; `kinds` says which kinds the route is for. */
  public change(
    user: StaffUser,
    id: string,
    request: ChangeEvidenceRequest,
    kinds: readonly EvidenceKind[],
  ): Promise<Saved> {
    return this.db.transaction(user, (tx) => changeEvidence(tx, id, request, kinds));
  }

  /**
   * Removes evidence with all that belongs to it; a signal stays on its unit's timeline. @throws Conflict `evidence-cited`
   * while an assessment or finding cites it, `evidence-registered` for what has been registered or sent.
   */
  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'evidence', id, EVIDENCE_STATES);
      await requireUncited(tx, id);
      await requireUnregistered(tx, id);
      await tx.update(Evidence, id, version, {});
      const [before] = await tx.query<{ title: string }>(
        `select kind, held_on::text as "heldOn", title, text from evidence where municipality_id = $1 and id = $2`,
        [tx.municipalityId, id],
      );
      for (const remove of REMOVE) await tx.query(remove, [tx.municipalityId, id]);
      const summary = `Tog bort underlaget ”${before?.title ?? ''}”`;
      recordChange(tx, { followUpId: followUp.id, noun: 'evidence', id, act: 'removed', summary, before });
    });
  }
}

/** Adds the row that every kind of evidence has. @throws Invalid for a day that has not come, unless it is a meeting. */
export async function insertEvidence(tx: Transaction, followUpId: string, request: NewEvidence): Promise<string> {
  requirePast(tx, request);
  const id = tx.newId();
  const { kind, heldOn, title, text = '' } = request;
  const { municipalityId } = tx;
  await tx.insert(Evidence, {
    municipalityId,
    id,
    followUpId,
    kind,
    heldOn,
    title,
    text,
    createdBy: tx.user.accountId,
    createdAt: tx.now,
  });
  return id;
}

/** Tells the history of new evidence; `more` is what its kind adds. */
export function recordEvidence(tx: Transaction, followUpId: string, id: string, request: NewEvidence, more = {}): void {
  const summary = `Lade till ${EVIDENCE_KIND_LABELS[request.kind].toLowerCase()}: ”${request.title}”`;
  const { kind, heldOn, title, text } = request;
  recordChange(tx, {
    followUpId,
    noun: 'evidence',
    id,
    act: 'added',
    summary,
    after: { kind, heldOn, title, text, ...more },
  });
}

/** Changes the row that every kind has. @throws NotFound where the evidence is of another kind than the route's. */
export async function changeEvidence(
  tx: Transaction,
  id: string,
  request: ChangeEvidenceRequest,
  kinds: readonly EvidenceKind[],
  more = {},
): Promise<Saved> {
  const followUp = await changeContentOf(tx, 'evidence', id, EVIDENCE_STATES);
  const [before] = await tx.query<Required<NewEvidence>>(
    `select kind, held_on::text as "heldOn", title, text from evidence where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id],
  );
  if (before === undefined || !kinds.includes(before.kind)) throw new NotFound();
  const { version: from, heldOn, title, text } = request;
  const patch = {
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
  };
  requirePast(tx, { kind: before.kind, heldOn: heldOn ?? before.heldOn });
  const version = await tx.update(Evidence, id, from, patch);
  const summary = `Ändrade underlaget ”${title ?? before.title}”`;
  recordChange(tx, {
    followUpId: followUp.id,
    noun: 'evidence',
    id,
    act: 'changed',
    summary,
    before,
    after: { ...patch, ...more },
  });
  return { id, version };
}

/** Meetings are planned; everything else was gathered on a day that has been. */
function requirePast(tx: Transaction, { kind, heldOn }: Pick<NewEvidence, 'kind' | 'heldOn'>): void {
  if (kind === 'meeting' || heldOn <= tx.today) return;
  throw new Invalid([{ field: 'heldOn', message: 'Datumet har inte varit än. Ange dagen då underlaget hämtades.' }]);
}

async function requireUncited(tx: Transaction, id: string): Promise<void> {
  const [cited] = await tx.query<{ assessments: number; findings: string[]; rechecked: string[] }>(
    `select (select count(*)::int from assessment_evidence where municipality_id = $1 and evidence_id = $2) as assessments,
       (select coalesce(json_agg(f.title order by f.position), '[]') from finding_evidence fe
         join finding f on f.municipality_id = fe.municipality_id and f.id = fe.finding_id
         where fe.municipality_id = $1 and fe.evidence_id = $2) as findings,
       array(select a.text from recheck_action_evidence re
         join action a on a.municipality_id = re.municipality_id and a.id = re.action_id
         where re.municipality_id = $1 and re.evidence_id = $2 order by a.position) as rechecked`,
    [tx.municipalityId, id],
  );
  const { assessments = 0, findings = [], rechecked = [] } = cited ?? {};
  if (assessments === 0 && findings.length === 0 && rechecked.length === 0) return;
  const places = [
    ...findings.map((title) => `iakttagelsen ”${title}”`),
    ...rechecked.map((text) => `prövningen av kravet ”${quotedStart(text)}”`),
    ...(assessments > 0 ? [assessments === 1 ? 'en bedömning' : `${assessments} bedömningar`] : []),
  ];
  throw new Conflict('evidence-cited', `Underlaget kan inte tas bort: det används i ${places.join(', ')}.`);
}

/** What has been registered or sent to others is not made undone by removing it. */
async function requireUnregistered(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.query<{ isRequest: boolean; hasMinutes: boolean; isInvited: boolean }>(
    `select exists (select 1 from information_request where municipality_id = $1 and evidence_id = $2) as "isRequest",
       exists (select 1 from issued_document
         where municipality_id = $1 and subject_id = $2 and kind = 'minutes') as "hasMinutes",
       exists (select 1 from meeting where municipality_id = $1 and evidence_id = $2 and state = 'planned'
         and invited_at is not null) as "isInvited"`,
    [tx.municipalityId, id],
  );
  const fault = row?.isRequest
    ? 'Informationsbegäran är skickad och diarieförd. Återkalla den i stället.'
    : row?.hasMinutes
      ? 'Mötets minnesanteckningar är diarieförda, så mötet kan inte tas bort.'
      : row?.isInvited
        ? 'Deltagarna är kallade. Ställ in mötet innan du tar bort det.'
        : null;
  if (fault !== null) throw new Conflict('evidence-registered', fault);
}

// The bytes of attachments stay under their hash: another case may hold the same file.
const REMOVE = [
  'delete from attachment where municipality_id = $1 and evidence_id = $2',
  'delete from meeting_note where municipality_id = $1 and evidence_id = $2',
  'delete from meeting_agenda_item where municipality_id = $1 and evidence_id = $2',
  'delete from meeting_participant where municipality_id = $1 and evidence_id = $2',
  'delete from meeting where municipality_id = $1 and evidence_id = $2',
  'delete from reviewed_file where municipality_id = $1 and evidence_id = $2',
  'delete from document_review where municipality_id = $1 and evidence_id = $2',
  'delete from observation where municipality_id = $1 and evidence_id = $2',
  'delete from interview where municipality_id = $1 and evidence_id = $2',
  `update signal set evidence_id = null, follow_up_id = null, version = version + 1
   where municipality_id = $1 and evidence_id = $2`,
  'delete from evidence where municipality_id = $1 and id = $2',
] as const;
