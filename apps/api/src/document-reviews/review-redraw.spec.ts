import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReviewRedraw } from '@insyn/api-schema';
import { SAMPLE_ALGORITHM } from '@insyn/domain';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Browser, type TestApp, testApp } from '../../test/test-app.js';

const REVIEW = {
  ...{ heldOn: '2026-11-13', title: 'Genomförandeplaner', method: 'random', population: 16, size: 9 },
  questions: [{ text: 'Finns en aktuell genomförandeplan?' }],
};

describe('A sample that is drawn again', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
    officer = followUp.officer;
  });
  afterAll(() => t.close());

  const add = async (body: object = {}): Promise<string> =>
    answered(await officer.post(`/api/follow-ups/${followUp.id}/document-reviews`, { ...REVIEW, ...body }), 201).json<{
      id: string;
    }>().id;
  const redraw = async (id: string): Promise<ReviewRedraw> =>
    answered(await officer.get(`/api/document-reviews/${id}/redraw`), 200).json<ReviewRedraw>();
  const filesOf = async (id: string) =>
    (await followUp.view()).evidence.find((evidence) => evidence.id === id)?.review?.files ?? [];

  it('gives the same files, with a seed of one’s own or one that was made (R5)', async () => {
    for (const seed of [{ seed: 'hösten 2026' }, {}]) {
      const id = await add(seed);
      const numbers = (await filesOf(id)).map(({ fileNumber }) => fileNumber);
      expect(await redraw(id)).toEqual({ same: true, numbers, algorithm: SAMPLE_ALGORITHM });
      expect(await redraw(id)).toEqual(await redraw(id));
    }
  });

  it('gives the replacements too, in the order in which they were made (R5)', async () => {
    const id = await add({ seed: 'hösten 2026' });
    const drawn = (await filesOf(id)).map(({ fileNumber }) => fileNumber);
    for (const fileNumber of drawn.slice(0, 3)) {
      const body = { fileNumber, reason: 'Insatsen har upphört.' };
      answered(await officer.post(`/api/document-reviews/${id}/replacements`, body), 201);
    }
    expect(await redraw(id)).toMatchObject({ same: true, numbers: drawn });
  });

  it('tells when what is stored is not what the seed gives', async () => {
    const id = await add({ seed: 'hösten 2026' });
    const numbers = (await filesOf(id)).map(({ fileNumber }) => fileNumber);
    const unused = Array.from({ length: 16 }, (_, index) => index + 1).find((number) => !numbers.includes(number));
    await t.asOwner('update reviewed_file set file_number = $3 where evidence_id = $1 and file_number = $2', [
      ...[id, numbers[0], unused],
    ]);
    expect(await redraw(id)).toMatchObject({ same: false, numbers });
  });

  it('was drawn here: a census and a sample drawn elsewhere have no seed', async () => {
    for (const body of [{ method: 'census', size: 16 }, { method: 'drawn-elsewhere' }]) {
      const answer = await officer.get(`/api/document-reviews/${await add(body)}/redraw`);
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-drawn-here']);
    }
  });

  it('is for everyone who reads the case, and for nobody else (R20)', async () => {
    const url = `/api/document-reviews/${await add()}/redraw`;
    for (const person of [t.people.manager(t.m1), t.people.registrar(t.m1), t.people.auditor(t.m1)]) {
      expect((await (await t.signIn(person)).get(url)).statusCode).toBe(200);
    }
    for (const person of [t.people.officer(t.m2), t.people.secondOfficer(t.m1)]) {
      expect((await (await t.signIn(person)).get(url)).statusCode).toBe(404);
    }
  });
});
