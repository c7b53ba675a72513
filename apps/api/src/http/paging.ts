import type { Page } from '@insyn/api-schema';
import { isCalendarDate } from '@insyn/domain';
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

const IS_PART = {
  text: (part: string) => !part.includes('\0'),
  number: (part: string) => /^\d{1,18}$/.test(part),
  date: isCalendarDate,
  id: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part),
} as const;

/** The key where the page before ended, in parts of these kinds; nulls for the first page. @throws Invalid for no key. */
export function cursorOf(after: string | undefined, ...kinds: (keyof typeof IS_PART)[]): (string | null)[] {
  if (after === undefined) return kinds.map(() => null);
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const isPart = (part: unknown, index: number): boolean => {
      const kind = kinds[index];
      return typeof part === 'string' && kind !== undefined && IS_PART[kind](part);
    };
    if (Array.isArray(key) && key.length === kinds.length && key.every(isPart)) return key as string[];
  } catch {
    // Said below: what is no cursor is refused, whatever is wrong with it.
  }
  throw new Invalid([{ field: 'after', message: 'Listan har inget sådant ställe. Läs in den från början.' }]);
}

/** A LIKE pattern for texts that hold these words, taken literally; null where nothing is looked for. */
export function containsPattern(search: string | undefined): string | null {
  return search === undefined || search === '' ? null : '%' + search.replace(/[\\%_]/g, '\\$&') + '%';
}
