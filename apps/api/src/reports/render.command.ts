import { copyFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { Database } from '../database/database.js';
import { DatabaseConnection, findDatabase } from '../database/database-connection.js';
import { FileStore } from '../files/file-store.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Clock } from '../settings/clock.js';
import { CommandFailed, printJson } from '../settings/command-output.js';
import { readSettings } from '../settings/settings.js';
import { ReportRenderingService } from './report-rendering.service.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `insyn render`: the PDF of a sealed report as decided, rendered if it is not yet, as a file. */
export function renderCommand(): Command {
  return new Command('render')
    .description('Write the PDF of a sealed report, as decided, to a file; of any municipality of the installation.')
    .argument('<report-id>', 'the id of the report')
    .requiredOption('--out <file>', 'where to write it; a file that is there is replaced')
    .action(async (reportId: string, { out }: { out: string }) => {
      if (!UUID.test(reportId)) throw new CommandFailed(reportId + ' is not the id of a report.');
      const settings = readSettings();
      const connection = await DatabaseConnection.open(await findDatabase(settings));
      try {
        const database = new Database(connection, new Clock(), settings);
        const files = new FileStore(settings);
        const rendering = new ReportRenderingService(database, files, new JobsService(connection, settings));
        const municipalityId = await ownerOf(database, reportId);
        await rendering.render(municipalityId, reportId, 'internal');
        const { sha256, size } = await pdfOf(database, municipalityId, reportId);
        const file = resolve(out);
        await copyFile(files.pathOf(sha256), file).catch((error: NodeJS.ErrnoException) => {
          throw new CommandFailed(file + ' could not be written: ' + (error.code ?? error.message) + '.');
        });
        printJson({ reportId, file, sha256, size });
      } finally {
        await connection.onApplicationShutdown();
      }
    });
}

/** The municipality that a report belongs to: each tenant is asked, since no role sees them all at once. */
async function ownerOf(database: Database, reportId: string): Promise<string> {
  for (const { id } of await database.municipalities()) {
    const found = await database.jobs(id, (tx) =>
      tx.query('select 1 from report where municipality_id = $1 and id = $2', [id, reportId]),
    );
    if (found.length > 0) return id;
  }
  throw new CommandFailed('There is no report ' + reportId + '.');
}

async function pdfOf(
  database: Database,
  municipalityId: string,
  reportId: string,
): Promise<{ sha256: string; size: number }> {
  const [file] = await database.jobs(municipalityId, (tx) =>
    tx.query<{ sha256: string; size: number }>(
      `select sha256, size from report_file
       where municipality_id = $1 and report_id = $2 and variant = 'internal' and format = 'pdf'`,
      [municipalityId, reportId],
    ),
  );
  if (file === undefined) throw new CommandFailed('The report could not be rendered.');
  return file;
}
