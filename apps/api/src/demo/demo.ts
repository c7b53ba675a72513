import { permissionsOf, stockholmDate } from '@insyn/domain';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
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
import {
  DEMO_PASSWORD,
  demoEmail,
  demoMunicipalities,
  type DemoMunicipality,
  type DemoPerson,
} from './content/people.js';
import type { DemoCase } from './demo-case.js';
import { DemoClock } from './demo-clock.js';
import { planDemo, shareOf, type MunicipalityPlan } from './demo-plan.js';
import { publishReport } from './publish-report.js';
import { writeCase } from './write-case.js';
import { writeBulk } from './write-bulk.js';
import { writeContract, type WrittenContract } from './write-contract.js';
import { writeQuestionSets } from './write-question-sets.js';
import { CaseNumbers } from './case-numbers.js';

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
  municipalities: string[];
  followUps: number;
  skipped: boolean;
}

/** A municipality that has been founded, with its people as the services see them. */
export interface DemoPlace {
  municipality: DemoMunicipality;
  founded: FoundedMunicipality;
  users: Map<string, StaffUser>;
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
    return {
      ...resultOf(
        municipalities.filter(({ slug }) => slugs.has(slug)),
        0,
      ),
      skipped: true,
    };
  }
  const double = municipalities.find(({ slug }) => slugs.has(slug));
  if (double !== undefined)
    throw new CommandFailed(`${double.name} is there already. Use --if-empty, or an empty database.`);
  const connection = await DatabaseConnection.open({ ...address, release: () => Promise.resolve() });
  try {
    await fill(settings, connection, ownerUrl, options);
  } finally {
    await connection.onApplicationShutdown();
  }
  return { ...resultOf(municipalities, options.followUps), skipped: false };
}

async function fill(
  settings: Settings,
  connection: DatabaseConnection,
  ownerUrl: string,
  options: DemoOptions,
): Promise<void> {
  const clock = new DemoClock(options.now);
  const db = new Database(connection, clock);
  const rendering = new ReportRenderingService(db, new FileStore(settings), new JobsService(connection, settings));
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
  for (const plan of planDemo({ ...options, today })) {
    const place = await found(ownerUrl, plan.municipality, passwordHash);
    await fillMunicipality({ db, clock, rendering }, ownerUrl, place, plan);
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
  const users = new Map(people.map((person) => [person.name, userOf(person, municipality, founded)]));
  return { municipality, founded, users };
}

type Tools = Parameters<typeof publishReport>[0];

async function fillMunicipality(
  tools: Tools,
  ownerUrl: string,
  place: DemoPlace,
  { cases }: MunicipalityPlan,
): Promise<void> {
  const { db, clock, rendering } = tools;
  const { municipality, founded } = place;
  const providers = await registerProviders(
    ownerUrl,
    cases.map(({ contract }) => contract.provider),
  );
  const inOrder = [...cases].sort((a, b) => (a.dates.created < b.dates.created ? -1 : 1));
  const contracts = new Map<DemoCase['contract'], WrittenContract>();
  const numbers = new CaseNumbers();
  const [first] = inOrder;
  if (first !== undefined) {
    clock.turnTo(first.dates.created);
    await db.transaction(peopleOf(place, first).officer, (tx) => writeQuestionSets(tx, municipality.name));
  }
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
    const { reportId } = await db.transaction(people.officer, async (tx) => {
      const { contract } = demoCase;
      const providerId = providers.get(contract.provider.organisationNumber) ?? '';
      const written =
        contracts.get(contract) ?? (await writeContract(tx, contract, { committeeId, providerId, frozenAt: tx.now }));
      contracts.set(contract, written);
      return writeCase(tx, demoCase, { committeeId, caseNumber, written, people, clock });
    });
    if (reportId === null) continue;
    await rendering.render(founded.id, reportId, 'internal');
    await publishReport(tools, { demoCase, reportId, manager: people.manager, registrar: people.registrar });
  }
  await keepNumbers(ownerUrl, place, numbers);
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

/** Makes the global rows of providers, which no tenant may write. @returns their ids by organisation number. */
export async function registerProviders(
  ownerUrl: string,
  providers: readonly DemoCase['contract']['provider'][],
): Promise<Map<string, string>> {
  const wanted = [...new Map(providers.map((provider) => [provider.organisationNumber, provider])).values()];
  const rows = await runAsOwner<{ id: string; organisation_number: string }>(
    ownerUrl,
    `with wanted as (
       select * from jsonb_to_recordset($1::jsonb) as w (id uuid, organisation_number text, legal_name text, form text)
     ), made as (
       insert into provider (id, organisation_number, legal_name, form) select * from wanted
       on conflict (organisation_number) do nothing returning id, organisation_number
     )
     select id, organisation_number from made
     union all select p.id, p.organisation_number from provider p join wanted using (organisation_number)`,
    [
      JSON.stringify(
        wanted.map(({ organisationNumber, legalName, form }) => ({
          id: uuidv7(),
          organisation_number: organisationNumber,
          legal_name: legalName,
          form,
        })),
      ),
    ],
  );
  return new Map(rows.map((row) => [row.organisation_number, row.id]));
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

async function runAsOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function resultOf(municipalities: DemoMunicipality[], followUps: number): Omit<DemoResult, 'skipped'> {
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
    municipalities: municipalities.map(({ name }) => name),
    followUps,
  };
}
