import { createHash } from 'node:crypto';

/**
 * Data as JSON in its one canonical form (after RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Throws a TypeError for what JSON cannot hold: undefined, NaN, a function, a date.
 */
export function canonicalJson(data: unknown): string {
  if (data === null || typeof data === 'boolean') return String(data);
  if (typeof data === 'string') {
    if (!data.isWellFormed()) throw new TypeError('A lone surrogate has no canonical form');
    return JSON.stringify(data);
  }
  if (typeof data === 'number') {
    if (!Number.isFinite(data)) throw new TypeError('Not a JSON number');
    return JSON.stringify(data);
  }
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  if (isPlainObject(data)) {
    const members = Object.keys(data)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(data[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`No canonical form for ${typeof data}`);
}

/** The seal of a report (R11): SHA-256 in lower-case hexadecimal of the canonical form of its data. */
export function seal(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data), 'utf8').digest('hex');
}

function isPlainObject(data: unknown): data is Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
