import { describe, expect, it } from '@jest/globals';
import { RECORDED_KINDS, recordOf } from './recorded-documents.js';

describe('what is registered in the case (R16)', () => {
  const goingOut = RECORDED_KINDS.filter((kind) => recordOf(kind, false).direction === 'out');

  it('is every draft, letter, demand and report that is sent', () => {
    expect(goingOut).toEqual([
      'information-letter',
      'fact-check-draft',
      'action-plan-demand',
      'sanction-letter',
      'deadline-change',
      'report',
    ]);
  });

  it('is what the provider hands in, and what is drawn up within the authority', () => {
    const others = RECORDED_KINDS.filter((kind) => !goingOut.includes(kind)).map((kind) => [
      kind,
      recordOf(kind, false).direction,
    ]);
    expect(others).toEqual([
      ['receipt', 'in'],
      ['minutes', 'drawn-up'],
      ['fact-check-receipt', 'in'],
      ['action-plan', 'in'],
      ['official-letter', 'drawn-up'],
    ]);
  });

  it('is registered for the committee’s own unit too, marked as internal where it changes hands', () => {
    for (const kind of RECORDED_KINDS) {
      const { direction } = recordOf(kind, false);
      expect(recordOf(kind, false).internal).toBe(false);
      expect(recordOf(kind, true)).toEqual({ direction, internal: direction !== 'drawn-up' });
    }
  });
});
