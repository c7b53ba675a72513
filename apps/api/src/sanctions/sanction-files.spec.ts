import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryItem, Page, SanctionFileView } from '@insyn/api-schema';
import { answered } from '../../test/follow-up-factory.js';
import { PDF, type SentFile } from '../../test/multipart.js';
import { aSanctionCase, type SanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { ReceivedDisputesService } from './received-disputes.service.js';

describe('The files of a dispute', () => {
  let t: TestApp;
  let own: SanctionCase;
  let id: string;
  beforeAll(async () => {
    t = await testApp();
    own = await aSanctionCase(t);
    id = await own.send('warning');
  }, 120_000);
  afterAll(() => t.close());

  const aFile = (name: string, bytes: SentFile['bytes'] = PDF): SentFile => ({ name, bytes });
  const remove = (file: SanctionFileView) => own.person.browser.delete(`/api/portal/sanction-files/${file.id}`);

  it.each<[string, SentFile, number, string]>([
    ['of a type that is not allowed', aFile('a.exe'), 415, 'file-type'],
    ['that is not what it is called', aFile('a.pdf', 'hej'), 415, 'file-type-mismatch'],
    ['that is empty', aFile('a.pdf', ''), 400, 'empty-file'],
    ['over 25 MB', aFile('a.pdf', Buffer.alloc(25_000_001)), 413, 'too-large'],
    ['with a field that nobody asked for', { ...aFile('a.pdf'), fields: { remarkId: 'x' } }, 400, 'invalid'],
  ])('are not taken where one is %s', async (_case, file, status, code) => {
    const answer = await own.sendFile(id, file);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect((await own.portal(id)).draftFiles).toEqual([]);
  });

  it('lie ready under their hash, are the provider’s own until they are sent (R21), and can be taken away', async () => {
    const [kept, dropped] = [await own.layFile(id, aFile('schema.pdf')), await own.layFile(id, aFile('fel fil.pdf'))];
    expect(kept.sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    const home = await own.person.browser.get(kept.href);
    expect(home.rawPayload.equals(PDF)).toBe(true);
    expect(home.headers['content-disposition']).toMatch(/^attachment;/);
    expect(home.headers['x-content-type-options']).toBe('nosniff');
    expect((await remove(dropped)).statusCode).toBe(204);
    expect((await remove(dropped)).statusCode).toBe(404);
    expect((await own.portal(id)).draftFiles).toEqual([kept]);
    expect((await own.manager.get(`/api/sanction-files/${kept.id}`)).statusCode).toBe(404);
    expect((await own.sanction(id)).dispute).toBeNull();
    const seen = answered(await own.manager.get(`/api/follow-ups/${own.id}/history`), 200);
    expect(seen.body).not.toContain('schema.pdf');
  });

  it('take at most 200 MB together', async () => {
    await t.asOwner('update sanction_file set size = 199999990 where sanction_id = $1', [id]);
    expect((await own.sendFile(id)).json()).toMatchObject({ status: 413, code: 'dispute-full' });
    await t.asOwner('update sanction_file set size = $2 where sanction_id = $1', [id, PDF.length]);
  });

  it('come with the dispute: shown with it, registered with its record (R16), told of in the history', async () => {
    await own.layFile(id, aFile('rutin.pdf'));
    await own.dispute(id);
    const { dispute, events } = await own.sanction(id);
    expect(dispute?.files.map(({ fileName }) => fileName)).toEqual(['schema.pdf', 'rutin.pdf']);
    const [first] = dispute?.files ?? [];
    expect((await own.officer.get(first?.href ?? '')).rawPayload.equals(PDF)).toBe(true);
    const record = events.find(({ kind }) => kind === 'dispute')?.record;
    expect(record).toMatchObject({ direction: 'in' });
    expect(record?.publicTitle).toMatch(/^Bestridande av påföljd: varning, .*, med 2 bilagor$/);
    const registered = await t.asOwner('select distinct record_id as id from sanction_file where removed_at is null');
    expect(registered).toEqual([{ id: record?.id }]);
    const mail = (await own.mails()).find(({ kind }) => kind === 'sanction-answer');
    expect(mail?.text).toContain(', med 2 bilagor.');
    const view = await own.portal(id);
    expect([view.dispute?.files.map(({ fileName }) => fileName), view.draftFiles]).toEqual([
      ['schema.pdf', 'rutin.pdf'],
      [],
    ]);
    const history = answered(await own.manager.get(`/api/follow-ups/${own.id}/history?group=sanction`), 200);
    const told = history.json<Page<HistoryItem>>().items.find(({ kind }) => kind === 'sanction.disputed');
    expect(told?.changes).toContainEqual({ field: 'Bifogade filer', from: null, to: 'schema.pdf, rutin.pdf' });
  });

  it('are neither added nor taken away once it is sent, and are registered once however often the job runs', async () => {
    const before = await own.portal(id);
    expect((await own.sendFile(id)).json()).toMatchObject({ status: 409, code: 'not-open' });
    for (const file of before.dispute?.files ?? []) {
      expect((await remove(file)).json()).toMatchObject({ status: 409, code: 'not-open' });
    }
    await t.app.get(ReceivedDisputesService).receive(t.m1.id, id);
    expect((await own.records()).map(({ direction }) => direction)).toEqual(['drawn-up', 'out', 'in']);
    // The letter may have been drawn up meanwhile.
    expect(await own.portal(id)).toEqual({ ...before, letterDocument: expect.anything() });
  });

  it('are nobody else’s to read (R20, R21)', async () => {
    const [file] = (await own.sanction(id)).dispute?.files ?? [];
    const stranger = await aSanctionCase(t, { municipality: t.m2 });
    expect((await stranger.person.browser.get(`/api/portal/sanction-files/${file?.id ?? ''}`)).statusCode).toBe(404);
    expect((await stranger.manager.get(`/api/sanction-files/${file?.id ?? ''}`)).statusCode).toBe(404);
    const otherCommittee = await t.signIn(t.people.secondManager(t.m1));
    expect((await otherCommittee.get(`/api/sanction-files/${file?.id ?? ''}`)).statusCode).toBe(404);
  });
});
