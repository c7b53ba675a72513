import { Injectable } from '@nestjs/common';
import type { ReportFormat } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Conflict, NotFound } from '../http/problem.js';

/** A rendered report as it is sent: which file, and under which name. */
export interface ReportDownload {
  sha256: string;
  fileName: string;
}

@Injectable()
export class ReportsQueries {
  public constructor(private readonly db: Database) {}

  /** The internal variant of a report whose case the person sees. @throws Conflict while it is being rendered. */
  public async internalFile(user: StaffUser, id: string, format: ReportFormat): Promise<ReportDownload> {
    const [row] = await this.db.read<{ sha256: string | null; caseNumber: string; version: number }>(user, {
      name: 'reports-internal-file',
      text: `select rf.sha256, f.case_number as "caseNumber", r.report_version as version
        from report r
          join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
          left join report_file rf on rf.municipality_id = r.municipality_id and rf.report_id = r.id
            and rf.variant = 'internal' and rf.format = $4
        where r.municipality_id = $1 and r.id = $2 and ($3::uuid[] is null or f.committee_id = any($3))`,
      values: [user.municipalityId, id, permittedCommittees(user, 'follow-up.read'), format],
    });
    if (row === undefined) throw new NotFound();
    if (row.sha256 === null) throw new Conflict('report-not-rendered', 'Rapporten skapas. Försök igen om en stund.');
    const name = `rapport-${row.caseNumber.replace(/[^A-Za-z0-9]+/g, '-')}-v${row.version}.${format}`;
    return { sha256: row.sha256, fileName: name };
  }
}
