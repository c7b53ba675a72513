import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionBasis, FollowUpView } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { addRole } from '../../test/more-roles.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  title: string;
  errors: { field: string; message: string }[];
  blockers: { code: string; message: string; place: { kind: string } }[];
}

describe('Conflict of interest in a follow-up (R10)', () => {
  let t: TestApp;
  let colleague: Browser;
  let colleagueId: string;
  beforeAll(async () => {
    t = await testApp();
    const person = t.people.secondOfficer(t.m1);
    colleagueId = person.accountId;
    await addRole(t, person, 'officer');
    colleague = await t.signIn(person);
  });
  afterAll(() => t.close());

  const officerId = () => t.people.officer(t.m1).accountId;
  const declare = (browser: Browser, { id }: FollowUpFixture, body: object) =>
    browser.post(`/api/follow-ups/${id}/conflict-declaration`, body);
  const lift = (browser: Browser, { id }: FollowUpFixture, accountId: string) =>
    browser.post(`/api/follow-ups/${id}/conflict-declarations/${accountId}/lift`, { reason: 'Uppdraget är avslutat.' });
  const codes = (answer: Answer) => answer.json<Refusal>().blockers.map(({ code }) => code);
  async function changeTeam(followUp: FollowUpFixture, teamIds: string[]): Promise<Answer> {
    const { version } = await followUp.view();
    return followUp.officer.patch(`/api/follow-ups/${followUp.id}`, { version, teamIds });
  }
  async function withColleague(): Promise<FollowUpFixture & { findingId: string }> {
    const followUp = await aFollowUp(t).readyToSubmit();
    answered(await changeTeam(followUp, [officerId(), colleagueId]), 200);
    return followUp;
  }
  async function submit(followUp: FollowUpFixture): Promise<Answer> {
    const { contentVersion } = await followUp.view();
    const { outcome } = (await followUp.officer.get(`/api/follow-ups/${followUp.id}/judgement-proposal`)).json<{
      outcome: string;
    }>();
    const body = { contentVersion, outcome, text: 'Bra.', noFactCheckReason: 'Gjordes vid mötet.' };
    return followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, body);
  }

  it('is asked of everyone in the team: nothing is sent for approval before all have answered', async () => {
    const followUp = await withColleague();
    const refused = await submit(followUp);
    expect([refused.statusCode, ...codes(refused)]).toEqual([409, 'team-conflict-undeclared']);
    expect(refused.json<Refusal>().blockers[0]?.message).toContain('Olle Sandahl');
    const view = answered(await declare(colleague, followUp, { hasConflict: false }), 200).json<FollowUpView>();
    expect(view.declarations).toContainEqual(
      expect.objectContaining({ accountId: colleagueId, name: 'Olle Sandahl', hasConflict: false, lifted: false }),
    );
    expect((await submit(followUp)).statusCode).toBe(200);
  });

  it('takes the person out of the team at once, and keeps out', async () => {
    const followUp = await withColleague();
    const reason = 'Min syster arbetar i verksamheten.';
    const view = answered(await declare(colleague, followUp, { hasConflict: true, reason }), 200).json<FollowUpView>();
    expect(view.team.map(({ id }) => id)).toEqual([officerId()]);
    expect(view.editable).toBe(false);
    const back = await changeTeam(followUp, [officerId(), colleagueId]);
    expect(back.statusCode).toBe(400);
    expect(back.json<Refusal>().errors).toEqual([
      { field: 'teamIds', message: 'Olle Sandahl har anmält jäv i ärendet och kan inte ingå i teamet.' },
    ]);
    const events = await t.asOwner<{ kind: string }>(
      'select kind from event where follow_up_id = $1 order by sequence desc limit 2',
      [followUp.id],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['follow-up.team-left', 'judgement.conflict-declared']);
  });

  it('stops every further act of the person in the case, with why, and no other person’s', async () => {
    const followUp = await withColleague();
    answered(await declare(colleague, followUp, { hasConflict: true }), 200);
    const { contentVersion } = await followUp.view();
    const acts: [string, Promise<Answer>][] = [
      ['a move', colleague.post(`/api/follow-ups/${followUp.id}/gather-more`, { contentVersion })],
      ['a finding', colleague.patch(`/api/findings/${followUp.findingId}`, { version: 1, title: 'Ändrad' })],
      ['another declaration', declare(colleague, followUp, { hasConflict: false })],
    ];
    for (const [act, asked] of acts) {
      const answer = await asked;
      expect([act, answer.statusCode, answer.json<Refusal>().code]).toEqual([act, 403, 'conflict-declared']);
    }
    expect((await followUp.view()).contentVersion).toBe(contentVersion);
    expect((await submit(followUp)).statusCode).toBe(200);
  });

  it('is lifted by a manager, who says why; the person is asked anew', async () => {
    const followUp = await withColleague();
    answered(await declare(colleague, followUp, { hasConflict: true, reason: 'Uppdrag hos utföraren.' }), 200);
    expect((await lift(colleague, followUp, colleagueId)).statusCode).toBe(403);
    answered(await lift(followUp.manager, followUp, colleagueId), 200);
    expect((await lift(followUp.manager, followUp, colleagueId)).json<Refusal>().code).toBe('no-conflict-stands');
    answered(await changeTeam(followUp, [officerId(), colleagueId]), 200);
    expect(codes(await submit(followUp))).toEqual(['team-conflict-undeclared']);
    answered(await declare(colleague, followUp, { hasConflict: false }), 200);
    expect((await submit(followUp)).statusCode).toBe(200);
  });

  it('shows the person’s own words to the person and to those who decide, and to nobody else', async () => {
    const followUp = await withColleague();
    const reason = 'Min syster arbetar i verksamheten.';
    answered(await declare(colleague, followUp, { hasConflict: true, reason }), 200);
    const reasonSeenBy = async (browser: Browser) => {
      const answer = await browser.get(`/api/follow-ups/${followUp.id}/decision-basis`);
      return answer.json<DecisionBasis>().declarations.find(({ accountId }) => accountId === colleagueId)?.reason;
    };
    expect(await reasonSeenBy(followUp.manager)).toBe(reason);
    expect(await reasonSeenBy(colleague)).toBe(reason);
    expect(await reasonSeenBy(followUp.officer)).toBe('');
    const history = await followUp.officer.get(`/api/follow-ups/${followUp.id}/history`);
    expect(history.body).not.toContain('syster');
  });

  it('is not asked of one who neither writes nor decides', async () => {
    const followUp = await aFollowUp(t).gathering();
    const registrar = await t.signIn(t.people.registrar(t.m1));
    expect((await declare(registrar, followUp, { hasConflict: false })).statusCode).toBe(403);
  });
});

describe('An approver who becomes a team member (R10)', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  it('may no longer approve, whatever was declared before', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { manager, officer, id } = followUp;
    answered(await declareNone(manager, id), 200);
    const { accountId } = t.people.manager(t.m1);
    const { version } = await followUp.view();
    const teamIds = [t.people.officer(t.m1).accountId, accountId];
    answered(await officer.patch(`/api/follow-ups/${id}`, { version, teamIds }), 200);
    const { contentVersion } = await followUp.view();
    const { outcome } = (await officer.get(`/api/follow-ups/${id}/judgement-proposal`)).json<{ outcome: string }>();
    const judgement = { contentVersion, outcome, text: 'Bra.', noFactCheckReason: 'Gjordes vid mötet.' };
    answered(await officer.post(`/api/follow-ups/${id}/submit`, judgement), 200);
    const refused = await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion });
    expect([refused.statusCode, ...refused.json<Refusal>().blockers.map(({ code }) => code)]).toEqual([
      ...[409, 'approver-in-team'],
    ]);
  });

  const declareNone = (browser: Browser, id: string) =>
    browser.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false });
});
