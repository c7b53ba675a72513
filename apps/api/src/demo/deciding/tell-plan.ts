import { addDays, type CalendarDate, type PlanShare } from '@insyn/domain';
import type { ProviderUser } from '../../http/current-user.js';
import type { DecidingStory } from './deciding-story.js';
import { INCOMPLETE, OTHER_PLAN, PLAN_OF_CLAUSE, type PlanWords, REPORTED_DONE, SUFFICIENT } from './words.js';

interface Plan {
  id: string;
  version: number;
  demand: { requirements: { actionId: string; clauses: { number: string }[] }[] };
}

/** The newest plan that a follow-up demands. */
export function planOf(story: DecidingStory, followUpId: string): Promise<Plan> {
  return story.row<Plan>(PLAN, [followUpId]);
}

/** Somebody of the provider reads the demand, writes the plan and hands it in. `vague` are places that lack follow-up. */
export async function handInPlan(
  story: DecidingStory,
  person: ProviderUser,
  followUpId: string,
  daysAgo: number,
): Promise<void> {
  const { portal, received } = story.services.plans;
  const plan = await planOf(story, followUpId);
  story.turnTo(daysAgo + 4, 70);
  await portal.read(person, plan.id);
  const day = story.turnTo(daysAgo, 30);
  for (const { actionId, clauses } of plan.demand.requirements) {
    await portal.save(person, plan.id, actionId, itemOf(wordsOf(clauses), day));
  }
  story.turnTo(daysAgo, 150);
  await portal.submit(person, plan.id);
  await received.receive(story.municipalityId, plan.id);
  await story.mailsGo();
}

/** The officer judges the plan: the first so many requirements are sufficient, the rest go back until a day. */
export async function judgePlan(
  story: DecidingStory,
  followUpId: string,
  daysAgo: number,
  returned?: { sufficient: number; due: CalendarDate },
): Promise<void> {
  const plan = await planOf(story, followUpId);
  const sufficient = returned?.sufficient ?? plan.demand.requirements.length;
  story.turnTo(daysAgo, 130);
  await story.services.plans.judging.judge(story.staff('officer'), plan.id, {
    version: plan.version,
    verdicts: plan.demand.requirements.map(({ actionId }, at) =>
      at < sufficient
        ? { actionId, verdict: 'sufficient', text: SUFFICIENT }
        : { actionId, verdict: 'incomplete', text: INCOMPLETE },
    ),
    due: returned?.due ?? null,
  });
  await story.mailsGo();
}

/** The provider reports the first so many requirements done, with the measure where there is one. */
export async function reportDone(
  story: DecidingStory,
  person: ProviderUser,
  followUpId: string,
  { daysAgo, count }: { daysAgo: number; count: number },
): Promise<void> {
  const { portal, reports } = story.services.plans;
  const plan = await planOf(story, followUpId);
  story.turnTo(daysAgo, 100);
  for (const { actionId, clauses } of plan.demand.requirements.slice(0, count)) {
    const effect = shareOf(wordsOf(clauses).counted?.target);
    const { id } = await portal.report(person, plan.id, { actionId, text: REPORTED_DONE, effect, fileIds: [] });
    await reports.settle(story.municipalityId, id);
  }
  await story.mailsGo();
}

/** What is written of a requirement, by the clauses that it is about. */
export function wordsOf(clauses: readonly { number: string }[]): PlanWords {
  return clauses.flatMap(({ number }) => PLAN_OF_CLAUSE[number] ?? [])[0] ?? OTHER_PLAN;
}

export function shareOf(counts: readonly [number, number] | undefined): PlanShare | null {
  return counts === undefined ? null : { k: counts[0], n: counts[1] };
}

function itemOf({ cause, measures, how, counted }: PlanWords, day: CalendarDate) {
  return {
    version: null,
    cause,
    measures: measures.map((measure, at) => ({ ...measure, due: addDays(day, 21 + at * 14) })),
    effect: {
      how,
      followUpOn: addDays(day, 63),
      measure: counted?.measure ?? '',
      before: shareOf(counted?.before),
      target: shareOf(counted?.target),
    },
    answer: '',
  };
}

const PLAN = `
select id, version, demand from action_plan where municipality_id = $1 and follow_up_id = $2 order by id desc limit 1`;
