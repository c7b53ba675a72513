import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { aProviderPerson, aRequest, type ProviderPerson, type RequestFixture } from '../../test/request-factory.js';
import { aPlan, SPEC_ITEM } from '../../test/plan-factory.js';
import { routesOf } from '../../test/routes.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

/** A provider's rows of each kind that stands in a path. */
interface Rows {
  readonly request: RequestFixture;
  readonly file: string;
  readonly document: string;
  readonly invitation: string;
  readonly colleague: ProviderPerson;
  readonly factCheck: string;
  readonly remark: string;
  readonly factCheckFile: string;
  readonly sanction: string;
  readonly plan: string;
  readonly requirement: string;
  readonly planFile: string;
}

const version = 1;
const yes = { kind: 'yes-no', yes: true };

/** Every route of the portal with an id in its path or body, asked about one's rows by whoever; a new one needs a row here. */
const REQUESTS: Readonly<Record<string, (by: ProviderPerson, rows: Rows) => Promise<Answer>>> = {
  'DELETE /api/portal/action-plan-files/:id': (by, { planFile }) =>
    by.browser.delete(`/api/portal/action-plan-files/${planFile}`),
  'GET /api/portal/action-plan-files/:id': (by, { planFile }) =>
    by.browser.get(`/api/portal/action-plan-files/${planFile}`),
  'GET /api/portal/action-plans/:id': (by, { plan }) => by.browser.get(`/api/portal/action-plans/${plan}`),
  'POST /api/portal/action-plans/:id/files': (by, { plan, requirement: actionId }) =>
    sendFile(by.browser, `/api/portal/action-plans/${plan}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { actionId } },
    }),
  'POST /api/portal/action-plans/:id/read': (by, { plan }) => by.browser.post(`/api/portal/action-plans/${plan}/read`),
  'POST /api/portal/action-plans/:id/reports': (by, { plan, requirement: actionId }) =>
    by.browser.post(`/api/portal/action-plans/${plan}/reports`, {
      actionId,
      text: 'Klart.',
      effect: null,
      fileIds: [],
    }),
  'POST /api/portal/action-plans/:id/submit': (by, { plan }) =>
    by.browser.post(`/api/portal/action-plans/${plan}/submit`),
  'PUT /api/portal/action-plans/:id/items/:actionId': (by, { plan, requirement }) =>
    by.browser.put(`/api/portal/action-plans/${plan}/items/${requirement}`, { version: null, ...SPEC_ITEM }),
  'DELETE /api/portal/answer-files/:id': (by, { file }) => by.browser.delete(`/api/portal/answer-files/${file}`),
  'DELETE /api/portal/fact-check-files/:id': (by, { factCheckFile }) =>
    by.browser.delete(`/api/portal/fact-check-files/${factCheckFile}`),
  'DELETE /api/portal/fact-checks/:id/remarks/:remarkId': (by, { factCheck, remark }) =>
    by.browser.delete(`/api/portal/fact-checks/${factCheck}/remarks/${remark}`),
  'DELETE /api/portal/invitations/:id': (by, { invitation }) =>
    by.browser.delete(`/api/portal/invitations/${invitation}`),
  'DELETE /api/portal/people/:accountId': (by, { colleague }) =>
    by.browser.delete(`/api/portal/people/${colleague.accountId}?providerId=${colleague.providerId}`),
  'GET /api/portal/answer-files/:id': (by, { file }) => by.browser.get(`/api/portal/answer-files/${file}`),
  'GET /api/portal/documents/:id': (by, { document }) => by.browser.get(`/api/portal/documents/${document}`),
  'GET /api/portal/fact-check-files/:id': (by, { factCheckFile }) =>
    by.browser.get(`/api/portal/fact-check-files/${factCheckFile}`),
  'GET /api/portal/fact-checks/:id': (by, { factCheck }) => by.browser.get(`/api/portal/fact-checks/${factCheck}`),
  'GET /api/portal/people': (by, { colleague }) =>
    by.browser.get(`/api/portal/people?providerId=${colleague.providerId}`),
  'GET /api/portal/requests/:id': (by, { request }) => by.browser.get(`/api/portal/requests/${request.id}`),
  'GET /api/portal/requests/:id/template': (by, { request }) =>
    by.browser.get(`/api/portal/requests/${request.id}/template?format=csv`),
  'GET /api/portal/sanctions/:id': (by, { sanction }) => by.browser.get(`/api/portal/sanctions/${sanction}`),
  'POST /api/portal/fact-checks/:id/files': (by, { factCheck, remark }) =>
    sendFile(by.browser, `/api/portal/fact-checks/${factCheck}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { remarkId: remark } },
    }),
  'POST /api/portal/fact-checks/:id/read': (by, { factCheck }) =>
    by.browser.post(`/api/portal/fact-checks/${factCheck}/read`),
  'POST /api/portal/fact-checks/:id/submit': (by, { factCheck }) =>
    by.browser.post(`/api/portal/fact-checks/${factCheck}/submit`, { noRemarks: false }),
  'POST /api/portal/lex-sarah': (by, { request }) =>
    by.browser.post('/api/portal/lex-sarah', {
      ...{ requestId: request.id, receivedOn: '2026-11-20', title: 'Rapport', text: 'Det som hände.' },
    }),
  'POST /api/portal/people/:accountId/primary': (by, { colleague }) =>
    by.browser.post(`/api/portal/people/${colleague.accountId}/primary`, { providerId: colleague.providerId }),
  'POST /api/portal/requests/:id/extensions': (by, { request }) =>
    by.browser.post(`/api/portal/requests/${request.id}/extensions`, { wantedDue: '2026-12-14', reason: 'Sjukdom.' }),
  'POST /api/portal/requests/:id/files': (by, { request }) =>
    sendFile(by.browser, `/api/portal/requests/${request.id}/files`, {
      ...{ name: 'a.pdf', bytes: PDF, fields: { questionId: 'policy' } },
    }),
  'POST /api/portal/requests/:id/import': (by, { request }) =>
    sendFile(by.browser, `/api/portal/requests/${request.id}/import`, { name: 'a.csv', bytes: 'Nummer;Fråga\n' }),
  'POST /api/portal/requests/:id/invitations': (by, { request }) =>
    by.browser.post(`/api/portal/requests/${request.id}/invitations`, { email: 'x@y.example', name: 'X' }),
  'POST /api/portal/requests/:id/read': (by, { request }) => by.browser.post(`/api/portal/requests/${request.id}/read`),
  'POST /api/portal/requests/:id/submit': (by, { request }) =>
    by.browser.post(`/api/portal/requests/${request.id}/submit`, { version }),
  'PUT /api/portal/fact-checks/:id/remarks/:remarkId': (by, { factCheck, remark }) =>
    by.browser.put(`/api/portal/fact-checks/${factCheck}/remarks/${remark}`, {
      ...{ version, place: { kind: 'section', id: 'background' }, text: 'Stulen.' },
    }),
  'POST /api/portal/sanctions/:id/dispute': (by, { sanction }) =>
    by.browser.post(`/api/portal/sanctions/${sanction}/dispute`, { text: 'Rutinen finns.' }),
  'POST /api/portal/sanctions/:id/read': (by, { sanction }) =>
    by.browser.post(`/api/portal/sanctions/${sanction}/read`),
  'PUT /api/portal/requests/:id/answers/:questionId': (by, { request }) =>
    by.browser.put(`/api/portal/requests/${request.id}/answers/routines`, { version, value: yes, comment: 'Ny.' }),
};
/** Routes without an id of anybody's. */
const WITHOUT_IDS = ['GET /api/portal/session', 'GET /api/portal/tasks'];

