import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttachmentView } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BOUNDARY = '----insyn-spec';

/** A multipart body of one file; `whole: false` leaves out how it ends. */
function body(bytes: Buffer, fileName: string, options: { evidenceId?: string; whole?: boolean } = {}): Buffer {
  const field = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="evidenceId"\r\n\r\n${options.evidenceId ?? ''}\r\n`;
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const end = options.whole === false ? '' : `\r\n--${BOUNDARY}--\r\n`;
  return Buffer.concat([Buffer.from(options.evidenceId ? field + head : head), bytes, Buffer.from(end)]);
}

const HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

describe('An attachment', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
    stranger = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const url = () => `/api/follow-ups/${followUp.id}/attachments`;
  const send = (payload: Buffer, browser = officer): Promise<Answer> =>
    browser.request({ method: 'POST', url: url(), payload, headers: HEADERS });
  const count = async () => (await t.asOwner('select 1 from attachment where follow_up_id = $1', [followUp.id])).length;
  const filesKept = () =>
    readdirSync(`${t.dataDir}/files`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length;
  const uploadsWaiting = () => readdirSync(`${t.dataDir}/files/incoming`).length;

  it('is kept under its hash and served as a download of a fixed type', async () => {
    const saved = answered(await send(body(PDF, 'Rutin för introduktion.pdf')), 201).json<AttachmentView>();
    expect(saved).toMatchObject({
      fileName: 'Rutin för introduktion.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
    });
    const answer = answered(await officer.get(saved.href), 200);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Rutin%20f%C3%B6r%20introduktion.pdf",
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect((await followUp.view()).attachments.map((file) => file.id)).toEqual([saved.id]);
  });

  it('can belong to evidence of its own follow-up, and to no other', async () => {
    const evidence = { kind: 'document', title: 'Rutin', heldOn: '2026-11-20' };
    const made = answered(await officer.post(`/api/follow-ups/${followUp.id}/evidence`, evidence), 201);
    const evidenceId = made.json<{ id: string }>().id;
    const saved = answered(await send(body(PNG, 'bild.png', { evidenceId })), 201).json<AttachmentView>();
    const shown = (await followUp.view()).evidence.find((item) => item.id === evidenceId);
    expect(shown?.attachments.map((file) => file.id)).toEqual([saved.id]);
    const { meetingId } = await aFollowUp(t).readyToSubmit();
    const refused = await send(body(PDF, 'a.pdf', { evidenceId: meetingId }));
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'evidenceId']);
  });

  it('has no folders in its name', async () => {
    const saved = answered(await send(body(PDF, '../../etc/passwd.pdf')), 201).json<AttachmentView>();
    expect(saved.fileName).toBe('passwd.pdf');
  });

  it.each([
    ['lies about its type', PNG, 'rapport.pdf', 415, 'file-type-mismatch'],
    ['is of a type that is not allowed', Buffer.from('MZ'), 'program.exe', 415, 'file-type'],
    ['is empty', Buffer.alloc(0), 'tom.pdf', 400, 'empty-file'],
    ['is two things at once', Buffer.concat([PDF, Buffer.from('PK\u0003\u0004')]), 'dubbel.pdf', 400, undefined],
    ['ends in the middle', PDF.subarray(0, 30), 'halv.pdf', 400, undefined],
  ])('that %s is refused and leaves nothing', async (_, bytes, name, status, code) => {
    const [rows, files] = [await count(), filesKept()];
    const refused = await send(body(bytes, name));
    expect(refused.statusCode).toBe(status);
    if (code !== undefined) expect(refused.json().code).toBe(code);
    expect(refused.json().errors[0].field).toBe('file');
    expect([await count(), filesKept(), uploadsWaiting()]).toEqual([rows, files, 0]);
  });

  it('over 25 MB is refused in Swedish, also where its size is not announced, and leaves nothing', async () => {
    const [rows, files] = [await count(), filesKept()];
    const large = Buffer.concat([PDF, Buffer.alloc(25_000_000)]);
    const refused = await send(body(large, 'stor.pdf'));
    expect([refused.statusCode, refused.json().title]).toEqual([413, 'Filen är för stor. Högst 25 MB är tillåtet.']);
    const streamed = await overTheWire(t, officer, url(), body(large, 'stor.pdf'), 'end');
    expect(streamed).toBe(413);
    expect([await count(), filesKept(), uploadsWaiting()]).toEqual([rows, files, 0]);
  });

  it('does not fit where the case’s files fill 200 MB together', async () => {
    const { id } = await aFollowUp(t).gathering();
    await t.asOwner(
      `insert into attachment (municipality_id, id, follow_up_id, file_name, media_type, size, sha256, created_by)
       values ($1, gen_random_uuid(), $2, 'stor.pdf', 'application/pdf', 199999990, repeat('0', 64), $3)`,
      [t.m1.id, id, t.people.officer(t.m1).accountId],
    );
    const payload = body(PDF, 'liten.pdf');
    const refused = await officer.request({
      method: 'POST',
      url: `/api/follow-ups/${id}/attachments`,
      payload,
      headers: HEADERS,
    });
    expect([refused.statusCode, refused.json().code]).toEqual([413, 'case-full']);
  });

  it('that is cut off on its way leaves nothing', async () => {
    const [rows, files] = [await count(), filesKept()];
    const refused = await send(body(PDF, 'avbruten.pdf', { whole: false }));
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'cut-off']);
    await overTheWire(t, officer, url(), body(PDF, 'avbruten.pdf').subarray(0, 150), 'cut');
    for (let wait = 0; wait < 50 && uploadsWaiting() > 0; wait += 1) await new Promise((done) => setTimeout(done, 20));
    expect([await count(), filesKept(), uploadsWaiting()]).toEqual([rows, files, 0]);
  });

  it('needs a file', async () => {
    expect((await officer.post(url(), {})).statusCode).toBe(400);
    const none = Buffer.from(`--${BOUNDARY}--\r\n`);
    expect((await send(none)).json().errors[0].field).toBe('file');
  });

  it('of another municipality does not exist (R20)', async () => {
    const saved = answered(await send(body(PDF, 'hemlig.pdf')), 201).json<AttachmentView>();
    expect((await stranger.get(saved.href)).statusCode).toBe(404);
    expect((await send(body(PDF, 'intrång.pdf'), stranger)).statusCode).toBe(404);
  });
});

/** Sends without a length, in chunks, over a real socket; `cut` drops the line in the middle. */
async function overTheWire(
  t: TestApp,
  who: Browser,
  path: string,
  payload: Buffer,
  how: 'end' | 'cut',
): Promise<number> {
  const server = t.app.getHttpServer();
  if (!server.listening) await t.app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const headers = { ...HEADERS, cookie: who.cookie, 'idempotency-key': `spec-${String(Date.now())}-${how}` };
    const sent = httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', () => resolve(0));
    if (how === 'end') sent.end(payload);
    else sent.write(payload, () => setTimeout(() => sent.destroy(), 50));
  });
}
