import { Injectable } from '@nestjs/common';
import type { FactCheckView } from '@insyn/api-schema';
import type { FollowUpState } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { readDraftReport } from './draft-report.js';
import { factCheckView, type StaffFactCheckRow } from './fact-check-view.js';
import { LIST } from './fact-check.sql.js';
import { reportDifference } from './report-difference.js';

/** A list in one row, so that a case without fact checks is told from one that is not there. */
interface Listed {
  readonly committeeId: string;
  readonly followUpState: FollowUpState;
  readonly rows: readonly StaffFactCheckRow[];
}

/** A file to send, by its hash. */
export interface FactCheckDownload {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

@Injectable()
export class FactChecksQueries {
  public constructor(private readonly db: Database) {}

  /** The fact checks of a case, newest first. @throws NotFound for a case that the person does not see. */
  public list(user: StaffUser, followUpId: string): Promise<FactCheckView[]> {
    return this.db.transaction(user, async (tx) => {
      const values = [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')];
      const [listed] = await tx.query<Listed>(LIST, values);
      if (listed === undefined) throw new NotFound();
      const { committeeId, followUpState, rows } = listed;
      const mayWrite = followUpState === 'fact-check' && isPermitted(user, 'follow-up.write', committeeId);
      const isRunning = rows.some(({ state }) => state !== 'closed' && state !== 'taken-back');
      const now = isRunning ? await readDraftReport(tx, followUpId, { name: '', title: '' }) : null;
      return rows.map((row) => {
        const live = now === null || row.state === 'taken-back' ? [] : reportDifference(row.content.report, now);
        return factCheckView(row, row.outcome?.difference ?? live, mayWrite);
      });
    });
  }

  /** A file that the provider has handed in. @throws NotFound */
  public async file(user: StaffUser, id: string): Promise<FactCheckDownload> {
    const values = [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')];
    const [file] = await this.db.read<FactCheckDownload>(user, { name: 'fact-check-file', text: FILE, values });
    if (file === undefined) throw new NotFound();
    return file;
  }
}

const FILE = `
select x.sha256, x.file_name as "fileName", x.media_type as "mediaType"
from fact_check_file x
  join fact_check c on c.municipality_id = x.municipality_id and c.id = x.fact_check_id
  join follow_up f on f.municipality_id = c.municipality_id and f.id = c.follow_up_id
where x.municipality_id = $1 and x.id = $2 and x.removed_at is null and c.answered_at is not null
  and ($3::uuid[] is null or f.committee_id = any ($3))`;
