import type { HistoryItem } from '@insyn/api-schema';
import { formatDateLong, stockholmDate, type CalendarDate } from '@insyn/domain';

/** What happened on one day, newest first. */
export interface HistoryDay {
  date: CalendarDate;
  /** "Måndag 23 november 2026" */
  heading: string;
  events: HistoryItem[];
}

/** The events by the day in Sweden, as they come: newest first. What saved itself in a row is one line. */
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

/** What a provider writes saves itself: what one hand saved of the same kind after each other in a day is one line. */
function folded(events: readonly HistoryItem[]): HistoryItem[] {
  const runs: HistoryItem[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0] && savedOf(event) && savedOf(event) === savedOf(run[0]) && sameHand(event, run[0])) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap(([first, ...others]) => {
    if (!first) return [];
    // The same words are the same part, saved again.
    const count = new Set([first, ...others].map(({ summary }) => summary)).size;
    return count === 1 ? first : { ...first, summary: savedInWords(savedOf(first), count), changes: [] };
  });
}

/** What it is that saves itself; null for what a person does at once. */
function savedOf({ kind }: HistoryItem): 'answer' | 'plan' | null {
  if (kind.startsWith('answer.')) return 'answer';
  return kind.startsWith('action-plan-item.') ? 'plan' : null;
}

function savedInWords(what: 'answer' | 'plan' | null, count: number): string {
  return what === 'plan' ? $localize`Skrev i ${count} delar av åtgärdsplanen` : $localize`Sparade ${count} svar`;
}

function sameHand(one: HistoryItem, other: HistoryItem): boolean {
  const dayOf = ({ at }: HistoryItem) => stockholmDate(new Date(at));
  return one.by === other.by && one.of?.id === other.of?.id && dayOf(one) === dayOf(other);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
