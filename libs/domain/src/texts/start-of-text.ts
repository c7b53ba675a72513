/** The first half of a character that takes two, with the second cut off. */
const FIRST_HALF = /[\uD800-\uDBFF]$/;

/**
 * The beginning of a text: at most `length` UTF-16 code units, and never half of a character that takes two. A text that is
 * short enough comes back as it is.
 */
export function startOfText(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  return FIRST_HALF.test(start) ? start.slice(0, -1) : start;
}

/** The beginning of a text as a sentence quotes it, with a sign that there is more: "Uppdatera planerna för …". */
export function quotedStart(text: string, length = 60): string {
  return text.length > length ? `${startOfText(text, length)} …` : text;
}
