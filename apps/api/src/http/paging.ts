import type { Page } from '@insyn/api-schema';
import { Invalid } from './problem.js';

/** How many rows a page of a list holds. */
export const PAGE_SIZE = 50;

/**
 * Cuts rows, read with one more than the page holds, into a page. The cursor is the key of the last row, so that the next
 * page starts there however far into the list it is.
 */
export function pageOf<Row, Item>(rows: Row[], keyOf: (row: Row) => string[], itemOf: (row: Row) => Item): Page<Item> {
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE_SIZE).map(itemOf),
    next: last === undefined ? null : Buffer.from(JSON.stringify(keyOf(last))).toString('base64url'),
  };
}

/** The key where the page before ended, as `count` texts; nulls for the first page. */
export function cursorOf(after: string | undefined, count: number): (string | null)[] {
  if (after === undefined) return Array.from({ length: count }, () => null);
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const sound = Array.isArray(key) && key.length === count;
    if (sound && key.every((part) => typeof part === 'string' && !part.includes('\0'))) return key as string[];
  } catch {
    // Said below: what is no cursor is refused, whatever is wrong with it.
  }
  throw new Invalid([{ field: 'after', message: 'Listan har inget sådant ställe. Läs in den från början.' }]);
}

/** A LIKE pattern for texts that hold these words, taken literally; null where nothing is looked for. */
export function containsPattern(search: string | undefined): string | null {
  return search === undefined || search === '' ? null : '%' + search.replace(/[\\%_]/g, '\\$&') + '%';
}
