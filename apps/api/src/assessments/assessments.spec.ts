import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentView } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('The assessment of a clause', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;
  let colleague: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    t = await testApp();
    const { accountId } = t.people.secondOfficer(t.m1);
    // The second officer also works in the first one's committee here.
    await t.asOwner(
      `insert into membership (id, account_id, municipality_id, committee_id, role)
       values (gen_random_uuid(), $1, $2, $3, 'officer')`,
      [accountId, t.m1.id, t.m1.committeeId],
    );
    colleague = await t.signIn(t.people.secondOfficer(t.m1));
    stranger = await t.signIn(t.people.officer(t.m2));
    followUp = await aFollowUp(t).assessing();
  });
  afterAll(() => t.close());

  const put = (numbers: string[], body: object, browser = followUp.officer): Promise<Answer> => {
    const clauseIds = numbers.map((number) => followUp.clauseIds[number] ?? number);
    const rest = { version: null, verdict: null, text: '', evidenceIds: [] };
    return browser.put(`/api/follow-ups/${followUp.id}/assessments`, { clauseIds, ...rest, ...body });
  };
  const saved = async (numbers: string[], body: object) =>
    answered(await put(numbers, body), 200).json<AssessmentView>();
  const verdicts = async (): Promise<Record<string, string>> => {
    const { assessments, clauses } = await followUp.view();
    const numberOf = (id: string) => clauses.find((clause) => clause.id === id)?.number ?? '?';
    return Object.fromEntries(
      assessments.map(({ clauseIds, verdict, text }) => [
        clauseIds.map(numberOf).join(' '),
        `${verdict ?? '–'}: ${text}`,
      ]),
    );
  };

  it('is saved with its verdict and text, counts the content up and keeps what it says in the history', async () => {
    const before = await followUp.view();
    const first = await saved(['§ 7'], { verdict: 'met', text: 'Planerna finns.' });
    const second = await saved(['§ 7'], {
      version: first.version,
      verdict: 'partly-met',
      text: 'Några planer saknas.',
    });
    expect(second).toMatchObject({ id: first.id, verdict: 'partly-met', updatedBy: 'Maja Lindgren', version: 2 });
    expect((await followUp.view()).contentVersion).toBe(before.contentVersion + 2);
    const [event] = (await followUp.officer.get(`/api/follow-ups/${followUp.id}/history`)).json().items;
    expect(event.summary).toBe('Bedömde § 7: uppfylls delvis');
    expect(event.changes).toEqual([
      { field: 'Bedömning', from: 'Uppfylls', to: 'Uppfylls delvis' },
      { field: 'Text', from: 'Planerna finns.', to: 'Några planer saknas.' },
    ]);
  });

  it('by a second officer at the same time is refused with the first one’s text', async () => {
    const first = await saved(['§ 8'], { verdict: 'met', text: 'Förs löpande.' });
    const asNew = await put(['§ 8'], { verdict: 'not-met', text: 'Saknas.' }, colleague);
    expect(asNew.statusCode).toBe(409);
    expect(asNew.json()).toMatchObject({
      code: 'stale-version',
      changedBy: 'Maja Lindgren',
      current: { text: 'Förs löpande.' },
    });
    expect(asNew.json().title).toMatch(/^Maja Lindgren har ändrat bedömningen/);
    await saved(['§ 8'], { version: first.version, verdict: 'met', text: 'Förs löpande varje dag.' });
    const stale = await put(['§ 8'], { version: first.version, verdict: 'not-met', text: 'Saknas.' }, colleague);
    expect(stale.json().current).toMatchObject({ text: 'Förs löpande varje dag.', version: 2 });
    expect((await verdicts())['§ 8']).toBe('met: Förs löpande varje dag.');
  });

  it('by two officers on different clauses never collides', async () => {
    const version = (await followUp.view()).assessments.find(({ text }) => text.includes('varje dag'))?.version ?? 0;
    const [one, other] = await Promise.all([
      put(['§ 8'], { version, verdict: 'met', text: 'Förs löpande.' }),
      put(['§ 23'], { verdict: 'met', text: 'Handledning ges.' }, colleague),
    ]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
  });

  it('sent again by the same officer, after a lost answer, is no collision', async () => {
    const body = { verdict: 'not-met', text: 'Introduktion saknas.' };
    const first = await saved(['§ 15'], body);
    expect(await saved(['§ 15'], body)).toEqual(first);
  });

  it('can be joint with another’s, and split again without losing a word', async () => {
    const { assessments } = await followUp.view();
    const own = assessments.find(({ clauseIds }) => clauseIds.includes(followUp.clauseIds['§ 7'] ?? ''));
    const joint = await saved(['§ 7', '§ 8'], { version: own?.version, verdict: 'partly-met', text: 'Gäller båda.' });
    expect(joint.clauseIds).toEqual([followUp.clauseIds['§ 7'], followUp.clauseIds['§ 8']]);
    expect(await verdicts()).toMatchObject({ '§ 7 § 8': 'partly-met: Gäller båda.' });
    expect(Object.keys(await verdicts())).not.toContain('§ 8');

    answered(await followUp.officer.delete(`/api/assessments/${joint.id}?version=${joint.version}`), 204);
    expect(await verdicts()).toMatchObject({ '§ 7': 'partly-met: Gäller båda.', '§ 8': 'partly-met: Gäller båda.' });
  });

  it('of one clause out of a joint one leaves the other clause as it was', async () => {
    const { assessments } = await followUp.view();
    const own = assessments.find(({ clauseIds }) => clauseIds.includes(followUp.clauseIds['§ 7'] ?? ''));
    const joint = await saved(['§ 7', '§ 8'], { version: own?.version, verdict: 'met', text: 'Tillsammans.' });
    await saved(['§ 8'], { version: joint.version, verdict: 'not-met', text: 'För sig.' });
    expect(await verdicts()).toMatchObject({ '§ 7': 'met: Tillsammans.', '§ 8': 'not-met: För sig.' });
  });

  it('of one clause alone is removed, in the version that was read', async () => {
    const { assessments } = await followUp.view();
    const own = assessments.find(({ clauseIds }) => clauseIds.includes(followUp.clauseIds['§ 23'] ?? ''));
    const url = `/api/assessments/${own?.id ?? ''}`;
    expect((await followUp.officer.delete(`${url}?version=99`)).statusCode).toBe(409);
    expect((await stranger.delete(`${url}?version=${own?.version ?? 0}`)).statusCode).toBe(404);
    answered(await followUp.officer.delete(`${url}?version=${own?.version ?? 0}`), 204);
    expect(Object.keys(await verdicts())).not.toContain('§ 23');
  });

  it('refuses clauses outside the scope, evidence of another case, a clause twice and a verdict that does not exist', async () => {
    const other = await aFollowUp(t).readyToSubmit();
    const fields = async (numbers: string[], body: object) => {
      const answer = await put(numbers, body);
      expect(answer.statusCode).toBe(400);
      return answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
    };
    expect(await fields([other.clauseIds['§ 7'] ?? ''], {})).toEqual(['clauseIds']);
    expect(await fields(['§ 7'], { evidenceIds: [other.meetingId] })).toEqual(['evidenceIds']);
    expect(await fields(['§ 7', '§ 7'], {})).toEqual(['clauseIds']);
    expect(await fields([], {})).toEqual(['clauseIds']);
    expect(await fields(['§ 7'], { verdict: 'kanske' })).toEqual(['verdict']);
    expect(await fields(['§ 7'], { text: 'x'.repeat(10_001) })).toEqual(['text']);
    expect(await fields(['§ 7'], { version: 'ett' })).toEqual(['version']);
    expect((await put(['§ 7'], {}, stranger)).statusCode).toBe(404);
  });
});
