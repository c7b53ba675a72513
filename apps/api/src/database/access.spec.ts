import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { testApp, type TestApp } from '../../test/test-app.js';
import { DATABASE_ROLES } from './migrate.js';

/** Tables without a tenant, each with its reason; any other table needs municipality_id and forced policies. */
const WITHOUT_TENANT: Readonly<Record<string, string>> = {
  account: 'people are global; staff sees its own colleagues by a policy, nobody sees hashes but the auth role',
  membership: 'a provider’s has no municipality; staff’s are protected like a tenant’s rows',
  migration: 'which migrations have run; nobody but the owner reads it',
  municipality: 'the tenant itself, protected by its own id',
  provider: 'one row per organisation number for the whole installation (domain.md §3)',
  published_report: 'the projection of the public door, written from an allow-list',
  session: 'read before any tenant is known, by the auth role only',
  sign_in_attempt: 'hashes of who tried to sign in, for the auth role only',
};

describe('The database keeps municipalities apart (R20)', () => {
  let t: TestApp;
  let login: pg.Client;
  beforeAll(async () => {
    t = await testApp();
    login = new pg.Client({ connectionString: t.database.loginUrl });
    await login.connect();
  });
  afterAll(async () => {
    await login.end();
    await t.close();
  });

  /** Runs SQL as the API does: the login takes a role for one transaction, which is then given up. */
  async function as<Row extends pg.QueryResultRow>(
    role: string,
    municipality: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    await login.query('begin');
    try {
      await login.query("select set_config('role', $1, true), set_config('app.municipality', $2, true)", [
        role,
        municipality,
      ]);
      return (await login.query<Row>(text, values)).rows;
    } finally {
      await login.query('rollback');
    }
  }

  it('by forced row-level security with a policy on every table, or a reason on the list', async () => {
    const tables = await t.asOwner<{ name: string; rls: boolean; forced: boolean; policies: number; tenant: boolean }>(`
      select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and exists (
          select 1 from pg_roles r where r.oid = any(p.polroles) and r.rolname = 'insyn_staff')) as policies,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and a.attnotnull)
          as tenant
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
    expect(tables.length).toBeGreaterThan(10);
    const open = tables.filter((table) => !(table.rls && table.forced && table.policies > 0 && table.tenant));
    expect(open.map((table) => table.name).filter((name) => WITHOUT_TENANT[name] === undefined)).toEqual([]);
  });

  it('as a login that owns nothing, inherits nothing and can bypass nothing', async () => {
    const [me] = (
      await login.query(
        `select rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
      )
    ).rows;
    expect(me).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    const owned = await login.query(
      `select 1 from pg_class c join pg_roles r on r.oid = c.relowner
       where r.rolname = any($1) or r.rolname = current_user`,
      [DATABASE_ROLES],
    );
    expect(owned.rowCount).toBe(0);
    await expect(login.query('select 1 from municipality')).rejects.toThrow(/permission denied/);
    await expect(login.query('set role insyn_owner')).rejects.toThrow(/permission denied/);
  });

  it('so that no table shows staff a row of another municipality, on raw SQL', async () => {
    const tables = await t.asOwner<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id')
        and has_table_privilege('insyn_staff', c.oid, 'select') order by 1`);
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const rows = await as<{ municipality_id: string }>('insyn_staff', t.m1.id, 'select municipality_id from ' + name);
      expect(rows.filter((row) => row.municipality_id !== t.m1.id)).toEqual([]);
      expect(await as('insyn_staff', '', 'select 1 from ' + name)).toEqual([]);
    }
    expect(await as('insyn_staff', t.m1.id, 'select id from municipality')).toEqual([{ id: t.m1.id }]);
  });

  it('so that staff cannot write a row into another municipality, nor change or remove one there', async () => {
    const values = [t.m2.id, uuidv7()];
    const insert = "insert into committee (municipality_id, id, name, prefix) values ($1, $2, 'Intrång', 'XX')";
    await expect(as('insyn_staff', t.m1.id, insert, values)).rejects.toThrow(/row-level security/);
    const update = "update committee set name = 'Intrång' where municipality_id = $1 returning id";
    expect(await as('insyn_staff', t.m1.id, update, [t.m2.id])).toEqual([]);
    const move = 'update committee set municipality_id = $2 where municipality_id = $1';
    await expect(as('insyn_staff', t.m1.id, move, [t.m1.id, t.m2.id])).rejects.toThrow(/row-level security/);
    const remove = 'delete from membership where municipality_id = $1 returning id';
    expect(await as('insyn_staff', t.m1.id, remove, [t.m2.id])).toEqual([]);
  });

  it('so that staff sees its own colleagues only, and nobody’s password', async () => {
    const colleagues = await as<{ email: string }>('insyn_staff', t.m1.id, 'select email from account');
    expect(colleagues).toHaveLength(7);
    expect(colleagues.every(({ email }) => email.endsWith('@ekbacka.example'))).toBe(true);
    await expect(as('insyn_staff', t.m1.id, 'select password_hash from account')).rejects.toThrow(/permission denied/);
  });

  it('so that the public, provider and auth doors reach none of the tenants’ tables by default', async () => {
    for (const role of ['insyn_public', 'insyn_provider', 'insyn_auth']) {
      for (const table of ['event', 'event_value', 'idempotency_key', 'case_number_series', 'follow_up', 'finding']) {
        // A provider's person has idempotency keys too; the policy shows the own account's only.
        if (role === 'insyn_provider' && table === 'idempotency_key') continue;
        await expect(as(role, t.m1.id, 'select 1 from ' + table)).rejects.toThrow(/permission denied/);
      }
    }
    await expect(as('insyn_staff', t.m1.id, 'select 1 from session')).rejects.toThrow(/permission denied/);
    await expect(as('insyn_staff', t.m1.id, 'select 1 from pgboss.job')).rejects.toThrow(/permission denied/);
  });

  it('so that nothing is left of a tenant when its transaction is over', async () => {
    await as('insyn_staff', t.m1.id, 'select 1');
    const left = await login.query(
      "select current_user::text as who, coalesce(current_setting('app.municipality', true), '') as tenant",
    );
    expect(left.rows).toEqual([{ who: 'insyn_login', tenant: '' }]);
  });
});
