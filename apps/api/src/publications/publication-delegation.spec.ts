import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DelegationDecisions, PublicationView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { addRole } from '../../test/more-roles.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';
import { ReportRenderingService } from '../reports/report-rendering.service.js';

interface Refusal {
  code: string;
  title: string;
  blockers: { code: string }[];
}

describe('By what right a publication is approved', () => {
  let t: TestApp;
  let registrar: Browser;
  let second: Browser;
  beforeAll(async () => {
    t = await testApp();
    await addRole(t, t.people.secondManager(t.m1), 'manager');
    registrar = await t.signIn(t.people.registrar(t.m1));
    second = await t.signIn(t.people.secondManager(t.m1));
  });
  afterAll(() => t.close());

  // In the specs it is 25 November 2026.
  const REFERENCE = 'SON 2026-02-02 § 19';
  async function delegate(accountId: string, matter: string, to: string | null): Promise<string> {
    const id = uuidv7();
    await t.asOwner(
      `insert into delegation (municipality_id, id, committee_id, account_id, matter, point, reference, decided_on, valid_from,
         valid_to, created_by)
       values ($1, $2, $3, $4, $5, '4.4', $6, '2026-02-02', '2026-02-02', $7, $4)`,
      [t.m1.id, id, t.m1.committeeId, accountId, matter, REFERENCE, to],
    );
    return id;
  }
  const delegated = (matters: string[]) =>
    t.asOwner('update committee set delegated_matters = $2 where id = $1', [t.m1.committeeId, matters]);
  const read = async (browser: Browser, id: string) =>
    answered(await browser.get(`/api/publications/${id}`), 200).json<PublicationView>();
  const approve = async (browser: Browser, id: string) =>
    browser.post(`/api/publications/${id}/approve`, { version: (await read(browser, id)).version });
  const onTheList = async ({ id }: AssessedFixture) =>
    (await registrar.get(`/api/committees/${t.m1.committeeId}/delegation-decisions`))
      .json<DelegationDecisions>()
      .unreported.filter(({ followUpId }) => followUpId === id);

  /** A report that only waits for its approval: screened, and every hit settled. */
  async function screened(): Promise<AssessedFixture & { publicationId: string }> {
    const followUp = await aFollowUp(t).approved();
    const publicationId = (await followUp.view()).publicationId ?? '';
    answered(await registrar.post(`/api/publications/${publicationId}/screen`, { version: 1 }), 200);
    for (const { id, version } of (await read(registrar, publicationId)).hits) {
      const settlement = { version, settlement: 'masked', reason: 'Få personer kan kännas igen.' };
      answered(await registrar.patch(`/api/screen-hits/${id}`, settlement), 200);
    }
    return { ...followUp, publicationId };
  }

  it('is the post alone where the committee asks for no delegation', async () => {
    await delegated(['judgement', 'sanction']);
    await delegate(t.people.manager(t.m1).accountId, 'judgement', null);
    const followUp = await screened();
    const { publicationId: id, manager } = followUp;
    expect(await read(manager, id)).toMatchObject({ right: null, may: { approve: null } });
    answered(await approve(manager, id), 200);
    expect(await read(manager, id)).toMatchObject({ approvedBy: 'Karin Wester', ground: null });
    expect((await onTheList(followUp)).map(({ matter }) => matter)).toEqual(['judgement']);
  });

  it('is a delegation in the matter that covers the day; the page says so before anybody presses (R10)', async () => {
    await delegated([]);
    const followUp = await screened();
    await delegated(['publication']);
    const { publicationId: id, manager } = followUp;
    // One in another matter, and one that ended yesterday.
    await delegate(t.people.manager(t.m1).accountId, 'sanction', null);
    await delegate(t.people.manager(t.m1).accountId, 'publication', '2026-11-24');
    const delegationId = await delegate(t.people.secondManager(t.m1).accountId, 'publication', '2026-11-25');
    const missing = 'Du har ingen delegation som gäller i dag för att godkänna publiceringen';
    expect(await read(manager, id)).toMatchObject({
      right: { holds: false, text: `${missing}.` },
      may: { approve: `${missing}.` },
    });
    const refused = await approve(manager, id);
    expect(refused.statusCode).toBe(409);
    expect(refused.json<Refusal>()).toMatchObject({
      ...{ code: 'blocked', title: missing, blockers: [{ code: 'delegation-missing' }] },
    });
    expect(await read(manager, id)).toMatchObject({ state: 'waiting', approvedBy: null });
    expect(await onTheList(followUp)).toEqual([]);

    const by = `på delegation enligt punkt 4.4 i delegationsordningen, ${REFERENCE}`;
    expect((await read(second, id)).right).toEqual({ holds: true, text: `Du godkänner publiceringen ${by}.` });
    expect((await read(registrar, id)).right).toBeNull();
    answered(await approve(second, id), 200);
    expect(await read(manager, id)).toMatchObject({
      ...{ state: 'approved', approvedBy: 'Per Holmqvist', ground: `Fattat ${by}`, right: null },
    });
    expect(await t.asOwner('select delegation_id as id from publication where id = $1', [id])).toEqual([
      { id: delegationId },
    ]);
    expect(await onTheList(followUp)).toMatchObject([
      {
        ...{ matter: 'publication', decidedOn: '2026-11-25', decidedBy: 'Per Holmqvist', point: '4.4' },
        ...{ reference: REFERENCE, summary: 'Publicering av en rapport: godkänd, version 1' },
      },
    ]);
  });

  it('stands in nothing that is published: neither the delegation nor who holds it (R18)', async () => {
    await delegated([]);
    const { publicationId: id, view } = await screened();
    await delegated(['publication']);
    await delegate(t.people.secondManager(t.m1).accountId, 'publication', null);
    answered(await approve(second, id), 200);
    const reportId = (await view()).reports[0]?.id ?? '';
    await t.app.get(ReportRenderingService).render(t.m1.id, reportId, 'public');
    const { version } = await read(registrar, id);
    answered(await registrar.post(`/api/publications/${id}/publish`, { version }), 200);
    const { publicHref } = await read(registrar, id);
    for (const url of [publicHref ?? '', `${publicHref}.json`]) {
      const { statusCode, body } = await t.request({ method: 'GET', url });
      expect([url, statusCode]).toEqual([url, 200]);
      for (const words of [REFERENCE, 'Per Holmqvist', 'Publicering av en rapport']) expect(body).not.toContain(words);
    }
    await delegated([]);
  });

  it('is none for one who has declared a conflict of interest in the case, who is told before pressing', async () => {
    await delegated([]);
    const { id: followUpId, publicationId: id } = await screened();
    answered(await second.post(`/api/follow-ups/${followUpId}/conflict-declaration`, { hasConflict: true }), 200);
    const { may } = await read(second, id);
    expect([may.approve, may.publish]).toEqual([expect.stringContaining('jäv'), expect.stringContaining('jäv')]);
    expect((await approve(second, id)).json<Refusal>().code).toBe('conflict-declared');
  });
});
