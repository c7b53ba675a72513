import { addMonths, type CalendarDate, SERVICE_TYPES } from '@insyn/domain';
import { Chance } from '../chance.js';
import type { DemoMunicipality } from '../content/people.js';
import { yearOf } from '../days.js';
import type { DecidingRole, DemoCase, DemoDates, DemoStage } from '../demo-case.js';
import { pastDay } from '../gathering/past-days.js';
import { makeCase } from '../make-case.js';
import { makeContract, type WordedContract } from '../make-contract.js';
import { FOLLOWED, type FollowedCompany } from './companies.js';

interface Plan {
  stage: DemoStage;
  /** How many requirements the case has, from and to. */
  requirements: [number, number];
  /** Critical clauses may fall short, and plans be missing. */
  strict: boolean;
  /** The second committee of the municipality, which has kept some matters for itself. */
  second?: boolean;
}

const PLANS: Record<DecidingRole, Plan> = {
  tallkronan: { stage: 'fact-check', requirements: [2, 3], strict: false },
  kvarnbacken: { stage: 'remedying', requirements: [2, 3], strict: false },
  nordanvind: { stage: 'remedying', requirements: [2, 3], strict: true },
  silverlinden: { stage: 'remedying', requirements: [3, 3], strict: true },
  havsbrisen: { stage: 'closed', requirements: [2, 2], strict: false },
  bergsro: { stage: 'remedying', requirements: [1, 2], strict: false },
  gryningen: { stage: 'remedying', requirements: [2, 3], strict: false },
  ekglantan: { stage: 'remedying', requirements: [2, 2], strict: false, second: true },
  granudden: { stage: 'deciding', requirements: [2, 4], strict: true, second: true },
  vinterviken: { stage: 'remedying', requirements: [2, 2], strict: false },
};

/** How many days before the decision each thing happened. */
const BEFORE = { created: 72, started: 62, assessing: 34, submitted: 6 };
/** When those that are not decided yet were begun and sent on, in days before today. */
const UNDECIDED = { created: 74, started: 64, assessing: 30, submitted: 4 };
/** So many draws are enough to find a case with what is wanted. */
const MOST_DRAWS = 400;

/** The cases that deciding and following through is shown on; only the first municipality has them. */
export function decidingCases(
  seed: string,
  municipality: DemoMunicipality,
  place: number,
  today: CalendarDate,
): DemoCase[] {
  if (place !== 0) return [];
  return (Object.keys(FOLLOWED) as DecidingRole[]).map((role, at) =>
    caseOf(`${seed} ${municipality.slug} ${role}`, municipality, { role, at, today }),
  );
}

function caseOf(
  seed: string,
  { people, committees }: DemoMunicipality,
  { role, at, today }: { role: DecidingRole; at: number; today: CalendarDate },
): DemoCase {
  const { stage, requirements, strict, second = false } = PLANS[role];
  const company = FOLLOWED[role];
  const officer = people.find((person) => person.role === 'officer');
  const committee = committees[second ? 1 : 0]?.prefix;
  if (officer === undefined || committee === undefined) throw new Error(`There is nobody for ${company.unit}.`);
  const [least, most] = requirements;
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const chance = new Chance(`${seed} ${draw}`);
    const worded = contractOf(chance, company, at, today);
    const order = { committee, officer, today, earlierRound: false, index: strict ? 6 : 1 };
    const made = makeCase(chance, worded, { ...order, stage: 'deciding', dates: datesOf(company, today) });
    const count = made.actions.filter(({ kind }) => kind === 'requirement').length;
    const isWanted = count >= least && count <= most && (!strict || made.judgement?.outcome === 'not-approved');
    if (isWanted) return { ...made, deciding: role, stage };
  }
  throw new Error(`No draw gave a case for ${company.unit}.`);
}

/** A contract like the invented ones, with this company and its unit; an own-run operation has an assignment. */
function contractOf(chance: Chance, company: FollowedCompany, at: number, today: CalendarDate): WordedContract {
  const { provider, serviceType, unit, people } = company;
  const ownRun = provider.form === 'own-run';
  const first = SERVICE_TYPES.indexOf(serviceType);
  // Every third place is for own-run operations.
  const index = [first, first + SERVICE_TYPES.length, first + 2 * SERVICE_TYPES.length].find(
    (wanted) => (wanted % 3 === 2) === ownRun,
  );
  const { contract, templates } = makeContract(chance, index ?? first, 0, today);
  const startsOn = addMonths(contract.startsOn, -12);
  // It must not have ended before it is followed through.
  const longer = contract.endsOn < addMonths(today, 6) ? 24 : 0;
  return {
    templates,
    contract: {
      ...contract,
      ...{ provider, startsOn },
      ...{ endsOn: addMonths(contract.endsOn, longer), latestEnd: addMonths(contract.latestEnd, longer) },
      contacts: people.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
      unit: { ...contract.unit, name: unit },
      reference: `${ownRun ? 'Uppdrag' : 'SUN'} ${yearOf(startsOn)}-${String(801 + at * 3)}`,
    },
  };
}

function datesOf({ decided }: FollowedCompany, today: CalendarDate): DemoDates {
  const from = decided ?? 0;
  const before = decided === null ? UNDECIDED : BEFORE;
  const day = (daysAgo: number) => pastDay(today, daysAgo);
  return {
    created: day(from + before.created),
    started: day(from + before.started),
    assessing: day(from + before.assessing),
    submitted: day(from + before.submitted),
    ...{ decided: day(from), published: day(from), ended: day(from) },
  };
}
