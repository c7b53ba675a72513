import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FollowUpState, formatInstant, startOfText, stockholmDate } from '@insyn/domain';
import { Attachment } from '../attachments/attachment.entity.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { keepSnapshot } from '../history/keep-snapshot.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { JobsService } from '../jobs/jobs.service.js';
import { queueMail } from '../mails/queue-mail.js';
import { registerRecord } from '../records/register-record.js';
import { draftSections, sectionAt } from './draft-sections.js';
import { type FactCheckRow, lockFactCheck, recordFactCheck } from './fact-check-row.js';
import { type FactCheckOrigin, readOrigin } from './fact-check-sending.service.js';

/** A fact check that has been handed in, and by whom. */
interface Received extends FactCheckRow {
  readonly submittedBy: string;
  readonly submittedAt: Date;
}

/**
 * Takes an answered fact check in on the municipality's side, in a job, since the provider's door may not write there: what
 * was added becomes evidence, the answer is registered (R16) and the officer is told. Run again, it does nothing.
 */
@Injectable()
export class ReceivedFactCheckService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('receive-fact-check', ({ data }) => {
      if (data['factCheckId'] === undefined) throw new Error('The job names no fact check.');
      return this.receive(data.municipalityId, data['factCheckId']);
    });
  }

  /** Takes one fact check in, once. */
  public receive(municipalityId: string, factCheckId: string): Promise<void> {
    return this.db.jobs(municipalityId, async (tx) => {
      const state = await lockCaseOf(tx, factCheckId);
      const done = await tx.query(DONE, [municipalityId, factCheckId]);
      if (done.length > 0) return;
      const row = await readReceived(tx, factCheckId);
      const origin = await readOrigin(tx, row.followUpId);
      await keepSnapshot(tx, row.followUpId);
      const evidence = EVIDENCE_STATES.includes(state) ? await keepAsEvidence(tx, row) : 0;
      const { followUpId, submittedBy: createdBy } = row;
      const { provider: counterpart, ownRun: internal, unit, year } = origin;
      await registerRecord(tx, {
        ...{ followUpId, direction: 'in', counterpart, internal, createdBy },
        publicTitle: recordTitle('Svar på faktakontroll', { unit, year }),
      });
      await tellOfficer(tx, row, origin);
      recordFactCheck(tx, row, {
        act: 'received',
        summary: `Tog emot svaret på faktakontrollen från ${origin.provider}`,
        after: { remarks: row.remarks.length, evidence },
      });
    });
  }
}

/** Locks the case, so that it does not move on meanwhile and two jobs for one fact check follow each other. */
async function lockCaseOf(tx: Transaction, factCheckId: string): Promise<FollowUpState> {
  const [followUp] = await tx.query<{ state: FollowUpState }>(LOCK, [tx.municipalityId, factCheckId]);
  if (followUp === undefined) throw new Error(`There is no fact check ${factCheckId}.`);
  return followUp.state;
}

async function readReceived(tx: Transaction, factCheckId: string): Promise<Received> {
  const row = await lockFactCheck(tx, factCheckId);
  const [said] = await tx.query<{ submittedBy: string; submittedAt: Date }>(SAID, [tx.municipalityId, factCheckId]);
  if (said === undefined) throw new Error(`Fact check ${factCheckId} has not been handed in.`);
  return { ...row, ...said };
}

/** One piece of evidence for each remark that came with files; its attachments are the same bytes. @returns how many. */
async function keepAsEvidence(tx: Transaction, row: Received): Promise<number> {
  const sections = draftSections(row.content.report);
  const { municipalityId, now: createdAt } = tx;
  const { followUpId, submittedBy: createdBy } = row;
  let made = 0;
  for (const { id: remarkId, placeKind, placeId } of row.remarks) {
    const files = row.files.filter((file) => file.remarkId === remarkId);
    if (files.length === 0) continue;
    const heading = sectionAt(sections, { kind: placeKind, id: placeId })?.heading ?? '';
    const evidenceId = tx.newId();
    const title = startOfText(`Faktakontroll: underlag till ${heading}`, 200);
    const heldOn = stockholmDate(row.submittedAt);
    await tx.insert(Evidence, {
      ...{
        municipalityId,
        id: evidenceId,
        followUpId,
        kind: 'document',
        heldOn,
        title,
        text: '',
        createdBy,
        createdAt,
      },
    });
    await tx.insert(
      Attachment,
      files.map(({ fileName, mediaType, size, sha256 }) => ({
        ...{ municipalityId, id: tx.newId(), followUpId, evidenceId, fileName, mediaType, size, sha256 },
        ...{ createdBy, createdAt },
      })),
    );
    await tx.query(LINK, [municipalityId, remarkId, evidenceId]);
    made += 1;
  }
  if (made > 0) await tx.query(COUNT_UP, [municipalityId, followUpId]);
  return made;
}

async function tellOfficer(tx: Transaction, row: Received, { provider }: FactCheckOrigin): Promise<void> {
  const { followUpId, providerId, remarks, noRemarks, late, submittedAt, createdBy } = row;
  const { title, unit, caseNumber } = row.content;
  const said = noRemarks ? 'inga synpunkter' : remarks.length === 1 ? 'en synpunkt' : `${remarks.length} synpunkter`;
  await queueMail(tx, {
    kind: 'fact-check',
    to: { accountId: createdBy },
    subject: `Faktakontrollen är besvarad: ${title}`,
    text: [
      'Hej!',
      `${provider} svarade på faktakontrollen ${formatInstant(submittedAt)}${late ? ', efter svarstiden' : ''}: ${said}.`,
      `Det gäller ${unit}, ärende ${caseNumber}. ${noRemarks ? 'Läs' : 'Besvara synpunkterna'} i uppföljningen:\n${tx.publicUrl}/app/uppfoljningar/${followUpId}/faktakontroll`,
    ].join('\n\n'),
    ...{ followUpId, providerId },
  });
}

const LOCK = `
select f.state from fact_check c
  join follow_up f on f.municipality_id = c.municipality_id and f.id = c.follow_up_id
where c.municipality_id = $1 and c.id = $2
for no key update of f`;
const DONE = "select 1 from event where municipality_id = $1 and subject_id = $2 and kind = 'fact-check.received'";
const SAID = `
select answered_by as "submittedBy", answered_at as "submittedAt" from fact_check
where municipality_id = $1 and id = $2 and answered_at is not null`;
const LINK = `
update fact_check_file set evidence_id = $3
where municipality_id = $1 and remark_id = $2 and removed_at is null`;
const COUNT_UP = 'update follow_up set content_version = content_version + 1 where municipality_id = $1 and id = $2';
