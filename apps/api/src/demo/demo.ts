import { permissionsOf, stockholmDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import { DatabaseConnection, type DatabaseAddress } from '../database/database-connection.js';
import { FileStore } from '../files/file-store.js';
import type { StaffMembership, StaffUser } from '../http/current-user.js';
import { JobsService } from '../jobs/jobs.service.js';
import { type FoundedMunicipality, foundMunicipality } from '../municipalities/found-municipality.js';
import { ReportRenderingService } from '../reports/report-rendering.service.js';
import { hashPassword } from '../sessions/password.js';
import { CommandFailed } from '../settings/command-output.js';
import type { Settings } from '../settings/settings.js';
import { runAsOwner } from './as-owner.js';
import {
  DEMO_PASSWORD,
  demoEmail,
  demoMunicipalities,
  type DemoMunicipality,
  type DemoPerson,
} from './content/people.js';
import { DemoClock } from './demo-clock.js';
import type { DemoPlace } from './demo-place.js';
import { planDemo, shareOf } from './demo-plan.js';
import { fillMunicipality } from './fill-municipality.js';
import { type ProviderAccount, providerAccounts } from './gathering/provider-people.js';
import { writeBulk } from './write-bulk.js';

export interface DemoOptions {
  municipalities: number;
  followUps: number;
  seed: string;
  /** Do nothing where there is a municipality already. */
  ifEmpty: boolean;
  /** Many follow-ups for the bench, without reports. */
  bulk: boolean;
  now: Date;
}

/** What `insyn demo` answers with. */
export interface DemoResult {
  accounts: { role: string; name: string; email: string; password: string; municipality: string }[];
  /** People of providers, who sign in at the provider's door. */
  providerAccounts: ProviderAccount[];
  municipalities: string[];
  followUps: number;
  skipped: boolean;
}

/**
 * Fills an installation with the demonstration. The database must have been migrated.
 * @throws CommandFailed in production, without the owner's address, or where a municipality has the same name already.
 */
export async function makeDemo(
  settings: Settings,
  address: DatabaseAddress,
  options: DemoOptions,
): Promise<DemoResult> {
  if (settings.NODE_ENV === 'production') {
    throw new CommandFailed('The demonstration is refused in production: everybody in it has the same known password.');
  }
  const { ownerUrl } = address;
  if (ownerUrl === undefined) throw new CommandFailed('DATABASE_OWNER_URL must be set beside DATABASE_URL.');
  const municipalities = demoMunicipalities(options.municipalities);
  const taken = await runAsOwner<{ slug: string }>(ownerUrl, 'select slug from municipality', []);
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (options.ifEmpty && slugs.size > 0) {
    const there = municipalities.filter(({ slug }) => slugs.has(slug));
    return { ...resultOf(there, 0, await providerAccounts(ownerUrl)), skipped: true };
  }
  const double = municipalities.find(({ slug }) => slugs.has(slug));
  if (double !== undefined)
    throw new CommandFailed(`${double.name} is there already. Use --if-empty, or an empty database.`);
  const connection = await DatabaseConnection.open({ ...address, release: () => Promise.resolve() });
  try {
    await fill(settings, connection, ownerUrl, options);
    // What people ask for goes before the letters and mails that the demonstration still has in the queue.
    await runAsOwner(ownerUrl, "update pgboss.job set priority = -1 where state = 'created'", []);
  } finally {
    await connection.onApplicationShutdown();
  }
  const people = await providerAccounts(ownerUrl);
  return { ...resultOf(municipalities, options.followUps, people), skipped: false };
}

async function fill(
  settings: Settings,
  connection: DatabaseConnection,
  ownerUrl: string,
  options: DemoOptions,
): Promise<void> {
  const clock = new DemoClock(options.now);
  const db = new Database(connection, clock, settings);
  const files = new FileStore(settings);
  const jobs = new JobsService(connection, settings);
  const rendering = new ReportRenderingService(db, files, jobs);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const today = stockholmDate(options.now);
  if (options.bulk) {
    for (const [at, municipality] of demoMunicipalities(options.municipalities).entries()) {
      const place = await found(ownerUrl, municipality, passwordHash);
      const count = shareOf(options.followUps, options.municipalities, at);
      await writeBulk({ db, clock, ownerUrl, place, count, at, seed: options.seed, today });
    }
    return;
  }
  const tools = { db, clock, rendering, settings, files, jobs, ownerUrl, passwordHash };
  for (const plan of planDemo({ ...options, today })) {
    const place = await found(ownerUrl, plan.municipality, passwordHash);
    await fillMunicipality(tools, place, plan, today);
  }
}

async function found(ownerUrl: string, municipality: DemoMunicipality, passwordHash: string): Promise<DemoPlace> {
  const { name, slug, committees, people } = municipality;
  const founded = await foundMunicipality(
    ownerUrl,
    {
      name,
      slug,
      committees,
      people: people.map((person) => ({
        name: person.name,
        title: person.title,
        email: demoEmail(person, municipality),
        password: DEMO_PASSWORD,
        roles: [person.role],
        ...(person.committees === null ? {} : { committees: person.committees }),
        ...(person.also === undefined ? {} : { also: [person.also] }),
      })),
    },
    passwordHash,
  );
  // Single-use links are shown among the mails of a demonstration, so that they can be tried.
  await runAsOwner(ownerUrl, 'update municipality set demo = true where id = $1', [founded.id]);
  const users = new Map(people.map((person) => [person.name, userOf(person, municipality, founded)]));
  return { municipality, founded, users };
}

function userOf(person: DemoPerson, municipality: DemoMunicipality, founded: FoundedMunicipality): StaffUser {
  const email = demoEmail(person, municipality);
  const { role, also } = person;
  const committeeIds = person.committees?.flatMap((prefix) => founded.committees[prefix] ?? []) ?? [null];
  const memberships: StaffMembership[] = committeeIds.map((committeeId) => ({ role, committeeId }));
  const further = also === undefined ? undefined : founded.committees[also.committee];
  if (also !== undefined && further !== undefined) memberships.push({ role: also.role, committeeId: further });
  return {
    accountId: founded.people[email] ?? '',
    sessionId: 'demo',
    name: person.name,
    title: person.title,
    email,
    municipalityId: founded.id,
    memberships,
    permissions: permissionsOf(memberships.map((held) => held.role)),
  };
}

function resultOf(
  municipalities: DemoMunicipality[],
  followUps: number,
  people: ProviderAccount[],
): Omit<DemoResult, 'skipped'> {
  return {
    accounts: municipalities.flatMap((municipality) =>
      municipality.people.map((person) => ({
        role: person.role,
        name: person.name,
        email: demoEmail(person, municipality),
        password: DEMO_PASSWORD,
        municipality: municipality.name,
      })),
    ),
    providerAccounts: people,
    municipalities: municipalities.map(({ name }) => name),
    followUps,
  };
}
