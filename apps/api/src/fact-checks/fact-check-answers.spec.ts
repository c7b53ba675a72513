import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFactCheck, type FactCheckFixture } from '../../test/fact-check-factory.js';
import { answered } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { closeFactCheck } from './close-fact-check.js';

describe('The officer’s answers to remarks', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());
  const answer = (factCheck: FactCheckFixture, remarkId: string, body: object) =>
    factCheck.followUp.officer.put(`/api/fact-check-remarks/${remarkId}/answer`, body);
  const close = ({ followUp }: FactCheckFixture) =>
    t.db.transaction(t.staffUser(t.people.officer(t.m1), 'officer', ['follow-up.read', 'follow-up.write']), (tx) =>
      closeFactCheck(tx, followUp.id),
    );
  const changeFifteen = async ({ followUp }: FactCheckFixture, text: string) => {
    const assessment = (await followUp.view()).assessments.find(({ clauseIds }) =>
      clauseIds.includes(followUp.clauseIds['§ 15'] ?? ''),
    );
    const { officer, id, clauseIds, meetingId } = followUp;
    const body = {
      ...{ clauseIds: [clauseIds['§ 15']], version: assessment?.version, verdict: 'not-met', text },
      evidenceIds: [meetingId],
    };
    answered(await officer.put(`/api/follow-ups/${id}/assessments`, body), 200);
  };

  it('say what was changed, or why nothing was; both must be said', async () => {
    const factCheck = await aFactCheck(t).answered('Fel.', 'Också fel.');
    const [one, two] = (await factCheck.staffView()).remarks;
    const empty = await answer(factCheck, one?.id ?? '', { version: null, outcome: 'accepted', text: ' ' });
    expect(empty.json().errors[0].field).toBe('text');
    expect((await answer(factCheck, one?.id ?? '', { version: null, outcome: 'maybe', text: 'x' })).statusCode).toBe(
      400,
    );
    const kept = { version: null, outcome: 'not-accepted', text: 'Mötesanteckningarna säger annat.' };
    expect(answered(await answer(factCheck, one?.id ?? '', kept), 200).json()).toEqual({ id: one?.id, version: 1 });
    expect(await factCheck.staffView()).toMatchObject({ unanswered: 1 });
    expect(answered(await answer(factCheck, one?.id ?? '', kept), 200).json()).toEqual({ id: one?.id, version: 1 });
    const changed = { version: 1, outcome: 'accepted', text: 'Texten är ändrad.' };
    expect(answered(await answer(factCheck, one?.id ?? '', changed), 200).json()).toMatchObject({ version: 2 });
    const stale = await answer(factCheck, one?.id ?? '', { ...kept, version: 1 });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'stale-version']);
    await factCheck.answer(two?.id ?? '');
    const view = await factCheck.staffView();
    expect(view.unanswered).toBe(0);
    expect(view.remarks[0]?.answer).toMatchObject({
      ...{ outcome: 'accepted', text: 'Texten är ändrad.', version: 2 },
    });
  });

  it('are not given to remarks of a case that the officer does not see (R20), nor when the draft was taken back', async () => {
    const factCheck = await aFactCheck(t).answered('Fel.');
    const [remark] = (await factCheck.staffView()).remarks;
    const body = { version: null, outcome: 'accepted', text: 'Ändrat.' };
    const url = `/api/fact-check-remarks/${remark?.id ?? ''}/answer`;
    for (const person of [t.people.secondOfficer(t.m1), t.people.officer(t.m2)]) {
      expect((await (await t.signIn(person)).put(url, body)).statusCode).toBe(404);
    }
    expect((await (await t.signIn(t.people.auditor(t.m1))).put(url, body)).statusCode).toBe(403);
    const { officer, id } = factCheck.followUp;
    answered(await officer.post(`/api/follow-ups/${id}/take-back`, { reason: 'Görs om.' }), 200);
    const late = await officer.put(url, body);
    expect([late.statusCode, late.json().code]).toEqual([409, 'wrong-state']);
  });

  it('stand beside what has been changed since the draft, which the officer may change meanwhile', async () => {
    const factCheck = await aFactCheck(t).answered('Introduktionen är samlad sedan i våras.');
    expect((await factCheck.staffView()).difference).toEqual([]);
    await changeFifteen(factCheck, 'Introduktionen är samlad sedan i våras.');
    const [difference, ...more] = (await factCheck.staffView()).difference;
    expect(more).toEqual([]);
    expect(difference?.heading).toBe('§ 15 Bemanning');
    expect(difference?.parts.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind} ${text.trim()}`]))).toEqual([
      'removed inte',
      'added sedan i våras',
    ]);
    expect((await factCheck.view()).difference).toBeNull();
  });

  it('are frozen with the difference and told to the provider when the judgement is submitted (R21)', async () => {
    const factCheck = await aFactCheck(t).answered('Introduktionen är samlad.');
    const [remark] = (await factCheck.staffView()).remarks;
    await factCheck.answer(remark?.id ?? '', 'accepted', 'Vi har skrivit om stycket.');
    await changeFifteen(factCheck, 'Introduktionen är samlad sedan i våras.');
    expect((await factCheck.view()).remarks[0]?.answer).toBeNull();
    await close(factCheck);
    const view = await factCheck.view();
    expect(view).toMatchObject({ state: 'closed', editable: false, offers: [] });
    expect(view.remarks[0]?.answer).toMatchObject({ outcome: 'accepted', text: 'Vi har skrivit om stycket.' });
    expect(view.difference?.map(({ heading }) => heading)).toEqual(['§ 15 Bemanning']);
    await changeFifteen(factCheck, 'Ändrat igen.');
    expect((await factCheck.view()).difference).toEqual(view.difference);
    expect((await factCheck.staffView()).difference).toEqual(view.difference);
    const mails = await t.asOwner<{ text: string }>(
      "select text from mail where to_account_id = $1 and kind = 'fact-check-answers'",
      [factCheck.person.accountId],
    );
    expect(mails.map(({ text }) => text.includes('1 av 1 synpunkter har godtagits'))).toEqual([true]);
  });

  it('must all be given before the judgement is submitted, and the provider must have had its time', async () => {
    const factCheck = await aFactCheck(t).sent();
    const { followUp } = factCheck;
    const submit = async () => {
      const { contentVersion } = await followUp.view();
      const body = { contentVersion, outcome: 'approved-with-remarks', text: 'Avtalet följs i huvudsak.' };
      const answer = await followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, body);
      return [answer.statusCode, answer.json<{ blockers?: { code: string }[] }>().blockers?.map(({ code }) => code)];
    };
    expect(await submit()).toEqual([409, ['fact-check-out']]);
    const remark = await factCheck.remark();
    await factCheck.handIn();
    expect(await submit()).toEqual([409, ['remarks-unanswered']]);
    await factCheck.answer(remark.id);
    expect((await submit())[0]).toBe(200);
    expect((await followUp.view()).state).toBe('deciding');
    expect(await factCheck.view()).toMatchObject({ state: 'closed', remarks: [{ answer: { outcome: 'accepted' } }] });
    expect(await t.asOwner('select state from deadline where subject_id = $1', [factCheck.id])).toEqual([
      { state: 'met' },
    ]);
  });

  it('are no more than the words that there are none: nothing is told where nothing was said or changed', async () => {
    const factCheck = await aFactCheck(t).answered();
    await close(factCheck);
    expect(await factCheck.view()).toMatchObject({ state: 'closed', noRemarks: true, difference: [] });
    const mails = "select 1 from mail where follow_up_id = $1 and kind = 'fact-check-answers'";
    expect(await t.asOwner(mails, [factCheck.followUp.id])).toEqual([]);
  });
});
