import type { Blocker } from '../follow-ups/blocker.js';
import type { FollowUpFacts, RecheckActionFacts } from '../follow-ups/follow-up-facts.js';
import { actionName } from './action-name.js';

/** What of a re-check's judging stops it: an action without verdict, without a text to it, or without evidence of its own. */
export function recheckActionBlockers(facts: Pick<FollowUpFacts, 'recheck' | 'evidence'>): Blocker[] {
  const own = new Set(facts.evidence.map(({ id }) => id));
  return (facts.recheck?.actions ?? []).flatMap((action) => {
    const place = { kind: 'action', id: action.id } as const;
    const name = nameOfRechecked(action);
    if (action.verdict === null) {
      return [{ code: 'recheck-action-unjudged', message: `${name} är inte bedömt`, place }];
    }
    const blockers: Blocker[] = [];
    if (action.note.trim() === '') {
      const message = `${name} saknar text till bedömningen`;
      blockers.push({ code: 'recheck-action-without-note', message, place });
    }
    if (!action.evidenceIds.some((id) => own.has(id))) {
      const message = `${name} saknar underlag från återkontrollen`;
      blockers.push({ code: 'recheck-action-without-evidence', message, place });
    }
    return blockers;
  });
}

/** How a sentence names a requirement that a re-check judges. */
export function nameOfRechecked(action: Pick<RecheckActionFacts, 'text'>): string {
  return actionName({ kind: 'requirement', text: action.text });
}
