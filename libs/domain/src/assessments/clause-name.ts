/**
 * How a sentence names one clause, or a few together: "§ 15", "§§ 7 och 8", "Punkt 4.9". A whole number is a paragraph of
 * the contract; a number in parts, or one with letters first, is a point.
 */
export function clauseName(...numbers: readonly string[]): string {
  const bare = numbers.map((number) => number.replace(/^§+\s*/, '').trim());
  const last = bare.at(-1) ?? '';
  const list = bare.length > 1 ? `${bare.slice(0, -1).join(', ')} och ${last}` : last;
  const areParagraphs = bare.every((number) => /^\d+\s?\p{L}?$/u.test(number));
  if (areParagraphs) return bare.length > 1 ? `§§ ${list}` : `§ ${list}`;
  return bare.length > 1 ? `Punkterna ${list}` : `Punkt ${list}`;
}
