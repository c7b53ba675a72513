import type { CalendarDate } from '@insyn/domain';
import { DeadlineWatchService } from '../../deadlines/deadline-watch.service.js';
import { Contact } from '../../providers/contact.entity.js';
import { ProviderRegistration } from '../../providers/provider-registration.entity.js';
import type { StaffUser } from '../../http/current-user.js';
import type { DemoPlace } from '../demo-place.js';
import type { DecidingRole } from '../demo-case.js';
import type { GatheringTools } from '../gathering/gathering.js';
import { registerProviderPeople } from '../gathering/provider-people.js';
import { insertRows } from '../insert-rows.js';
import { registerProviders } from '../register-providers.js';
import { FOLLOWED, SUCCESSOR } from './companies.js';
import { tellDeciding } from './deciding.js';
import { type AssessedCase, DecidingStory, type DecidingTools } from './deciding-story.js';

/** The days before today on which what was due was watched; every night would say no more of it. */
const WATCHED = [24, 17, 15, 8, 1];

interface Deciding {
  place: DemoPlace;
  cases: ReadonlyMap<DecidingRole, AssessedCase>;
  today: CalendarDate;
}

/** Tells how a municipality decided its assessed cases and followed them through, day by day. */
export async function decide(
  tools: DecidingTools & { ownerUrl: string; passwordHash: string },
  { place, cases, today }: Deciding,
): Promise<void> {
  const { ownerUrl, passwordHash } = tools;
  const companies = { ...FOLLOWED, successor: SUCCESSOR };
  const providers = await registerProviders(
    ownerUrl,
    Object.values(companies).map(({ provider }) => provider),
  );
  const people = await registerProviderPeople(ownerUrl, companies, providers, passwordHash);
  const successorId = providers.get(SUCCESSOR.provider.organisationNumber) ?? '';
  const story = new DecidingStory(tools, { place, cases, people, successorId, today });
  story.turnTo(30);
  await registerSuccessor(tools, story.staff('officer'), successorId);
  await tellDeciding(story);
  for (const daysAgo of WATCHED) {
    story.turnTo(daysAgo);
    await new DeadlineWatchService(tools.db, tools.jobs).watch();
    await story.mailsGo();
  }
}

/** The municipality gets to know the company that takes over a contract. */
async function registerSuccessor({ db }: GatheringTools, officer: StaffUser, providerId: string): Promise<void> {
  await db.transaction(officer, async (tx) => {
    const { municipalityId } = tx;
    await insertRows(tx, ProviderRegistration, [
      { municipalityId, providerId, note: '', createdBy: officer.accountId },
    ]);
    await insertRows(
      tx,
      Contact,
      SUCCESSOR.people.map(({ name, role, email, phone }) => ({
        ...{ municipalityId, id: tx.newId(), providerId, name, role, email, phone },
      })),
    );
    tx.appendEvent({
      ...{ kind: 'provider.registered', subjectKind: 'provider', subjectId: providerId },
      summary: 'Registrerade utföraren',
    });
  });
}
