import { type CalendarDate, type DeadlineUnit, formatDate } from '@insyn/domain';

/** The rule that gave a deadline, as the lists and the history say it: '30 dagar från 22 november 2026'. */
export function termInWords(term: { baseDate: CalendarDate; amount: number; unit: DeadlineUnit }): string {
  const { baseDate, amount, unit } = term;
  const one = unit === 'days' ? 'dag' : 'månad';
  const several = unit === 'days' ? 'dagar' : 'månader';
  return `${amount} ${amount === 1 ? one : several} från ${formatDate(baseDate)}`;
}
