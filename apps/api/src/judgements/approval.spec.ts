import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { answerComments } from '../../test/answer-comments.js';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  title: string;
  blockers: { code: string; message: string; place: { kind: string; id?: string } }[];
}

describe('Approving a judgement', () => {
  let t: TestApp;
  let both: Browser;
  let second: Browser;
  beforeAll(async () => {
    t = await testApp();
    await addRole(t.people.secondOfficer(t.m1).accountId, ['officer', 'manager']);
    await addRole(t.people.secondManager(t.m1).accountId, ['manager']);
    both = await t.signIn(t.people.secondOfficer(t.m1));
    second = await t.signIn(t.people.secondManager(t.m1));
  });
  afterAll(() => t.close());

  /** Gives a person these roles in Socialnämnden too. */
  async function addRole(accountId: string, roles: string[]): Promise<void> {
    for (const role of roles) {
      await t.asOwner(
        `insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, $5)`,
        [uuidv7(), accountId, t.m1.id, t.m1.committeeId, role],
      );
    }
  }

  const approve = async (browser: Browser, followUp: AssessedFixture, headers?: Record<string, string>) =>
    browser.post(
      `/api/follow-ups/${followUp.id}/approve`,
      { contentVersion: (await followUp.view()).contentVersion },
      headers,
    );
  const declare = async (browser: Browser, followUp: AssessedFixture, hasConflict = false) =>
    answered(await browser.post(`/api/follow-ups/${followUp.id}/conflict-declaration`, { hasConflict }), 200);
  const codes = (answer: Answer) => answer.json<Refusal>().blockers.map((blocker) => blocker.code);
  const reportsOf = (followUp: AssessedFixture) =>
    t.asOwner('select id from report where follow_up_id = $1', [followUp.id]);
  /** What is registered in the case: the report that was drawn up, and the demand that went out. */
  const recordsOf = async (followUp: AssessedFixture) => {
    const text = 'select direction from record where follow_up_id = $1 order by direction';
    return (await t.asOwner<{ direction: string }>(text, [followUp.id])).map(({ direction }) => direction);
  };

  it('is refused to the person who proposed it, also where that person is a manager (R10)', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { contentVersion } = await followUp.view();
    const proposal = (await both.get(`/api/follow-ups/${followUp.id}/judgement-proposal`)).json<{ outcome: string }>();
    const sent = await both.post(`/api/follow-ups/${followUp.id}/submit`, {
      ...{ contentVersion, outcome: proposal.outcome, text: 'Bra.', noFactCheckReason: 'Gjordes vid mötet.' },
    });
    expect(sent.statusCode).toBe(200);
    await declare(both, followUp);
    const refused = await approve(both, followUp);
    expect(refused.statusCode).toBe(409);
    expect(refused.json<Refusal>().code).toBe('blocked');
    expect(codes(refused)).toEqual(['approver-is-author']);
    expect(await reportsOf(followUp)).toEqual([]);
    expect((await followUp.view()).state).toBe('deciding');
  });

  it('is refused to one who has declared a conflict of interest, whose every act is refused (R10)', async () => {
    const followUp = await aFollowUp(t).deciding();
    await declare(second, followUp, true);
    const refused = await approve(second, followUp);
    expect([refused.statusCode, refused.json<Refusal>().code]).toEqual([403, 'conflict-declared']);
    expect(refused.json<Refusal>().title).toContain('jäv');
    expect(await reportsOf(followUp)).toEqual([]);
  });

  it('is refused for another version than the one that stands (R11)', async () => {
    const followUp = await aFollowUp(t).deciding();
    await declare(second, followUp);
    const { contentVersion } = await followUp.view();
    for (const other of [contentVersion - 1, contentVersion + 1]) {
      const refused = await second.post(`/api/follow-ups/${followUp.id}/approve`, { contentVersion: other });
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({ code: 'stale-content', contentVersion });
    }
    expect(await reportsOf(followUp)).toEqual([]);
  });

  it('by two managers at once is done by one of them; the other is told, and there is one report', async () => {
    const followUp = await aFollowUp(t).deciding();
    await declare(second, followUp);
    await declare(followUp.manager, followUp);
    const answers = await Promise.all([approve(second, followUp), approve(followUp.manager, followUp)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json<Refusal>().code).toBe('wrong-state');
    expect(await reportsOf(followUp)).toHaveLength(1);
    expect(await recordsOf(followUp)).toEqual(['drawn-up', 'out']);
  });

  it('by a double click is done once: both clicks get the same answer', async () => {
    const followUp = await aFollowUp(t).deciding();
    await declare(second, followUp);
    const key = { 'idempotency-key': uuidv7() };
    const clicks = await Promise.all([approve(second, followUp, key), approve(second, followUp, key)]);
    const again = await approve(second, followUp, key);
    expect([...clicks, again].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    for (const click of clicks) expect(click.json()).toEqual(again.json());
    expect(again.json<FollowUpView>().reports).toHaveLength(1);
    expect(await reportsOf(followUp)).toHaveLength(1);
    expect(await recordsOf(followUp)).toEqual(['drawn-up', 'out']);
    const jobs = await t.asOwner("select id from pgboss.job where name = 'render-report' and data->>'reportId' = $1", [
      again.json<FollowUpView>().reports[0]?.id,
    ]);
    expect(jobs).toHaveLength(1);
  });

  it('returns it with comments at their places instead, and the officer may change and send it again', async () => {
    const followUp = await aFollowUp(t).deciding();
    const { contentVersion } = await followUp.view();
    const url = `/api/follow-ups/${followUp.id}/return`;
    expect((await second.post(url, { contentVersion, comments: [] })).statusCode).toBe(400);
    const place = { kind: 'finding', id: followUp.findingId };
    const comments = [{ place, text: 'Vilka intervjuer vilar detta på?' }];
    const returned = answered(await second.post(url, { contentVersion, comments }), 200).json<FollowUpView>();
    expect(returned.state).toBe('assessing');
    expect(returned.judgements.at(-1)).toMatchObject({ status: 'returned', comments: [{ ...comments[0] }] });
    expect((await second.post(url, { contentVersion, comments })).statusCode).toBe(409);
    await answerComments(followUp);
    const outcome = returned.judgements.at(-1)?.outcome;
    const { contentVersion: now } = await followUp.view();
    const body = { contentVersion: now, outcome, text: 'Förtydligad.', noFactCheckReason: 'Gjordes vid mötet.' };
    answered(await followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, body), 200);
    expect((await followUp.view()).state).toBe('deciding');
  });
});

