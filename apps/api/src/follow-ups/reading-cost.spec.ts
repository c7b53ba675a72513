import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FollowUpListItem, FollowUpView, Page } from '@insyn/api-schema';
import pg from 'pg';
import { aFollowUp, type AssessedFixture } from '../../test/follow-up-factory.js';
import { type Browser, type TestApp, testApp } from '../../test/test-app.js';
import type { Statement } from '../database/database.js';

/** A node of a plan as EXPLAIN gives it in JSON. */
interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const PAGE = 50;

describe('Reading follow-ups', () => {
  let t: TestApp;
  let officer: Browser;
  let owner: pg.Client;
  let assessed: AssessedFixture;

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    assessed = await aFollowUp(t).approved();
    owner = new pg.Client({ connectionString: t.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await t.close();
  });

  /** The statements that one request sends, those that find out who asks counted apart. */
  const statementsOf = async (url: string): Promise<{ session: number; reads: Statement[]; body: string }> => {
    const [auth, read] = [jest.spyOn(t.db, 'authRead'), jest.spyOn(t.db, 'read')];
    try {
      const { statusCode, body } = await officer.get(url);
      expect(statusCode).toBe(200);
      return { session: auth.mock.calls.length, reads: read.mock.calls.map(([, statement]) => statement), body };
    } finally {
      auth.mockRestore();
      read.mockRestore();
    }
  };

  /** How many rows PostgreSQL takes from tables to answer, with the plan that it keeps, as the officer's role. */
  const rowsReadBy = async ({ text, values }: Statement): Promise<number> => {
    const literal = (given: unknown): string => {
      const value = given as string | number | readonly string[] | null;
      if (value === null) return 'null';
      return owner.escapeLiteral(typeof value === 'object' ? '{' + value.join() + '}' : String(value));
    };
    const client = new pg.Client({ connectionString: t.database.loginUrl });
    await client.connect();
    try {
      await client.query('set plan_cache_mode = force_generic_plan');
      await client.query('begin');
      await client.query(
        "select set_config('role', 'insyn_staff', true), set_config('app.municipality', $1, true), set_config('app.account', $2, true)",
        [t.m1.id, t.people.officer(t.m1).accountId],
      );
      await client.query(['prepare asked as', text].join(' '));
      const ask = ['explain (analyze, format json) execute asked (', values.map(literal).join(', '), ')'].join('');
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(ask);
      return rowsOf(rows[0]?.['QUERY PLAN'][0]?.Plan);
    } finally {
      await client.end();
    }
  };

  /** Copies of one case, ten for a contract, closed and planned by turns, until there are so many. */
  const growTo = async (count: number): Promise<void> => {
    await owner.query(
      `insert into contract
       select (jsonb_populate_record(c, jsonb_build_object('id', md5('contract' || n), 'reference', 'KOPIA-' || n))).*
       from contract c join follow_up f on f.contract_id = c.id, generate_series(0, $2::integer / 10) n
       where f.id = $1 on conflict do nothing`,
      [assessed.id, count],
    );
    await owner.query(
      `insert into follow_up
       select (jsonb_populate_record(f, jsonb_build_object('id', md5('follow-up' || n), 'contract_id', md5('contract' || n / 10),
         'case_number', 'KOPIA-' || n, 'title', 'Uppföljning ' || n, 'year', 2020 + n % 5,
         'state', case n % 2 when 0 then 'closed' else 'planned' end))).*
       from follow_up f, generate_series(1, $2::integer) n
       where f.id = $1 on conflict do nothing`,
      [assessed.id, count],
    );
    await owner.query('analyze');
  };

  it('takes one statement for a list and one for a whole case, and one to know who asks', async () => {
    const list = await statementsOf('/api/follow-ups');
    expect([list.session, list.reads.length]).toEqual([1, 1]);
    const detail = await statementsOf('/api/follow-ups/' + assessed.id);
    expect([detail.session, detail.reads.length]).toEqual([1, 1]);
    expect((JSON.parse(detail.body) as FollowUpView).findings.length).toBeGreaterThan(0);
  });

  it('reads at most ten rows for a row of the list, on the first page and far into it, however many there are', async () => {
    for (const count of [300, 3000]) {
      await growTo(count);
      for (const query of [
        '?',
        '?sort=title&',
        '?sort=-decisionDue&',
        '?sort=year&',
        '?state=closed&',
        '?year=2022&',
      ]) {
        const first = await statementsOf('/api/follow-ups' + query);
        const page = JSON.parse(first.body) as Page<FollowUpListItem>;
        expect(page.items.length).toBe(PAGE);
        const rows = await Promise.all(first.reads.map(rowsReadBy));
        expect({ count, query, enough: Math.max(...rows) <= 10 * PAGE, rows }).toMatchObject({ enough: true });

        const next = await statementsOf('/api/follow-ups' + query + 'after=' + (page.next ?? ''));
        const nextRows = await Promise.all(next.reads.map(rowsReadBy));
        expect({ count, query, enough: Math.max(...nextRows) <= 10 * PAGE, nextRows }).toMatchObject({ enough: true });
      }
    }
  });

  it('reads a case among three thousand without looking through the others', async () => {
    await growTo(3000);
    const other = await aFollowUp(t).approved();
    const { reads } = await statementsOf('/api/follow-ups/' + other.id);
    const rows = await Promise.all(reads.map(rowsReadBy));
    expect({ rows, enough: Math.max(...rows) < 300 }).toMatchObject({ enough: true });
  });
});

function rowsOf(node: PlanNode | undefined): number {
  if (node === undefined) return 0;
  const removed = node['Rows Removed by Filter'] ?? 0;
  const own = node['Relation Name'] === undefined ? 0 : (node['Actual Rows'] + removed) * node['Actual Loops'];
  return (node.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), own);
}
