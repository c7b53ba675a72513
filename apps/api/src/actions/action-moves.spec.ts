import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionProgressView, AttachmentView, FollowUpView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { PDF, sendFile } from '../../test/multipart.js';
import { approvedWithTwo, decide, progressOf, recheckOf } from '../../test/recheck-fixture.js';
import { testApp, type Answer, type TestApp } from '../../test/test-app.js';

describe('An action after approval (R14)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const actionOf = async (root: AssessedFixture, id = root.requirementId): Promise<ActionProgressView> => {
    const found = (await progressOf(root)).actions.find(({ actionId }) => actionId === id);
    if (found === undefined) throw new Error('There is no such action.');
    return found;
  };
  const proofOf = async (root: AssessedFixture) =>
    answered(
      await sendFile(root.officer, `/api/follow-ups/${root.id}/proofs`, { name: 'rutin.pdf', bytes: PDF }),
      201,
    ).json<AttachmentView>().id;
  const act = async (root: AssessedFixture, verb: string, change: object = {}, id = root.requirementId) => {
    const { version } = await actionOf(root, id);
    const body = { version, ...change };
    return (verb === 'withdraw' ? root.manager : root.officer).post(`/api/actions/${id}/${verb}`, body);
  };
  const verify = async (root: AssessedFixture, id = root.requirementId) =>
    act(root, 'verify', { attachmentIds: [await proofOf(root)], reportId: null, note: 'Rutinen finns.' }, id);
  const endContract = ({ contractId }: AssessedFixture, day: string) =>
    t.asOwner(`update contract set starts_on = '2020-01-01', ends_on = $2, latest_end = $2 where id = $1`, [
      contractId,
      day,
    ]);
  const refusal = (answer: Answer) => [answer.statusCode, answer.json<{ code: string }>().code];

  it('is verified early on a file that shows it, and falls out of the re-check that is booked', async () => {
    const root = await approvedWithTwo(t);
    await endContract(root, '2027-12-31');
    expect((await actionOf(root)).offers).toEqual(['verify']);
    answered(await verify(root), 200);
    const action = await actionOf(root);
    expect([action.state, action.offers]).toEqual(['verified', ['reopen']]);
    expect(action.moves.map(({ from, to, reason, by }) => [from, to, reason, by])).toEqual([
      ['open', 'reported-done', 'Prövat före återkontrollen', 'Maja Lindgren'],
      ['reported-done', 'verified', 'Rutinen finns.', 'Maja Lindgren'],
    ]);
    expect(action.moves[1]?.files.map(({ fileName }) => fileName)).toEqual(['rutin.pdf']);
    const scope = (await (await recheckOf(root)).recheck()).actions.map(({ actionId }) => actionId);
    expect(scope).toEqual([root.otherId]);
    const file = action.moves[1]?.files[0];
    expect((await root.officer.get(file?.href ?? '')).statusCode).toBe(200);
  });

  it('is not verified without evidence, nor on that of another case', async () => {
    const [root, other] = [await aFollowUp(t).approved(), await aFollowUp(t).approved()];
    const proof = { attachmentIds: [] as string[], reportId: null as string | null, note: 'Det ser bra ut.' };
    expect(refusal(await act(root, 'verify', proof))).toEqual([409, 'proof-required']);
    const theirs = await proofOf(other);
    for (const id of [theirs, uuidv7()]) {
      const refused = await act(root, 'verify', { ...proof, attachmentIds: [id] });
      expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'attachmentIds']);
    }
    const report = await act(root, 'verify', { ...proof, reportId: uuidv7() });
    expect([report.statusCode, report.json().errors[0].field]).toEqual([400, 'reportId']);
    expect((await actionOf(root)).state).toBe('open');
  });

  it('takes a file of what has been remedied only while something is', async () => {
    const root = await aFollowUp(t).deciding();
    const early = await sendFile(root.officer, `/api/follow-ups/${root.id}/proofs`, { name: 'rutin.pdf', bytes: PDF });
    expect(refusal(early)).toEqual([409, 'not-being-remedied']);
    const asManager = await sendFile(root.manager, `/api/follow-ups/${root.id}/proofs`, { name: 'a.pdf', bytes: PDF });
    expect(asManager.statusCode).toBe(403);
  });

  it('is verified, opened again with a reason, and judged by the re-check', async () => {
    const root = await aFollowUp(t).approved();
    answered(await verify(root), 200);
    expect((await act(root, 'reopen', { reason: '' })).statusCode).toBe(400);
    answered(await act(root, 'reopen', { reason: 'Rutinen används inte.' }), 200);
    const { state, moves } = await actionOf(root);
    expect([state, moves.at(-1)?.reason]).toEqual(['open', 'Rutinen används inte.']);
    const recheck = await recheckOf(root);
    expect((await recheck.recheck()).actions.map(({ actionId }) => actionId)).toEqual([root.requirementId]);
    const meeting = await recheck.assessing();
    answered(await recheck.judge(root.requirementId, 'remains', { evidenceIds: [meeting] }), 200);
    expect(refusal(await verify(root))).toEqual([409, 'recheck-running']);
    answered(await recheck.submit(), 200);
    expect(refusal(await act(root, 'withdraw', { reason: 'Fel.' }))).toEqual([409, 'recheck-deciding']);
    answered(await recheck.approve(), 200);
    expect((await actionOf(root)).state).toBe('remains');
  });

  it('is opened again while its re-check is held, and comes into it', async () => {
    const root = await approvedWithTwo(t);
    answered(await verify(root), 200);
    const recheck = await recheckOf(root);
    await recheck.assessing();
    const { contentVersion } = await recheck.view();
    answered(await act(root, 'reopen', { reason: 'Rutinen används inte.' }), 200);
    expect((await recheck.recheck()).actions.map(({ actionId }) => actionId)).toEqual([
      root.requirementId,
      root.otherId,
    ]);
    expect((await recheck.view()).contentVersion).toBe(contentVersion + 1);
  });

  it('holds the follow-up open until none is, and calls the booked re-check off when it is closed', async () => {
    const root = await aFollowUp(t).approved();
    const recheck = await recheckOf(root);
    const close = async () =>
      root.officer.post(`/api/follow-ups/${root.id}/close`, {
        contentVersion: (await root.view()).contentVersion,
      });
    expect(refusal(await close())).toEqual([409, 'blocked']);
    answered(await verify(root), 200);
    expect(answered(await close(), 200).json<FollowUpView>().state).toBe('closed');
    expect((await recheck.view()).state).toBe('cancelled');
    const [deadline] = await t.asOwner(`select state from deadline where kind = 'recheck' and subject_id = $1`, [
      recheck.id,
    ]);
    expect(deadline).toEqual({ state: 'cancelled' });
    expect(refusal(await act(root, 'reopen', { reason: 'Rutinen används inte.' }))).toEqual([409, 'follow-up-closed']);
  });

  it('is withdrawn by the manager with a reason, and not by the officer', async () => {
    const root = await aFollowUp(t).approved();
    const { version } = await actionOf(root);
    const body = { version, reason: 'Kravet byggde på fel uppgift.' };
    const byOfficer = await root.officer.post(`/api/actions/${root.requirementId}/withdraw`, body);
    expect(byOfficer.statusCode).toBe(403);
    answered(await root.manager.post(`/api/actions/${root.requirementId}/withdraw`, body), 200);
    const { state, moves, offers } = await actionOf(root);
    expect([state, moves.at(-1)?.by, offers]).toEqual(['withdrawn', 'Karin Wester', []]);
    expect(refusal(await act(root, 'withdraw', { reason: 'Igen.' }))).toEqual([409, 'action-move-refused']);
  });

  it('lapses only once its contract has ended, and the booking stands meanwhile', async () => {
    const root = await aFollowUp(t).approved();
    await endContract(root, '2026-11-25');
    expect(refusal(await act(root, 'lapse'))).toEqual([409, 'contract-running']);
    await endContract(root, '2026-11-24');
    expect(await progressOf(root)).toMatchObject({ contractHasEnded: true, contractEndsBeforeRecheck: true });
    expect((await (await recheckOf(root)).view()).state).toBe('planned');
    expect((await actionOf(root)).offers).toEqual(['verify', 'lapse']);
    answered(await act(root, 'lapse'), 200);
    expect((await actionOf(root)).state).toBe('lapsed');
  });

  it('lapses with a reason while an option may carry its contract on', async () => {
    const root = await aFollowUp(t).approved();
    await endContract(root, '2027-01-31');
    await t.asOwner(`update contract set ends_on = '2026-11-24' where id = $1`, [root.contractId]);
    expect(await progressOf(root)).toMatchObject({
      ...{ contractEndsOn: '2027-01-31', contractHasEnded: false, contractMayRunOn: true },
      contractEndsBeforeRecheck: true,
    });
    const refused = await act(root, 'lapse');
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([400, 'reason']);
    answered(await act(root, 'lapse', { reason: 'Optionen togs inte.' }), 200);
    const { state, moves } = await actionOf(root);
    expect([state, moves.at(-1)?.reason]).toEqual(['lapsed', 'Optionen togs inte.']);
  });

  it('lapses with its contract, and when none is left the case is closed', async () => {
    const root = await approvedWithTwo(t);
    await endContract(root, '2026-11-24');
    const close = async () =>
      root.officer.post(`/api/follow-ups/${root.id}/close`, { contentVersion: (await root.view()).contentVersion });
    answered(await act(root, 'lapse'), 200);
    expect(refusal(await close())).toEqual([409, 'blocked']);
    answered(await act(root, 'lapse', {}, root.otherId), 200);
    const recheck = await recheckOf(root);
    expect(answered(await close(), 200).json<FollowUpView>().state).toBe('closed');
    expect((await recheck.view()).state).toBe('cancelled');
    expect((await progressOf(root)).actions.map(({ state, offers }) => [state, offers])).toEqual([
      ['lapsed', []],
      ['lapsed', []],
    ]);
    expect(await t.asOwner(`select 1 from deadline where follow_up_id = $1 and state = 'open'`, [root.id])).toEqual([]);
  });

  it('that is a recommendation is noted, and never holds the follow-up open', async () => {
    const root = await aFollowUp(t).readyToSubmit();
    const wanted = { kind: 'recommendation', text: 'Dela rutinen.', findingIds: [root.findingId], clauseIds: [] };
    const added = answered(await root.officer.post(`/api/follow-ups/${root.id}/actions`, wanted), 201);
    const { id } = added.json<{ id: string }>();
    await decide(root);
    expect((await actionOf(root, id)).offers).toEqual(['note']);
    answered(await act(root, 'note', {}, id), 200);
    expect((await actionOf(root, id)).state).toBe('noted');
    expect((await (await recheckOf(root)).recheck()).actions.map(({ actionId }) => actionId)).not.toContain(id);
  });

  it('is moved on the version that was read, and before approval not at all', async () => {
    const root = await aFollowUp(t).approved();
    const { version } = await actionOf(root);
    const stale = await act(root, 'withdraw', { version: version + 1, reason: 'Fel.' });
    expect(refusal(stale)).toEqual([409, 'stale-version']);
    const early = await aFollowUp(t).deciding();
    expect(refusal(await act(early, 'withdraw', { reason: 'Fel.' }))).toEqual([409, 'not-approved-yet']);
    expect((await actionOf(early)).offers).toEqual([]);
  });

  it('is told of in the history also where its text is cut in the middle of a character', async () => {
    const { id, officer } = await aFollowUp(t).assessing();
    const body = { kind: 'requirement', text: `${'a'.repeat(59)}😀 introduktion`, findingIds: [], clauseIds: [] };
    answered(await officer.post(`/api/follow-ups/${id}/actions`, body), 201);
    const { items } = (await officer.get(`/api/follow-ups/${id}/history`)).json<{ items: { summary: string }[] }>();
    expect(items[0]?.summary).toBe(`Skrev krav ”${'a'.repeat(59)} …”`);
  });

  it('keeps the text that was approved (R11)', async () => {
    const root = await aFollowUp(t).approved();
    const { version } = await actionOf(root);
    const changed = await root.officer.patch(`/api/actions/${root.requirementId}`, { version, text: 'Något annat' });
    expect(refusal(changed)).toEqual([409, 'content-locked']);
  });
});
