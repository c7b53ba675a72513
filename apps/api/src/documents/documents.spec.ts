import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, type MinutesData } from '@insyn/report';
import { sampleMinutes } from '../../test/documents.js';
import { aFollowUp, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';
import { renderDocumentInWorker } from '../reports/render-in-worker.js';
import { documentLink } from './document-link.js';
import { DocumentRenderingService } from './document-rendering.service.js';
import { issueDocument } from './issue-document.js';

interface Row {
  seal: string;
  content: object;
  sha256: string | null;
  size: number | null;
  createdBy: string | null;
}

describe('An issued document', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
  }, 60_000);
  afterAll(() => t.close());

  const issue = (content: object = sampleMinutes()): Promise<string> =>
    t.db.jobs(t.m1.id, (tx) =>
      issueDocument(tx, {
        ...{ kind: 'minutes', subjectId: tx.newId(), followUpId: followUp.id, title: 'Minnesanteckningar' },
        content: content as MinutesData,
      }),
    );
  const rowOf = async (id: string) => {
    const text = `select seal, content, pdf_sha256 as sha256, pdf_size as size, created_by as "createdBy"
      from issued_document where id = $1`;
    const [row] = await t.asOwner<Row>(text, [id]);
    if (row === undefined) throw new Error('There is no such document.');
    return row;
  };
  const rendered = async (id: string): Promise<void> => {
    for (let tries = 0; tries < 300 && (await rowOf(id)).sha256 === null; tries += 1) await sleep(50);
    expect((await rowOf(id)).sha256).not.toBeNull();
  };

  it('is sealed by the hash of the canonical form of what it says, and written down under who drew it up', async () => {
    const maja = t.staffUser(t.people.officer(t.m1), 'officer', ['follow-up.write']);
    const id = await t.db.transaction(maja, (tx) =>
      issueDocument(tx, {
        ...{ kind: 'minutes', subjectId: tx.newId(), followUpId: followUp.id, title: 'Minnesanteckningar' },
        content: sampleMinutes(),
      }),
    );
    const row = await rowOf(id);
    const expected = createHash('sha256').update(canonicalJson(row.content)).digest('hex');
    expect(row).toMatchObject({ seal: expected, createdBy: maja.accountId });
    expect((await rowOf(await issue())).createdBy).toBeNull();
  });

  it('is rendered by its job, and comes as a PDF under a name that every file system takes', async () => {
    const id = await issue();
    await rendered(id);
    const answer = await followUp.officer.get('/api/documents/' + id);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="motesanteckningar-[A-Za-z0-9-]+\.pdf"$/,
    );
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const { sha256, size } = await rowOf(id);
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(sha256);
    expect(answer.rawPayload).toHaveLength(size ?? 0);
  });

  it('says, until it is rendered, that one is to come back in a moment', async () => {
    const id = await issue();
    await rendered(id);
    await t.asOwner('update issued_document set pdf_sha256 = null, pdf_size = null where id = $1', [id]);
    const answer = await followUp.officer.get('/api/documents/' + id);
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.json()).toMatchObject({
      code: 'not-rendered-yet',
      title: 'Dokumentet skapas. Försök igen om en stund.',
    });
  });

  it('has the same bytes when it is rendered again, and one file however often', async () => {
    const id = await issue();
    await rendered(id);
    const first = (await rowOf(id)).sha256;
    await t.asOwner('update issued_document set pdf_sha256 = null where id = $1', [id]);
    const render = () => t.app.get(DocumentRenderingService).render(t.m1.id, id);
    await Promise.all([render(), render()]);
    expect((await rowOf(id)).sha256).toBe(first);
    const folder = join(t.dataDir, 'files', String(first).slice(0, 2));
    expect(readdirSync(folder)).toContain(first);
  });

  it('cannot be had by another committee, another municipality or nobody (R20)', async () => {
    const id = await issue();
    await rendered(id);
    for (const person of [t.people.secondOfficer(t.m1), t.people.officer(t.m2)]) {
      expect((await (await t.signIn(person)).get('/api/documents/' + id)).statusCode).toBe(404);
    }
    expect((await t.request({ url: '/api/documents/' + id })).statusCode).toBe(401);
  });

  it('is not issued with a content that has no canonical form, nor when its transaction fails', async () => {
    await expect(issue({ ...sampleMinutes(), date: new Date() })).rejects.toThrow(/canonical/);
    const count = 'select count(*)::int as count from issued_document';
    const before = (await t.asOwner<{ count: number }>(count))[0]?.count;
    const failed = t.db.jobs(t.m1.id, async (tx) => {
      await issueDocument(tx, {
        ...{ kind: 'minutes', subjectId: tx.newId(), followUpId: followUp.id, title: 'Ångrat' },
        content: sampleMinutes(),
      });
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect((await t.asOwner<{ count: number }>(count))[0]?.count).toBe(before);
  });

  it('that cannot be rendered is tried again and leaves the others alone', async () => {
    const broken = await issue({ municipality: 'Lunda kommun' });
    const whole = await issue();
    await rendered(whole);
    for (let tries = 0; tries < 100; tries += 1) {
      const text = "select state::text as state from pgboss.job where data->>'documentId' = $1";
      const [job] = await runSql<{ state: string }>(t.database.superuserUrl, text, [broken]);
      if (job?.state === 'retry') return;
      await sleep(50);
    }
    throw new Error('The job was not tried again.');
  });
});

describe('A link to a document', () => {
  it('is null until there is a PDF, and leads through the door of the one who reads it', () => {
    const id = '0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f';
    const row = { id, title: 'Kvittens', isRendered: true };
    expect(documentLink({ ...row, isRendered: false })).toEqual({ id, title: 'Kvittens', href: null });
    expect(documentLink(row).href).toBe('/api/documents/' + id);
    expect(documentLink(row, 'portal').href).toBe('/api/portal/documents/' + id);
  });
});

describe('A draft', () => {
  it('is rendered beside the requests, and is not the document itself', async () => {
    const options = { fixedDate: new Date('2026-11-23T09:00:00Z') };
    const [draft, final] = await Promise.all([
      renderDocumentInWorker('minutes', sampleMinutes(), { ...options, draft: true }),
      renderDocumentInWorker('minutes', sampleMinutes(), options),
    ]);
    expect(Buffer.from(draft.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(Buffer.from(draft).equals(Buffer.from(final))).toBe(false);
  });
});