describe('Another provider’s request does not exist (R20, R21)', () => {
  let t: TestApp;
  let own: Rows;
  let stranger: ProviderPerson;
  beforeAll(async () => {
    t = await testApp();
    own = await rowsOf(t);
    stranger = (await aRequest(t, { municipality: t.m2 }).answering()).person;
  }, 60_000);
  afterAll(() => t.close());

  it('has a question for every route of the portal', () => {
    const routes = routesOf(t.app).filter(
      ({ path, access }) => path.startsWith('/api/portal/') && access !== 'anonymous',
    );
    const asked = [...Object.keys(REQUESTS), ...WITHOUT_IDS];
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(asked.sort());
  });

  it('is 404 on every route for a real row of another provider, and nothing is changed', async () => {
    const before = await everything(t);
    for (const [route, ask] of Object.entries(REQUESTS)) {
      const answer = await ask(stranger, own);
      expect([route, answer.statusCode, answer.json().code]).toEqual([route, 404, 'not-found']);
    }
    expect(await everything(t)).toEqual(before);
  });

  it('stands in nobody else’s list', async () => {
    const tasks = (await stranger.browser.get('/api/portal/tasks')).body;
    expect(tasks).not.toContain(own.request.id);
    expect((await own.request.person.browser.get('/api/portal/tasks')).json()).toMatchObject([
      {
        ...{ requestId: own.request.id, municipality: 'Ekbacka kommun', state: 'answering', due: '2026-12-07' },
        ...{ daysLeft: 12, answered: 2, asked: 4, returned: 0 },
      },
    ]);
  });

  it('is for one’s own people what these requests show: each of them is sound', async () => {
    const removalsLast = Object.entries(REQUESTS).sort(
      ([a], [b]) => Number(a.startsWith('DELETE')) - Number(b.startsWith('DELETE')),
    );
    // Handed over last of all: nobody but the primary contact removes.
    const handOver = 'POST /api/portal/people/:accountId/primary';
    for (const [route, ask] of removalsLast.filter(([name]) => name !== handOver)) {
      const { statusCode } = await ask(own.request.person, own);
      expect([route, [400, 403, 404, 500].includes(statusCode), statusCode]).toEqual([
        route,
        false,
        expect.any(Number),
      ]);
    }
  });

  describe('also for SQL of the login under the role of the provider', () => {
    const TABLES = [
      'information_request',
      'answer',
      'answer_file',
      'issued_document',
      'provider_invitation',
      'request_contact',
      'fact_check',
      'fact_check_remark',
      'fact_check_file',
      'sanction',
      'sanction_event',
      'deadline',
      'action_plan',
      'action_plan_file',
    ];
    let login: pg.Client;
    beforeAll(async () => {
      login = new pg.Client({ connectionString: t.database.loginUrl });
      await login.connect();
    });
    afterAll(() => login.end());

    async function as(
      providerIds: string[],
      municipality: string,
      text: string,
      values: unknown[] = [],
    ): Promise<unknown[]> {
      await login.query('begin');
      try {
        await login.query(
          `select set_config('role', 'insyn_provider', true), set_config('app.provider', $1, true),
             set_config('app.municipality', $2, true)`,
          [`{${providerIds.join(',')}}`, municipality],
        );
        return (await login.query(text, values)).rows;
      } finally {
        await login.query('rollback');
      }
    }

    it.each(TABLES)('%s shows the rows of the provider only', async (table) => {
      const mine = await as([own.colleague.providerId], '', `select distinct provider_id from ${table}`);
      expect(mine).toEqual([{ provider_id: own.colleague.providerId }]);
      expect(await as([], '', `select 1 from ${table}`)).toEqual([]);
      const foreign = `select 1 from ${table} where provider_id = $1`;
      expect(await as([stranger.providerId], '', foreign, [own.colleague.providerId])).toEqual([]);
    });

    it('lets nothing be written in another’s request, or in a municipality that one does not stand in', async () => {
      const write = (providerId: string, municipality: string, standsIn: string) =>
        as(
          [stranger.providerId],
          standsIn,
          `insert into answer (municipality_id, id, request_id, provider_id, question_id, source, changed_by)
           values ($1, gen_random_uuid(), $2, $3, 'staff', 'provider', $4)`,
          [municipality, own.request.id, providerId, stranger.accountId],
        );
      await expect(write(own.colleague.providerId, t.m1.id, t.m1.id)).rejects.toThrow(/row-level security/);
      await expect(write(stranger.providerId, t.m1.id, t.m2.id)).rejects.toThrow(/row-level security/);
      const steal = "update information_request set state = 'answered' where id = $1 returning id";
      expect(await as([stranger.providerId], t.m1.id, steal, [own.request.id])).toEqual([]);
    });

    it.each(['follow_up', 'event', 'contract', 'mail', 'session', 'evidence', 'record', 'fact_check_answer'])(
      'never reads %s',
      async (table) => {
        await expect(as([own.colleague.providerId], t.m1.id, `select * from ${table}`)).rejects.toThrow(
          /permission denied/,
        );
      },
    );
  });
});

