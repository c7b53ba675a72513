import { type CalendarDate, READY_QUESTION_SETS, type ServiceType } from '@insyn/domain';
import type { Transaction } from '../../database/transaction.js';
import type { DemoPlace } from '../demo-place.js';
import type { DemoCase, GatheringRole } from '../demo-case.js';
import type { CasePlace } from '../write-case.js';
import { tellAlvsbro } from './alvsbro-story.js';
import { concludeCase } from './conclude-case.js';
import { GatheringStory, type OpenCase } from './gathering-story.js';
import type { GatheringTools } from './gathering.js';
import { tellLastYear, tellLunda } from './lunda-story.js';
import type { ProviderPeople } from './provider-people.js';
import { nameRecipients, tellLexSarah, tellSignals } from './signals.js';

/** A case that has been opened and waits for its story. */
export interface OpenedCase {
  demoCase: DemoCase;
  role: GatheringRole;
  followUpId: string;
  casePlace: CasePlace;
}

interface Opening {
  place: DemoPlace;
  opened: readonly OpenedCase[];
  people: ProviderPeople;
  /** In the order of the sets that the product comes with. */
  questionSetIds: readonly string[];
  today: CalendarDate;
}

/** Tells how the evidence of a municipality was gathered, day by day; `publish` is called for each report there is. */
export async function gather(
  tools: GatheringTools,
  { place, opened, people, questionSetIds, today }: Opening,
  publish: (demoCase: DemoCase, reportId: string) => Promise<void>,
): Promise<void> {
  const cases = new Map<GatheringRole, OpenCase>(
    opened.map(({ role, followUpId, casePlace: { written, committeeId } }) => [
      role,
      { followUpId, written, committeeId, gathered: new Map() },
    ]),
  );
  const [first] = opened;
  if (first === undefined) return;
  const officer = first.casePlace.people.officer;
  const questionSets = await tools.db.transaction(officer, (tx) => firstVersions(tx, questionSetIds));
  const story = new GatheringStory(tools, { place, cases, people, questionSets, today });
  const conclude = async (role: GatheringRole): Promise<void> => {
    const found = opened.find((one) => one.role === role);
    if (found === undefined) return;
    const { demoCase, followUpId, casePlace } = found;
    tools.clock.turnTo(demoCase.dates.assessing, 100);
    const { gathered } = story.case(role);
    const reportId = await tools.db.transaction(officer, (tx) =>
      concludeCase(tx, demoCase, { followUpId, place: casePlace, gathered }),
    );
    if (reportId !== null) await publish(demoCase, reportId);
  };
  story.turnTo(200, 0);
  await nameRecipients(story);
  if (!cases.has('lindstigen-last-year')) return tellAlvsbro(story);
  await tellLastYear(story);
  await conclude('lindstigen-last-year');
  await tellSignals(story);
  await tellLexSarah(story);
  await tellLunda(story);
  await conclude('ronnbaret');
}

/** The first version of each set, by the service that it is for. */
async function firstVersions(tx: Transaction, ids: readonly string[]): Promise<Map<ServiceType, string>> {
  const versions = new Map<ServiceType, string>();
  for (const [at, { serviceType }] of READY_QUESTION_SETS.entries()) {
    const [row] = await tx.query<{ id: string }>(
      'select id from question_set_version where municipality_id = $1 and question_set_id = $2 and number = 1',
      [tx.municipalityId, ids[at]],
    );
    if (row !== undefined) versions.set(serviceType, row.id);
  }
  return versions;
}
