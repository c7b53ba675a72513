import type { Role } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import type { SpecPerson, TestApp } from './test-app.js';

/** Gives a person of the first municipality a role in Socialnämnden too. */
export async function addRole(t: TestApp, { accountId }: SpecPerson, role: Role): Promise<void> {
  await t.asOwner(
    `insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, $5)`,
    [uuidv7(), accountId, t.m1.id, t.m1.committeeId, role],
  );
}
