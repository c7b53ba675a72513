import { describe, expect, it } from '@jest/globals';
import { asSentence } from './official-letter.js';

describe('a sentence of an official letter', () => {
  it.each([
    ['Ta fram en rutin', 'Ta fram en rutin.'],
    ['Ta fram en rutin.', 'Ta fram en rutin.'],
    ['Följs planerna? ', 'Följs planerna?'],
    ['Den kritiska avtalspunkten § 28 uppfylls inte', 'Den kritiska avtalspunkten § 28 uppfylls inte.'],
  ])('ends with one full stop, however it was written: %s', (written, sentence) => {
    expect(asSentence(written)).toBe(sentence);
  });
});
