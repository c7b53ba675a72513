import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecheckJudged } from '@insyn/api-schema';
import { aFollowUp, answered } from '../../test/follow-up-factory.js';
import { approvedWithTwo, decide, OTHER_REQUIREMENT, progressOf, recheckOf } from '../../test/recheck-fixture.js';
import { testApp, type Answer, type TestApp } from '../../test/test-app.js';

describe('A re-check', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const codes = (answer: Answer) => answer.json<{ blockers: { code: string }[] }>().blockers.map(({ code }) => code);
  describe('is booked at the approval (R2)', () => {
    it('three months later, as a follow-up of its own with the open requirements and what they are about', async () => {
      const root = await approvedWithTwo(t);
      const booked = await recheckOf(root);
      const [row, of] = [await booked.view(), await booked.recheck()];
      const parent = await root.view();
      expect(row).toMatchObject({
        ...{ kind: 're-check', state: 'planned', title: `Återkontroll 1: ${parent.title}` },
        ...{ caseNumber: parent.caseNumber, decisionDue: '2027-02-25', unit: parent.unit, contract: parent.contract },
      });
      expect(row.team).toEqual(parent.team);
      expect(row.clauses.map(({ number }) => number)).toEqual(['§ 15']);
      expect(parent.recheckDue).toBe('2027-02-25');
      expect(of).toMatchObject({
        root: {
          id: root.id,
          caseNumber: parent.caseNumber,
          outcome: 'approved-with-remarks',
          approvedOn: '2026-11-25',
        },
        ...{ number: 1, due: '2027-02-25', editable: false },
      });
      expect(of.actions.map(({ text, state, verdict }) => [text, state, verdict])).toEqual([
        ['Ta fram en rutin för introduktion av ny personal', 'open', null],
        [OTHER_REQUIREMENT, 'open', null],
      ]);
      expect(of.actions[0]?.findings.map(({ title }) => title)).toEqual(['Introduktionen är inte samlad']);
      expect(of.earlierEvidence.map(({ title, from }) => [title, from])).toEqual([
        ['Uppföljningsmöte', 'Uppföljningen'],
        ['Granskning av genomförandeplaner', 'Uppföljningen'],
      ]);
    });

    it('with a deadline of its own, once', async () => {
      const root = await aFollowUp(t).approved();
      const { id } = await recheckOf(root);
      const deadlines = await t.asOwner(
        `select kind, follow_up_id, base_date::text, amount, unit, due::text, state from deadline
         where kind = 'recheck' and (follow_up_id = $1 or follow_up_id = $2)`,
        [root.id, id],
      );
      expect(deadlines).toEqual([
        {
          ...{ kind: 'recheck', follow_up_id: id, base_date: '2026-11-25', amount: 3, unit: 'months' },
          ...{ due: '2027-02-25', state: 'open' },
        },
      ]);
    });

    it('and says so where the contract ends before it is due', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const endOn = (day: string) =>
        t.asOwner('update contract set ends_on = $2, latest_end = $2 where id = $1', [root.contractId, day]);
      await endOn('2026-12-31');
      expect(await recheck.recheck()).toMatchObject({ contractEndsOn: '2026-12-31', contractEndsBefore: true });
      expect(await progressOf(root)).toMatchObject({ contractEndsBeforeRecheck: true, contractHasEnded: false });
      await endOn('2027-12-31');
      expect((await recheck.recheck()).contractEndsBefore).toBe(false);
      expect((await progressOf(root)).contractEndsBeforeRecheck).toBe(false);
    });

    it('not where nothing has to be remedied', async () => {
      const root = await aFollowUp(t).readyToSubmit();
      const [action] = (await root.view()).actions;
      answered(await root.officer.delete(`/api/actions/${root.requirementId}?version=${action?.version ?? 0}`), 204);
      await decide(root);
      expect((await root.view()).state).toBe('closed');
      expect((await progressOf(root)).rechecks).toEqual([]);
    });
  });

  describe('judges the open requirements (R14)', () => {
    it('only once it is started, which moves its root', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const early = await recheck.judge(root.requirementId, 'verified');
      expect([early.statusCode, early.json().code]).toEqual([409, 'content-locked']);
      await recheck.assessing();
      expect((await root.view()).state).toBe('rechecking');
      expect((await root.view()).transitions.at(-1)).toMatchObject({ action: 'recheck-opened', to: 'rechecking' });
      expect((await recheck.recheck()).editable).toBe(true);
    });

    it('saving what is found of each as it is written, with before and after', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      const change = { before: { k: 5, n: 9 }, after: { k: 9, n: 9 }, evidenceIds: [meeting] };
      const saved = answered(await recheck.judge(root.requirementId, 'verified', change), 200).json<RecheckJudged>();
      expect(saved).toMatchObject({ ...change, verdict: 'verified', version: 2, updatedBy: 'Maja Lindgren' });
      expect(await recheck.action(root.requirementId)).toMatchObject({ ...change, note: 'Rutinen har gåtts igenom.' });
      const { contentVersion } = await recheck.view();
      const halfWritten = { ...change, verdict: null, note: '', before: null, evidenceIds: [] };
      answered(await recheck.judge(root.requirementId, null, halfWritten), 200);
      expect((await recheck.view()).contentVersion).toBe(contentVersion + 1);
      expect((await root.view()).actions[0]?.state).toBe('open');
    });

    it('with never more found than there are, and on evidence of its own only (R4)', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      await recheck.assessing();
      const fields = (answer: Answer) =>
        answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
      const tooMany = await recheck.judge(root.requirementId, 'remains', { before: { k: 10, n: 9 } });
      expect([tooMany.statusCode, fields(tooMany)]).toEqual([400, ['before.k']]);
      const ofNone = await recheck.judge(root.requirementId, 'remains', { after: { k: 0, n: 0 } });
      expect([ofNone.statusCode, fields(ofNone)]).toEqual([400, ['after.n']]);
      const another = await aFollowUp(t, { municipality: t.m2 }).readyToSubmit();
      for (const foreign of [root.meetingId, another.meetingId]) {
        const refused = await recheck.judge(root.requirementId, 'remains', { evidenceIds: [foreign] });
        expect([refused.statusCode, fields(refused)]).toEqual([400, ['evidenceIds']]);
      }
    });

    it('refuses a version that a colleague has passed, and takes the same save twice', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      await recheck.assessing();
      const first = { version: 1, note: 'Först.' };
      answered(await recheck.judge(root.requirementId, 'remains', first), 200);
      answered(await recheck.judge(root.requirementId, 'remains', first), 200);
      const stale = await recheck.judge(root.requirementId, 'verified', { version: 1, note: 'Sedan.' });
      expect([stale.statusCode, stale.json().code, stale.json().current.note]).toEqual([
        409,
        'stale-version',
        'Först.',
      ]);
    });

    it('of its own scope and municipality, and is no re-check of a root', async () => {
      const [root, other] = [await aFollowUp(t).approved(), await aFollowUp(t).approved()];
      const recheck = await recheckOf(root);
      await recheck.assessing();
      const body = { version: 1, verdict: 'verified', note: 'X', before: null, after: null, evidenceIds: [] };
      const put = (id: string, actionId: string) =>
        root.officer.put(`/api/follow-ups/${id}/recheck/actions/${actionId}`, body);
      expect((await put(recheck.id, other.requirementId)).statusCode).toBe(404);
      expect((await put(root.id, root.requirementId)).statusCode).toBe(409);
      expect((await root.officer.get(`/api/follow-ups/${root.id}/recheck`)).statusCode).toBe(404);
      expect((await root.officer.get(`/api/follow-ups/${recheck.id}/actions-progress`)).statusCode).toBe(404);
      const stranger = await t.signIn(t.people.officer(t.m2));
      for (const url of [`/api/follow-ups/${recheck.id}/recheck`, `/api/follow-ups/${root.id}/actions-progress`]) {
        expect((await stranger.get(url)).statusCode).toBe(404);
      }
      expect(
        (await root.manager.put(`/api/follow-ups/${recheck.id}/recheck/actions/${root.requirementId}`, body))
          .statusCode,
      ).toBe(403);
    });

    it('and keeps the evidence that a verdict rests on', async () => {
      const root = await aFollowUp(t).approved();
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
      const refused = await root.officer.delete(`/api/evidence/${meeting}?version=1`);
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'evidence-cited']);
    });

    it('before it can be sent: every one with a verdict, a text and evidence (R6)', async () => {
      const root = await approvedWithTwo(t);
      const recheck = await recheckOf(root);
      const meeting = await recheck.assessing();
      answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
      const refused = await recheck.submit();
      expect(refused.statusCode).toBe(409);
      expect(codes(refused).length).toBeGreaterThan(0);
      expect(refused.json<{ blockers: { place: object }[] }>().blockers).toContainEqual(
        expect.objectContaining({ place: { kind: 'action', id: root.otherId } }),
      );
      answered(await recheck.judge(root.otherId, 'remains', { evidenceIds: [meeting] }), 200);
      answered(await recheck.submit(), 200);
    });
  });

  it('judges no clauses, and takes no findings or actions of its own', async () => {
    const root = await aFollowUp(t).approved();
    const recheck = await recheckOf(root);
    const meeting = await recheck.assessing();
    const post = (path: string, body: object) => root.officer.post(`/api/follow-ups/${recheck.id}/${path}`, body);
    const clauseIds = [root.clauseIds['§ 15']];
    const finding = { kind: 'strength', title: 'Bra', clauseIds, evidenceIds: [meeting] };
    const action = { kind: 'recommendation', text: 'Fortsätt.', findingIds: [], clauseIds };
    const assessment = { clauseIds, version: null, verdict: 'met', text: 'Bra.', evidenceIds: [] };
    const answers = [
      await post('findings', finding),
      await post('actions', action),
      await root.officer.put(`/api/follow-ups/${recheck.id}/assessments`, assessment),
    ];
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'recheck-judges-requirements']);
    }
  });
});
