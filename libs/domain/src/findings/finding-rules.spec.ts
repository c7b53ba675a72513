import { describe, expect, it } from '@jest/globals';
import { aDeficiency } from '../follow-ups/a-follow-up.js';
import type { FindingFacts } from '../follow-ups/follow-up-facts.js';
import { findingBlockers } from './finding-rules.js';

describe('a deficiency (R6)', () => {
  it.each<[string, Partial<FindingFacts>, string[]]>([
    ['with evidence and a clause', {}, []],
    ['with evidence and a legal ground', { clauseIds: [], legalGround: '6 § LSS' }, []],
    ['without evidence', { evidenceIds: [] }, ['deficiency-without-evidence']],
    ['without clause or legal ground', { clauseIds: [], legalGround: ' ' }, ['deficiency-without-ground']],
    ['without severity', { severity: null }, ['deficiency-without-severity']],
    ['that is only a strength', { kind: 'strength', severity: null, clauseIds: [], evidenceIds: [] }, []],
  ])('%s', (_case, changes, codes) => {
    const blockers = findingBlockers({ findings: [aDeficiency(changes)] });
    expect(blockers.map(({ code }) => code)).toEqual(codes);
    for (const { place } of blockers) expect(place).toEqual({ kind: 'finding', id: 'deficiency' });
  });
});