describe('A report under lex Sarah from a provider', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('goes to the committee and the unit of a request, under the provider’s role, and waits for its readers', async () => {
    const request = await aRequest(t).sent();
    const report = {
      requestId: request.id,
      receivedOn: '2026-11-24',
      title: 'Utebliven insats',
      text: 'Det som hände.',
    };
    const sent = await request.person.browser.post('/api/portal/lex-sarah', report);
    expect(sent.statusCode).toBe(201);
    const { id } = sent.json<{ id: string }>();
    const [signal] = await t.asOwner(
      `select committee_id, unit_id, provider_id, kind, state, title, from_provider, created_by, municipality_id
       from signal where id = $1`,
      [id],
    );
    expect(signal).toEqual({
      ...{ committee_id: t.m1.committeeId, unit_id: request.followUp.unitId, provider_id: request.providerId },
      ...{ kind: 'lex-sarah', state: 'open', title: 'Utebliven insats', from_provider: true },
      ...{ created_by: request.person.accountId, municipality_id: t.m1.id },
    });
    const jobs = await t.asOwner(
      "select 1 from pgboss.job where name = 'receive-signal' and data ->> 'signalId' = $1",
      [id],
    );
    expect(jobs).toHaveLength(1);
    const [event] = await t.asOwner<{ summary: string; followUp: string | null }>(
      `select v.content::text as summary, e.follow_up_id as "followUp" from event e
         join event_value v on v.event_id = e.id where e.subject_id = $1 order by e.sequence limit 1`,
      [id],
    );
    expect([event?.followUp, event?.summary.includes('Utebliven')]).toEqual([null, false]);
  });

  it('says what is wrong at the field', async () => {
    const request = await aRequest(t).sent();
    const send = (change: object) =>
      request.person.browser.post('/api/portal/lex-sarah', {
        ...{ requestId: request.id, receivedOn: '2026-11-24', title: 'Rapport', text: 'Text.', ...change },
      });
    expect((await send({ receivedOn: '2026-11-26' })).json().errors[0].field).toBe('receivedOn');
    expect((await send({ title: '' })).json().errors[0].field).toBe('title');
  });
});

