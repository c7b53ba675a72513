import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../test/follow-up-factory.js';
import { AMOUNT, aSanctionCase, type SanctionCase } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

const ACTS = [
  ['answer', { text: 'Rutinen gäller inte alla.' }],
  ['uphold', { reason: 'Inget nytt har kommit fram.' }],
  ['reduce', { amount: 8000, reason: 'Bristen gällde en enhet.' }],
  ['withdraw', { reason: 'Rutinen fanns.' }],
] as const;

describe('The right to act on a sanction that is decided (R10)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterEach(() => setMatters([], []));
  afterAll(() => t.close());

  const setMatters = (delegated: string[], reserved: string[]) =>
    t.asOwner('update committee set delegated_matters = $2, reserved_matters = $3 where id = $1', [
      ...[t.m1.committeeId, delegated, reserved],
    ]);
  const joinTeam = (own: SanctionCase) =>
    t.asOwner('insert into follow_up_team_member (municipality_id, follow_up_id, account_id) values ($1, $2, $3)', [
      ...[t.m1.id, own.id, t.people.manager(t.m1).accountId],
    ]);
  const delegate = () =>
    t.asOwner(
      `insert into delegation (municipality_id, id, committee_id, account_id, matter, point, reference, decided_on,
         valid_from, valid_to, created_by)
       values ($1, $2, $3, $4, 'sanction', '4.7', 'SON 2026-01-20 § 7', '2026-01-20', '2026-01-20', null, $4)`,
      [t.m1.id, uuidv7(), t.m1.committeeId, t.people.manager(t.m1).accountId],
    );
  /** A penalty that the provider has disputed. */
  const aDisputed = async (own: SanctionCase) => {
    const id = await own.send('penalty', { severe: true, severeReason: 'Fara.' });
    await own.dispute(id);
    return id;
  };
  const stateOf = async (id: string) =>
    (await t.asOwner<{ state: string }>('select state from sanction where id = $1', [id]))[0]?.state;
  /** Tries each act in a state that allows it. @returns the codes that stop each. */
  const stops = async (own: SanctionCase, id: string) => {
    const codes: string[][] = [];
    for (const [verb, body] of ACTS) {
      const state = verb === 'answer' ? 'disputed' : 'answered';
      await t.asOwner('update sanction set state = $2 where id = $1', [id, state]);
      const { offers } = await own.sanction(id);
      const shown = offers.find(({ name }) => name === verb)?.blockers.map(({ code }) => code);
      const answer = (await own.act(id, verb, body)).json<{ status: number; blockers: { code: string }[] }>();
      expect([verb, answer]).toEqual([verb, expect.objectContaining({ status: 409, code: 'blocked' })]);
      const refused = answer.blockers.map(({ code }) => code);
      // What the page shows before one presses is what stops the press.
      expect([verb, shown]).toEqual([verb, refused]);
      expect([verb, await stateOf(id)]).toEqual([verb, state]);
      codes.push(refused);
    }
    return codes;
  };

  it('is nobody’s who has been taken into the team since, who may only send what others decided', async () => {
    const own = await aSanctionCase(t);
    const id = await aDisputed(own);
    await joinTeam(own);
    expect(await stops(own, id)).toEqual(ACTS.map(() => ['decider-in-team']));
    const another = await aSanctionCase(t);
    const decided = await another.decide('warning');
    await joinTeam(another);
    answered(await another.act(decided, 'send'), 200);
  });

  it('is nobody’s who has not declared to be free of conflict of interest', async () => {
    const own = await aSanctionCase(t);
    const id = await aDisputed(own);
    await t.asOwner('delete from conflict_declaration where follow_up_id = $1', [own.id]);
    expect(await stops(own, id)).toEqual(ACTS.map(() => ['conflict-undeclared']));
  });

  it('is shown to be nobody’s with a conflict of interest, who may not send it either', async () => {
    const own = await aSanctionCase(t);
    const id = await own.decide('warning');
    const declared = { hasConflict: true, reason: 'Närstående arbetar där.' };
    answered(await own.manager.post(`/api/follow-ups/${own.id}/conflict-declaration`, declared), 200);
    const { offers } = await own.sanction(id);
    expect(offers.map(({ name, blockers }) => [name, blockers.map(({ code }) => code)])).toEqual([
      ['send', ['conflict-declared']],
      ['withdraw', ['conflict-declared']],
    ]);
    for (const [verb, body] of [
      ['send', {}],
      ['withdraw', { reason: 'Fel.' }],
    ] as const) {
      expect((await own.act(id, verb, body)).json()).toMatchObject({ status: 403, code: 'conflict-declared' });
    }
  });

  it('asks for a delegation that holds that day where the committee delegates sanctions, and lists what it decided', async () => {
    const own = await aSanctionCase(t);
    const id = await aDisputed(own);
    await setMatters(['sanction'], []);
    expect(await stops(own, id)).toEqual(ACTS.map(() => ['delegation-missing']));
    await delegate();
    await t.asOwner("update sanction set state = 'disputed' where id = $1", [id]);
    const listed = () =>
      t.asOwner<{ summary: string }>(
        'select matter, summary, report_id from delegation_decision where subject_id = $1',
        [id],
      );
    answered(await own.act(id, 'answer', { text: 'Vi ser över beloppet.' }), 200);
    expect(await listed()).toEqual([]);
    answered(await own.act(id, 'reduce', { amount: 8000, reason: 'Bristen gällde en enhet.' }), 200);
    expect(await listed()).toEqual([
      {
        ...{ matter: 'sanction', report_id: null },
        summary: expect.stringMatching(/^Besked om nedsatt påföljd enligt avtal .+: Vite$/),
      },
    ]);
    const ground = 'Fattat på delegation enligt punkt 4.7 i delegationsordningen, SON 2026-01-20 § 7.';
    expect((await own.portal(id)).answers.at(-1)?.text).toBe(`Bristen gällde en enhet.\n\n${ground}`);
  });

  it('to change what the committee decided is the committee’s: its decision is cited (kommunallagen 6:38)', async () => {
    const own = await aSanctionCase(t);
    await setMatters([], ['sanction.penalty']);
    const decision = { decidedOn: '2026-11-20', reference: '§ 41' };
    const id = await own.send('penalty', {
      ...AMOUNT,
      severe: true,
      severeReason: 'Fara.',
      committeeDecision: decision,
    });
    // What it once decided stays its own, whatever it keeps for itself later.
    await setMatters([], []);
    await own.dispute(id);
    answered(await own.act(id, 'answer', { text: 'Nämnden prövar beloppet.' }), 200);
    const { offers } = await own.sanction(id);
    expect(offers.map(({ name, needsCommittee }) => [name, needsCommittee])).toEqual([
      ['uphold', false],
      ['reduce', true],
      ['withdraw', true],
    ]);
    const reduced = { amount: 8000, reason: 'Bristen gällde en enhet.' };
    for (const [verb, body] of [
      ['reduce', reduced],
      ['withdraw', { reason: 'Fel.' }],
    ] as const) {
      const refused = (await own.act(id, verb, body)).json();
      expect(refused).toMatchObject({
        status: 409,
        code: 'reserved-for-committee',
        title: expect.stringMatching(/^Vite beslutas av Socialnämnden/),
      });
    }
    for (const decidedOn of ['2026-11-24', '2026-11-26']) {
      const early = await own.act(id, 'reduce', { ...reduced, committeeDecision: { decidedOn, reference: '§ 44' } });
      expect(early.json()).toMatchObject({ status: 400, errors: [{ field: 'committeeDecision.decidedOn' }] });
    }
    const cited = { decidedOn: '2026-11-25', reference: '§ 44' };
    answered(await own.act(id, 'reduce', { ...reduced, committeeDecision: cited }), 200);
    expect(await own.sanction(id)).toMatchObject({ state: 'reduced', reducedAmount: 8000 });
    expect((await own.portal(id)).answers.at(-1)?.text).toBe(
      'Bristen gällde en enhet.\n\nFattat av Socialnämnden den 25 november 2026, § 44.',
    );
    const kept = await t.asOwner<{ reference: string }>(
      'select reference from committee_decision where subject_id = $1 order by id',
      [id],
    );
    expect(kept.map(({ reference }) => reference)).toEqual(['§ 41', '§ 44']);
  });
});
