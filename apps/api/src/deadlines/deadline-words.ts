import { type CalendarDate, type DeadlineKind, type DeadlineUnit, formatDate } from '@insyn/domain';

/** The rule that gave a deadline, as the lists and the history say it: '30 dagar från 22 november 2026'. */
export function termInWords(term: { baseDate: CalendarDate; amount: number; unit: DeadlineUnit }): string {
  const { baseDate, amount, unit } = term;
  const one = unit === 'days' ? 'dag' : 'månad';
  const several = unit === 'days' ? 'dagar' : 'månader';
  return `${amount} ${amount === 1 ? one : several} från ${formatDate(baseDate)}`;
}

/** How far away a day is: 'i dag', 'i morgon', 'om 7 dagar'. */
export function daysInWords(days: number): string {
  if (days === 0) return 'i dag';
  return days === 1 ? 'i morgon' : `om ${days} dagar`;
}

/** How long ago a day was: 'en dag sedan', '12 dagar sedan'. */
export function agoInWords(days: number): string {
  return days === 1 ? 'en dag sedan' : `${days} dagar sedan`;
}

/** What is waited for, as a mail says it to the one who is to do it, and as a heading. */
export interface AwaitedWords {
  /** 'åtgärdsplan' */
  readonly name: string;
  /** '… väntar på er åtgärdsplan' or 'Åtgärdsplanen ska bedömas' */
  readonly awaited: string;
  /** What the reader is asked to do: 'Lämna in planen', 'Svara' */
  readonly ask: string;
}

/** The words for each kind of deadline, to the one who is to keep it. */
export const AWAITED: Readonly<Record<DeadlineKind, AwaitedWords>> = {
  'fact-check': { name: 'faktakontroll', awaited: 'era synpunkter på utkastet till rapport', ask: 'Svara' },
  'action-plan': { name: 'åtgärdsplan', awaited: 'er åtgärdsplan', ask: 'Lämna in planen' },
  'sanction-answer': { name: 'svar om påföljd', awaited: 'ert svar på beslutet om påföljd', ask: 'Svara' },
  'plan-evaluation': { name: 'bedömning av åtgärdsplan', awaited: 'Åtgärdsplanen ska bedömas', ask: 'Bedöm den' },
  recheck: { name: 'återkontroll', awaited: 'Återkontrollen ska vara klar', ask: 'Gör klart den' },
};
