import { describe, expect, it } from '@jest/globals';
import { swedishInstant, swedishTime } from './swedish-time.js';

describe('the time of a meeting in Sweden', () => {
  it.each([
    ['2026-11-25', '09:30', '2026-11-25T08:30:00.000Z'],
    ['2026-07-01', '09:30', '2026-07-01T07:30:00.000Z'],
    ['2026-07-01', '00:15', '2026-06-30T22:15:00.000Z'],
  ])('%s %s is the instant %s, and is read back as it was written', (date, time, instant) => {
    expect(swedishInstant(date, time)).toBe(instant);
    expect(swedishTime(instant)).toBe(time);
  });

  it('is the first of the two where the clock shows it twice', () => {
    expect(swedishInstant('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is none in the hour that is skipped, nor without a time', () => {
    expect(swedishInstant('2026-03-29', '02:30')).toBeNull();
    expect(swedishInstant('2026-03-29', '')).toBeNull();
    expect(swedishTime(null)).toBe('');
  });
});
