import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@insyn/domain';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createApp } from '../src/app.js';
import { Database } from '../src/database/database.js';
import type { StaffUser } from '../src/http/current-user.js';
import { type FoundedMunicipality, foundMunicipality } from '../src/municipalities/found-municipality.js';
import { hashPassword } from '../src/sessions/password.js';
import { Clock } from '../src/settings/clock.js';
import type { Settings } from '../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The password of everybody in the specs. */
export const PASSWORD = 'ett långt lösenord 2026';
/** What time it is in the specs unless they say otherwise: Wednesday 25 November 2026, ten o'clock in Sweden. */
export const SPEC_NOW = new Date('2026-11-25T09:00:00Z');

/** A clock that a spec moves by hand. */
export class SpecClock extends Clock {
  #now = new Date(SPEC_NOW);

  public override now(): Date {
    return new Date(this.#now);
  }

  public override today(): ReturnType<Clock['today']> {
    return new Clock(this.#now).today();
  }

  public advance(by: { minutes?: number; hours?: number; days?: number }): void {
    const minutes = (by.minutes ?? 0) + 60 * (by.hours ?? 0) + 1440 * (by.days ?? 0);
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

/** One of the two municipalities of the specs. `SON` is the committee of its officer, manager and registrar. */
export interface SpecMunicipality extends FoundedMunicipality {
  readonly slug: string;
  readonly name: string;
  /** Socialnämnden. */
  readonly committeeId: string;
  /** Vård- och omsorgsnämnden, where only the second officer and manager belong. */
  readonly otherCommitteeId: string;
}

export interface SpecPerson {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly municipality: SpecMunicipality | null;
}

/** The primary contact of a provider that no municipality has registered yet. */
export interface SpecProviderPerson extends SpecPerson {
  readonly providerId: string;
}

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly payload?: unknown;
  readonly headers?: Record<string, string>;
}

/** What a spec sees of an answer. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly body: string;
  readonly rawPayload: Buffer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec looks into an answer without naming its type
  json<T = never>(): [T] extends [never] ? any : T;
}

/** Somebody with a browser: sends the cookie, and a fresh Idempotency-Key with every POST unless one is given. */
export interface Browser {
  readonly cookie: string;
  request(options: RequestOptions): Promise<Answer>;
  get(url: string): Promise<Answer>;
  post(url: string, payload?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(url: string, payload?: unknown): Promise<Answer>;
  patch(url: string, payload?: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
}

const ROLE_NAMES = [
  'officer',
  'secondOfficer',
  'manager',
  'secondManager',
  'registrar',
  'auditor',
  'administrator',
] as const;
type PersonName = (typeof ROLE_NAMES)[number];
const ROLE_OF: Record<PersonName, Exclude<Role, 'provider'>> = {
  officer: 'officer',
  secondOfficer: 'officer',
  manager: 'manager',
  secondManager: 'manager',
  registrar: 'registrar',
  auditor: 'auditor',
  administrator: 'administrator',
};
const NAME_OF: Record<PersonName, readonly [string, string]> = {
  officer: ['Maja Lindgren', 'Verksamhetsutvecklare'],
  secondOfficer: ['Olle Sandahl', 'Verksamhetsutvecklare'],
  manager: ['Karin Wester', 'Enhetschef'],
  secondManager: ['Per Holmqvist', 'Enhetschef'],
  registrar: ['Sara Nyberg', 'Registrator'],
  auditor: ['Erik Dahlin', 'Revisor'],
  administrator: ['Lena Forsell', 'Systemförvaltare'],
};

/** Everything a spec of the API needs: the real application on a fresh database with two municipalities full of people. */
export class TestApp {
  public constructor(
    public readonly app: NestFastifyApplication,
    public readonly database: TestDatabase,
    public readonly clock: SpecClock,
    public readonly m1: SpecMunicipality,
    public readonly m2: SpecMunicipality,
    public readonly providerPerson: SpecProviderPerson,
    public readonly dataDir: string,
  ) {}

  /** `people.officer(m1)` is a person; sign in with `signIn(people.officer(m1))`. */
  public readonly people = Object.fromEntries(
    ROLE_NAMES.map((name) => [name, (municipality: SpecMunicipality): SpecPerson => personOf(name, municipality)]),
  ) as Record<PersonName, (municipality: SpecMunicipality) => SpecPerson>;

  public get db(): Database {
    return this.app.get(Database);
  }

  /** Signs in through the real route. */
  public async signIn(person: SpecPerson): Promise<Browser> {
    const answer = await this.request({
      method: 'POST',
      url: '/api/sessions',
      payload: { email: person.email, password: PASSWORD },
    });
    if (answer.statusCode !== 200) throw new Error('Signing in gave ' + String(answer.statusCode) + ': ' + answer.body);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return this.browser(cookie);
  }

  /** Sends a request without a session. */
  public async request(options: RequestOptions): Promise<Answer> {
    const { payload, ...rest } = options;
    const answer = await this.app.inject({
      ...rest,
      ...(payload === undefined ? {} : { payload: payload as object }),
    } as Parameters<NestFastifyApplication['inject']>[0]);
    return answer;
  }

  public browser(cookie: string): Browser {
    const request = (options: RequestOptions): Promise<Answer> => {
      const key = options.method === 'POST' ? { 'idempotency-key': uuidv7() } : {};
      return this.request({ ...options, headers: { cookie, ...key, ...options.headers } });
    };
    return {
      cookie,
      request,
      get: (url) => request({ method: 'GET', url }),
      post: (url, payload, headers) =>
        request({ method: 'POST', url, payload: payload ?? {}, ...(headers && { headers }) }),
      put: (url, payload) => request({ method: 'PUT', url, payload: payload ?? {} }),
      patch: (url, payload) => request({ method: 'PATCH', url, payload: payload ?? {} }),
      delete: (url) => request({ method: 'DELETE', url }),
    };
  }

  /** The person as the services see one, for specs that call a service without a route. */
  public staffUser(person: SpecPerson, role: Role, permissions: StaffUser['permissions']): StaffUser {
    const municipality = person.municipality;
    return {
      accountId: person.accountId,
      sessionId: 'spec',
      name: person.name,
      title: null,
      email: person.email,
      municipalityId: municipality?.id ?? '',
      memberships: municipality === null ? [] : [{ role, committeeId: municipality.committeeId }],
      permissions,
    };
  }

  /** SQL as the owner, to arrange what no route can. */
  public asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return runSql<Row>(this.database.ownerUrl, text, values);
  }

  public async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Builds the application of a spec file; close it in afterAll. */
export async function testApp(
  options: {
    settings?: Partial<Settings>;
    extraParts?: Type[];
    /** Runs before the application is made. */
    arrange?: (database: TestDatabase) => Promise<void>;
  } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  await options.arrange?.(database);
  const dataDir = mkdtempSync(join(tmpdir(), 'insyn-data-'));
  const clock = new SpecClock();
  const m1 = await found(database, 'Ekbacka kommun', 'ekbacka');
  const m2 = await found(database, 'Strandviks kommun', 'strandvik');
  const providerPerson = await addProviderPerson(database);
  const settings: Partial<Settings> = {
    NODE_ENV: 'test',
    DATABASE_URL: database.loginUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SESSION_SECRET: 'a secret that is long enough for the specs',
    ...options.settings,
  };
  const app = await createApp({ settings, clock, extraParts: options.extraParts ?? [] });
  return new TestApp(app, database, clock, m1, m2, providerPerson, dataDir);
}

/** The hash of PASSWORD is made once: thirty argon2 hashes would cost a second per spec file. */
let passwordHash: Promise<string> | undefined;

async function found(database: TestDatabase, name: string, slug: string): Promise<SpecMunicipality> {
  passwordHash ??= hashPassword(PASSWORD);
  const founded = await foundMunicipality(
    database.ownerUrl,
    {
      name,
      slug,
      committees: [
        {
          name: 'Socialnämnden',
          prefix: 'SON',
          caseNumberPattern: '{prefix}/{year}/{number:4}/{classification}',
          classification: '739',
        },
        { name: 'Vård- och omsorgsnämnden', prefix: 'VON' },
      ],
      people: ROLE_NAMES.map((person) => ({
        name: NAME_OF[person][0],
        title: NAME_OF[person][1],
        email: addressOf(person, slug),
        password: PASSWORD,
        roles: [ROLE_OF[person]],
        ...(person === 'auditor' || person === 'administrator'
          ? {}
          : { committees: [person.startsWith('second') ? 'VON' : 'SON'] }),
      })),
    },
    await passwordHash,
  );
  return {
    ...founded,
    name,
    slug,
    committeeId: founded.committees['SON'] ?? '',
    otherCommitteeId: founded.committees['VON'] ?? '',
  };
}

async function addProviderPerson(database: TestDatabase): Promise<SpecProviderPerson> {
  const accountId = uuidv7();
  const email = 'kontakt@omsorg.example';
  await runSql(database.ownerUrl, 'insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    accountId,
    email,
    'Nina Ek',
    await passwordHash,
  ]);
  const providerId = uuidv7();
  await runSql(
    database.ownerUrl,
    "insert into provider (id, organisation_number, legal_name, form) values ($1, '5599000014', 'Nordbo Omsorg AB', 'company')",
    [providerId],
  );
  await runSql(
    database.ownerUrl,
    "insert into membership (id, account_id, provider_id, role, is_primary) values ($1, $2, $3, 'provider', true)",
    [uuidv7(), accountId, providerId],
  );
  return { accountId, email, name: 'Nina Ek', municipality: null, providerId };
}

function personOf(name: PersonName, municipality: SpecMunicipality): SpecPerson {
  const email = addressOf(name, municipality.slug);
  return { accountId: municipality.people[email] ?? '', email, name: NAME_OF[name][0], municipality };
}

function addressOf(person: PersonName, slug: string): string {
  return person.toLowerCase() + '@' + slug + '.example';
}

/** One statement on a connection of its own. */
export async function runSql<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
