import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@insyn/domain';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { createApp } from '../src/app.js';
import { Database } from '../src/database/database.js';
import type { StaffUser } from '../src/http/current-user.js';
import type { Settings } from '../src/settings/settings.js';
import { type Answer, type Browser, browserWith, type RequestOptions } from './browser.js';
import {
  aMunicipality,
  aProvider,
  PASSWORD,
  people,
  type SpecMunicipality,
  type SpecPerson,
  type SpecProviderPerson,
} from './people.js';
import { runSql } from './run-sql.js';
import { SpecClock } from './spec-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export type { Answer, Browser } from './browser.js';
export { PASSWORD, type SpecMunicipality, type SpecPerson, type SpecProviderPerson } from './people.js';
export { runSql } from './run-sql.js';
export { SPEC_NOW, SpecClock } from './spec-clock.js';

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
  public readonly people = people;

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
    return browserWith(cookie, (options) => this.request(options));
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
    /** How long a command may wait for a lock, in milliseconds, where a spec lets commands wait on purpose. */
    lockTimeout?: number;
    /** Runs before the application is made. */
    arrange?: (database: TestDatabase) => Promise<void>;
  } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  await options.arrange?.(database);
  const dataDir = mkdtempSync(join(tmpdir(), 'insyn-data-'));
  const clock = new SpecClock();
  const m1 = await aMunicipality(database, 'Ekbacka kommun', 'ekbacka');
  const m2 = await aMunicipality(database, 'Strandviks kommun', 'strandvik');
  const providerPerson = await aProvider(database);
  const settings: Partial<Settings> = {
    NODE_ENV: 'test',
    DATABASE_URL:
      options.lockTimeout === undefined ? database.loginUrl : patient(database.loginUrl, options.lockTimeout),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SESSION_SECRET: 'a secret that is long enough for the specs',
    ...options.settings,
  };
  const app = await createApp({ settings, clock, extraParts: options.extraParts ?? [] });
  return new TestApp(app, database, clock, m1, m2, providerPerson, dataDir);
}

/** The address with limits of its own, which go before those of the pools; a statement that waits for a lock runs too. */
function patient(url: string, lockTimeout: number): string {
  const address = new URL(url);
  address.searchParams.set('lock_timeout', String(lockTimeout));
  address.searchParams.set('statement_timeout', String(lockTimeout));
  return address.href;
}
