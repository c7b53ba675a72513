import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionBasis, DelegationDecisions, FollowUpView } from '@insyn/api-schema';
import { v7 as uuidv7 } from 'uuid';
import { answerComments } from '../../test/answer-comments.js';
import { aFollowUp, answered, type AssessedFixture } from '../../test/follow-up-factory.js';
import { addRole } from '../../test/more-roles.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

interface Refusal {
  code: string;
  errors: { field: string; message: string }[];
  blockers: { code: string; message: string }[];
}

const codes = (answer: Answer) => answer.json<Refusal>().blockers.map(({ code }) => code);
const fields = (answer: Answer) => answer.json<Refusal>().errors.map(({ field }) => field);

describe('By what right a judgement is approved', () => {
  let t: TestApp;
  let registrar: Browser;
  let second: Browser;
  beforeAll(async () => {
    t = await testApp();
    await addRole(t, t.people.secondManager(t.m1), 'manager');
    registrar = await t.signIn(t.people.registrar(t.m1));
    second = await t.signIn(t.people.secondManager(t.m1));
  });
  afterAll(() => t.close());

  async function settings(changes: { delegatedMatters?: string[]; reservedMatters?: string[] }): Promise<void> {
    const register = (await registrar.get('/api/delegations')).json<{
      committees: { id: string; version: number }[];
    }>();
    const version = register.committees.find(({ id }) => id === t.m1.committeeId)?.version;
    const url = `/api/committees/${t.m1.committeeId}/decision-settings`;
    answered(await registrar.patch(url, { version, delegatedMatters: [], reservedMatters: [], ...changes }), 200);
  }
  async function delegate(accountId: string, from: string, to: string | null): Promise<string> {
    const id = uuidv7();
    await t.asOwner(
      `insert into delegation (municipality_id, id, committee_id, account_id, matter, point, reference, decided_on, valid_from,
         valid_to, created_by)
       values ($1, $2, $3, $4, 'judgement', '4.3', 'SON 2026-01-20 § 7', '2026-01-20', $5, $6, $4)`,
      [t.m1.id, id, t.m1.committeeId, accountId, from, to],
    );
    return id;
  }
  async function approve(browser: Browser, followUp: AssessedFixture): Promise<Answer> {
    answered(await browser.post(`/api/follow-ups/${followUp.id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await followUp.view();
    return browser.post(`/api/follow-ups/${followUp.id}/approve`, { contentVersion });
  }
  /** In deciding, with an outcome that departs from the rule's. */
  async function notApproved(): Promise<AssessedFixture> {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { contentVersion } = await followUp.view();
    const judgement = { contentVersion, outcome: 'not-approved', text: 'Bristen är återkommande.' };
    const why = { departureReason: 'Påpekades även i fjol.', noFactCheckReason: 'Gjordes vid mötet.' };
    answered(await followUp.officer.post(`/api/follow-ups/${followUp.id}/submit`, { ...judgement, ...why }), 200);
    return followUp;
  }
  const basisOf = async (browser: Browser, { id }: AssessedFixture) =>
    answered(await browser.get(`/api/follow-ups/${id}/decision-basis`), 200).json<DecisionBasis>();

  it('is a delegation that covers the day; one that ended yesterday, or begins tomorrow, does not (R10)', async () => {
    await settings({ delegatedMatters: ['judgement'] });
    const followUp = await aFollowUp(t).deciding();
    const { accountId } = t.people.manager(t.m1);
    // In the specs it is 25 November 2026.
    await delegate(accountId, '2026-01-20', '2026-11-24');
    await delegate(accountId, '2026-11-26', null);
    await delegate(t.people.secondManager(t.m1).accountId, '2026-11-25', '2026-11-25');
    expect(codes(await approve(followUp.manager, followUp))).toEqual(['delegation-missing']);
    expect((await basisOf(followUp.manager, followUp)).delegation).toBeNull();
    expect((await basisOf(second, followUp)).delegation).toMatchObject({ point: '4.3', validTo: '2026-11-25' });

    const view = answered(await approve(second, followUp), 200).json<FollowUpView>();
    const ground = 'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7';
    expect(view.judgements.at(-1)).toMatchObject({ status: 'approved', decidedBy: 'Per Holmqvist', ground });
    const [report] = await t.asOwner<{ snapshot: { decisionGround: string } }>(
      'select snapshot from report where follow_up_id = $1',
      [followUp.id],
    );
    expect(report?.snapshot.decisionGround).toBe(ground);
    const list = (
      await registrar.get(`/api/committees/${t.m1.committeeId}/delegation-decisions`)
    ).json<DelegationDecisions>();
    expect(list.unreported.filter(({ followUpId }) => followUpId === followUp.id)).toMatchObject([
      {
        ...{ decidedOn: '2026-11-25', decidedBy: 'Per Holmqvist', matter: 'judgement', point: '4.3' },
        ...{ summary: 'Samlad bedömning av en uppföljning: godkänd med anmärkning', caseNumber: view.caseNumber },
      },
    ]);
    await settings({});
  });

  it('is the committee’s own decision where it has kept the matter: a letter is drawn up, and its decision cited', async () => {
    await settings({ delegatedMatters: ['judgement'], reservedMatters: ['judgement.not-approved'] });
    const followUp = await notApproved();
    const { id, manager } = followUp;
    const refused = await approve(manager, followUp);
    expect(codes(refused)).toEqual(['reserved-for-committee']);
    expect(refused.json<Refusal>().blockers[0]?.message).toContain('tjänsteskrivelse');
    expect(await basisOf(manager, followUp)).toMatchObject({ reserved: true, letters: [], committeeDecision: null });

    const proposal =
      'Nämnden bedömer verksamheten som inte godkänd.\nNämnden uppdrar åt förvaltningen att följa upp kraven.';
    answered(await manager.post(`/api/follow-ups/${id}/official-letter`, { proposal }), 201);
    const { letters } = await basisOf(manager, followUp);
    expect(letters).toMatchObject([{ issuedOn: '2026-11-25', title: expect.stringContaining('Tjänsteskrivelse') }]);
    const [document] = await t.asOwner<{
      content: { proposals: string[]; requirements: string[]; assessment: string };
      direction: string;
      title: string;
    }>(
      `select d.content, r.direction, r.public_title as title from issued_document d join record r on r.id = d.record_id
       where d.id = $1`,
      [letters[0]?.id],
    );
    expect(document?.content.proposals).toEqual(proposal.split('\n'));
    const sentences = [...document!.content.requirements, ...document!.content.assessment.split('\n\n')];
    for (const sentence of sentences) expect(sentence).toMatch(/[^.;]\.$/);
    expect(document).toMatchObject({ direction: 'drawn-up', title: expect.stringContaining('Tjänsteskrivelse') });

    const decision = { decidedOn: '2026-11-25', reference: 'SON § 41', text: 'Enligt förslaget.' };
    const register = (body: object) => registrar.post(`/api/follow-ups/${id}/committee-decision`, body);
    expect(fields(await register({ ...decision, decidedOn: '2026-11-26' }))).toEqual(['decidedOn']);
    expect(fields(await register({ ...decision, decidedOn: '2026-11-24' }))).toEqual(['decidedOn']);
    answered(await register(decision), 201);
    expect((await register(decision)).json<Refusal>().code).toBe('committee-has-decided');
    expect(await basisOf(manager, followUp)).toMatchObject({
      committeeDecision: { ...decision, registeredBy: 'Sara Nyberg' },
    });
    const view = answered(await approve(manager, followUp), 200).json<FollowUpView>();
    const ground = 'Fattat av Socialnämnden den 25 november 2026, SON § 41';
    expect(view.judgements.at(-1)).toMatchObject({ outcome: 'not-approved', status: 'approved', ground });
    expect(await t.asOwner('select 1 from delegation_decision where follow_up_id = $1', [id])).toEqual([]);
    await settings({});
  });

  it('of another outcome than the kept one is not the committee’s, and nothing can be put before it', async () => {
    await settings({ reservedMatters: ['judgement.not-approved'] });
    const followUp = await aFollowUp(t).deciding();
    const asked = await followUp.manager.post(`/api/follow-ups/${followUp.id}/official-letter`, {
      proposal: 'Bifall.',
    });
    expect([asked.statusCode, asked.json<Refusal>().code]).toEqual([409, 'not-reserved']);
    const { judgements } = answered(await approve(followUp.manager, followUp), 200).json<FollowUpView>();
    expect(judgements.at(-1)?.ground).toBeNull();
    await settings({});
  });

  it('a decision of the committee stands for the judgement that it was about, not for the next', async () => {
    await settings({ reservedMatters: ['judgement.not-approved'] });
    const followUp = await notApproved();
    const { id, manager, officer } = followUp;
    const decision = { decidedOn: '2026-11-25', reference: 'SON § 42' };
    answered(await manager.post(`/api/follow-ups/${id}/committee-decision`, decision), 201);
    const { contentVersion } = await followUp.view();
    const comments = [{ place: { kind: 'judgement' }, text: 'Nämnden vill ha mer underlag.' }];
    answered(await manager.post(`/api/follow-ups/${id}/return`, { contentVersion, comments }), 200);
    await answerComments(followUp);
    const judgement = { contentVersion, outcome: 'not-approved', text: 'Kompletterad.', departureReason: 'Som förut.' };
    answered(await officer.post(`/api/follow-ups/${id}/submit`, { ...judgement, noFactCheckReason: 'Mötet.' }), 200);
    expect(codes(await approve(manager, followUp))).toEqual(['reserved-for-committee']);
    await settings({});
  });

  it('of what cannot be judged is approved like any other, and closes what asks nothing of the provider', async () => {
    const followUp = await aFollowUp(t).readyToSubmit();
    const { id, officer, requirementId } = followUp;
    const { actions } = await followUp.view();
    const version = actions.find((action) => action.id === requirementId)?.version;
    answered(await officer.request({ method: 'DELETE', url: `/api/actions/${requirementId}?version=${version}` }), 204);
    const { contentVersion } = await followUp.view();
    const judgement = { contentVersion, outcome: 'cannot-be-judged', text: 'Underlaget räcker inte.' };
    const why = { departureReason: 'Verksamheten är nystartad.', noFactCheckReason: 'Gjordes vid mötet.' };
    answered(await officer.post(`/api/follow-ups/${id}/submit`, { ...judgement, ...why }), 200);
    const view = answered(await approve(followUp.manager, followUp), 200).json<FollowUpView>();
    expect(view).toMatchObject({ state: 'closed', recheckDue: null, reports: [{ version: 1 }] });
    expect(view.judgements.at(-1)).toMatchObject({ outcome: 'cannot-be-judged', status: 'approved' });
    expect(await t.asOwner('select 1 from follow_up where parent_id = $1', [id])).toEqual([]);
    expect(await t.asOwner('select 1 from action_plan where follow_up_id = $1', [id])).toEqual([]);
  });
});
