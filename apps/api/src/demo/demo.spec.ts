import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCitations, percentagesInText, type Question, questionSetFaults } from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { FileStore } from '../files/file-store.js';
import { isPassword } from '../sessions/password.js';
import { readSettings, type Settings } from '../settings/settings.js';
import { DEMO_PASSWORD } from './content/people.js';
import { type DemoOptions, makeDemo } from './demo.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const OPTIONS: DemoOptions = { municipalities: 2, followUps: 14, seed: 'spec', ifEmpty: false, bulk: false, now: NOW };

let database: TestDatabase;
let settings: Settings;
let dataDir: string;
let owner: pg.Client;

async function rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(text, values)).rows;
}

function make(options: Partial<DemoOptions> = {}, changes: Partial<Settings> = {}) {
  const address = { ...database, release: () => Promise.resolve() };
  return makeDemo({ ...settings, ...changes }, address, { ...OPTIONS, ...options });
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'insyn-demo-'));
  settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: database.loginUrl, DATA_DIR: dataDir });
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('making the demonstration', () => {
  it('is refused in production', async () => {
    await expect(make({}, { NODE_ENV: 'production' })).rejects.toThrow(/refused in production/);
  });

  it('makes accounts, municipalities and follow-ups, and rests when asked to make them again', async () => {
    const made = await make();
    expect(made).toMatchObject({ municipalities: ['Lunda kommun', 'Älvsbro kommun'], followUps: 14, skipped: false });
    expect(made.accounts).toHaveLength(14);
    expect(made.accounts).toContainEqual({
      role: 'officer',
      name: 'Maja Sandell',
      email: 'maja.sandell@lunda.example',
      password: DEMO_PASSWORD,
      municipality: 'Lunda kommun',
    });
    expect(await make({ ifEmpty: true })).toMatchObject({ skipped: true, followUps: 0, accounts: made.accounts });
    await expect(make()).rejects.toThrow(/is there already/);
    const [count] = await rows<{ roots: number; rechecks: number; remedying: number }>(
      `select count(*) filter (where parent_id is null)::int as roots,
         count(*) filter (where parent_id is not null)::int as rechecks,
         count(*) filter (where state = 'remedying')::int as remedying from follow_up`,
    );
    // Each case that is being remedied has its re-check booked (R2).
    expect(count).toEqual({ roots: 14, rechecks: 3, remedying: 3 });
  }, 300_000);

  it('lets everybody sign in with the one password', async () => {
    const accounts = await rows<{ password_hash: string }>('select password_hash from account');
    // The staff, the people of the companies, and who answered a demand for an action plan.
    expect(accounts).toHaveLength(18);
    expect(await isPassword(DEMO_PASSWORD, accounts[0]?.password_hash)).toBe(true);
    expect(new Set(accounts.map(({ password_hash }) => password_hash)).size).toBe(1);
  });

  it('has somebody in each municipality who decides in one committee and is an officer of the other', async () => {
    const people = await rows<{ name: string; held: string[] }>(
      `select a.name, array_agg(m.role || ' ' || c.prefix order by m.role) as held
       from membership m join account a on a.id = m.account_id join committee c on c.id = m.committee_id
       group by a.id, a.name having count(distinct m.role) > 1 order by a.name`,
    );
    expect(people).toEqual([
      { name: 'Anders Törnqvist', held: ['manager OMN', 'officer SON'] },
      { name: 'Göran Sjödal', held: ['manager VON', 'officer SON'] },
    ]);
  });

  it('leaves a history whose chain holds in both municipalities (R22)', async () => {
    const municipalities = await rows<{ id: string }>('select id from municipality');
    expect(municipalities).toHaveLength(2);
    for (const { id } of municipalities) {
      await rows("select set_config('app.municipality', $1, false)", [id]);
      expect(await rows('select * from verify_events()')).toEqual([]);
      const [events] = await rows<{ count: number }>('select count(*)::int from event where municipality_id = $1', [
        id,
      ]);
      expect(events?.count).toBeGreaterThan(50);
    }
  });

  it('has the shipped question sets in each municipality, made its own, and frozen where they were sent', async () => {
    const sets = await rows<{ municipality: string; name: string; questions: Question[]; frozen: boolean }>(
      `select m.name as municipality, s.name, v.questions, v.frozen
       from question_set s join municipality m on m.id = s.municipality_id
         join question_set_version v on v.question_set_id = s.id
       order by m.name, s.name`,
    );
    expect(sets.map(({ name, frozen }) => [name, frozen])).toEqual([
      ['Hemtjänst, Lunda kommun', false],
      ['Personlig assistans, Lunda kommun', false],
      // Those that a request has been sent with.
      ['Hemtjänst, Älvsbro kommun', true],
      ['Personlig assistans, Älvsbro kommun', true],
    ]);
    for (const { questions } of sets) {
      expect(questionSetFaults(questions)).toEqual([]);
      expect(questions.at(-1)?.section).toBe('Mötet och övrigt');
    }
  });

  it('seals, renders and publishes the two cases written by hand (R11, R17)', async () => {
    const files = await rows<{ title: string; outcome: string; variant: string; sha256: string }>(
      `select r.title, r.snapshot #>> '{judgement,outcome}' as outcome, f.variant, f.sha256
       from report r join report_file f on f.report_id = r.id join publication p on p.report_id = r.id
       where p.state = 'published' and (r.title like 'Almgården%' or r.title like 'Söderäng%')`,
    );
    expect(files).toHaveLength(8);
    const store = new FileStore(settings);
    for (const { sha256 } of files) expect(existsSync(store.pathOf(sha256))).toBe(true);
    const outcomes = new Map(files.map(({ title, outcome }) => [title.split(',')[0], outcome]));
    expect(outcomes).toEqual(
      new Map([
        ['Almgården', 'not-approved'],
        ['Söderäng', 'approved'],
      ]),
    );
  });

  it('publishes neither names nor the small numbers of Almgården (R17, R18)', async () => {
    const [published] = await rows<{ content: ReportData }>(
      "select content from published_report where title like 'Almgården%'",
    );
    const told = JSON.stringify(published?.content);
    for (const secret of [
      'Sandell',
      'Ljungkvist',
      'Sandqvist',
      'Ringdahl',
      'Holm"',
      'två kunder',
      '2 av 180',
      '1 av 2',
    ]) {
      expect(told).not.toContain(secret);
    }
    expect(told).toContain('ett fåtal kunder');
    expect(told).toContain('34,73 %');
  });

  it('cites laws that the register knows, and quotes no percentage that nobody reported or counted (R12)', async () => {
    const reports = await rows<{ snapshot: ReportData }>('select snapshot from report');
    expect(reports.length).toBeGreaterThan(3);
    for (const { snapshot } of reports) {
      for (const { entry } of findCitations(`${snapshot.background} ${snapshot.overview}`))
        expect(entry).not.toBeNull();
      const known = snapshot.figures.flatMap(({ display }) => percentagesInText(display).map(({ value }) => value));
      for (const { value } of percentagesInText(snapshot.overview)) expect(known).toContain(value);
    }
  });

  it('dates no report before its evidence, and none in the future (R12)', async () => {
    const wrong = await rows(
      `select r.id from report r join follow_up f on f.id = r.follow_up_id join evidence e on e.follow_up_id = f.id
       where e.held_on > r.approved_on or r.approved_on > '2026-11-22'`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('making many follow-ups for the bench', () => {
  it('gives half of them to the first municipality, with ten findings and five actions each', async () => {
    const large = await createTestDatabase();
    try {
      const address = { ...large, release: () => Promise.resolve() };
      await makeDemo(settings, address, { ...OPTIONS, municipalities: 3, followUps: 60, bulk: true });
      const client = new pg.Client({ connectionString: large.superuserUrl });
      await client.connect();
      const counted = await client.query(
        `select (select array_agg(n order by n desc) from (select count(*)::int as n from follow_up group by municipality_id) c) as split,
          (select count(*)::int from finding) as findings, (select count(*)::int from action) as actions`,
      );
      await client.end();
      expect(counted.rows[0]).toEqual({ split: [30, 15, 15], findings: 600, actions: 300 });
    } finally {
      await large.drop();
    }
  }, 60_000);
});
