import type { HistoryItem } from '@insyn/api-schema';
import { formatDateLong, stockholmDate, type CalendarDate } from '@insyn/domain';

/** What happened on one day, newest first. */
export interface HistoryDay {
  date: CalendarDate;
  /** "Måndag 23 november 2026" */
  heading: string;
  events: HistoryItem[];
}

/** The events by the day in Sweden, as they come: newest first. The answers that were saved in a row are one line. */
export function historyDays(events: readonly HistoryItem[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const event of folded(events)) {
    const date = stockholmDate(new Date(event.at));
    const last = days.at(-1);
    if (last?.date === date) last.events.push(event);
    else days.push({ date, heading: capitalised(formatDateLong(date)), events: [event] });
  }
  return days;
}

/** Each answer saves itself while it is written: those that one person saved after each other in a day are one line. */
function folded(events: readonly HistoryItem[]): HistoryItem[] {
  const runs: HistoryItem[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0] && isAnswer(event) && isAnswer(run[0]) && sameHand(event, run[0])) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap(([first, ...others]) => {
    if (!first) return [];
    // The same words are the same question, saved again.
    const count = new Set([first, ...others].map(({ summary }) => summary)).size;
    return count === 1 ? first : { ...first, summary: $localize`Sparade ${count} svar`, changes: [] };
  });
}

function isAnswer({ kind }: HistoryItem): boolean {
  return kind.startsWith('answer.');
}

function sameHand(one: HistoryItem, other: HistoryItem): boolean {
  const dayOf = ({ at }: HistoryItem) => stockholmDate(new Date(at));
  return one.by === other.by && one.of?.id === other.of?.id && dayOf(one) === dayOf(other);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
