import { Command } from 'commander';
import { Database } from '../database/database.js';
import { DatabaseConnection, findDatabase } from '../database/database-connection.js';
import { CommandFailed, printJson } from '../settings/command-output.js';
import { Clock } from '../settings/clock.js';
import { readSettings } from '../settings/settings.js';
import { verifyAudit } from './verify-audit.js';

/** `insyn verify-audit`: exit status 1 when a history was altered. */
export function verifyAuditCommand(): Command {
  return new Command('verify-audit')
    .description('Compute the hash chain of every municipality’s history again; fails where it was altered.')
    .action(async () => {
      const settings = readSettings();
      const connection = await DatabaseConnection.open(await findDatabase(settings));
      try {
        const municipalities = await verifyAudit(new Database(connection, new Clock(), settings));
        const intact = municipalities.every((result) => result.intact);
        printJson({ intact, municipalities });
        if (!intact) throw new CommandFailed('The history was altered.');
      } finally {
        await connection.onApplicationShutdown();
      }
    });
}
