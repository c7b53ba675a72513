import type { Role } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { type FoundedMunicipality, foundMunicipality } from '../src/municipalities/found-municipality.js';
import { hashPassword } from '../src/sessions/password.js';
import { runSql } from './run-sql.js';
import type { TestDatabase } from './test-database.js';

/** The password of everybody in the specs. */
export const PASSWORD = 'ett långt lösenord 2026';

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

/** Finds somebody of a municipality by what they do there. */
export const people = Object.fromEntries(
  ROLE_NAMES.map((name) => [name, (municipality: SpecMunicipality): SpecPerson => personOf(name, municipality)]),
) as Record<PersonName, (municipality: SpecMunicipality) => SpecPerson>;

/** The hash of PASSWORD is made once: thirty argon2 hashes would cost a second per spec file. */
let passwordHash: Promise<string> | undefined;
const hashOfPassword = (): Promise<string> => (passwordHash ??= hashPassword(PASSWORD));

/** Founds a municipality with two committees and everybody in it. */
export async function aMunicipality(database: TestDatabase, name: string, slug: string): Promise<SpecMunicipality> {
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
    await hashOfPassword(),
  );
  return {
    ...founded,
    name,
    slug,
    committeeId: founded.committees['SON'] ?? '',
    otherCommitteeId: founded.committees['VON'] ?? '',
  };
}

/** A provider and its primary contact, known to no municipality yet. */
export async function aProvider(database: TestDatabase): Promise<SpecProviderPerson> {
  const accountId = uuidv7();
  const email = 'kontakt@omsorg.example';
  await runSql(database.ownerUrl, 'insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    accountId,
    email,
    'Nina Ek',
    await hashOfPassword(),
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
