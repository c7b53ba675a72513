import type { CalendarDate } from '@insyn/domain';
import type { StaffUser } from '../http/current-user.js';
import { runAsOwner } from './as-owner.js';
import { CaseNumbers } from './case-numbers.js';
import type { DemoPerson } from './content/people.js';
import type { DemoPlace } from './demo-place.js';
import { asAssessed } from './deciding/as-assessed.js';
import { decide } from './deciding/decide.js';
import type { AssessedCase } from './deciding/deciding-story.js';
import { followThrough, type RemediedCase } from './deciding/follow-through.js';
import type { DecidingRole, DemoCase } from './demo-case.js';
import type { MunicipalityPlan } from './demo-plan.js';
import { COMPANIES } from './gathering/companies.js';
import { asItBegan } from './gathering/conclude-case.js';
import { gather, type OpenedCase } from './gathering/gather.js';
import type { GatheringTools } from './gathering/gathering.js';
import { registerProviderPeople } from './gathering/provider-people.js';
import { publishReport, type PublishingTools } from './publish-report.js';
import { registerProviders } from './register-providers.js';
import { writeCase } from './write-case.js';
import { writeContract, type WrittenContract } from './write-contract.js';
import { writeQuestionSets } from './write-question-sets.js';

/** What a municipality is filled with. */
export interface FillingTools extends PublishingTools, GatheringTools {
  ownerUrl: string;
  /** Of everybody's password. */
  passwordHash: string;
}

/** Writes all cases of a municipality; those of step 2 are opened in their turn and told when all are open. */
export async function fillMunicipality(
  tools: FillingTools,
  place: DemoPlace,
  { cases }: MunicipalityPlan,
  today: CalendarDate,
): Promise<void> {
  const { ownerUrl } = tools;
  const { db, clock } = tools;
  const { municipality, founded } = place;
  const providers = await registerProviders(
    ownerUrl,
    cases.map(({ contract }) => contract.provider),
  );
  const inOrder = [...cases].sort((a, b) => (a.dates.created < b.dates.created ? -1 : 1));
  const contracts = new Map<DemoCase['contract'], WrittenContract>();
  const numbers = new CaseNumbers();
  const [first] = inOrder;
  if (first === undefined) return;
  clock.turnTo(first.dates.created);
  const questionSetIds = await db.transaction(peopleOf(place, first).officer, (tx) =>
    writeQuestionSets(tx, municipality.name),
  );
  const opened: OpenedCase[] = [];
  const assessed = new Map<DecidingRole, AssessedCase>();
  const remedied: RemediedCase[] = [];
  for (const demoCase of inOrder) {
    const people = peopleOf(place, demoCase);
    const committee = municipality.committees.find(({ prefix }) => prefix === demoCase.committee);
    const committeeId = founded.committees[demoCase.committee];
    if (committee === undefined || committeeId === undefined)
      throw new Error(`There is no committee ${demoCase.committee}.`);
    const caseNumber = numbers.next(
      committee,
      Number(demoCase.dates.created.slice(0, 4)),
      demoCase.wantedNumber ?? null,
    );
    clock.turnTo(demoCase.dates.created);
    const { reportId, ...made } = await db.transaction(people.officer, async (tx) => {
      const { contract } = demoCase;
      const providerId = providers.get(contract.provider.organisationNumber) ?? '';
      const written =
        contracts.get(contract) ?? (await writeContract(tx, contract, { committeeId, providerId, frozenAt: tx.now }));
      contracts.set(contract, written);
      const casePlace = { committeeId, caseNumber, written, people, clock };
      const toWrite = asItStood(demoCase);
      return { ...(await writeCase(tx, toWrite, casePlace)), casePlace };
    });
    if (demoCase.gathering !== undefined) opened.push({ demoCase, role: demoCase.gathering, ...made });
    if (demoCase.deciding !== undefined) {
      const { followUpId, casePlace } = made;
      assessed.set(demoCase.deciding, { demoCase, followUpId, written: casePlace.written, committeeId });
    }
    if (reportId !== null) await publish(tools, place, demoCase, reportId);
    if (demoCase.stage === 'remedying' && demoCase.deciding === undefined) {
      remedied.push({ demoCase, followUpId: made.followUpId, manager: people.manager });
    }
  }
  if (opened.length > 0) {
    const people = await registerProviderPeople(ownerUrl, COMPANIES, providers, tools.passwordHash);
    await gather(tools, { place, opened, people, questionSetIds, today }, (demoCase, reportId) =>
      publish(tools, place, demoCase, reportId),
    );
  }
  await followThrough(tools, { place, providers, today }, remedied);
  if (assessed.size > 0) await decide(tools, { place, cases: assessed, today });
  await keepNumbers(ownerUrl, place, numbers);
}

/** A case as it stood when its story begins; one without a story is written as it is. */
function asItStood(demoCase: DemoCase): DemoCase {
  if (demoCase.gathering !== undefined) return asItBegan(demoCase);
  return demoCase.deciding === undefined ? demoCase : asAssessed(demoCase);
}

/** Renders the report of a case and takes it as far towards the public as the case says. */
async function publish(tools: FillingTools, place: DemoPlace, demoCase: DemoCase, reportId: string): Promise<void> {
  const { manager, registrar } = peopleOf(place, demoCase);
  await tools.rendering.render(place.founded.id, reportId, 'internal');
  await publishReport(tools, { demoCase, reportId, manager, registrar });
}

function peopleOf({ municipality, users }: DemoPlace, demoCase: DemoCase) {
  const first = (wanted: (person: DemoPerson) => boolean): StaffUser => {
    const person = municipality.people.find(wanted);
    const user = person === undefined ? undefined : users.get(person.name);
    if (user === undefined) throw new Error(`${municipality.name} lacks somebody for ${demoCase.title}.`);
    return user;
  };
  const officer = first(({ role, name }) => role === 'officer' && name === demoCase.officer);
  const colleague = first(({ role, name }) => role === 'officer' && name !== demoCase.officer);
  const team = demoCase.stage === 'assessing' ? [officer.accountId, colleague.accountId] : [officer.accountId];
  return {
    officer,
    team,
    manager: first(({ role }) => role === 'manager'),
    registrar: first(({ role }) => role === 'registrar'),
  };
}

/** The next case that is opened by hand goes on where the demonstration ended. */
async function keepNumbers(ownerUrl: string, { founded }: DemoPlace, numbers: CaseNumbers): Promise<void> {
  for (const { prefix, year, lastNumber } of numbers.last()) {
    await runAsOwner(
      ownerUrl,
      'insert into case_number_series (municipality_id, committee_id, year, last_number) values ($1, $2, $3, $4)',
      [founded.id, founded.committees[prefix], year, lastNumber],
    );
  }
}
