/** A UUIDv7 as text. */
export type Id = string;
/** An instant as ISO 8601 in UTC, e.g. `2026-11-20T13:32:00.000Z`. */
export type Instant = string;

/** One page of a list, by keyset: `next` is given back as `after` to read on; null on the last page. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What a command that makes or changes a row answers with, so that the next change can name its version. */
export interface Saved {
  id: Id;
  version: number;
}
