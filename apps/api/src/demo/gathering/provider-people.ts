import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { ProviderUser } from '../../http/current-user.js';
import { runAsOwner } from '../as-owner.js';
import { DEMO_PASSWORD } from '../content/people.js';
import { FOLLOWED, SUCCESSOR } from '../deciding/companies.js';
import { COMPANIES, type Company, type CompanyName } from './companies.js';

/** The people of companies who can sign in, by company; the first one is the primary contact. */
export type PeopleOf<Name extends string> = ReadonlyMap<Name, readonly ProviderUser[]>;
export type ProviderPeople = PeopleOf<CompanyName>;

/**
 * Makes the accounts of the companies' people, as the owner and all with the same password. Who has an account already
 * keeps it. `providers` are the ids of companies by organisation number; those that are not there are left out.
 */
export async function registerProviderPeople<Name extends string>(
  ownerUrl: string,
  companies: Readonly<Record<Name, Company>>,
  providers: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<PeopleOf<Name>> {
  const people = new Map<Name, ProviderUser[]>();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const [name, company] of Object.entries(companies) as [Name, Company][]) {
      const providerId = providers.get(company.provider.organisationNumber);
      if (providerId === undefined) continue;
      const users = [];
      for (const person of company.people.filter(({ account }) => account)) {
        const accountId = await accountOf(client, person, passwordHash);
        await client.query(
          `insert into membership (id, account_id, provider_id, role, is_primary)
           select $1, $2, $3, 'provider', $4
           where not exists (select 1 from membership where account_id = $2 and provider_id = $3)`,
          [uuidv7(), accountId, providerId, users.length === 0],
        );
        users.push({ accountId, name: person.name, email: person.email, providerIds: [providerId] });
      }
      people.set(name, users);
    }
  } finally {
    await client.end();
  }
  return people;
}

/** How somebody of a provider signs in. */
export interface ProviderAccount {
  name: string;
  email: string;
  password: string;
  provider: string;
}

/** The people of the companies who can sign in, for those who try the demonstration; primary contacts first. */
export async function providerAccounts(ownerUrl: string): Promise<ProviderAccount[]> {
  const rows = await runAsOwner<Omit<ProviderAccount, 'password'>>(
    ownerUrl,
    `select a.name, a.email, p.legal_name as provider
     from membership m join account a on a.id = m.account_id join provider p on p.id = m.provider_id
     where m.role = 'provider' and a.email = any ($1)
     order by p.id, m.is_primary desc, a.name`,
    [[...Object.values(COMPANIES), ...Object.values(FOLLOWED), SUCCESSOR].flatMap(({ people }) => people.map(emailOf))],
  );
  return rows.map((row) => ({ ...row, password: DEMO_PASSWORD }));
}

function emailOf({ email }: Company['people'][number]): string {
  return email;
}

async function accountOf(
  client: pg.Client,
  { name, role, email }: Company['people'][number],
  passwordHash: string,
): Promise<string> {
  await client.query(
    `insert into account (id, email, name, title, password_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [uuidv7(), email, name, role, passwordHash],
  );
  const { rows } = await client.query<{ id: string }>('select id from account where email = $1', [email]);
  return rows[0]?.id ?? '';
}
