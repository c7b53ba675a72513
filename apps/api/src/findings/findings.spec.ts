import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssessedFixture, aFollowUp, answered } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('Findings and the actions that rest on them', () => {
  let t: TestApp;
  let followUp: AssessedFixture;
  let other: AssessedFixture;
  let officer: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).readyToSubmit();
    other = await aFollowUp(t).readyToSubmit();
    officer = followUp.officer;
    stranger = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const add = (body: object): Promise<Answer> => {
    const finding = { kind: 'deficiency', severity: 'serious', title: 'Rutin saknas', clauseIds: [], evidenceIds: [] };
    return officer.post(`/api/follow-ups/${followUp.id}/findings`, { ...finding, ...body });
  };
  const act = (body: object): Promise<Answer> => {
    const action = { kind: 'requirement', text: 'Inför en rutin', findingIds: [], clauseIds: [] };
    return officer.post(`/api/follow-ups/${followUp.id}/actions`, { ...action, ...body });
  };
  const fieldsOf = (answer: Answer) => {
    expect(answer.statusCode).toBe(400);
    return answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
  };
  const missing = async () => (await followUp.view()).missing.map(({ code, place }) => [code, place.id]);

  it('a deficiency without evidence is written, but stops the way to a decision at its place (R6)', async () => {
    const { id } = answered(await add({ clauseIds: [followUp.clauseIds['§ 8']] }), 201).json<{ id: string }>();
    expect(await missing()).toEqual([
      ['deficiency-without-evidence', id],
      ['serious-deficiency-without-requirement', id],
    ]);
    const { contentVersion } = await followUp.view();
    const submit = { contentVersion, outcome: 'not-approved', text: 'Brister finns.', noFactCheckReason: 'Möte.' };
    const refused = await officer.post(`/api/follow-ups/${followUp.id}/submit`, submit);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'blocked']);
    expect(refused.json().blockers[0]).toMatchObject({
      code: 'deficiency-without-evidence',
      place: { kind: 'finding', id },
    });
    answered(await officer.patch(`/api/findings/${id}`, { version: 1, evidenceIds: [followUp.meetingId] }), 200);
    const action = answered(await act({ findingIds: [id] }), 201).json<{ id: string }>();
    expect(await missing()).toEqual([]);
    answered(await officer.delete(`/api/actions/${action.id}?version=1`), 204);
    answered(await officer.delete(`/api/findings/${id}?version=2`), 204);
  });

  it('a requirement without a deficiency stops the way to a decision (R7)', async () => {
    const { id } = answered(await act({}), 201).json<{ id: string }>();
    expect(await missing()).toEqual([['requirement-without-deficiency', id]]);
    answered(await officer.patch(`/api/actions/${id}`, { version: 1, findingIds: [followUp.findingId] }), 200);
    expect(await missing()).toEqual([]);
    answered(await officer.delete(`/api/actions/${id}?version=2`), 204);
  });

  it('only a deficiency has a severity, and it must have one', async () => {
    expect(fieldsOf(await add({ severity: null }))).toEqual(['severity']);
    expect(fieldsOf(await add({ kind: 'strength' }))).toEqual(['severity']);
    const { id } = answered(await add({}), 201).json<{ id: string }>();
    answered(await officer.patch(`/api/findings/${id}`, { version: 1, kind: 'strength' }), 200);
    expect((await followUp.view()).findings.at(-1)).toMatchObject({ kind: 'strength', severity: null });
    answered(await officer.delete(`/api/findings/${id}?version=2`), 204);
  });

  it('are tied to clauses, evidence and findings of their own follow-up only', async () => {
    expect(fieldsOf(await add({ clauseIds: [other.clauseIds['§ 7']] }))).toEqual(['clauseIds']);
    expect(fieldsOf(await add({ evidenceIds: [other.meetingId] }))).toEqual(['evidenceIds']);
    expect(fieldsOf(await act({ findingIds: [other.findingId] }))).toEqual(['findingIds']);
    expect(fieldsOf(await act({ clauseIds: [other.clauseIds['§ 7']] }))).toEqual(['clauseIds']);
    expect(fieldsOf(await act({ text: '' }))).toEqual(['text']);
    expect(fieldsOf(await act({ dueDate: '2027-02-30' }))).toEqual(['dueDate']);
    expect(fieldsOf(await add({ title: 'x'.repeat(201) }))).toEqual(['title']);
    expect(fieldsOf(await add({ okänt: 1 }))).toEqual(['okänt']);
  });

  it('a finding that an action rests on, and evidence that a finding cites, stay', async () => {
    const finding = await officer.delete(`/api/findings/${followUp.findingId}?version=1`);
    expect([finding.statusCode, finding.json().code]).toEqual([409, 'finding-cited']);
    const evidence = await officer.delete(`/api/evidence/${followUp.meetingId}?version=1`);
    expect([evidence.statusCode, evidence.json().code]).toEqual([409, 'evidence-cited']);
    expect(evidence.json().title).toContain('”Introduktionen är inte samlad”');
  });

  it('of another municipality do not exist (R20)', async () => {
    const change = { version: 1, title: 'Intrång' };
    const answers = [
      await stranger.patch(`/api/findings/${followUp.findingId}`, change),
      await stranger.delete(`/api/findings/${followUp.findingId}?version=1`),
      await stranger.patch(`/api/actions/${followUp.requirementId}`, { version: 1, text: 'Intrång' }),
      await stranger.delete(`/api/actions/${followUp.requirementId}?version=1`),
      await stranger.post(`/api/follow-ups/${followUp.id}/actions`, {
        kind: 'requirement',
        text: 'x',
        findingIds: [],
        clauseIds: [],
      }),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404, 404]);
  });
});
