import { Command } from 'commander';
import { findDatabase } from '../database/database-connection.js';
import { CommandFailed, printJson, wholeNumber } from '../settings/command-output.js';
import { readSettings } from '../settings/settings.js';
import { makeDemo } from './demo.js';

interface Options {
  municipalities: number;
  followUps: number;
  seed: string;
  ifEmpty?: boolean;
  bulk?: boolean;
}

/** `insyn demo`: invented municipalities, people, providers and follow-ups at every stage. Refused in production. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('Fill a migrated database with lifelike invented data; the same seed and day give the same.')
    .option('--municipalities <n>', 'how many', wholeNumber('--municipalities', { min: 1, max: 200 }), 2)
    .option(
      '--follow-ups <n>',
      'how many in all; 24 or more show requests at every stage',
      wholeNumber('--follow-ups', { min: 1, max: 1_000_000 }),
      52,
    )
    .option('--seed <text>', 'what the chance is made from', 'insyn')
    .option('--if-empty', 'do nothing where there is a municipality already')
    .option('--bulk', 'many follow-ups fast, without reports, for the bench')
    .action(async ({ municipalities, followUps, seed, ifEmpty = false, bulk = false }: Options) => {
      if (process.env['NODE_ENV'] === 'production') {
        throw new CommandFailed(
          'The demonstration is refused in production: everybody in it has the same known password.',
        );
      }
      const settings = readSettings();
      const now = settings.INSYN_NOW === undefined ? new Date() : new Date(settings.INSYN_NOW);
      const address = await findDatabase(settings, (sentence) => process.stderr.write(sentence + '\n'));
      try {
        printJson(await makeDemo(settings, address, { municipalities, followUps, seed, ifEmpty, bulk, now }));
      } finally {
        await address.release();
      }
    });
}
