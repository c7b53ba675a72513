import type { Role } from '@insyn/domain';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../sessions/password.js';

/** A new tenant with its committees and its people. */
export interface NewMunicipality {
  readonly name: string;
  readonly slug: string;
  readonly committees: readonly { name: string; prefix: string; caseNumberPattern?: string; classification?: string }[];
  readonly people: readonly {
    name: string;
    title: string;
    email: string;
    password: string;
    roles: readonly Exclude<Role, 'provider'>[];
    /** The prefixes of the person's committees; none: all of them. */
    committees?: readonly string[];
    /** Further roles, each in one committee, by its prefix. */
    also?: readonly { role: Exclude<Role, 'provider'>; committee: string }[];
  }[];
}

/** The ids of what was made; people by their address. */
export interface FoundedMunicipality {
  readonly id: string;
  readonly committees: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/**
 * Makes a tenant, as the owner of the database and in one transaction. No door can do this.
 * @param passwordHash one hash for everybody, where many people share a password (demonstrations, specs).
 */
export async function foundMunicipality(
  ownerUrl: string,
  wanted: NewMunicipality,
  passwordHash?: string,
): Promise<FoundedMunicipality> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const id = uuidv7();
  const committees: Record<string, string> = {};
  const people: Record<string, string> = {};
  try {
    await client.query('begin');
    await client.query('insert into municipality (id, name, slug) values ($1, $2, $3)', [id, wanted.name, wanted.slug]);
    for (const { name, prefix, caseNumberPattern, classification } of wanted.committees) {
      committees[prefix] = uuidv7();
      await client.query(
        `insert into committee (municipality_id, id, name, prefix, case_number_pattern, classification)
         values ($1, $2, $3, $4, coalesce($5, '{prefix}/{year}/{number:4}'), $6)`,
        [id, committees[prefix], name, prefix, caseNumberPattern ?? null, classification ?? null],
      );
    }
    for (const person of wanted.people) {
      const accountId = uuidv7();
      people[person.email] = accountId;
      await client.query('insert into account (id, email, name, title, password_hash) values ($1, $2, $3, $4, $5)', [
        accountId,
        person.email.toLowerCase(),
        person.name,
        person.title,
        passwordHash ?? (await hashPassword(person.password)),
      ]);
      const places = person.committees?.map((prefix) => committees[prefix]) ?? [null];
      const memberships = [
        ...person.roles.flatMap((role) => places.map((committeeId) => ({ role, committeeId }))),
        ...(person.also ?? []).map(({ role, committee }) => ({ role, committeeId: committees[committee] })),
      ];
      for (const { role, committeeId } of memberships) {
        if (committeeId === undefined) throw new Error(`${person.name} has a role in a committee that is not there.`);
        await client.query(
          'insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, $5)',
          [uuidv7(), accountId, id, committeeId, role],
        );
      }
    }
    await client.query('commit');
    return { id, committees, people };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
