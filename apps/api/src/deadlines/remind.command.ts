import { Command } from 'commander';
import { Database } from '../database/database.js';
import { DatabaseConnection, findDatabase } from '../database/database-connection.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Clock } from '../settings/clock.js';
import { printJson } from '../settings/command-output.js';
import { readSettings } from '../settings/settings.js';
import { RequestRemindersService } from './request-reminders.service.js';

/** `insyn remind`: what the nightly job does, now; again on the same day it reminds of nothing more. */
export function remindCommand(): Command {
  return new Command('remind')
    .description('Put the reminders of deadlines that are due today in the queue of mail, each once.')
    .action(async () => {
      const settings = readSettings();
      const connection = await DatabaseConnection.open(await findDatabase(settings));
      try {
        const { INSYN_NOW } = settings;
        const clock = new Clock(INSYN_NOW === undefined ? undefined : new Date(INSYN_NOW));
        const database = new Database(connection, clock, settings);
        const reminders = new RequestRemindersService(database, new JobsService(connection, settings));
        printJson(await reminders.remind());
      } finally {
        await connection.onApplicationShutdown();
      }
    });
}
