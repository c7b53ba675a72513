import { fieldsOf } from './changed-fields.js';
import { nounOf } from './history-group.js';

/** One thing that an event changed, as the screen says it; null where there was nothing, or is nothing left. */
export interface HistoryChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What an event changed, from what to what, in plain Swedish: fields by their names on the screen, values by their labels,
 * dates as Swedes write them. What has no such name is left out, so that no code or id ever stands in the history.
 */
export function changesInWords(eventKind: string, before: unknown, after: unknown): HistoryChange[] {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  const changes: HistoryChange[] = [];
  for (const [name, { label, words }] of fieldsOf(nounOf(eventKind))) {
    // What the later values do not name has not changed, unless there are no later values: then all of it is gone.
    if (to === null ? from?.[name] === undefined : to[name] === undefined) continue;
    const [was, is] = [words(from?.[name]), words(to?.[name])];
    if (was !== is) changes.push({ field: label, from: was, to: is });
  }
  return changes;
}

/** The values of an event; of several rows that became one, the first. */
function valuesOf(content: unknown): Readonly<Record<string, unknown>> | null {
  const first: unknown = Array.isArray(content) ? content[0] : content;
  return typeof first === 'object' && first !== null ? (first as Readonly<Record<string, unknown>>) : null;
}