describe('Sending a judgement for approval', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const send = async (followUp: AssessedFixture, change: object = {}) => {
    const { contentVersion } = await followUp.view();
    const proposal = await followUp.officer.get(`/api/follow-ups/${followUp.id}/judgement-proposal`);
    const { outcome } = proposal.json<{ outcome: string }>();
    const body = { contentVersion, outcome, text: 'Bra.', noFactCheckReason: 'Gjordes vid mötet.', ...change };
    return followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, body);
  };

  it('is refused with a deficiency that has no evidence, which is named at its place (R7)', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { officer, clauseIds } = followUp;
    const added = await officer.post(`/api/follow-ups/${followUp.id}/findings`, {
      ...{ kind: 'deficiency', severity: 'serious', title: 'Planer saknas', text: 'Planer saknas.' },
      ...{ clauseIds: [clauseIds['§ 7']], evidenceIds: [] },
    });
    const { id } = answered(added, 201).json<{ id: string }>();
    const refused = await send(followUp);
    expect(refused.statusCode).toBe(409);
    const { code, blockers } = refused.json<Refusal>();
    expect(code).toBe('blocked');
    expect(blockers).toContainEqual({
      code: 'deficiency-without-evidence',
      message: expect.stringContaining('Planer saknas'),
      place: { kind: 'finding', id },
    });
    expect((await followUp.view()).state).toBe('assessing');
    expect((await followUp.view()).judgements).toEqual([]);
  });

  it('is refused with an outcome that departs from the rule’s without a reason (R9)', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const refused = await send(followUp, { outcome: 'not-approved' });
    expect(refused.statusCode).toBe(409);
    const [blocker] = refused.json<Refusal>().blockers;
    expect(blocker).toMatchObject({ code: 'judgement-departs-without-reason', place: { kind: 'judgement' } });
    const reasoned = await send(followUp, { outcome: 'not-approved', departureReason: 'Bristerna är återkommande.' });
    expect(reasoned.statusCode).toBe(200);
    const [judgement] = reasoned.json<FollowUpView>().judgements;
    expect(judgement).toMatchObject({ outcome: 'not-approved', status: 'proposed' });
    expect(judgement?.proposedOutcome).not.toBe('not-approved');
  });

  it('is refused without a fact check unless the reason is given', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const refused = await send(followUp, { noFactCheckReason: '  ' });
    expect([refused.statusCode, refused.json<Refusal>().code]).toEqual([409, 'reason-required']);
  });

  it('twice at once makes one proposal', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const answers = await Promise.all([send(followUp), send(followUp)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await followUp.view()).judgements).toHaveLength(1);
  });
});
