import { ContractTransferService } from '../../contracts/contract-transfer.service.js';
import { workingDay } from '../days.js';
import { answerRemarks, approve, checkFacts, publishDecided, sendBack, submit } from './decide-case.js';
import type { DecidingStory } from './deciding-story.js';
import { reportDecisions, tellDelegations } from './tell-delegations.js';
import { handInPlan, judgePlan, reportDone } from './tell-plan.js';
import { beginRecheck, holdRecheck } from './tell-recheck.js';
import { tellSanctions, writeLadder } from './tell-sanctions.js';
import { PROPOSAL, TRANSFER_REASON } from './words.js';
import { FOLLOWED } from './companies.js';

/** Tells how the cases were decided and followed through, the oldest first. */
export async function tellDeciding(story: DecidingStory): Promise<void> {
  await tellDelegations(story);
  await closedChain(story);
  await remainingRequirement(story);
  await boughtProvider(story);
  await acceptedPlan(story);
  await runningRecheck(story);
  await overduePlan(story);
  await returnedPlan(story);
  await ownRunUnit(story);
  await reservedMatter(story);
  await factCheckOut(story);
}

const decidedAgo = (role: keyof typeof FOLLOWED): number => FOLLOWED[role].decided ?? 0;

/** Everything was remedied at the first re-check, and the case is closed. */
async function closedChain(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('havsbrisen');
  const decided = decidedAgo('havsbrisen');
  await submit(story, 'havsbrisen', decided + 6);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('havsbrisen'), followUpId, decided - 21);
  await judgePlan(story, followUpId, decided - 26);
  await reportDone(story, story.person('havsbrisen'), followUpId, { daysAgo: decided - 80, count: 2 });
  await holdRecheck(story, 'havsbrisen', { started: 165, judged: 160, approved: 157 }, 0);
}

/**
 * One requirement remained at the first re-check: the second is booked, the contract's ladder is climbed, and the new plan
 * came only when the price had been reduced; it waits to be judged.
 */
async function remainingRequirement(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('silverlinden');
  const decided = decidedAgo('silverlinden');
  await writeLadder(story, 'silverlinden', decided + 70);
  await submit(story, 'silverlinden', decided + 6);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('silverlinden'), followUpId, decided - 24);
  await judgePlan(story, followUpId, decided - 31);
  await reportDone(story, story.person('silverlinden'), followUpId, { daysAgo: 98, count: 2 });
  await reportDecisions(story, 95);
  await holdRecheck(story, 'silverlinden', { started: 90, judged: 85, approved: 82 }, 1);
  await tellSanctions(story, 'silverlinden');
  await handInPlan(story, story.person('silverlinden'), followUpId, 5);
}

/** The re-check has begun: the first of the two requirements is verified, the other not judged yet. */
async function runningRecheck(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('vinterviken');
  const decided = decidedAgo('vinterviken');
  await submit(story, 'vinterviken', decided + 6);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('vinterviken'), followUpId, decided - 21);
  await judgePlan(story, followUpId, decided - 27);
  await reportDone(story, story.person('vinterviken'), followUpId, { daysAgo: 19, count: 2 });
  await beginRecheck(story, 'vinterviken', { started: 13, met: 6, judged: 3 });
}

/** Another company has bought the one that was followed up, and has a plan of its own to hand in. */
async function boughtProvider(story: DecidingStory): Promise<void> {
  const { followUpId, written } = story.case('gryningen');
  const decided = decidedAgo('gryningen');
  await submit(story, 'gryningen', decided + 6);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('gryningen'), followUpId, decided - 25);
  await judgePlan(story, followUpId, decided - 32);
  const from = story.turnTo(18, 45);
  const text = 'select version from contract where municipality_id = $1 and id = $2';
  const { version } = await story.row<{ version: number }>(text, [written.contractId]);
  const transfers = new ContractTransferService(story.tools.db);
  const providerId = story.at.successorId;
  await transfers.transfer(story.staff('officer'), written.contractId, {
    ...{ version, providerId, from, reason: TRANSFER_REASON },
  });
  await story.mailsGo();
}

/** The plan is accepted, and one requirement has been reported done. */
async function acceptedPlan(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('nordanvind');
  const decided = decidedAgo('nordanvind');
  await checkFacts(story, 'nordanvind', { sent: decided + 28, answered: decided + 20 }, 2);
  await answerRemarks(story, 'nordanvind', decided + 14, 2);
  await submit(story, 'nordanvind', decided + 6, true);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('nordanvind'), followUpId, decided - 22);
  await judgePlan(story, followUpId, decided - 28);
  await reportDone(story, story.person('nordanvind'), followUpId, { daysAgo: 6, count: 1 });
}

/** Nobody has answered the demand, and the day has passed. */
async function overduePlan(story: DecidingStory): Promise<void> {
  await submit(story, 'bergsro', decidedAgo('bergsro') + 6);
  await approve(story, story.case('bergsro').followUpId, decidedAgo('bergsro'));
}

/** The plan went back once, and waits for the provider. */
async function returnedPlan(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('kvarnbacken');
  const decided = decidedAgo('kvarnbacken');
  await checkFacts(story, 'kvarnbacken', { sent: decided + 27, answered: decided + 21 }, 0);
  await submit(story, 'kvarnbacken', decided + 6, true);
  await approve(story, followUpId, decided);
  await publishDecided(story, 'kvarnbacken', decided - 8);
  await handInPlan(story, story.person('kvarnbacken'), followUpId, decided - 24);
  await judgePlan(story, followUpId, 14, { sufficient: 1, due: workingDay(story.at.today, -8) });
}

/** The municipality's own unit goes through the same, with an assignment instead of a contract. */
async function ownRunUnit(story: DecidingStory): Promise<void> {
  const { followUpId } = story.case('ekglantan');
  const decided = decidedAgo('ekglantan');
  await submit(story, 'ekglantan', decided + 6);
  await approve(story, followUpId, decided);
  await handInPlan(story, story.person('ekglantan'), followUpId, decided - 20);
  await judgePlan(story, followUpId, decided - 26);
}

/** Sent back once; what is proposed is for the committee itself to decide, and the manager has put it before it. */
async function reservedMatter(story: DecidingStory): Promise<void> {
  await submit(story, 'granudden', 12);
  await sendBack(story, 'granudden', { returned: 9, answered: 6 });
  await submit(story, 'granudden', 4);
  const { decisions, conflicts } = story.services.judgements;
  const manager = story.staff('manager');
  const { followUpId } = story.case('granudden');
  story.turnTo(2, 60);
  await conflicts.declare(manager, followUpId, false, '');
  await decisions.proposeToCommittee(manager, followUpId, PROPOSAL);
}

/** The provider has remarked on four things, and two of them are answered. */
async function factCheckOut(story: DecidingStory): Promise<void> {
  await checkFacts(story, 'tallkronan', { sent: 9, answered: 3 }, 4);
  await answerRemarks(story, 'tallkronan', 2, 2);
}
