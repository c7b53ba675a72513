/**
 * A permit's number in one way of writing: 'Dnr: 4.1.2 – 47669/2022' becomes '4.1.2-47669/2022'. A suffix is kept:
 * '4.1.2-47186/2023-4'. Null if it is not built as the authorities' numbers are.
 */
export function normalisePermitNumber(text: string): string | null {
  const clean = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .replace(/^(?:dnr|diarienr|diarienummer)[.:]*/i, '');
  return /^\d{1,3}(?:\.\d{1,3}){0,4}-\d{1,7}\/\d{4}(?:-\d{1,4})?$/.test(clean) ? clean : null;
}
