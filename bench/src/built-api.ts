import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

// The bench runs what was built, and takes from it only what is written here: a PostgreSQL, the migrations, a tenant with
// people, and the very statements that the API sends. It reaches into the build and not into the sources of the API.

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface EmbeddedPostgres {
  readonly loginUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

export interface Person {
  readonly accountId: string;
  readonly municipalityId: string;
  readonly memberships: readonly { readonly role: string; readonly committeeId: string | null }[];
}

export interface FoundedMunicipality {
  readonly id: string;
  readonly committees: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

interface EmbeddedPostgresModule {
  startEmbeddedPostgres: (dataDir: string, options: { say: (sentence: string) => void }) => Promise<EmbeddedPostgres>;
}

interface MigrateModule {
  migrate: (ownerUrl: string, loginUrl: string) => Promise<string[]>;
}

interface FoundMunicipalityModule {
  foundMunicipality(ownerUrl: string, wanted: object, passwordHash: string): Promise<FoundedMunicipality>;
}

interface PasswordModule {
  hashPassword(password: string): Promise<string>;
}

interface QueriesModule {
  FollowUpsQueries: new (database: object) => {
    list(user: Person, query: object): Promise<unknown>;
    detail(user: Person, id: string): Promise<unknown>;
  };
}

const dist = join(import.meta.dirname, '../../apps/api/dist');
export const SERVER = join(dist, 'main.js');

async function part<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(dist, path)).href)) as Module;
}

/** Starts a PostgreSQL in the folder and migrates it. `say` is told where the data lies, if not there. */
export async function startDatabase(folder: string, say: (sentence: string) => void): Promise<EmbeddedPostgres> {
  // Nest's decorators want this before anything that carries them.
  await import('reflect-metadata');
  const { startEmbeddedPostgres } = await part<EmbeddedPostgresModule>('database/embedded-postgres.js');
  const { migrate } = await part<MigrateModule>('database/migrate.js');
  const postgres = await startEmbeddedPostgres(folder, { say });
  try {
    await migrate(postgres.ownerUrl, postgres.loginUrl);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Makes a tenant with two committees and an officer of the first. */
export async function foundMunicipality(
  ownerUrl: string,
  wanted: { name: string; slug: string; email: string; passwordHash: string },
): Promise<FoundedMunicipality> {
  const found = await part<FoundMunicipalityModule>('municipalities/found-municipality.js');
  const committees = [
    { name: 'Socialnämnden', prefix: 'SON' },
    { name: 'Vård- och omsorgsnämnden', prefix: 'VON' },
  ];
  const person = { name: 'Ada Bengtsdotter', title: 'Verksamhetsutvecklare', email: wanted.email, password: '' };
  const people = [{ ...person, roles: ['officer'], committees: ['SON'] }];
  return found.foundMunicipality(
    ownerUrl,
    { name: wanted.name, slug: wanted.slug, committees, people },
    wanted.passwordHash,
  );
}

export async function hashPassword(password: string): Promise<string> {
  return (await part<PasswordModule>('sessions/password.js')).hashPassword(password);
}

/** The statement that the API sends for a list, with its values, taken from the API's own code as it runs. */
export function listStatement(user: Person, query: object): Promise<Statement> {
  return sentBy((queries) => queries.list(user, query));
}

/** The statement that the API sends for one follow-up; its second value is the id. */
export function detailStatement(user: Person, id: string): Promise<Statement> {
  return sentBy((queries) => queries.detail(user, id));
}

async function sentBy(
  ask: (queries: InstanceType<QueriesModule['FollowUpsQueries']>) => Promise<unknown>,
): Promise<Statement> {
  const { FollowUpsQueries } = await part<QueriesModule>('follow-ups/follow-ups.queries.js');
  const sent: Statement[] = [];
  const recorder = {
    read: (_user: Person, statement: Statement): Promise<never[]> => {
      sent.push(statement);
      return Promise.resolve([]);
    },
  };
  // Without rows the detail says that there is none; what was asked is known by then.
  await ask(new FollowUpsQueries(recorder)).catch(() => undefined);
  const [statement] = sent;
  if (statement === undefined || sent.length > 1) {
    throw new Error(
      `The API sent ${sent.length} statements where one was expected; the bench does not know how to follow.`,
    );
  }
  return statement;
}
