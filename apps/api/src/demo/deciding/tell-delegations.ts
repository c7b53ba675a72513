import { addDays, type CalendarDate, type DelegatedMatter, type ReservedMatter } from '@insyn/domain';
import type { StaffUser } from '../../http/current-user.js';
import { yearOf } from '../days.js';
import type { DecidingStory } from './deciding-story.js';

/** What the first committee delegates, by the points of its order of delegation. */
const FIRST_ORDER = [
  ['judgement', '4.3'],
  ['publication', '4.4'],
  ['sanction', '4.5'],
] as const;

/** The register begins so long ago. */
const FIRST_ENTRY = 420;

/**
 * The first committee has let its managers decide judgements, publications and sanctions, year by year, so that some
 * delegations have ended; the second one keeps what is not approved for itself, and has taken a delegation back.
 */
export async function tellDelegations(story: DecidingStory): Promise<void> {
  const { delegations } = story.services.judgements;
  const [first, second] = committeesOf(story);
  const registrar = story.staff('registrar');
  const begun = story.turnTo(FIRST_ENTRY);
  const year = yearOf(begun);
  await settings(story, first, ['judgement', 'publication', 'sanction'], []);
  await settings(story, second, ['judgement'], ['judgement.not-approved', 'sanction.termination']);
  const manager = story.staff('manager');
  const enter = (committeeId: string, holder: StaffUser, matter: DelegatedMatter, entry: Entry) =>
    delegations.add(registrar, { committeeId, accountId: holder.accountId, matter, ...entry });
  const before = { decidedOn: addDays(begun, -3), validFrom: begun, validTo: `${year}-12-31` };
  for (const [matter, point] of FIRST_ORDER) {
    await enter(first, manager, matter, { ...before, point, reference: referenceOf('SON', before, 71) });
  }
  const last = yearOf(story.at.today);
  for (let next = year + 1; next <= last; next += 1) {
    const decidedOn = `${next - 1}-12-15`;
    const entry = { decidedOn, validFrom: `${next}-01-01`, validTo: next < last ? `${next}-12-31` : null };
    story.tools.clock.turnTo(`${next - 1}-12-17`, 60);
    for (const [matter, point] of FIRST_ORDER) {
      await enter(first, manager, matter, { ...entry, point, reference: referenceOf('SON', entry, 88) });
    }
    await enter(second, manager, 'judgement', { ...entry, point: '3.2', reference: referenceOf('OMN', entry, 64) });
  }
  const other = { decidedOn: addDays(story.turnTo(200), -7), validFrom: story.turnTo(200), validTo: null };
  const { id } = await enter(second, story.staff('otherManager'), 'judgement', {
    ...{ ...other, point: '3.2', reference: referenceOf('OMN', other, 21) },
  });
  const on = story.turnTo(95);
  await delegations.revoke(registrar, id, { version: 1, on, reason: 'Beslutanderätten samlas hos en enhetschef.' });
}

/** What was decided on delegation until now is reported at a meeting; what comes after waits for the next one. */
export async function reportDecisions(story: DecidingStory, daysAgo: number): Promise<void> {
  const [first] = committeesOf(story);
  const meetingOn = story.turnTo(daysAgo, 300);
  await story.services.judgements.delegations.report(story.staff('registrar'), first, { meetingOn });
}

interface Entry {
  decidedOn: CalendarDate;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
  point?: string;
  reference: string;
}

function referenceOf(prefix: string, { decidedOn }: { decidedOn: CalendarDate }, paragraph: number): string {
  return `${prefix} ${decidedOn} § ${paragraph}`;
}

function committeesOf({ at: { place } }: DecidingStory): [string, string] {
  const [first, second] = place.municipality.committees.map(({ prefix }) => place.founded.committees[prefix]);
  if (first === undefined || second === undefined) throw new Error('The municipality has not two committees.');
  return [first, second];
}

async function settings(
  story: DecidingStory,
  committeeId: string,
  delegatedMatters: DelegatedMatter[],
  reservedMatters: ReservedMatter[],
): Promise<void> {
  const { version } = await story.row<{ version: number }>(VERSION, [committeeId]);
  const { delegations } = story.services.judgements;
  await delegations.changeSettings(story.staff('registrar'), committeeId, {
    version,
    delegatedMatters,
    reservedMatters,
  });
}

const VERSION = 'select version from committee where municipality_id = $1 and id = $2';
