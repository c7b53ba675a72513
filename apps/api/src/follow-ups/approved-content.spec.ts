import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, permissionsOf } from '@insyn/domain';
import { PATH_REQUESTS } from '../../test/foreign-requests.js';
import { type RowKind, type Rows, rowsOf } from '../../test/foreign-rows.js';
import { sendTable } from '../../test/multipart.js';
import { type Route, routesOf } from '../../test/routes.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

/** Where the version of a row stands, so that a request is refused for what it changes and never for being old. */
const VERSION_OF: Partial<Record<RowKind, string>> = {
  action: 'select version from action where id = $1',
  assessment: 'select version from assessment where id = $1',
  evidence: 'select version from evidence where id = $1',
  figure: 'select version from figure where id = $1',
  finding: 'select version from finding where id = $1',
  followUp: 'select version from follow_up where id = $1',
  interview: 'select version from evidence where id = $1',
  meeting: 'select version from evidence where id = $1',
  note: 'select version from meeting_note where id = $1',
  observation: 'select version from evidence where id = $1',
  request: 'select version from information_request where id = $1',
  review: 'select version from evidence where id = $1',
  reviewedFile: 'select version from reviewed_file where id = $1',
};
/** What the approval froze, as rows: scope, texts, evidence, figures, assessments, findings and the words of the actions. */
const FROZEN = [
  `select clause_id from follow_up_clause where follow_up_id = $1 order by clause_id`,
  `select title, background, purpose, summary, report_date, unit_id, contract_id, provider_id, clause_set_id, year, kind,
     case_number, approved_on from follow_up where id = $1`,
  `select account_id from follow_up_team_member where follow_up_id = $1 order by account_id`,
  `select * from evidence where follow_up_id = $1 order by id`,
  `select m.* from meeting m join evidence e on e.id = m.evidence_id where e.follow_up_id = $1 order by m.evidence_id`,
  `select p.* from meeting_participant p join evidence e on e.id = p.evidence_id where e.follow_up_id = $1 order by p.id`,
  `select n.* from meeting_note n join evidence e on e.id = n.evidence_id where e.follow_up_id = $1 order by n.id`,
  `select r.* from document_review r join evidence e on e.id = r.evidence_id where e.follow_up_id = $1 order by r.evidence_id`,
  `select f.* from reviewed_file f join evidence e on e.id = f.evidence_id where e.follow_up_id = $1 order by f.id`,
  `select * from figure where follow_up_id = $1 order by id`,
  `select * from assessment where follow_up_id = $1 order by id`,
  `select c.* from assessment_clause c where c.follow_up_id = $1 order by c.assessment_id, c.clause_id`,
  `select * from finding where follow_up_id = $1 order by id`,
  `select c.* from finding_clause c join finding f on f.id = c.finding_id where f.follow_up_id = $1 order by 2, 3`,
  `select c.* from finding_evidence c join finding f on f.id = c.finding_id where f.follow_up_id = $1 order by 2, 3`,
  `select id, kind, text, due_date, effect_measure, position from action where follow_up_id = $1 order by id`,
  `select c.* from action_finding c join action a on a.id = c.action_id where a.follow_up_id = $1 order by 2, 3`,
  `select c.* from action_clause c join action a on a.id = c.action_id where a.follow_up_id = $1 order by 2, 3`,
  `select id, outcome, text, status, departure_reason, grounds, decided_by, decided_on from judgement
   where follow_up_id = $1 order by id`,
  `select id, report_version, title, snapshot, seal, note from report where follow_up_id = $1 order by id`,
];
const ALL_FROZEN =
  'select json_build_array(' +
  FROZEN.map((text) => '(select json_agg(x) from (' + text + ') x)').join(', ') +
  ') as frozen';

describe('What was approved (R11)', () => {
  let t: TestApp;
  let rows: Rows;
  let routes: Route[];
  let browsers: readonly (readonly [readonly Permission[], Browser])[];
  beforeAll(async () => {
    t = await testApp();
    rows = await rowsOf(t, t.m1);
    routes = routesOf(t.app).filter(
      ({ method, path, access }) =>
        method !== 'GET' && path.includes(':') && !path.startsWith('/api/portal/') && access !== 'anonymous',
    );
    browsers = [
      [permissionsOf(['officer']), await t.signIn(t.people.officer(t.m1))],
      [permissionsOf(['manager']), await t.signIn(t.people.manager(t.m1))],
      [permissionsOf(['registrar']), await t.signIn(t.people.registrar(t.m1))],
    ];
  }, 180_000);
  afterAll(() => t.close());

  const frozen = async () => (await t.asOwner<{ frozen: unknown }>(ALL_FROZEN, [rows.followUp]))[0]?.frozen;

  /** The body of the table with the versions that stand, so that nothing but the approval is in its way. */
  async function bodyOf(kind: RowKind, id: string, body: object | undefined): Promise<Record<string, unknown>> {
    const stored = VERSION_OF[kind];
    const [row] = stored === undefined ? [] : await t.asOwner<{ version: number }>(stored, [id]);
    const [content] = await t.asOwner<{ version: number }>(
      'select content_version as version from follow_up where id = $1',
      [rows.followUp],
    );
    const known: Record<string, unknown> = { ...body };
    if (typeof known['version'] === 'number') known['version'] = row?.version ?? 1;
    if ('contentVersion' in known) known['contentVersion'] = content?.version;
    return known;
  }

  async function ask(browser: Browser, { method, path }: Route): Promise<Answer> {
    const { kind, body } = PATH_REQUESTS[`${method} ${path}`] ?? { kind: 'followUp' as const };
    const id = rows[kind];
    const payload = await bodyOf(kind, id, body);
    const url = path.replace(/:\w+/, id).replace(':questionId', 'routines').replace(/:\w+/g, id);
    if (/\/(attachments|proofs|files|preview-file)$/.test(path)) return sendTable(browser, url);
    const query = method === 'DELETE' ? `?version=${String((await bodyOf(kind, id, { version: 1 }))['version'])}` : '';
    return browser.request({ method: method as 'POST', url: url + query, ...(body && { payload }) });
  }

  it('is changed through no route, by nobody who may use it', async () => {
    const before = await frozen();
    for (const route of routes) {
      for (const [permissions, browser] of browsers) {
        if (!route.access.split(' | ').some((one) => permissions.includes(one as Permission))) continue;
        const answer = await ask(browser, route);
        const name = `${route.method} ${route.path}`;
        expect([name, answer.statusCode < 500]).toEqual([name, true]);
        // What was refused is compared once, at the end.
        if (answer.statusCode < 400) expect([name, await frozen()]).toEqual([name, before]);
      }
    }
    expect(await frozen()).toEqual(before);
  }, 300_000);
});
