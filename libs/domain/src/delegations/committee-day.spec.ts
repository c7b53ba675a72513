import { describe, expect, it } from '@jest/globals';
import { committeeDayFault } from './committee-day.js';

describe('the day on which a committee decided (kommunallagen 6:38)', () => {
  const bounds = { today: '2026-11-25', notBefore: '2026-11-16', since: 'då bedömningen godkändes' };

  it('lies between what it decided about and today, both counted', () => {
    expect(committeeDayFault('2026-11-16', bounds)).toBeNull();
    expect(committeeDayFault('2026-11-25', bounds)).toBeNull();
    expect(committeeDayFault('2026-11-26', bounds)).toBe('Dagen har inte kommit än.');
    expect(committeeDayFault('2026-11-15', bounds)).toBe(
      'Nämnden kan inte ha beslutat före 16 november 2026, då bedömningen godkändes.',
    );
  });

  it('is bound by today alone where nothing is known of what came before', () => {
    expect(committeeDayFault('1990-01-01', { ...bounds, notBefore: null })).toBeNull();
  });
});
