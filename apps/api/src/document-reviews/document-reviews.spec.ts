import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceView } from '@insyn/api-schema';
import { drawSample, replacementFor } from '@insyn/domain';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

const REVIEW = {
  heldOn: '2026-11-13',
  title: 'Granskning av genomförandeplaner',
  method: 'random',
  population: 16,
  size: 9,
  questions: [{ text: 'Finns en aktuell plan?' }, { text: 'Har kunden varit med?' }],
};

describe('A document review', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
  });
  afterAll(() => t.close());

  const add = (body: object): Promise<Answer> =>
    officer.post(`/api/follow-ups/${followUp.id}/document-reviews`, { ...REVIEW, ...body });
  const added = async (body: object = {}): Promise<string> => answered(await add(body), 201).json().id;
  const reviewOf = async (id: string) => {
    const evidence = (await followUp.view()).evidence.find((item: EvidenceView) => item.id === id);
    if (!evidence?.review) throw new Error('The review is not there.');
    return evidence.review;
  };

  it('draws its files from the seed, and says how (R5)', async () => {
    const review = await reviewOf(await added({ seed: 'hösten 2026' }));
    const drawn = drawSample({ population: 16, size: 9, seed: 'hösten 2026' });
    expect(review.files.map((file) => file.fileNumber)).toEqual(drawn.numbers);
    expect(review).toMatchObject({ population: 16, size: 9, seed: 'hösten 2026', algorithm: drawn.algorithm });
  });

  it('makes a seed of its own where none is given, by which the sample can be drawn again (R5)', async () => {
    const review = await reviewOf(await added());
    expect(review.seed).toMatch(/^[0-9a-f]{32}$/);
    const again = drawSample({ population: 16, size: 9, seed: review.seed ?? '' });
    expect(review.files.map((file) => file.fileNumber)).toEqual(again.numbers);
  });

  it('shows k of n with the interval for all N once every drawn file is answered: 7 of 9 from 16 gives 9–14 (R5)', async () => {
    const id = await added({ seed: 'en granskning' });
    const { files } = await reviewOf(id);
    for (const [index, file] of files.entries()) {
      const results = { q1: index < 7 ? 'yes' : 'no', ...(index < 3 ? { q2: 'not-applicable' } : { q2: 'yes' }) };
      answered(await officer.patch(`/api/reviewed-files/${file.id}`, { version: 1, results, note: 'Läst.' }), 200);
    }
    expect((await reviewOf(id)).results).toMatchObject([
      { questionId: 'q1', found: 7, of: 9, population: 16, interval: { low: 9, high: 14 } },
      { questionId: 'q2', found: 6, of: 6, population: 16, interval: null },
    ]);
  });

  it('of all files, or of files drawn elsewhere, has no interval and no seed (R5)', async () => {
    for (const [method, population] of [
      ['census', 9],
      ['drawn-elsewhere', 16],
    ] as const) {
      const id = await added({ method, population });
      const { files } = await reviewOf(id);
      expect(files.map((file) => file.fileNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      for (const file of files)
        await officer.patch(`/api/reviewed-files/${file.id}`, { version: 1, results: { q1: 'yes' } });
      const review = await reviewOf(id);
      expect(review).toMatchObject({ seed: null, algorithm: null });
      expect(review.results[0]).toMatchObject({ found: 9, of: 9, population, interval: null });
    }
  });

  it('replaces a file with the next of the seeded order, with the reason (R5)', async () => {
    const request = { population: 16, size: 9, seed: 'ersättning' };
    const id = await added(request);
    const first = (await reviewOf(id)).files[0]?.fileNumber ?? 0;
    const url = `/api/document-reviews/${id}/replacements`;
    answered(await officer.post(url, { fileNumber: first, reason: 'Kunden har flyttat.' }), 201);
    const { files } = await reviewOf(id);
    const { number } = replacementFor({ ...request, replacementsSoFar: 0 });
    expect(files.find((file) => file.fileNumber === number)).toMatchObject({
      replaces: first,
      replacementReason: 'Kunden har flyttat.',
      replaced: false,
    });
    expect(files.find((file) => file.fileNumber === first)?.replaced).toBe(true);
    const again = await officer.post(url, { fileNumber: first, reason: 'En gång till.' });
    expect([again.statusCode, again.json().errors[0].field]).toEqual([400, 'fileNumber']);
    expect((await officer.post(url, { fileNumber: number, reason: '' })).statusCode).toBe(400);
  });

  it('has nothing to replace with where all are drawn, or where the sample was drawn elsewhere', async () => {
    const replace = async (id: string) => {
      const fileNumber = (await reviewOf(id)).files[0]?.fileNumber;
      return officer.post(`/api/document-reviews/${id}/replacements`, { fileNumber, reason: 'Kan inte läsas.' });
    };
    expect((await replace(await added({ population: 9 }))).json().code).toBe('no-file-left');
    expect((await replace(await added({ method: 'drawn-elsewhere' }))).json().code).toBe('not-drawn-here');
  });

  it('refuses a sample larger than its population, a census of a part, and numbers out of bounds', async () => {
    const fields = async (body: object) => {
      const answer = await add(body);
      expect(answer.statusCode).toBe(400);
      return answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
    };
    expect(await fields({ size: 17 })).toEqual(['size']);
    expect(await fields({ method: 'census' })).toEqual(['size']);
    expect(await fields({ size: 0 })).toEqual(['size']);
    expect(await fields({ size: 2.5 })).toEqual(['size']);
    expect(await fields({ population: 1_000_001 })).toEqual(['population']);
    expect(await fields({ questions: [] })).toEqual(['questions']);
    expect(await fields({ questions: [{ text: '' }] })).toEqual(['questions[0].text']);
    expect(await fields({ heldOn: '2026-11-31' })).toEqual(['heldOn']);
    expect(await fields({ heldOn: '2026-11-26' })).toEqual(['heldOn']);
  });

  it('refuses answers to questions that it does not ask, answers that do not exist, and a stale file', async () => {
    const { files } = await reviewOf(await added());
    const url = `/api/reviewed-files/${files[0]?.id ?? ''}`;
    expect((await officer.patch(url, { version: 1, results: { q9: 'yes' } })).statusCode).toBe(400);
    expect((await officer.patch(url, { version: 1, results: { q1: 'kanske' } })).statusCode).toBe(400);
    answered(await officer.patch(url, { version: 1, results: { q1: 'yes' } }), 200);
    expect((await officer.patch(url, { version: 1, results: { q1: 'no' } })).json().code).toBe('stale-version');
  });

  it('of another municipality does not exist (R20)', async () => {
    const stranger = await t.signIn(t.people.officer(t.m2));
    const id = await added();
    const file = (await reviewOf(id)).files[0];
    const replacement = { fileNumber: file?.fileNumber, reason: 'Intrång.' };
    expect((await stranger.patch(`/api/reviewed-files/${file?.id ?? ''}`, { version: 1, note: 'x' })).statusCode).toBe(
      404,
    );
    expect((await stranger.patch(`/api/document-reviews/${id}`, { version: 1, title: 'x' })).statusCode).toBe(404);
    expect((await stranger.post(`/api/document-reviews/${id}/replacements`, replacement)).statusCode).toBe(404);
    expect((await stranger.post(`/api/follow-ups/${followUp.id}/document-reviews`, REVIEW)).statusCode).toBe(404);
  });
});
