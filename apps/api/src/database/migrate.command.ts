import { Command } from 'commander';
import { CommandFailed, printJson } from '../settings/command-output.js';
import { readSettings } from '../settings/settings.js';
import { findDatabase } from './database-connection.js';
import { migrate } from './migrate.js';

/** `insyn migrate`: the only process that is the owner of the database. It runs and ends. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Run what is left of the migrations as the owner, and give the login its roles.')
    .action(async () => {
      const settings = readSettings();
      const address = await findDatabase(settings, (sentence) => process.stderr.write(sentence + '\n'));
      try {
        if (address.ownerUrl === undefined)
          throw new CommandFailed('DATABASE_OWNER_URL must be set beside DATABASE_URL.');
        printJson({ migrations: await migrate(address.ownerUrl, address.loginUrl) });
      } finally {
        await address.release();
      }
    });
}
