import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { formatFigureValue } from '@insyn/domain';
import type { ReportData } from '@insyn/report';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import {
  approvedWithTwo,
  decide,
  OTHER_REQUIREMENT,
  progressOf,
  recheckOf,
  type RecheckFixture,
} from '../../test/recheck-fixture.js';
import { testApp, type Answer, type TestApp } from '../../test/test-app.js';

describe('What a re-check leads to', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const statesOf = async (root: AssessedFixture) => (await progressOf(root)).actions.map(({ state }) => state);
  const conclude = async (recheck: RecheckFixture) => {
    answered(await recheck.submit(), 200);
    answered(await recheck.approve(), 200);
  };
  const share = (found: number, total: number) => formatFigureValue({ kind: 'counted', found, total });
  const codes = (answer: Answer) => answer.json<{ blockers: { code: string }[] }>().blockers.map(({ code }) => code);
  const reportOf = async (followUpId: string) => {
    const [report] = await t.asOwner<{ title: string; note: string; report_version: number; snapshot: ReportData }>(
      'select title, note, report_version, snapshot from report where follow_up_id = $1',
      [followUpId],
    );
    return report;
  };

  describe('is approved', () => {
    it('one remedied and one remaining: the next is booked with what remains, and a second closes the case', async () => {
      const root = await approvedWithTwo(t);
      const first = await recheckOf(root);
      const meeting = await first.assessing();
      const after = { before: { k: 5, n: 9 }, after: { k: 9, n: 9 }, evidenceIds: [meeting] };
      answered(await first.judge(root.requirementId, 'verified', after), 200);
      answered(await first.judge(root.otherId, 'remains', { evidenceIds: [meeting] }), 200);
      await conclude(first);

      expect(await statesOf(root)).toEqual(['verified', 'remains']);
      expect(await root.view()).toMatchObject({ state: 'remedying', recheckDue: '2027-02-25' });
      expect((await first.view()).state).toBe('closed');
      const { actions, rechecks } = await progressOf(root);
      expect(actions[0]?.moves.map(({ from, to, reason, recheck }) => [from, to, reason, recheck?.number])).toEqual([
        ['open', 'reported-done', 'Prövat vid återkontrollen', 1],
        ['reported-done', 'verified', null, 1],
      ]);
      expect(rechecks).toMatchObject([
        {
          id: first.id,
          number: 1,
          state: 'closed',
          outcome: 'approved-with-remarks',
          judged: { verified: 1, total: 2 },
        },
        { number: 2, state: 'planned', judged: null },
      ]);

      const second = await recheckOf(root);
      const scope = await second.recheck();
      expect([scope.number, scope.actions.map(({ actionId }) => actionId)]).toEqual([2, [root.otherId]]);
      expect(scope.root.id).toBe(root.id);
      expect(scope.earlierEvidence.map(({ title, from }) => `${from}: ${title}`)).toContain(
        'Återkontroll 1: Återkontroll på plats',
      );
      const again = await second.assessing();
      answered(await second.judge(root.otherId, 'verified', { evidenceIds: [again] }), 200);
      await conclude(second);
      expect(await statesOf(root)).toEqual(['verified', 'verified']);
      expect(await root.view()).toMatchObject({ state: 'closed', recheckDue: null });
      expect((await progressOf(root)).rechecks.map(({ state }) => state)).toEqual(['closed', 'closed']);
      const chain = (await root.view()).judgements;
      expect(chain.map(({ outcome, status }) => [outcome, status])).toEqual([
        ['approved-with-remarks', 'approved'],
        ['approved-with-remarks', 'approved'],
        ['approved', 'approved'],
      ]);
    });

    it('sealing a report of its own, the next version of the root’s (R11)', async () => {
      const root = await approvedWithTwo(t);
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      const counted = { before: { k: 5, n: 9 }, after: { k: 9, n: 9 }, evidenceIds: [meeting] };
      answered(await recheck.judge(root.requirementId, 'verified', counted), 200);
      answered(await recheck.judge(root.otherId, 'remains', { evidenceIds: [meeting] }), 200);
      await conclude(recheck);
      const report = await reportOf(recheck.id);
      expect(report).toMatchObject({ note: 'Återkontroll 1', report_version: 2 });
      expect(report?.title).toMatch(/^Återkontroll 1: /);
      const { caseNumber } = await root.view();
      expect(report?.snapshot).toMatchObject({
        ...{ kindLabel: 'Återkontroll', version: 2, clauses: [], recheckDue: '2027-02-25' },
        recheck: {
          number: 1,
          root: { caseNumber, approvedOn: '2026-11-25', outcomeLabel: 'Godkänd med anmärkning' },
          actions: [
            {
              ...{ outcome: 'verified', outcomeLabel: 'Åtgärdat', clauseNumbers: ['§ 15'] },
              ...{ before: share(5, 9), after: share(9, 9) },
              evidence: [{ date: '2026-11-25', title: 'Återkontroll på plats' }],
            },
            { text: OTHER_REQUIREMENT, outcome: 'remains', before: null, after: null },
          ],
        },
      });
      const [record] = await t.asOwner<{ public_title: string }>(
        `select public_title from record where follow_up_id = $1 and report_id is not null`,
        [recheck.id],
      );
      expect(record?.public_title).toMatch(/^Rapport, version 2: Återkontroll 1: /);
      expect((await reportOf(root.id))?.snapshot.recheck).toBeNull();
    });

    it('and meets its deadline', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
      await conclude(recheck);
      const deadlines = await t.asOwner(
        `select state, met_on::text from deadline where kind = 'recheck' and subject_id = $1`,
        [recheck.id],
      );
      expect(deadlines).toEqual([{ state: 'met', met_on: '2026-11-25' }]);
    });

    it('of a case that could not be judged: the outcome stays, since the clauses have still not been tried', async () => {
      const root = await aFollowUp(t).readyToSubmit();
      await decide(root, { outcome: 'cannot-be-judged', departureReason: 'Underlaget räcker inte.' });
      expect((await root.view()).state).toBe('remedying');
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
      await conclude(recheck);
      expect((await root.view()).judgements.map(({ outcome }) => outcome)).toEqual([
        'cannot-be-judged',
        'cannot-be-judged',
      ]);
      expect((await root.view()).state).toBe('closed');
    });

    it('once, however many managers approve at the same moment', async () => {
      const root = await approvedWithTwo(t);
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      for (const id of [root.requirementId, root.otherId]) {
        answered(await recheck.judge(id, 'remains', { evidenceIds: [meeting] }), 200);
      }
      answered(await recheck.submit(), 200);
      const answers = await Promise.all([recheck.approve(), recheck.approve()]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      expect((await progressOf(root)).rechecks.map(({ state }) => state)).toEqual(['closed', 'planned']);
    });

    it('by nobody who is in its team', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
      const { version, team } = await recheck.view();
      const teamIds = [...team.map(({ id }) => id), t.people.manager(t.m1).accountId];
      answered(await root.officer.patch(`/api/follow-ups/${recheck.id}`, { version, teamIds }), 200);
      answered(
        await root.manager.post(`/api/follow-ups/${recheck.id}/conflict-declaration`, { hasConflict: false }),
        200,
      );
      answered(await recheck.submit(), 200);
      const refused = await recheck.approve();
      expect([refused.statusCode, codes(refused)]).toEqual([409, ['approver-in-team']]);
    });
  });

  describe('is cancelled', () => {
    it('before it has begun, and is booked again for the same day', async () => {
      const root = await aFollowUp(t).approved();
      const first = await recheckOf(root);
      answered(await first.move('cancel', 'Utföraren flyttar sin verksamhet.'), 200);
      expect((await root.view()).state).toBe('remedying');
      expect((await progressOf(root)).rechecks).toMatchObject([
        { number: 1, state: 'cancelled', reason: 'Utföraren flyttar sin verksamhet.' },
        { number: 2, state: 'planned', due: '2027-02-25' },
      ]);
      const deadlines = await t.asOwner(
        `select d.state, d.due::text from deadline d join follow_up f on f.id = d.follow_up_id
         where d.kind = 'recheck' and f.parent_id = $1 order by f.id`,
        [root.id],
      );
      expect(deadlines).toEqual([
        { state: 'cancelled', due: '2027-02-25' },
        { state: 'open', due: '2027-02-25' },
      ]);
    });

    it('when it has begun, and its root is being remedied again', async () => {
      const root = await aFollowUp(t).approved();
      const first = await recheckOf(root);
      await first.assessing();
      answered(await first.move('cancel', 'Besöket blev inte av.'), 200);
      const { state, transitions } = await root.view();
      expect([state, transitions.at(-1)?.action, transitions.at(-1)?.reason]).toEqual([
        ...['remedying', 'recheck-closed', 'Besöket blev inte av.'],
      ]);
      const { rechecks } = await progressOf(root);
      expect(rechecks.map(({ state: each, due }) => [each, due])).toEqual([
        ['cancelled', '2027-02-25'],
        ['planned', '2027-02-25'],
      ]);
    });
  });

  it('is told of in the history of both', async () => {
    const root = await aFollowUp(t).approved();
    const recheck = await recheckOf(root);
    answered(await recheck.move('start'), 200);
    const events = await t.asOwner<{ follow_up_id: string; kind: string }>(
      'select follow_up_id, kind from event where follow_up_id = any ($1) order by sequence',
      [[root.id, recheck.id]],
    );
    const kindsOf = (id: string) => events.filter((event) => event.follow_up_id === id).map(({ kind }) => kind);
    expect(kindsOf(root.id)).toEqual(expect.arrayContaining(['recheck.booked', 'follow-up.recheck-opened']));
    expect(kindsOf(recheck.id)).toEqual(expect.arrayContaining(['follow-up.opened', 'follow-up.start']));
  });

  it('is started only while something waits to be remedied', async () => {
    const root = await aFollowUp(t).approved();
    const recheck = await recheckOf(root);
    const action = (await root.view()).actions[0];
    const body = { version: action?.version, reason: 'Kravet byggde på fel uppgift.' };
    answered(await root.manager.post(`/api/actions/${root.requirementId}/withdraw`, body), 200);
    const refused = await recheck.move('start');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'nothing-to-recheck']);
    expect((await recheck.view()).state).toBe('planned');
    const { contentVersion } = await root.view();
    const closed = await root.officer.post(`/api/follow-ups/${root.id}/close`, { contentVersion });
    expect(answered(closed, 200).json<FollowUpView>()).toMatchObject({ state: 'closed', recheckDue: null });
    expect((await recheck.view()).state).toBe('cancelled');
  });
});
