import type { ActorFacts, ClauseFacts, FindingFacts, FollowUpFacts, RecheckActionFacts } from './follow-up-facts.js';

// Facts for specs: a follow-up that nothing stops, and the people around it.

/** A follow-up of two clauses, both met on the evidence of one meeting, with the judgement proposed. */
export function aFollowUp(changes: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return {
    id: 'follow-up',
    state: 'assessing',
    kind: 'planned',
    committeeId: 'social',
    authorId: 'officer',
    startedById: 'officer',
    teamIds: ['officer', 'colleague'],
    hasFactCheck: false,
    unansweredRemarks: 0,
    factCheckOut: false,
    teamUndeclared: [],
    unansweredComments: [],
    reportDate: '2026-11-20',
    judgedDates: [],
    scope: [aClause('7'), aClause('15')],
    assessments: [
      { id: 'a-7', clauseIds: ['7'], verdict: 'met', text: 'Rutinen är känd av personalen.' },
      { id: 'a-15', clauseIds: ['15'], verdict: 'met', text: 'Planerna är aktuella.' },
    ],
    findings: [],
    actions: [],
    evidence: [{ id: 'meeting', kind: 'meeting', date: '2026-10-05', title: 'Möte med verksamheten' }],
    figures: [],
    texts: [],
    proposal: { outcome: 'approved', reason: null, unmetReasons: [] },
    recheck: null,
    decision: { delegated: false, covered: false, reserved: false, committeeDecided: false },
    ...changes,
  };
}

/** A clause whose id is its number. */
export function aClause(number: string, changes: Partial<ClauseFacts> = {}): ClauseFacts {
  return { id: number, number, heading: `Rubrik ${number}`, kind: 'requirement', critical: false, ...changes };
}

/** A minor deficiency on clause 15 with evidence. */
export function aDeficiency(changes: Partial<FindingFacts> = {}): FindingFacts {
  return {
    id: 'deficiency',
    kind: 'deficiency',
    severity: 'minor',
    title: 'Planer saknas',
    text: 'Flera planer är för gamla.',
    legalGround: null,
    clauseIds: ['15'],
    evidenceIds: ['meeting'],
    remedied: false,
    ...changes,
  };
}

/** A re-check of one requirement, verified on the evidence of its meeting, with the judgement proposed. */
export function aRecheck(changes: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return aFollowUp({
    id: 're-check',
    kind: 're-check',
    scope: [aClause('15')],
    assessments: [],
    recheck: { previousOutcome: 'approved-with-remarks', actions: [aRecheckAction()] },
    ...changes,
  });
}

/** A requirement on clause 15 that the re-check has verified on the evidence of a meeting. */
export function aRecheckAction(changes: Partial<RecheckActionFacts> = {}): RecheckActionFacts {
  return {
    id: 'requirement',
    text: 'Uppdatera planerna',
    clauseIds: ['15'],
    critical: false,
    verdict: 'verified',
    note: 'Alla planer är uppdaterade.',
    evidenceIds: ['meeting'],
    ...changes,
  };
}

/** The officer who wrote the follow-up. */
export const OFFICER: ActorFacts = {
  accountId: 'officer',
  roles: ['officer'],
  committeeIds: ['social'],
  hasConflict: null,
};

/** A manager of the same committee who took no part and has declared no conflict. */
export const MANAGER: ActorFacts = {
  accountId: 'manager',
  roles: ['manager'],
  committeeIds: ['social'],
  hasConflict: false,
};
