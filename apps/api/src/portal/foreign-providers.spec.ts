import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PORTAL_REQUESTS, WITHOUT_IDS } from '../../test/portal-requests.js';
import { type PortalRows, portalRowsOf } from '../../test/portal-rows.js';
import { aRequest, type ProviderPerson } from '../../test/request-factory.js';
import { routesOf } from '../../test/routes.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('Another provider’s request does not exist (R20, R21)', () => {
  let t: TestApp;
  let own: PortalRows;
  let stranger: ProviderPerson;
  beforeAll(async () => {
    t = await testApp();
    own = await portalRowsOf(t);
    stranger = (await aRequest(t, { municipality: t.m2 }).answering()).person;
  }, 180_000);
  afterAll(() => t.close());

  it('has a question for every route of the portal', () => {
    const routes = routesOf(t.app).filter(
      ({ path, access }) => path.startsWith('/api/portal/') && access !== 'anonymous',
    );
    const asked = [...Object.keys(PORTAL_REQUESTS), ...WITHOUT_IDS];
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(asked.sort());
  });

  it('is 404 on every route for a real row of another provider, and nothing is changed', async () => {
    const before = await everything(t);
    for (const [route, ask] of Object.entries(PORTAL_REQUESTS)) {
      const answer = await ask(stranger, own);
      expect([route, answer.statusCode, answer.json().code]).toEqual([route, 404, 'not-found']);
    }
    expect(await everything(t)).toEqual(before);
  });

  it('stands in nobody else’s list', async () => {
    const tasks = (await stranger.browser.get('/api/portal/tasks')).body;
    const mine = (await own.request.person.browser.get('/api/portal/tasks')).json<{ id: string; kind: string }[]>();
    expect(mine.map(({ kind }) => kind)).toEqual(['request', 'fact-check', 'sanction', 'action-plan']);
    expect(mine.filter(({ id }) => tasks.includes(id))).toEqual([]);
    expect(mine[0]).toMatchObject({
      ...{ id: own.request.id, municipality: 'Ekbacka kommun', state: 'answering', due: '2026-12-07' },
      ...{ daysLeft: 12, answered: 2, asked: 4, returned: 0 },
    });
  });

  it('is for one’s own people what these requests show: each of them is sound', async () => {
    const removalsLast = Object.entries(PORTAL_REQUESTS).sort(
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
      'sanction_file',
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
       (select json_agg(f order by id) from sanction_file f) as "sanctionFiles",
       (select max(sequence) from event) as events`,
  );
}
