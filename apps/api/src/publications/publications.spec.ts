import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView, PublicationView } from '@insyn/api-schema';
import { type Browser, type TestApp, testApp } from '../../test/test-app.js';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { ReportRenderingService } from '../reports/report-rendering.service.js';

describe('From an approved judgement to a published report', () => {
  let t: TestApp;
  let officer: Browser;
  let manager: Browser;
  let registrar: Browser;
  let stranger: Browser;
  let followUp: FollowUpView;
  let publicationId: string;

  const publication = async (browser = manager): Promise<PublicationView> =>
    (await browser.get(`/api/publications/${publicationId}`)).json<PublicationView>();
  const command = async (browser: Browser, verb: string, body: object = {}) =>
    browser.post(`/api/publications/${publicationId}/${verb}`, { version: (await publication()).version, ...body });

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    manager = await t.signIn(t.people.manager(t.m1));
    registrar = await t.signIn(t.people.registrar(t.m1));
    stranger = await t.signIn(t.people.manager(t.m2));
  });
  afterAll(() => t.close());

  it('sends a finished assessment for approval, with the reason why there was no fact check', async () => {
    const { id } = await aFollowUp(t).readyToSubmit();
    const read = (await officer.get(`/api/follow-ups/${id}`)).json<FollowUpView>();
    const proposal = (await officer.get(`/api/follow-ups/${id}/judgement-proposal`)).json<{ outcome: string }>();
    const body = {
      contentVersion: read.contentVersion,
      outcome: proposal.outcome,
      text: 'Verksamheten brister i planering men har god bemanning.',
    };
    const withoutReason = await officer.post(`/api/follow-ups/${id}/submit`, body);
    expect(withoutReason.statusCode).toBe(409);
    const stale = await officer.post(`/api/follow-ups/${id}/submit`, {
      ...body,
      contentVersion: read.contentVersion - 1,
      noFactCheckReason: 'Faktakontroll gjordes vid mötet.',
    });
    expect(stale.statusCode).toBe(409);
    const sent = await officer.post(`/api/follow-ups/${id}/submit`, {
      ...body,
      noFactCheckReason: 'Faktakontroll gjordes vid mötet.',
    });
    expect(sent.statusCode).toBe(200);
    followUp = sent.json<FollowUpView>();
    expect(followUp.state).toBe('deciding');
  });

  it('lets nobody approve who has not declared about conflict of interest, nor the officer (R10)', async () => {
    const url = `/api/follow-ups/${followUp.id}/approve`;
    const body = { contentVersion: followUp.contentVersion };
    const undeclared = await manager.post(url, body);
    expect(undeclared.statusCode).toBe(409);
    expect(undeclared.json<{ blockers: { code: string }[] }>().blockers.map((blocker) => blocker.code)).toEqual([
      'conflict-undeclared',
    ]);
    expect((await officer.post(url, body)).statusCode).toBe(403);
    expect((await stranger.post(url, body)).statusCode).toBe(404);
  });

  it('seals the report at approval, books the re-check (R2) and registers the record (R16), all or nothing', async () => {
    await manager.post(`/api/follow-ups/${followUp.id}/conflict-declaration`, { hasConflict: false });
    const stale = await manager.post(`/api/follow-ups/${followUp.id}/approve`, {
      contentVersion: followUp.contentVersion - 1,
    });
    expect(stale.statusCode).toBe(409);
    const approved = await manager.post(`/api/follow-ups/${followUp.id}/approve`, {
      contentVersion: followUp.contentVersion,
    });
    expect(approved.statusCode).toBe(200);
    followUp = approved.json<FollowUpView>();
    expect(followUp.state).toBe('remedying');
    expect(followUp.approvedOn).toBe('2026-11-25');
    expect(followUp.recheckDue).toBe('2027-02-25');
    expect(followUp.reports).toHaveLength(1);
    expect(followUp.reports[0]?.seal).toMatch(/^[0-9a-f]{64}$/);
    publicationId = followUp.publicationId ?? '';
    const records = await t.asOwner(
      'select direction, internal from record where follow_up_id = $1 order by direction',
      [followUp.id],
    );
    // The report is drawn up; the demand for an action plan goes out with it.
    expect(records).toEqual([
      { direction: 'drawn-up', internal: true },
      { direction: 'out', internal: false },
    ]);
  });

  it('renders the sealed report in a job, and once however often the job runs', async () => {
    const reportId = followUp.reports[0]?.id ?? '';
    const rendering = t.app.get(ReportRenderingService);
    await Promise.all([
      rendering.render(t.m1.id, reportId, 'internal'),
      rendering.render(t.m1.id, reportId, 'internal'),
    ]);
    const files = await t.asOwner<{ format: string }>(
      'select format from report_file where report_id = $1 order by format',
      [reportId],
    );
    expect(files.map((file) => file.format)).toEqual(['html', 'pdf']);
    const pdf = await manager.get(`/api/reports/${reportId}/pdf`);
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stranger.get(`/api/reports/${reportId}/pdf`)).statusCode).toBe(404);
  });

  it('refuses to approve a publication before the screen has run on that version (R17)', async () => {
    const refused = await command(manager, 'approve');
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{ code: string }>().code).toBe('not-screened');
    expect((await command(stranger, 'approve')).statusCode).toBe(404);
  });

  it('finds names of participants and small counts, and waits until each hit is settled by name (R17)', async () => {
    expect((await command(officer, 'screen')).statusCode).toBe(200);
    const screened = await publication();
    expect(screened.hits.length).toBeGreaterThan(0);
    expect(screened.unsettled).toBe(screened.hits.length);
    const refused = await command(manager, 'approve');
    expect(refused.json<{ code: string }>().code).toBe('hits-unsettled');
    for (const hit of screened.hits) {
      const settled = await registrar.patch(`/api/screen-hits/${hit.id}`, {
        version: hit.version,
        settlement: 'masked',
        reason: 'Få personer kan kännas igen.',
      });
      expect(settled.statusCode).toBe(200);
    }
    const [first] = screened.hits;
    const again = await registrar.patch(`/api/screen-hits/${first?.id}`, {
      version: first?.version,
      settlement: 'let-through',
      reason: 'Ändrade mig.',
    });
    expect(again.statusCode).toBe(409);
    expect((await publication()).unsettled).toBe(0);
  });

  it('lets the manager approve and the registrar publish, but not the officer, and not before it is rendered', async () => {
    expect((await command(officer, 'approve')).statusCode).toBe(403);
    expect((await command(manager, 'approve')).statusCode).toBe(200);
    const early = await command(registrar, 'publish');
    if (early.statusCode !== 200) expect(early.json<{ code: string }>().code).toBe('report-not-rendered');
    await t.app.get(ReportRenderingService).render(t.m1.id, followUp.reports[0]?.id ?? '', 'public');
    if (early.statusCode !== 200) expect((await command(registrar, 'publish')).statusCode).toBe(200);
    expect((await publication()).state).toBe('published');
  });

  it('lets anyone find and read it, without the names that the internal one has (R17, R18)', async () => {
    const list = await t.request({ method: 'GET', url: '/api/public/reports' });
    const { items } = list.json<{ items: { title: string; htmlUrl: string; pdfUrl: string }[] }>();
    expect(items.map((item) => item.title)).toEqual([followUp.title]);
    const address = new URL(items[0]?.htmlUrl ?? '').pathname;
    const page = await t.request({ method: 'GET', url: address });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toContain('<script');
    const data = await t.request({ method: 'GET', url: `${address}.json` });
    const participants = followUp.evidence.flatMap((evidence) => evidence.meeting?.participants ?? []);
    expect(participants.length).toBeGreaterThan(0);
    for (const { name } of participants) {
      expect(page.body).not.toContain(name);
      expect(data.body).not.toContain(name);
    }
    const pdf = await t.request({ method: 'GET', url: new URL(items[0]?.pdfUrl ?? '').pathname });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const search = await t.request({ method: 'GET', url: '/rapporter?search=finnsinte' });
    expect(search.body).toContain('Ingen rapport stämmer med sökningen');
  });

  it('keeps the address of a withdrawn report, which says so, when and why (R19)', async () => {
    const { publicHref } = await publication();
    expect((await command(registrar, 'withdraw', { reason: 'Ett sakfel ska rättas.' })).statusCode).toBe(200);
    const page = await t.request({ method: 'GET', url: publicHref ?? '' });
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain('Ett sakfel ska rättas.');
    const list = await t.request({ method: 'GET', url: '/api/public/reports' });
    expect(list.json<{ items: unknown[] }>().items).toEqual([]);
  });
});
