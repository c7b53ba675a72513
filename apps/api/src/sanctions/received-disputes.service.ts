import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatInstant, stockholmDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { JobsService } from '../jobs/jobs.service.js';
import { queueMail } from '../mails/queue-mail.js';
import { registerRecord } from '../records/register-record.js';
import { lockSanction, type LockedSanction } from './locked-sanction.js';
import { appendSanctionEvent } from './sanction-history.js';
import { disputeFilesOf } from './sanction-files.js';
import { letterFacts, type LetterRow, sanctionRecordTitle } from './sanction-letter.js';

interface Waiting {
  readonly id: string;
  readonly disputedBy: string;
  readonly disputedAt: Date;
  readonly late: boolean;
  readonly text: string;
}

/**
 * Takes a dispute in on the municipality's side, in a job, since the provider's door may not write there: it is registered
 * (R16), stands in the history of the sanction, and the manager who decided is told. Run again, it does nothing.
 */
@Injectable()
export class ReceivedDisputesService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('receive-dispute', ({ data }) => {
      if (data['sanctionId'] === undefined) throw new Error('The job names no sanction.');
      return this.receive(data.municipalityId, data['sanctionId']);
    });
  }

  /** Takes the dispute of one sanction in, once. */
  public receive(municipalityId: string, sanctionId: string): Promise<void> {
    return this.db.jobs(municipalityId, async (tx) => {
      await tx.query(LOCK_CASE, [municipalityId, sanctionId]);
      const sanction = await lockSanction(tx, sanctionId);
      const [waiting] = await tx.query<Waiting>(WAITING, [municipalityId, sanctionId]);
      if (waiting === undefined) return;
      const row = await letterFacts(tx, sanctionId);
      const { followUpId, label } = sanction;
      const { disputedBy, disputedAt, text } = waiting;
      const files = await disputeFilesOf(tx, sanctionId);
      const recordId = await registerRecord(tx, {
        ...{ followUpId, direction: 'in', counterpart: row.provider, createdBy: disputedBy },
        publicTitle: sanctionRecordTitle('Bestridande av påföljd', sanction, row) + withFiles(files.length),
      });
      await tx.query(REGISTER_FILES, [municipalityId, sanctionId, recordId]);
      await appendSanctionEvent(tx, sanction, {
        ...{ action: 'dispute', to: 'disputed', text, recordId },
        by: { accountId: disputedBy, at: disputedAt, on: stockholmDate(disputedAt) },
      });
      await tx.query('update sanction_dispute set received_at = $3 where municipality_id = $1 and id = $2', [
        ...[municipalityId, waiting.id, tx.now],
      ]);
      await tellManager(tx, sanction, row, waiting, files.length);
      tx.appendEvent({
        ...{ kind: 'sanction.dispute-received', subjectKind: 'sanction', subjectId: sanctionId, followUpId },
        summary: `Tog emot bestridandet av påföljden: ${label}`,
        after: { recordId, files: files.map(({ fileName }) => ({ fileName })) },
      });
    });
  }
}

async function tellManager(
  tx: Transaction,
  { id, followUpId, decidedBy, label, providerId }: LockedSanction,
  { provider, unit, reference, caseNumber }: LetterRow,
  { disputedAt, late }: Waiting,
  files: number,
): Promise<void> {
  await queueMail(tx, {
    ...{ kind: 'sanction-answer', to: { accountId: decidedBy }, followUpId, providerId },
    subject: `Påföljd har bestridits: ${label}`,
    text: [
      'Hej!',
      `${provider} bestred påföljden ”${label}” ${formatInstant(disputedAt)}${late ? ', efter svarstiden' : ''}${withFiles(files)}.`,
      `Det gäller ${unit}, avtal ${reference}, ärende ${caseNumber}. Läs bestridandet och bemöt det:\n${tx.publicUrl}/app/pafoljder/${id}`,
    ].join('\n\n'),
  });
}

/** ', med 2 bilagor'; the names of files may name persons, and stand in no public title (R16). */
function withFiles(count: number): string {
  return count === 0 ? '' : count === 1 ? ', med en bilaga' : `, med ${count} bilagor`;
}

const LOCK_CASE = `
select 1 from follow_up where municipality_id = $1
  and id = (select follow_up_id from sanction where municipality_id = $1 and id = $2) for no key update`;
const WAITING = `
select id, disputed_by as "disputedBy", disputed_at as "disputedAt", late, text from sanction_dispute
where municipality_id = $1 and sanction_id = $2 and received_at is null order by id limit 1`;
const REGISTER_FILES = `
update sanction_file set record_id = $3
where municipality_id = $1 and sanction_id = $2 and removed_at is null and record_id is null`;
