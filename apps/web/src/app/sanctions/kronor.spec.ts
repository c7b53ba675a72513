import { describe, expect, it } from '@jest/globals';
import { KronorPipe, readKronor } from './kronor.js';

describe('kronor on the screen', () => {
  it.each([
    [12_500, '12\u00a0500\u00a0kr'],
    [null, ''],
  ])('%s is shown as %j', (amount, text) => {
    expect(new KronorPipe().transform(amount)).toBe(text);
  });

  it.each([
    ['12500', 12_500],
    ['12 500', 12_500],
    ['12\u00a0500\u00a0kr', 12_500],
    ['12 500 Kr.', 12_500],
    ['', null],
    ['12,50', null],
    ['-5', null],
    ['femtio', null],
  ])('%j is read as %s', (text, amount) => {
    expect(readKronor(text)).toBe(amount);
  });
});
