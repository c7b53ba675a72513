import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFactCheck } from '../../test/fact-check-factory.js';
import { meetingAt, MEETING_TIME } from '../../test/held-row.js';
import { aPlan } from '../../test/plan-factory.js';
import { aSanctionCase } from '../../test/sanction-factory.js';
import { testApp, type Answer, type TestApp } from '../../test/test-app.js';
import { verifyAudit } from '../audit/verify-audit.js';

/** A command that lost says why in the words of the domain: never that the database let two wait for each other. */
const told = (answer: Answer | undefined) => [answer?.statusCode, answer?.json<{ code?: string }>().code ?? null];

describe('A provider and the municipality that act on the same thing at the same moment', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp({ lockTimeout: MEETING_TIME });
  });
  afterAll(() => t.close());

  it('hand a plan in and move its day: the plan is in, and the day is left as it was', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    const url = `/api/action-plans/${plan.id}/due`;
    const [submitted, moved] = await meetingAt(
      t,
      { table: 'action_plan', id: plan.id },
      () => plan.submit(),
      () => plan.followUp.officer.post(url, { due: '2027-01-11', reason: 'Ni väntar på ett besked.' }),
    );
    expect([told(submitted), told(moved)]).toEqual([
      [200, null],
      [409, 'wrong-state'],
    ]);
    expect(await plan.view()).toMatchObject({ state: 'submitted', due: '2026-12-28', rounds: [{ late: false }] });
  }, 120_000);

  it('move the day of a plan and hand it in: both are done, and the plan is in time', async () => {
    const plan = await aPlan(t).demanded();
    await plan.write();
    const url = `/api/action-plans/${plan.id}/due`;
    const answers = await meetingAt(
      t,
      { table: 'action_plan', id: plan.id },
      () => plan.followUp.officer.post(url, { due: '2027-01-11', reason: 'Ni väntar på ett besked.' }),
      () => plan.submit(),
    );
    expect(answers.map(told)).toEqual([
      [200, null],
      [200, null],
    ]);
    expect(await plan.view()).toMatchObject({ state: 'submitted', due: '2027-01-11', rounds: [{ late: false }] });
  }, 120_000);

  it('report a requirement done and withdraw it: both stand, and it stays withdrawn', async () => {
    const plan = await aPlan(t).accepted();
    const { id, requirementId, followUp, person } = plan;
    const [action] = await t.asOwner<{ version: number }>('select version from action where id = $1', [requirementId]);
    const report = { actionId: requirementId, text: 'Rutinen är på plats.', effect: null, fileIds: [] };
    const answers = await meetingAt(
      t,
      { table: 'action_plan', id },
      () => person.browser.post(`/api/portal/action-plans/${id}/reports`, report),
      () =>
        followUp.manager.post(`/api/actions/${requirementId}/withdraw`, {
          ...{ version: action?.version, reason: 'Kravet var fel ställt.' },
        }),
    );
    expect(answers.map(told)).toEqual([
      [201, null],
      [200, null],
    ]);
    expect((await plan.staffView()).actions).toMatchObject([{ state: 'withdrawn' }]);
  }, 120_000);

  it('dispute a sanction and withdraw it: it is disputed, and the manager is told so', async () => {
    const sanctions = await aSanctionCase(t);
    const id = await sanctions.send('warning');
    const { version } = await sanctions.sanction(id);
    const [disputed, withdrawn] = await meetingAt(
      t,
      { table: 'sanction', id },
      () => sanctions.person.browser.post(`/api/portal/sanctions/${id}/dispute`, { text: 'Rutinen finns.' }),
      () => sanctions.manager.post(`/api/sanctions/${id}/withdraw`, { version, reason: 'Beslutet var fel.' }),
    );
    expect([told(disputed), told(withdrawn)]).toEqual([
      [200, null],
      [409, 'stale-version'],
    ]);
    expect(await sanctions.sanction(id)).toMatchObject({ state: 'disputed' });
  }, 120_000);

  it('answer a fact check and take the draft back: the answer is kept with the draft that was taken back', async () => {
    const check = await aFactCheck(t).sent();
    const { followUp, person } = check;
    const { contentVersion } = await followUp.view();
    const answers = await meetingAt(
      t,
      { table: 'fact_check', id: check.id },
      () => person.browser.post(`/api/portal/fact-checks/${check.id}/submit`, { noRemarks: true }),
      () =>
        followUp.officer.post(`/api/follow-ups/${followUp.id}/take-back`, {
          ...{ contentVersion, reason: 'Ett avsnitt saknades.' },
        }),
    );
    expect(answers.map(told)).toEqual([
      [200, null],
      [200, null],
    ]);
    expect(await check.view()).toMatchObject({ state: 'taken-back', noRemarks: true });
  }, 120_000);

  it('answer late and move the day: the answer is in, and there is no day left to move', async () => {
    const check = await aFactCheck(t).sent();
    const { followUp, person } = check;
    await t.asOwner("update deadline set due = '2026-11-20' where subject_id = $1", [check.id]);
    await t.asOwner("update fact_check set state = 'silent' where id = $1", [check.id]);
    const [deadline] = await t.asOwner<{ id: string; version: number }>(
      'select id, version from deadline where subject_id = $1',
      [check.id],
    );
    const move = { version: deadline?.version, due: '2026-12-16', reason: 'Ni bad om det.' };
    const answers = await meetingAt(
      t,
      { table: 'fact_check', id: check.id },
      () => person.browser.post(`/api/portal/fact-checks/${check.id}/submit`, { noRemarks: true }),
      () => followUp.officer.post(`/api/deadlines/${deadline?.id ?? ''}/move`, move),
    );
    expect(answers.map(told)).toEqual([
      [200, null],
      [409, 'deadline-not-running'],
    ]);
    expect(await check.view()).toMatchObject({ state: 'answered', late: true, due: '2026-11-20' });
  }, 120_000);

  it('remark late and submit the judgement: no remark is closed without an answer', async () => {
    const check = await aFactCheck(t).sent();
    const { followUp, person } = check;
    await check.remark('Introduktionen är samlad.');
    await t.asOwner("update deadline set due = '2026-11-20' where subject_id = $1 and kind = 'fact-check'", [check.id]);
    const { contentVersion } = await followUp.view();
    const proposal = await followUp.officer.get(`/api/follow-ups/${followUp.id}/judgement-proposal`);
    const { outcome } = proposal.json<{ outcome: string }>();
    const [handedIn, submitted] = await meetingAt(
      t,
      { table: 'fact_check', id: check.id },
      () => person.browser.post(`/api/portal/fact-checks/${check.id}/submit`, { noRemarks: false }),
      () => followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, { contentVersion, outcome, text: 'Bra.' }),
    );
    expect(told(handedIn)).toEqual([200, null]);
    expect(submitted?.json()).toMatchObject({ status: 409, blockers: [{ code: 'remarks-unanswered' }] });
    expect(await check.view()).toMatchObject({ state: 'answered', late: true });
    expect((await followUp.view()).state).toBe('fact-check');
  }, 120_000);

  it('leave a history whose chain holds (R22)', async () => {
    const audited = await verifyAudit(t.db);
    expect(audited.map(({ municipality, intact }) => [municipality, intact])).toEqual([
      [t.m1.name, true],
      [t.m2.name, true],
    ]);
    expect(audited[0]?.events).toBeGreaterThan(0);
  });
});
