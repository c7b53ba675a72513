import { describe, expect, it } from '@jest/globals';
import { normalisePermitNumber } from './permit-number.js';

describe('A permit number', () => {
  it.each([
    ['4.1.2-47669/2022', '4.1.2-47669/2022'],
    ['Dnr: 4.1.2-47669/2022', '4.1.2-47669/2022'],
    ['dnr 4.1.2 – 47669/2022', '4.1.2-47669/2022'],
    ['4.1.2-47186/2023-4', '4.1.2-47186/2023-4'],
    ['4.1.2—47186/2023–4', '4.1.2-47186/2023-4'],
    ['9.1-1234/2011', '9.1-1234/2011'],
  ])('%s is written %s', (text, expected) => {
    expect(normalisePermitNumber(text)).toBe(expected);
  });

  it.each(['', 'Dnr:', '47669', '4.1.2-47669', '4.1.2/2022', 'tillstånd finns'])('is not %p', (text) => {
    expect(normalisePermitNumber(text)).toBeNull();
  });
});
