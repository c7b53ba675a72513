import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { type Answer, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  blockers: { code: string; message: string; place: { kind: string; id?: string } }[];
}

describe('A returned judgement', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const onFinding = 'Vilka intervjuer vilar detta på?';
  const onText = 'Nämn när avtalet började.';
  /** Back with the officer, with a comment on the finding and one on the background. */
  async function returned(): Promise<AssessedFixture> {
    const followUp = await aFollowUp(t).deciding();
    await sendBack(followUp, [
      { place: { kind: 'finding', id: followUp.findingId }, text: onFinding },
      { place: { kind: 'report-text', id: 'background' }, text: onText },
    ]);
    return followUp;
  }
  async function sendBack({ id, manager, view }: AssessedFixture, comments: object[]): Promise<void> {
    const { contentVersion } = await view();
    answered(await manager.post(`/api/follow-ups/${id}/return`, { contentVersion, comments }), 200);
  }
  const commentsOf = async ({ view, manager }: AssessedFixture) =>
    (await view(manager)).judgements.findLast(({ status }) => status === 'returned')?.comments ?? [];
  const answer = ({ id, officer }: AssessedFixture, commentId: string | undefined, body: object) =>
    officer.put(`/api/follow-ups/${id}/return-comments/${commentId}/answer`, body);
  async function submit({ id, officer, view }: AssessedFixture): Promise<Answer> {
    const { contentVersion, judgements } = await view();
    const { outcome } = judgements.at(-1) ?? {};
    return officer.post(`/api/follow-ups/${id}/submit`, {
      ...{ contentVersion, outcome, text: 'Förtydligad.', noFactCheckReason: 'Gjordes vid mötet.' },
    });
  }
  const code = (refused: Answer) => [refused.statusCode, refused.json<Refusal>().code];

  it('is answered comment by comment, in words, and the manager reads the answers beside the comments', async () => {
    const followUp = await returned();
    const [first, second] = await commentsOf(followUp);
    expect(first).toMatchObject({ text: onFinding, answer: null, version: 1 });
    const { contentVersion } = await followUp.view();
    answered(await answer(followUp, first?.id, { version: 1, text: 'Intervjuerna står nu i texten.' }), 200);
    answered(await answer(followUp, second?.id, { version: 1, text: 'Datumet är infört i bakgrunden.' }), 200);
    // What the manager reads is the content that was sent: an answer changes none of it.
    expect((await followUp.view()).contentVersion).toBe(contentVersion);
    answered(await submit(followUp), 200);
    expect(await commentsOf(followUp)).toMatchObject([
      {
        ...{ place: { kind: 'finding', id: followUp.findingId }, text: onFinding },
        answer: {
          text: 'Intervjuerna står nu i texten.',
          by: 'Maja Lindgren',
          at: expect.stringMatching(/^2026-11-25T/),
        },
      },
      { place: { kind: 'report-text', id: 'background' }, answer: { text: 'Datumet är infört i bakgrunden.' } },
    ]);
  });

  it('is not sent anew while a comment is unanswered; each is named at its place', async () => {
    const followUp = await returned();
    const [first, second] = await commentsOf(followUp);
    const waiting = async () => (await submit(followUp)).json<Refusal>().blockers;
    expect(await waiting()).toEqual([
      {
        code: 'comment-unanswered',
        message: expect.stringContaining(onFinding),
        place: { kind: 'return-comment', id: first?.id },
      },
      {
        code: 'comment-unanswered',
        message: expect.stringContaining(onText),
        place: { kind: 'return-comment', id: second?.id },
      },
    ]);
    expect((await followUp.view()).missing.map((blocker) => blocker.code)).toEqual([
      'comment-unanswered',
      'comment-unanswered',
    ]);
    answered(await answer(followUp, first?.id, { version: 1, text: 'Klart.' }), 200);
    expect((await waiting()).map(({ place }) => place.id)).toEqual([second?.id]);
    answered(await answer(followUp, second?.id, { version: 1, text: 'Klart.' }), 200);
    expect((await submit(followUp)).statusCode).toBe(200);
  });

  it('asks only for answers to the last return; those before stand as they were given', async () => {
    const followUp = await returned();
    for (const { id } of await commentsOf(followUp))
      answered(await answer(followUp, id, { version: 1, text: 'Klart.' }), 200);
    const [before] = await commentsOf(followUp);
    answered(await submit(followUp), 200);
    await sendBack(followUp, [{ place: { kind: 'judgement' }, text: 'Motivera utfallet.' }]);
    expect((await submit(followUp)).json<Refusal>().blockers).toHaveLength(1);
    const late = await answer(followUp, before?.id, { version: 2, text: 'Ändrat i efterhand.' });
    expect(code(late)).toEqual([409, 'comment-of-earlier-return']);
    const [all] = (await followUp.view()).judgements;
    expect(all?.comments[0]?.answer?.text).toBe('Klart.');
  });

  it('has answers that save themselves: the same one again is none, and a colleague’s is not written over', async () => {
    const followUp = await returned();
    const [comment] = await commentsOf(followUp);
    const say = (version: number, text: string) => answer(followUp, comment?.id, { version, text });
    answered(await say(1, 'Klart.'), 200);
    answered(await say(1, 'Klart.'), 200);
    expect((await commentsOf(followUp))[0]?.version).toBe(2);
    const stale = await say(1, 'Något annat.');
    expect(code(stale)).toEqual([409, 'stale-version']);
    expect(stale.json()).toMatchObject({ version: 2, changedBy: 'Maja Lindgren' });
    answered(await say(2, 'Något annat.'), 200);
    const events = await t.asOwner(
      "select 1 from event where kind = 'judgement.comment-answered' and subject_id = $1",
      [comment?.id],
    );
    expect(events).toHaveLength(2);
  });

  it('takes no empty or boundless answer, none from a manager, and none while it waits for its decision', async () => {
    const followUp = await returned();
    const [comment] = await commentsOf(followUp);
    for (const text of ['', '   ', 'x'.repeat(2001)]) {
      expect((await answer(followUp, comment?.id, { version: 1, text })).statusCode).toBe(400);
    }
    const url = `/api/follow-ups/${followUp.id}/return-comments`;
    const body = { version: 1, text: 'Klart.' };
    expect((await followUp.manager.put(`${url}/${comment?.id}/answer`, body)).statusCode).toBe(403);
    expect((await answer(followUp, uuidv7(), body)).statusCode).toBe(404);
    const other = await aFollowUp(t).assessing();
    expect((await answer({ ...followUp, id: other.id }, comment?.id, body)).statusCode).toBe(404);
    for (const { id } of await commentsOf(followUp)) answered(await answer(followUp, id, body), 200);
    const sent: FollowUpView = answered(await submit(followUp), 200).json<FollowUpView>();
    expect(sent.state).toBe('deciding');
    expect(code(await answer(followUp, comment?.id, { version: 2, text: 'För sent.' }))).toEqual([409, 'wrong-state']);
  });
});
