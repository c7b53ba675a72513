import { deadlineInDays, deadlineInMonths, drawSample, isCalendarDate } from '@insyn/domain';
import { Command } from 'commander';
import { CommandFailed, printJson, wholeNumber } from './settings/command-output.js';

/** When something is due (R1). */
export function deadlineCommand(): Command {
  return new Command('deadline')
    .description('The last day of a deadline that runs from DATE, moved to a working day (R1).')
    .argument('<date>', 'the day of sending, YYYY-MM-DD')
    .option('--months <n>', 'months, which keep the day of the month', wholeNumber('--months', { min: 1, max: 1200 }))
    .option('--days <n>', 'days, the day of sending not counted', wholeNumber('--days', { min: 1, max: 36_500 }))
    .action((date: string, { months, days }: { months?: number; days?: number }) => {
      const isDate: boolean = isCalendarDate(date);
      if (!isDate) throw new CommandFailed(date + ' is not a date. Write it as YYYY-MM-DD.');
      if (months !== undefined && days === undefined) printJson({ due: deadlineInMonths(date, months) });
      else if (days !== undefined && months === undefined) printJson({ due: deadlineInDays(date, days) });
      else throw new CommandFailed('Give either --months or --days.');
    });
}

/** A random sample that can be drawn again (R5). */
export function sampleCommand(): Command {
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
