/**
 * A LIKE pattern for organisation numbers, where what is looked for could be a part of one; null otherwise. The hyphen,
 * spaces and the century of a whole number do not count.
 */
export function numberPattern(search: string | undefined): string | null {
  const digits = (search ?? '').replace(/[\s-]/g, '');
  return /^\d{2,12}$/.test(digits) ? '%' + digits.replace(/^(16|19|20)(?=\d{10}$)/, '') + '%' : null;
}