async function rowsOf(t: TestApp): Promise<Rows> {
  const request = await aRequest(t).answering();
  const { browser } = request.person;
  const url = `/api/portal/requests/${request.id}`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { questionId: 'policy' } };
  const file = (await sendFile(browser, `${url}/files`, place)).json<{ id: string; sha256: string }>();
  const invitation = (await browser.post(`${url}/invitations`, { email: 'kollega@x.example', name: 'K' })).json();
  const [document] = await t.asOwner<{ id: string }>(
    `insert into issued_document (municipality_id, id, follow_up_id, provider_id, kind, subject_id, title, content, seal,
       pdf_sha256, pdf_size, rendered_at)
     values ($1, gen_random_uuid(), $2, $3, 'information-letter', $4, 'Informationsbrev', '{}', 'x', $5, 1, now())
     returning id`,
    [t.m1.id, request.followUp.id, request.providerId, request.id, file.sha256],
  );
  const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
  const checked = await factCheckOf(t, request.providerId);
  const sanction = await sanctionOf(t, request.providerId);
  const planned = await planRowsOf(t, request.providerId);
  const rows = { request, file: file.id, document: document?.id ?? '', invitation: invitation.id, colleague };
  return { ...rows, sanction, ...checked, ...planned };
}

/** A fact check of the provider with a remark and its file, made through the routes by another's people. */
async function factCheckOf(
  t: TestApp,
  providerId: string,
): Promise<Pick<Rows, 'factCheck' | 'remark' | 'factCheckFile'>> {
  const made = await aFactCheck(t).sent();
  const remark = await made.remark();
  const url = `/api/portal/fact-checks/${made.id}/files`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { remarkId: remark.id } };
  const file = (await sendFile(made.person.browser, url, place)).json<{ id: string }>();
  for (const change of [
    'update fact_check set provider_id = $1 where id = $2',
    'update fact_check_remark set provider_id = $1 where fact_check_id = $2',
    'update fact_check_file set provider_id = $1 where fact_check_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, made.id]);
  }
  return { factCheck: made.id, remark: remark.id, factCheckFile: file.id };
}

/** A demanded action plan of the provider with a file, made through the routes by another's people. */
async function planRowsOf(t: TestApp, providerId: string): Promise<Pick<Rows, 'plan' | 'requirement' | 'planFile'>> {
  const made = await aPlan(t).demanded();
  const url = `/api/portal/action-plans/${made.id}/files`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { actionId: made.requirementId } };
  const file = (await sendFile(made.person.browser, url, place)).json<{ id: string }>();
  for (const change of [
    'update action_plan set provider_id = $1 where id = $2',
    'update action_plan_file set provider_id = $1 where plan_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, made.id]);
  }
  return { plan: made.id, requirement: made.requirementId, planFile: file.id };
}

/** A warning that was sent to the provider, made through the routes to another. */
async function sanctionOf(t: TestApp, providerId: string): Promise<string> {
  const made = await aSanctionCase(t);
  const id = await made.send('warning');
  for (const change of [
    'update sanction set provider_id = $1 where id = $2',
    'update sanction_event set provider_id = $1 where sanction_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, id]);
  }
  return id;
}

/** What a stranger could have changed. */
function everything(t: TestApp): Promise<unknown[]> {
  return t.asOwner(
    `select (select json_agg(r order by id) from information_request r) as requests,
       (select json_agg(a order by id) from answer a) as answers, (select json_agg(f order by id) from answer_file f) as files,
       (select json_agg(i order by id) from provider_invitation i) as invitations,
       (select json_agg(m order by id) from membership m) as members, (select count(*) from signal) as signals,
       (select json_agg(c order by id) from fact_check c) as checks, (select json_agg(r order by id) from fact_check_remark r) as remarks,
       (select json_agg(f order by id) from fact_check_file f) as "checkFiles",
       (select json_agg(p order by id) from action_plan p) as plans, (select json_agg(i order by id) from action_plan_item i) as items,
       (select json_agg(f order by id) from action_plan_file f) as "planFiles", (select count(*) from action_report) as reports, (select count(*) from due_extension) as extensions, (select count(*) from mail) as mails,
       (select json_agg(s order by id) from sanction s) as sanctions, (select count(*) from sanction_dispute) as disputes,
       (select max(sequence) from event) as events`,
  );
}
