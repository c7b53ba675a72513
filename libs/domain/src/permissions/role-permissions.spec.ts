import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../accounts/role.js';
import { PERMISSIONS } from './permission.js';
import { permissionsOf, ROLE_PERMISSIONS } from './role-permissions.js';

describe('the permissions of a role', () => {
  it('gives everyone signed in their own session', () => {
    for (const role of ROLES) expect(permissionsOf([role])).toContain('session.own');
    expect(permissionsOf([])).toEqual(['session.own']);
  });

  it('lets an officer write but neither decide nor approve a publication', () => {
    const held = permissionsOf(['officer']);
    expect(held).toEqual(expect.arrayContaining(['follow-up.write', 'contract.write', 'provider.write']));
    expect(held).not.toContain('follow-up.decide');
    expect(held).not.toContain('publication.approve');
    expect(held).not.toContain('publication.publish');
  });

  it('lets a manager decide but not write, so that nobody approves what they wrote by role alone (R10)', () => {
    expect(permissionsOf(['manager'])).toContain('follow-up.decide');
    expect(permissionsOf(['manager'])).not.toContain('follow-up.write');
  });

  it('lets a registrar publish what is approved, not approve it', () => {
    expect(permissionsOf(['registrar'])).toContain('publication.publish');
    expect(permissionsOf(['registrar'])).not.toContain('publication.approve');
  });

  it('lets an auditor read everything and change nothing', () => {
    for (const permission of permissionsOf(['auditor'])) expect(permission).toMatch(/\.read$|^session\.own$/);
  });

  it('keeps the cases from an administrator and from a provider', () => {
    expect(permissionsOf(['administrator'])).toEqual([
      'session.own',
      'account.administer',
      'delegation.read',
      'delegation.write',
    ]);
    expect(permissionsOf(['provider'])).toEqual(['session.own', 'portal.read', 'portal.write']);
  });

  it('leaves the delegation register to the registrar and the administrator, open to all who handle cases', () => {
    const holders = (permission: 'delegation.read' | 'delegation.write') =>
      ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
    expect(holders('delegation.write')).toEqual(['registrar', 'administrator']);
    expect(holders('delegation.read')).toEqual(['officer', 'manager', 'registrar', 'auditor', 'administrator']);
  });

  it('adds the roles of one person together, each permission once', () => {
    const held = permissionsOf(['officer', 'manager']);
    expect(new Set(held).size).toBe(held.length);
    expect(held).toEqual(expect.arrayContaining(['follow-up.write', 'follow-up.decide']));
  });

  it('leaves no permission without a role', () => {
    const held = new Set(Object.values(ROLE_PERMISSIONS).flat());
    expect(PERMISSIONS.filter((permission) => !held.has(permission))).toEqual([]);
  });
});
