import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

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
