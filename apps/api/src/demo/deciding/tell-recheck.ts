import type { DecidingRole } from '../demo-case.js';
import { approve } from './decide-case.js';
import type { DecidingStory } from './deciding-story.js';
import { shareOf, wordsOf } from './tell-plan.js';
import { NO_FACT_CHECK, RECHECK_JUDGEMENT, RECHECK_REMAINS, RECHECK_VERIFIED } from './words.js';

/** The days of a re-check, before today. */
export interface RecheckDays {
  started: number;
  judged: number;
  approved: number;
}

/** The booked re-check of a case is held on documents and decided; the last so many requirements remain. */
export async function holdRecheck(
  story: DecidingStory,
  role: DecidingRole,
  days: RecheckDays,
  remaining: number,
): Promise<void> {
  const { evidence, rechecks, followUps, judgements } = story.services;
  const officer = story.staff('officer');
  const { id } = await story.row<{ id: string }>(BOOKED, [story.case(role).followUpId]);
  story.turnTo(days.started);
  await followUps.move(officer, id, 'start', { contentVersion: await story.contentVersion(id) });
  const heldOn = story.turnTo(days.started - 2, 30);
  const proof = await evidence.add(officer, id, {
    ...{ kind: 'document', heldOn, title: 'Underlag från utföraren om vidtagna åtgärder' },
    text: 'Rutiner, närvarolistor och utdrag som utföraren har skickat in.',
  });
  story.turnTo(days.judged);
  await followUps.move(officer, id, 'assess', { contentVersion: await story.contentVersion(id) });
  const actions = await story.rows<{ actionId: string; version: number; numbers: string[] }>(ACTIONS, [id]);
  for (const [at, { actionId, version, numbers }] of actions.entries()) {
    const remains = at >= actions.length - remaining;
    const { counted } = wordsOf(numbers.map((number) => ({ number })));
    await rechecks.judge(officer, id, actionId, {
      version,
      verdict: remains ? 'remains' : 'verified',
      note: remains ? RECHECK_REMAINS : RECHECK_VERIFIED,
      before: shareOf(counted?.before),
      after: shareOf(remains ? counted?.before : counted?.target),
      evidenceIds: [proof.id],
    });
  }
  story.turnTo(days.judged, 160);
  await judgements.conflicts.declare(officer, id, false, '');
  const { outcome } = await judgements.submitting.proposal(officer, id);
  await judgements.submitting.submit(officer, id, {
    contentVersion: await story.contentVersion(id),
    ...{ outcome, text: RECHECK_JUDGEMENT, noFactCheckReason: NO_FACT_CHECK, unmetReasons: [] },
  });
  await approve(story, id, days.approved);
}

const BOOKED = `
select id from follow_up where municipality_id = $1 and parent_id = $2 and state = 'planned' order by id desc limit 1`;
const ACTIONS = `
select r.action_id as "actionId", r.version,
  array(select c.number from action_clause q join clause c on c.municipality_id = $1 and c.id = q.clause_id
    where q.municipality_id = $1 and q.action_id = r.action_id order by c.sort_key) as numbers
from recheck_action r where r.municipality_id = $1 and r.recheck_id = $2 order by r.action_id`;
