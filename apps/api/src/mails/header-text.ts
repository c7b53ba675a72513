/** Text for a header: no line breaks and no other control characters, which could add a header of their own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
