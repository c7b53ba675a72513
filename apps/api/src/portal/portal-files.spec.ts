import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDF, sendFile, type SentFile, zipOf } from '../../test/multipart.js';
import { aRequest, type RequestFixture, sendBack, submit } from '../../test/request-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('Files of an answer', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const send = (request: RequestFixture, file: SentFile) =>
    sendFile(request.person.browser, `/api/portal/requests/${request.id}/files`, file);
  const policy = { name: 'försäkring.pdf', bytes: PDF, fields: { questionId: 'policy' } };

  it('are kept for a question under their hash, begin the answering, and come back as they were', async () => {
    const request = await aRequest(t).sent();
    const sent = await send(request, policy);
    expect(sent.statusCode).toBe(201);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    const file = sent.json<{ id: string; href: string }>();
    expect(file).toMatchObject({ questionId: 'policy', fileName: 'försäkring.pdf', size: PDF.length, sha256 });
    const view = await request.view();
    expect([view.state, view.files.map(({ id }) => id)]).toEqual(['answering', [file.id]]);
    const fetched = await request.person.browser.get(file.href);
    expect(fetched.rawPayload.equals(PDF)).toBe(true);
    expect(fetched.headers['content-disposition']).toContain('attachment');
  });

  it.each<[string, SentFile, number, string]>([
    ['without a place', { name: 'a.pdf', bytes: PDF }, 400, 'invalid'],
    [
      'for two places',
      { name: 'a.pdf', bytes: PDF, fields: { questionId: 'policy', wantedDocumentId: 'd1' } },
      400,
      'invalid',
    ],
    ['for a question that is not there', { ...policy, fields: { questionId: 'annan' } }, 404, 'not-found'],
    ['for a question that is not asked', { ...policy, fields: { questionId: 'why' } }, 409, 'not-open'],
    ['for a document that is not wanted', { ...policy, fields: { wantedDocumentId: 'x' } }, 404, 'not-found'],
    ['of a type that is not allowed', { ...policy, name: 'a.exe' }, 415, 'file-type'],
    ['that is not what it is called', { ...policy, bytes: 'hej' }, 415, 'file-type-mismatch'],
    ['that is empty', { ...policy, bytes: '' }, 400, 'empty-file'],
    ['that is a zip bomb', { name: 'a.docx', fields: policy.fields, bytes: wordBomb() }, 400, 'file-unpacks-too-large'],
    ['over 25 MB', { ...policy, bytes: Buffer.alloc(25_000_001) }, 413, 'too-large'],
  ])('are refused %s', async (_case, file, status, code) => {
    const request = await aRequest(t).sent();
    const answer = await send(request, file);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect((await request.view()).files).toEqual([]);
  });

  it('take at most 200 MB together', async () => {
    const request = await aRequest(t).answering();
    expect((await send(request, policy)).statusCode).toBe(201);
    await t.asOwner('update answer_file set size = 199999990 where request_id = $1', [request.id]);
    expect((await send(request, policy)).json()).toMatchObject({ status: 413, code: 'request-full' });
  });

  it('can be taken away until they are handed in, and stand in the submission then', async () => {
    const request = await aRequest(t).answering();
    const { browser } = request.person;
    const first = (await send(request, policy)).json<{ id: string }>();
    expect((await browser.delete(`/api/portal/answer-files/${first.id}`)).statusCode).toBe(204);
    expect((await browser.get(`/api/portal/answer-files/${first.id}`)).statusCode).toBe(404);
    expect((await browser.delete(`/api/portal/answer-files/${first.id}`)).statusCode).toBe(404);
    const second = (await send(request, policy)).json<{ id: string }>();
    await request.answer('plans', { kind: 'share', n: 7, of: 9 });
    await submit(request);
    expect((await browser.delete(`/api/portal/answer-files/${second.id}`)).json()).toMatchObject({ code: 'not-open' });
    expect((await send(request, policy)).json()).toMatchObject({ code: 'not-open' });
    const [row] = await t.asOwner<{ files: object[] }>(
      "select content -> 'files' as files from answer_submission where request_id = $1",
      [request.id],
    );
    expect(row?.files).toEqual([expect.objectContaining({ fileName: 'försäkring.pdf', questionId: 'policy' })]);
    await sendBack(t, request, ['plans']);
    expect((await send(request, { ...policy, fields: { questionId: 'plans' } })).statusCode).toBe(201);
    expect((await send(request, policy)).json()).toMatchObject({ code: 'not-open' });
  });

  it('pressed twice with one key is one file', async () => {
    const request = await aRequest(t).sent();
    const url = `/api/portal/requests/${request.id}/files`;
    const key = { 'idempotency-key': 'samma-nyckel-1' };
    const sent = [
      await sendFile(request.person.browser, url, policy, key),
      await sendFile(request.person.browser, url, policy, key),
    ];
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect((await request.view()).files).toHaveLength(1);
  });
});

function wordBomb(): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
  return zipOf({ '[Content_Types].xml': types, 'word/document.xml': Buffer.alloc(60_000_000) });
}
