import { expect } from '@jest/globals';
import type { PdfInspection } from './inspect-pdf.js';

/** Every part stands in the text, each after the one before. */
export function expectInOrder({ text }: PdfInspection, parts: readonly string[]): void {
  const all = text.join(' ').replaceAll('\u00a0', ' ');
  parts.reduce((from, part) => {
    const place = all.indexOf(part, from);
    expect({ part, found: place >= from }).toEqual({ part, found: true });
    return place + part.length;
  }, 0);
}
