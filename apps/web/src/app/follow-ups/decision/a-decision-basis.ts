import type { DecisionBasis } from '@insyn/api-schema';

/** The basis of a decision for specs: § 15 is worse than last year and repeated, § 14 is as it was. */
export function aDecisionBasis(changes: Partial<DecisionBasis> = {}): DecisionBasis {
  return {
    previous: {
      ...{ id: 'u0', title: 'Björkens assistans 2025', caseNumber: 'SON/2025/0301/739', year: 2025 },
      ...{ approvedOn: '2025-11-18', outcome: 'approved' },
    },
    changes: [
      { clauseId: 'c14', number: '14', heading: 'Bemanning', before: 'met', now: 'met' },
      { clauseId: 'c15', number: '15', heading: 'Genomförandeplaner', before: 'partly-met', now: 'not-met' },
      { clauseId: 'c17', number: '17', heading: 'Avvikelser', before: 'not-met', now: 'met' },
    ],
    repeated: [
      {
        ...{ clauseId: 'c15', clauseNumber: '15' },
        rounds: [{ followUpId: 'u0', year: 2025, caseNumber: 'SON/2025/0301/739' }],
      },
    ],
    figures: [
      {
        name: 'Kunder',
        before: { display: '14', period: '2025' },
        now: { display: '16', period: '2026' },
      },
    ],
    factCheck: null,
    declarations: [],
    delegated: false,
    delegation: null,
    reserved: false,
    letters: [],
    committeeDecision: null,
    decider: null,
    managers: [],
    mayRegisterDecision: false,
    ...changes,
  };
}
