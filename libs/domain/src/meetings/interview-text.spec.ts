import { describe, expect, it } from '@jest/globals';
import { interviewTextFaults } from './interview-text.js';

const KNOWN = ['Asta Kvistberg', 'Sten Björn', 'Ulla-Britt  Ek', 'José Å'];
const named = (name: string) => [`Texten innehåller namnet ”${name}”. Skriv rollen i stället`];

describe('An interview never takes a name', () => {
  it.each<[string, string, string[]]>([
    ['the whole name', 'Samtal med Asta Kvistberg i dag.', named('Asta Kvistberg')],
    ['the whole name in other letter case', 'samtal med asta KVISTBERG', named('asta KVISTBERG')],
    ['a given name', 'Asta berättar om maten.', named('Asta')],
    ['a given name in small letters', 'enligt asta fungerar det', named('asta')],
    ['a surname in the genitive', 'Kvistbergs rutin', named('Kvistbergs')],
    ['a name parted by a line break', 'Asta\nKvistberg', named('Asta\nKvistberg')],
    ['a name hidden by a soft hyphen', 'As\u00adta svarade', named('Asta')],
    ['a double name', 'Ulla-Britt var nöjd', named('Ulla-Britt')],
    ['a name that is a word, with a capital', 'Vi frågade Sten om detta', named('Sten')],
    ['a whole name of words in small letters', 'vi frågade sten björn', named('sten björn')],
    ['an identity number', 'Född 19121212-1212.', ['Texten innehåller ett personnummer. Ta bort det']],
    ['a phone number', 'Ring 070-123 45 67.', ['Texten innehåller ett telefonnummer. Ta bort det']],
    ['an e-mail address', 'Skriv till a.b@example.se.', ['Texten innehåller en e-postadress. Ta bort den']],
  ])('refuses %s', (_case, text, faults) => {
    expect(interviewTextFaults(text, KNOWN)).toEqual(faults);
  });

  it.each([
    'Brukaren är nöjd och känner till sin kontaktperson.',
    'Det låg en sten i vägen och en björn i skogen.',
    'Nej: astabana, kvistbergare.',
    'Två av nio kunder svarade.',
    '',
  ])('takes %j', (text) => {
    expect(interviewTextFaults(text, KNOWN)).toEqual([]);
  });

  it('names each fault once', () => {
    expect(interviewTextFaults('Asta sa ja. Asta sa nej. 070-123 45 67, 070-765 43 21.', KNOWN)).toEqual([
      'Texten innehåller ett telefonnummer. Ta bort det',
      ...named('Asta'),
    ]);
    expect(interviewTextFaults('Asta', ['Asta Kvistberg', 'Asta Kvistberg'])).toHaveLength(1);
  });

  it('takes any text where no names are known', () => {
    expect(interviewTextFaults('Asta', ['', '  '])).toEqual([]);
  });
});
