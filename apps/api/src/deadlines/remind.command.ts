import { Command } from 'commander';
import { Database } from '../database/database.js';
import { DatabaseConnection, findDatabase } from '../database/database-connection.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Clock } from '../settings/clock.js';
import { printJson } from '../settings/command-output.js';
import { readSettings } from '../settings/settings.js';
import { DeadlineWatchService } from './deadline-watch.service.js';

/** `insyn remind`: what the nightly jobs do, now; again on the same day they do nothing more. */
export function remindCommand(): Command {
  return new Command('remind')
    .description(
      'Put today’s reminders of deadlines in the queue of mail, and tell the managers of what is overdue, each once.',
    )
    .action(async () => {
      const settings = readSettings();
      const connection = await DatabaseConnection.open(await findDatabase(settings));
      try {
        const { INSYN_NOW } = settings;
        const clock = new Clock(INSYN_NOW === undefined ? undefined : new Date(INSYN_NOW));
        const database = new Database(connection, clock, settings);
        const watch = new DeadlineWatchService(database, new JobsService(connection, settings));
        printJson(await watch.watch());
      } finally {
        await connection.onApplicationShutdown();
      }
    });
}
