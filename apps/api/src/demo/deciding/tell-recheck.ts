import type { DecidingRole } from '../demo-case.js';
import { FOLLOWED } from './companies.js';
import { approve } from './decide-case.js';
import type { DecidingStory } from './deciding-story.js';
import { shareOf, wordsOf } from './tell-plan.js';
import {
  NO_FACT_CHECK,
  RECHECK_DOCUMENTS,
  RECHECK_JUDGEMENT,
  RECHECK_MEETING,
  RECHECK_REMAINS,
  RECHECK_VERIFIED,
} from './words.js';

/** The days of a re-check that is decided, before today. */
export interface RecheckDays {
  started: number;
  judged: number;
  approved: number;
}

/** The days of a re-check that is under way, before today. */
export interface RunningDays {
  started: number;
  met: number;
  judged: number;
}

/** The booked re-check of a case is held on documents and decided; the last so many requirements remain. */
export async function holdRecheck(
  story: DecidingStory,
  role: DecidingRole,
  days: RecheckDays,
  remaining: number,
): Promise<void> {
  const { judgements } = story.services;
  const officer = story.staff('officer');
  const id = await startRecheck(story, role, days.started);
  const proof = await addDocuments(story, id, days.started - 2);
  await startAssessing(story, id, days.judged);
  const actions = await story.rows<JudgedAction>(ACTIONS, [id]);
  for (const [at, action] of actions.entries()) {
    await judge(story, id, action, { remains: at >= actions.length - remaining, evidenceIds: [proof] });
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

/**
 * The booked re-check of a case has begun, on documents and a meeting: one requirement is verified, with its effect where
 * one is counted, and the others are not judged yet.
 */
export async function beginRecheck(story: DecidingStory, role: DecidingRole, days: RunningDays): Promise<void> {
  const id = await startRecheck(story, role, days.started);
  const documents = await addDocuments(story, id, days.started - 2);
  const meeting = await meetAgain(story, role, id, days.met);
  await startAssessing(story, id, days.judged);
  const actions = await story.rows<JudgedAction>(ACTIONS, [id]);
  const verified = actions.find(({ numbers }) => countOf(numbers) !== null) ?? actions[0];
  if (verified === undefined) throw new Error('The re-check has nothing to judge.');
  await judge(story, id, verified, { remains: false, evidenceIds: [documents, meeting] });
}

interface JudgedAction {
  actionId: string;
  version: number;
  numbers: string[];
}

async function startRecheck(story: DecidingStory, role: DecidingRole, daysAgo: number): Promise<string> {
  const { id } = await story.row<{ id: string }>(BOOKED, [story.case(role).followUpId]);
  story.turnTo(daysAgo);
  const contentVersion = await story.contentVersion(id);
  await story.services.followUps.move(story.staff('officer'), id, 'start', { contentVersion });
  return id;
}

async function addDocuments(story: DecidingStory, id: string, daysAgo: number): Promise<string> {
  const heldOn = story.turnTo(daysAgo, 30);
  const added = await story.services.evidence.add(story.staff('officer'), id, {
    ...{ kind: 'document', heldOn, title: 'Underlag från utföraren om vidtagna åtgärder', text: RECHECK_DOCUMENTS },
  });
  return added.id;
}

async function meetAgain(story: DecidingStory, role: DecidingRole, id: string, daysAgo: number): Promise<string> {
  const heldOn = story.turnTo(daysAgo, 30);
  const officer = story.staff('officer');
  const [theirs] = FOLLOWED[role].people;
  const added = await story.services.meetings.add(officer, id, {
    ...{ heldOn, title: 'Återkontroll på plats', text: RECHECK_MEETING, form: 'at-provider' },
    participants: [
      { side: 'municipality', name: officer.name, role: officer.title ?? 'handläggare' },
      ...(theirs === undefined ? [] : [{ side: 'provider' as const, name: theirs.name, role: theirs.role }]),
    ],
  });
  return added.id;
}

async function startAssessing(story: DecidingStory, id: string, daysAgo: number): Promise<void> {
  story.turnTo(daysAgo);
  const contentVersion = await story.contentVersion(id);
  await story.services.followUps.move(story.staff('officer'), id, 'assess', { contentVersion });
}

async function judge(
  story: DecidingStory,
  id: string,
  { actionId, version, numbers }: JudgedAction,
  { remains, evidenceIds }: { remains: boolean; evidenceIds: string[] },
): Promise<void> {
  const counted = countOf(numbers);
  await story.services.rechecks.judge(story.staff('officer'), id, actionId, {
    version,
    verdict: remains ? 'remains' : 'verified',
    note: remains ? RECHECK_REMAINS : RECHECK_VERIFIED,
    before: shareOf(counted?.before),
    after: shareOf(remains ? counted?.before : counted?.target),
    evidenceIds,
  });
}

/** What is counted of a requirement on these clauses; null where nothing is. */
function countOf(numbers: readonly string[]) {
  return wordsOf(numbers.map((number) => ({ number }))).counted;
}

const BOOKED = `
select id from follow_up where municipality_id = $1 and parent_id = $2 and state = 'planned' order by id desc limit 1`;
const ACTIONS = `
select r.action_id as "actionId", r.version,
  array(select c.number from action_clause q join clause c on c.municipality_id = $1 and c.id = q.clause_id
    where q.municipality_id = $1 and q.action_id = r.action_id order by c.sort_key) as numbers
from recheck_action r where r.municipality_id = $1 and r.recheck_id = $2 order by r.action_id`;
