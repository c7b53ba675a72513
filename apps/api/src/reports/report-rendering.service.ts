import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { REPORT_FORMATS, type ReportFormat, type ReportVariant } from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { JobsService } from '../jobs/jobs.service.js';
import { renderInWorker } from './render-in-worker.js';
import { ReportFile } from './report-file.entity.js';

/** No report is near this; a document that is has gone wrong. */
const MAX_BYTES = 50_000_000;

/**
 * Renders sealed reports in a job and on a thread of its own, never on a request. It may be called any number of times for the same report: what is
 * rendered already is left alone, so a killed process gives each file exactly once.
 */
@Injectable()
export class ReportRenderingService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('render-report', ({ data }) => {
      if (data['reportId'] === undefined) throw new Error('The job names no report.');
      // A job carries ids only: one that names a publication is about the public variant.
      const variant = data['publicationId'] === undefined ? 'internal' : 'public';
      return this.render(data.municipalityId, data['reportId'], variant);
    });
  }

  /** Renders PDF and HTML of one variant of one report, where they are not there yet. */
  public async render(municipalityId: string, reportId: string, variant: ReportVariant): Promise<void> {
    const { snapshot, done } = await this.#read(municipalityId, reportId, variant);
    if (snapshot === null) throw new Error(`The ${variant} variant of report ${reportId} has no snapshot.`);
    const missing = REPORT_FORMATS.filter((format) => !done.includes(format));
    if (missing.length === 0) return;
    const rendered = await renderInWorker(snapshot);
    for (const format of missing) {
      const bytes = rendered[format];
      const file = await this.files.put(Readable.from([bytes]), { maxBytes: MAX_BYTES });
      await this.db.jobs(municipalityId, async (tx) => {
        await tx.manager
          .createQueryBuilder()
          .insert()
          .into(ReportFile)
          .values({ municipalityId, id: tx.newId(), reportId, variant, format, ...file })
          .orIgnore()
          .updateEntity(false)
          .execute();
      });
    }
  }

  #read(
    municipalityId: string,
    reportId: string,
    variant: ReportVariant,
  ): Promise<{ snapshot: ReportData | null; done: ReportFormat[] }> {
    return this.db.jobs(municipalityId, async (tx) => {
      const [row] = await tx.query<{ snapshot: ReportData | null; done: ReportFormat[] }>(
        `select case when $3 = 'public' then p.public_snapshot else r.snapshot end as snapshot,
           array(select f.format from report_file f
                 where f.municipality_id = r.municipality_id and f.report_id = r.id and f.variant = $3) as done
         from report r left join publication p on p.municipality_id = r.municipality_id and p.report_id = r.id
         where r.municipality_id = $1 and r.id = $2`,
        [municipalityId, reportId, variant],
      );
      if (row === undefined) throw new Error(`There is no report ${reportId}.`);
      return row;
    });
  }
}
