import { type CalendarDate, daysBetween, recheckDue } from '@insyn/domain';
import { demandPlan } from '../../action-plans/demand-plan.js';
import type { StaffUser } from '../../http/current-user.js';
import { bookRecheck } from '../../rechecks/book-recheck.js';
import type { DemoPlace } from '../demo-place.js';
import type { DemoCase } from '../demo-case.js';
import { registerProviderPeople } from '../gathering/provider-people.js';
import { DecidingStory, type DecidingTools } from './deciding-story.js';
import { handInPlan, judgePlan } from './tell-plan.js';

/** A case whose report was approved with requirements, and its manager. */
export interface RemediedCase {
  demoCase: DemoCase;
  followUpId: string;
  manager: StaffUser;
}

/** A plan was handed in, and judged, so many days after it was demanded. */
const [HANDED_IN, JUDGED] = [22, 29];

/**
 * Lets follow on the approved cases what follows on every approval: a re-check is booked and a plan demanded. Those who have
 * had the time have handed theirs in, and it has been accepted.
 */
export async function followThrough(
  tools: DecidingTools & { ownerUrl: string; passwordHash: string },
  { place, providers, today }: { place: DemoPlace; providers: ReadonlyMap<string, string>; today: CalendarDate },
  cases: readonly RemediedCase[],
): Promise<void> {
  const story = new DecidingStory(tools, { place, today, cases: new Map(), people: new Map(), successorId: '' });
  for (const { demoCase, followUpId, manager } of cases) {
    const { dates, contract } = demoCase;
    tools.clock.turnTo(dates.decided, 200);
    await tools.db.transaction(manager, async (tx) => {
      await bookRecheck(tx, { rootId: followUpId, due: recheckDue(dates.decided) });
      await demandPlan(tx, { followUpId });
    });
    await story.mailsGo();
    const daysAgo = daysBetween(dates.decided, today);
    if (daysAgo <= JUDGED + 2) continue;
    const company = {
      provider: contract.provider,
      serviceType: contract.unit.serviceTypes[0] ?? 'home-care',
      people: contract.contacts.slice(0, 1).map((contact) => ({ ...contact, account: true })),
    };
    const people = await registerProviderPeople(tools.ownerUrl, { company }, providers, tools.passwordHash);
    const [person] = people.get('company') ?? [];
    if (person === undefined) continue;
    await handInPlan(story, person, followUpId, daysAgo - HANDED_IN);
    await judgePlan(story, followUpId, daysAgo - JUDGED);
  }
}
