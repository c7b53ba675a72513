import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, SignalTimeline, SignalView } from '@insyn/api-schema';
import { aContract, contractRequest } from '../../test/contract-fixture.js';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const TIP = {
  kind: 'tip',
  receivedOn: '2026-11-20',
  title: 'Sena besök',
  text: 'Besöken kommer för sent.',
  source: 'Telefon',
};

describe('The signals about a unit', () => {
  let t: TestApp;
  let officer: Browser;
  let manager: Browser;
  let seed = 300;

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    manager = await t.signIn(t.people.manager(t.m1));
  });
  afterAll(() => t.close());

  const aUnit = async (): Promise<string> => (await aContract(officer, t.m1, (seed += 1))).unitId;
  const post = (unitId: string, body: object = {}, browser = officer): Promise<Answer> =>
    browser.post(`/api/units/${unitId}/signals`, { ...TIP, ...body });
  const add = async (unitId: string, body: object = {}): Promise<string> =>
    answered(await post(unitId, body), 201).json<{ id: string }>().id;
  const timeline = async (unitId: string, browser = officer): Promise<SignalTimeline> =>
    answered(await browser.get(`/api/units/${unitId}/signals`), 200).json<SignalTimeline>();
  const fieldsOf = (answer: Answer): string[] =>
    answered(answer, 400)
      .json<{ errors: { field: string }[] }>()
      .errors.map(({ field }) => field);
  const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;

  it('stand on one timeline with the newest first, whatever their kind', async () => {
    const { unitId, contractId } = await aContract(officer, t.m1, (seed += 1));
    const kinds = [
      ['complaint', '2026-02-01'],
      ['ivo-decision', '2026-03-01'],
      ['deviation', '2026-01-15'],
      ['tip', '2026-03-01'],
    ] as const;
    for (const [kind, receivedOn] of kinds) await add(unitId, { kind, receivedOn });
    const seen = await timeline(unitId);
    expect(seen.signals.map(({ kind }) => kind)).toEqual(['tip', 'ivo-decision', 'complaint', 'deviation']);
    expect(seen.unit.id).toBe(unitId);
    expect(seen.contracts.map(({ id }) => id)).toEqual([contractId]);
    expect(seen.committees).toEqual([{ id: t.m1.committeeId, name: 'Socialnämnden' }]);
    expect(seen.provider).toMatch(/^Omsorgsbolaget/);
    expect(seen.signals[0]).toMatchObject({
      ...{
        unitId,
        state: 'open',
        title: 'Sena besök',
        text: 'Besöken kommer för sent.',
        source: 'Telefon',
        version: 1,
      },
      ...{ fromProvider: false, followUp: null, evidenceId: null, readers: [], createdBy: 'Maja Lindgren' },
    });
  });

  it('belong to a committee with a contract for the unit, and came on a day that has been', async () => {
    const unitId = await aUnit();
    expect(fieldsOf(await post(unitId, { committeeId: t.m1.otherCommitteeId }))).toEqual(['committeeId']);
    expect(fieldsOf(await post(unitId, { receivedOn: '2026-11-26' }))).toEqual(['receivedOn']);
    expect(fieldsOf(await post(unitId, { kind: 'rykte' }))).toEqual(['kind']);
    expect(fieldsOf(await post(unitId, { title: ' ' }))).toEqual(['title']);
    expect(fieldsOf(await post(unitId, { readerIds: [t.people.manager(t.m1).accountId] }))).toEqual(['readerIds']);
    answered(await post(unitId, { committeeId: t.m1.committeeId, receivedOn: '2026-11-25' }), 201);
    expect((await timeline(unitId)).signals).toHaveLength(1);
  });

  it('are seen by their committee: the other one has a timeline of its own about the same unit (R10, R20)', async () => {
    const { providerId, unitId } = await aContract(officer, t.m1, (seed += 1));
    const second = await t.signIn(t.people.secondOfficer(t.m1));
    const other = { ...t.m1, committeeId: t.m1.otherCommitteeId };
    answered(await second.post('/api/contracts', contractRequest(other, providerId, unitId, 'VON 2024-9')), 201);
    const ours = await add(unitId);
    expect(fieldsOf(await post(unitId, { committeeId: t.m1.committeeId }, second))).toEqual(['committeeId']);
    const theirs = answered(await post(unitId, {}, second), 201).json<{ id: string }>().id;
    expect((await timeline(unitId)).signals.map(({ id }) => id)).toEqual([ours]);
    expect((await timeline(unitId, second)).signals.map(({ id }) => id)).toEqual([theirs]);
    const auditor = await t.signIn(t.people.auditor(t.m1));
    expect((await timeline(unitId, auditor)).signals).toHaveLength(2);
    expect((await post(unitId, {}, auditor)).statusCode).toBe(403);
    expect((await second.patch(`/api/signals/${ours}`, { version: 1, title: 'Intrång' })).statusCode).toBe(404);
    const stranger = await t.signIn(t.people.officer(t.m2));
    expect((await stranger.get(`/api/units/${unitId}/signals`)).statusCode).toBe(404);
    expect((await post(unitId, {}, stranger)).statusCode).toBe(404);
    expect((await stranger.post(`/api/signals/${ours}/handle`, { version: 1, text: 'Klart.' })).statusCode).toBe(404);
    const list = (await stranger.get('/api/signals')).json<Page<SignalView>>();
    expect(list.items).toEqual([]);
  });

  it('are changed while open, in the version that was read, and handled with what was done', async () => {
    const id = await add(await aUnit());
    answered(
      await officer.patch(`/api/signals/${id}`, { version: 1, title: 'Mycket sena besök', kind: 'complaint' }),
      200,
    );
    expect(codeOf(await officer.patch(`/api/signals/${id}`, { version: 1, title: 'Igen' }))).toBe('stale-version');
    expect(fieldsOf(await officer.patch(`/api/signals/${id}`, { version: 2, kind: 'lex-sarah' }))).toEqual(['kind']);
    expect(fieldsOf(await officer.post(`/api/signals/${id}/handle`, { version: 2, text: '' }))).toEqual(['text']);
    answered(await manager.post(`/api/signals/${id}/handle`, { version: 2, text: 'Samtal med chefen.' }), 200);
    const { items } = (await officer.get('/api/signals?state=handled')).json<Page<SignalView>>();
    expect(items.find((signal) => signal.id === id)).toMatchObject({
      ...{ kind: 'complaint', title: 'Mycket sena besök', state: 'handled', handledText: 'Samtal med chefen.' },
      handledOn: '2026-11-25',
    });
    expect(codeOf(await officer.patch(`/api/signals/${id}`, { version: 3, title: 'Sent' }))).toBe('signal-handled');
    expect(codeOf(await officer.post(`/api/signals/${id}/handle`, { version: 3, text: 'Igen.' }))).toBe(
      'signal-handled',
    );
  });

  it('are listed for all units by state and kind, page by page', async () => {
    const unitId = await aUnit();
    for (let day = 1; day <= 26; day += 1) {
      const receivedOn = `2025-05-${String(day).padStart(2, '0')}`;
      await add(unitId, { kind: 'deviation', receivedOn });
      await add(unitId, { kind: 'deviation', receivedOn });
    }
    const page = async (after = '') =>
      (await officer.get(`/api/signals?kind=deviation&state=open${after}`)).json<Page<SignalView>>();
    const first = await page();
    const second = await page(`&after=${first.next ?? ''}`);
    const all = [...first.items, ...second.items].filter((signal) => signal.unitId === unitId);
    expect([first.items.length, new Set(all.map(({ id }) => id)).size]).toEqual([50, 52]);
    expect(all.map(({ receivedOn }) => receivedOn)).toEqual(
      all
        .map(({ receivedOn }) => receivedOn)
        .sort()
        .reverse(),
    );
    const crooked = Buffer.from(JSON.stringify(['igår', unitId])).toString('base64url');
    expect((await officer.get(`/api/signals?after=${crooked}`)).statusCode).toBe(400);
  });

  it('propose an in-depth follow-up when they are several in a period', async () => {
    const unitId = await aUnit();
    await add(unitId);
    await add(unitId);
    expect((await timeline(unitId)).inDepth).toEqual({ proposed: false, because: '' });
    await add(unitId);
    expect((await timeline(unitId)).inDepth).toEqual({ proposed: true, because: '3 signaler sedan 25 maj 2026' });
  });

  describe('become evidence', () => {
    let followUp: FollowUpFixture;
    beforeAll(async () => {
      followUp = await aFollowUp(t).gathering();
    });

    it('of a follow-up of the same unit, once, and stay on the timeline', async () => {
      const id = await add(followUp.unitId);
      const attach = (version = 1) => officer.post(`/api/signals/${id}/attach`, { version, followUpId: followUp.id });
      answered(await attach(), 200);
      expect(codeOf(await attach(2))).toBe('signal-attached');
      const evidence = (await followUp.view()).evidence.find(({ signalId }) => signalId === id);
      expect(evidence).toMatchObject({ kind: 'signal', heldOn: '2026-11-20', title: 'Sena besök', counts: true });
      const [signal] = (await timeline(followUp.unitId)).signals;
      expect(signal).toMatchObject({ id, evidenceId: evidence?.id, followUp: { id: followUp.id, year: 2026 } });
      answered(await officer.delete(`/api/evidence/${evidence?.id ?? ''}?version=1`), 204);
      const [left] = (await timeline(followUp.unitId)).signals;
      expect(left).toMatchObject({ id, evidenceId: null, followUp: null, version: 3 });
    });

    it('never of another unit’s follow-up, nor by who may not write in it', async () => {
      const id = await add(await aUnit());
      const body = { version: 1, followUpId: followUp.id };
      expect(fieldsOf(await officer.post(`/api/signals/${id}/attach`, body))).toEqual(['followUpId']);
      const own = await add(followUp.unitId);
      expect((await manager.post(`/api/signals/${own}/attach`, body)).statusCode).toBe(403);
    });
  });
});
