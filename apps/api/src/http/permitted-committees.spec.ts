import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, permissionsOf, type Role } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { contractRequest, addUnit, registerProvider } from '../../test/contract-fixture.js';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { StaffUser } from './current-user.js';
import { isPermitted, permittedCommittees, requirePermission, rolesIn, visibleFor } from './permitted-committees.js';
import { Forbidden, NotFound } from './problem.js';

const [A, B, C] = ['a', 'b', 'c'];

function userWith(...held: [Role, string | null][]): StaffUser {
  const memberships = held.map(([role, committeeId]) => ({ role, committeeId }));
  const permissions = permissionsOf(memberships.map(({ role }) => role));
  const [accountId, sessionId, municipalityId] = ['account', 'session', 'municipality'];
  const person = { name: 'Maja Lindgren', title: null, email: 'maja@ekbacka.example' };
  return { ...person, accountId, sessionId, municipalityId, memberships, permissions };
}

describe('The committees in which a person may do something', () => {
  it('are those where the person holds a role that may', () => {
    const user = userWith(['officer', A], ['manager', B]);
    expect(permittedCommittees(user, 'follow-up.read')).toEqual([A, B]);
    expect(permittedCommittees(user, 'follow-up.write')).toEqual([A]);
    expect(permittedCommittees(user, 'follow-up.decide')).toEqual([B]);
    expect(rolesIn(user, A)).toEqual(['officer']);
    expect(rolesIn(user, C)).toEqual([]);
  });

  it('are all of them for a role in the whole municipality, and none for an administrator or a provider', () => {
    const user = userWith(['officer', A], ['auditor', null]);
    expect(permittedCommittees(user, 'follow-up.read')).toBeNull();
    expect(visibleFor(user, 'contract.write')).toBeNull();
    expect(permittedCommittees(user, 'follow-up.write')).toEqual([A]);
    for (const role of ['administrator', 'provider'] as const) {
      expect(permittedCommittees(userWith([role, null]), 'follow-up.read')).toEqual([]);
    }
  });

  it('answer 403 for what is seen only, 404 for what is not seen (R20)', () => {
    const user = userWith(['officer', A], ['manager', B]);
    expect(() => requirePermission(user, 'follow-up.write', A)).not.toThrow();
    expect(() => requirePermission(user, 'follow-up.write', B)).toThrow(Forbidden);
    expect(() => requirePermission(user, 'follow-up.write', C)).toThrow(NotFound);
  });

  it('never give more than the roles of the committee and of the municipality give together', () => {
    const places: (string | null)[] = [A ?? '', B ?? '', null];
    const roles: Role[] = ['officer', 'manager', 'registrar', 'auditor', 'administrator'];
    for (const one of roles) {
      for (const other of roles) {
        for (const here of places) {
          for (const there of places) {
            const user = userWith([one, here], [other, there]);
            for (const permission of PERMISSIONS.filter((name) => name !== 'session.own')) {
              const wanted = [
                { role: one, at: here },
                { role: other, at: there },
              ].some(({ role, at }) => (at === null || at === A) && permissionsOf([role]).includes(permission));
              const listed = permittedCommittees(user, permission);
              expect(isPermitted(user, permission, A ?? '')).toBe(wanted);
              expect(listed === null || listed.includes(A ?? '')).toBe(wanted);
            }
          }
        }
      }
    }
  });
});

describe('An officer of the whole municipality', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('works in every committee of it, and in none of another municipality (R20)', async () => {
    const { id } = await aFollowUp(t).planned();
    const person = t.people.secondOfficer(t.m1);
    await t.asOwner('delete from membership where account_id = $1', [person.accountId]);
    await t.asOwner(`insert into membership (id, account_id, municipality_id, role) values ($1, $2, $3, 'officer')`, [
      ...[uuidv7(), person.accountId, t.m1.id],
    ]);
    const officer = await t.signIn(person);
    expect((await officer.post(`/api/follow-ups/${id}/start`, { contentVersion: 1 })).statusCode).toBe(200);
    const providerId = await registerProvider(officer, 9100, 'Omsorgsbolaget 9100 AB');
    const unitId = await addUnit(officer, providerId, 'Enhet 9100');
    for (const [municipality, status] of [
      [t.m1, 201],
      [t.m2, 400],
    ] as const) {
      const request = contractRequest(municipality, providerId, unitId, `SON 2026-${municipality.slug}`);
      expect((await officer.post('/api/contracts', request)).statusCode).toBe(status);
    }
  });
});
