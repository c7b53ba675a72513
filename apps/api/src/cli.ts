import 'reflect-metadata';
import { deadlineInDays, deadlineInMonths, drawSample, isCalendarDate } from '@insyn/domain';
import { Command, CommanderError } from 'commander';
import { verifyAuditCommand } from './audit/verify-audit.command.js';
import { migrateCommand } from './database/migrate.command.js';
import { demoCommand } from './demo/demo.command.js';
import { CommandFailed, printJson, wholeNumber } from './settings/command-output.js';

/** When something is due (R1). */
function deadlineCommand(): Command {
  return new Command('deadline')
    .description('The last day of a deadline that runs from DATE, moved to a working day (R1).')
    .argument('<date>', 'the day of sending, YYYY-MM-DD')
    .option('--months <n>', 'months, which keep the day of the month', wholeNumber('--months', { min: 1, max: 1200 }))
    .option('--days <n>', 'days, the day of sending not counted', wholeNumber('--days', { min: 1, max: 36_500 }))
    .action((date: string, { months, days }: { months?: number; days?: number }) => {
      if (!isCalendarDate(date)) throw new CommandFailed(date + ' is not a date. Write it as YYYY-MM-DD.');
      if (months !== undefined && days === undefined) printJson({ due: deadlineInMonths(date, months) });
      else if (days !== undefined && months === undefined) printJson({ due: deadlineInDays(date, days) });
      else throw new CommandFailed('Give either --months or --days.');
    });
}

/** A random sample that can be drawn again (R5). */
function sampleCommand(): Command {
  const count = { min: 1, max: 1_000_000 };
  return new Command('sample')
    .description('Draw n of N case files by a seed; the same seed gives the same files (R5).')
    .requiredOption('--population <N>', 'how many case files there are', wholeNumber('--population', count))
    .requiredOption('--size <n>', 'how many to draw', wholeNumber('--size', count))
    .requiredOption('--seed <text>', 'what the order is made from')
    .action((request: { population: number; size: number; seed: string }) => {
      const { numbers, algorithm } = drawSample(request);
      printJson({ numbers, algorithm });
    });
}

/** Every command, in the order of --help. */
function commands(): Command[] {
  return [migrateCommand(), demoCommand(), deadlineCommand(), sampleCommand(), verifyAuditCommand()];
}

const program = new Command('insyn').description('The operator’s commands. JSON on stdout, errors on stderr.');
for (const command of commands()) program.addCommand(command);
for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError('(--help tells more)');

try {
  await program.parseAsync();
} catch (error) {
  // Commander has written its own message; --help is no error.
  if (!(error instanceof CommanderError)) process.stderr.write(messageOf(error) + '\n');
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 1;
}

/** A wrong value or a fault we know is one sentence; anything else keeps its stack. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = ['CommandFailed', 'InvalidSettings', 'RangeError', 'RuleViolation'].includes(error.name);
  return isKnown ? error.message : (error.stack ?? error.message);
}
