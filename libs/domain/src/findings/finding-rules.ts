import type { Blocker } from '../follow-ups/blocker.js';
import type { FollowUpFacts } from '../follow-ups/follow-up-facts.js';

/** What of the findings stops a follow-up (R6): a deficiency without evidence, or with neither clause nor legal ground. */
export function findingBlockers(facts: Pick<FollowUpFacts, 'findings'>): Blocker[] {
  const blockers: Blocker[] = [];
  for (const finding of facts.findings) {
    if (finding.kind !== 'deficiency') continue;
    const place = { kind: 'finding', id: finding.id } as const;
    const name = `Bristen ”${finding.title}”`;
    if (finding.evidenceIds.length === 0) {
      blockers.push({ code: 'deficiency-without-evidence', message: `${name} saknar underlag`, place });
    }
    if (finding.clauseIds.length === 0 && !finding.legalGround?.trim()) {
      const message = `${name} saknar avtalspunkt eller lagstöd`;
      blockers.push({ code: 'deficiency-without-ground', message, place });
    }
    if (finding.severity === null) {
      const message = `${name} saknar allvarlighetsgrad`;
      blockers.push({ code: 'deficiency-without-severity', message, place });
    }
  }
  return blockers;
}
