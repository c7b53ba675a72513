import type { SanctionKind } from '@insyn/domain';
import { addDisputeFile } from '../../sanctions/sanction-files.js';
import type { DecidingRole } from '../demo-case.js';
import { smallPdf } from '../gathering/small-files.js';
import { uploaded } from '../gathering/uploaded.js';
import type { DecidingStory } from './deciding-story.js';
import { COURSE_LIST, DISPUTE, LADDER_WORDS, REDUCTION_BASIS, REDUCTION_GROUNDS, WARNING_GROUNDS } from './words.js';

interface Step {
  id: string;
  kind: SanctionKind;
  ladderVersion: number;
}

/** A contract's own ladder: warning, price reduction, termination. */
export async function writeLadder(story: DecidingStory, role: DecidingRole, daysAgo: number): Promise<void> {
  const { written } = story.case(role);
  story.turnTo(daysAgo, 20);
  const { warning, reduction, rule, termination } = LADDER_WORDS;
  const step = (kind: SanctionKind, label: string, terms: string, amountRule = '') => {
    return { kind, label, terms, amountRule, clauseNumber: null };
  };
  await story.services.sanctions.ladder.save(story.staff('officer'), written.contractId, {
    version: 1,
    steps: [
      step('warning', 'Skriftlig varning', warning),
      step('price-reduction', 'Prisavdrag', reduction, rule),
      step('termination', 'Uppsägning av avtalet', termination),
    ],
  });
}

/** A warning that stands, and then a price reduction that the provider disputes. */
export async function tellSanctions(story: DecidingStory, role: DecidingRole): Promise<void> {
  const { moves, portal, received } = story.services.sanctions;
  const { db, files } = story.tools;
  const manager = story.staff('manager');
  const person = story.person(role);
  const warning = await decideAndSend(story, role, { kind: 'warning', daysAgo: 76, grounds: WARNING_GROUNDS });
  story.turnTo(72, 30);
  await portal.read(person, warning);
  story.turnTo(58, 30);
  await moves.uphold(manager, warning, await versionOf(story, warning), 'Utföraren har inte haft något att invända.');
  await story.mailsGo();
  const reduction = await decideAndSend(story, role, {
    ...{ kind: 'price-reduction', daysAgo: 30, grounds: REDUCTION_GROUNDS },
    ...{ amount: 24_000, amountBasis: REDUCTION_BASIS },
  });
  story.turnTo(27, 60);
  await portal.read(person, reduction);
  story.turnTo(20, 90);
  const course = smallPdf('Utbildning i genomförandeplaner.pdf', COURSE_LIST);
  await uploaded(course, (file) =>
    db.providerTransaction(person, story.municipalityId, (tx) => addDisputeFile(tx, files, reduction, file)),
  );
  await portal.dispute(person, reduction, DISPUTE);
  await received.receive(story.municipalityId, reduction);
  await story.mailsGo();
}

interface Decision {
  kind: SanctionKind;
  daysAgo: number;
  grounds: string;
  amount?: number;
  amountBasis?: string;
}

async function decideAndSend(story: DecidingStory, role: DecidingRole, decision: Decision): Promise<string> {
  const { followUpId, written } = story.case(role);
  const { kind, daysAgo, grounds, amount = null, amountBasis = '' } = decision;
  const steps = await story.rows<Step>(STEPS, [written.contractId]);
  const step = steps.find((one) => one.kind === kind);
  if (step === undefined) throw new Error(`The ladder has no ${kind}.`);
  const remaining = await story.rows<{ id: string }>(REMAINING, [followUpId]);
  const manager = story.staff('manager');
  story.turnTo(daysAgo, 60);
  const { id } = await story.services.sanctions.decision.decide(manager, followUpId, {
    ...{ ladderVersion: step.ladderVersion, stepId: step.id, grounds, amount, amountBasis },
    ...{ actionIds: remaining.map((action) => action.id), severe: false, severeReason: '' },
  });
  story.turnTo(daysAgo - 1, 60);
  await story.services.sanctions.sending.send(manager, id, { version: await versionOf(story, id) });
  await story.mailsGo();
  return id;
}

async function versionOf(story: DecidingStory, id: string): Promise<number> {
  const text = 'select version from sanction where municipality_id = $1 and id = $2';
  return (await story.row<{ version: number }>(text, [id])).version;
}

const STEPS = `
select s.id, s.kind, (sum(s.version) over () + 1)::int as "ladderVersion"
from sanction_step s where s.municipality_id = $1 and s.contract_id = $2 order by s.position`;
const REMAINING = `
select id from action where municipality_id = $1 and follow_up_id = $2 and state = 'remains' order by id`;
