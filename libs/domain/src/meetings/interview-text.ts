import { legibleText } from '../publications/legible-text.js';
import type { ScreenHitKind } from '../publications/publication.js';
import { screenReport } from '../publications/screen.js';

/** Names that are also everyday words; alone they are names only when they begin with a capital. */
const ALSO_WORDS = new Set(
  (
    'ask berg björn blad bo borg by dag dal ek falk fors frid frisk glad gren hage hjort holm hård kvist lind love lund ' +
    'lång malm mark modig nord pil rask ros rosa sand sjö skog sol stark sten stig strand ström sund svan svärd ung ' +
    'varg vik viola åker äng örn'
  ).split(' '),
);

const WORDS: Partial<Record<ScreenHitKind, string>> = {
  'identity-number': 'Texten innehåller ett personnummer. Ta bort det',
  phone: 'Texten innehåller ett telefonnummer. Ta bort det',
  email: 'Texten innehåller en e-postadress. Ta bort den',
};

/**
 * What of a text must go before it can be kept as an interview, which never takes a name: personal identity numbers,
 * phone numbers and e-mail addresses as the public screen finds them (R17), and the known names of participants and
 * contacts, whole or a part of one (a given name, a surname), as whole words in any letter case. Swedish; each fault once.
 */
export function interviewTextFaults(text: string, knownNames: readonly string[]): string[] {
  const hits = screenReport({ sections: [{ place: '', text }], participantNames: [], shares: [], threshold: 0 });
  const personal = hits.flatMap(({ kind }) => WORDS[kind] ?? []);
  const legible = legibleText(text).text;
  const names = knownNames.flatMap((name) => namesIn(legible, name));
  return [
    ...new Set([...personal, ...names.map((name) => `Texten innehåller namnet ”${name}”. Skriv rollen i stället`)]),
  ];
}

/** The whole name where it stands, or the parts of it that do, as the text writes them. */
function namesIn(text: string, name: string): string[] {
  const parts = name.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  const whole = written(text, parts);
  const single = parts.filter((part) => part.length >= 2).flatMap((part) => written(text, [part]));
  const alone = single.filter((word) => !ALSO_WORDS.has(word.replace(/[:'’]?s$/u, '')) && !ALSO_WORDS.has(word));
  const isWithinWhole = (word: string) => whole.some((full) => full.split(/\s+/u).includes(word));
  return [...whole, ...alone.filter((word) => !isWithinWhole(word))];
}

function written(text: string, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('\\s+');
  const whole = new RegExp(`(?<![\\p{L}\\d])${pattern}(?:[:'’]?s)?(?![\\p{L}\\d])`, 'giu');
  return [...text.matchAll(whole)].map(([found]) => found);
}
