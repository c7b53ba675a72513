import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type TestApp, testApp } from '../../test/test-app.js';

describe('A figure', () => {
  let t: TestApp;
  let followUp: FollowUpFixture;

  beforeAll(async () => {
    t = await testApp();
    followUp = await aFollowUp(t).gathering();
  });
  afterAll(() => t.close());

  const add = (body: object): Promise<Answer> => {
    const figure = { name: 'Sjukfrånvaro', unit: 'share', period: '2026', aboutPersons: true };
    return followUp.officer.post(`/api/follow-ups/${followUp.id}/figures`, { ...figure, ...body });
  };
  const fieldsOf = (answer: Answer) => {
    expect(answer.statusCode).toBe(400);
    return answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
  };

  it('that is counted is shown as k of n with its percentage, computed (R4)', async () => {
    answered(await add({ source: 'counted', found: 7, total: 9 }), 201);
    answered(await add({ source: 'counted', unit: 'persons', name: 'Kunder', found: 1180 }), 201);
    const displays = (await followUp.view()).figures.map((figure) => figure.display.replaceAll('\u00a0', ' '));
    expect(displays).toEqual(['7 av 9, 78 %', '1 180']);
  });

  it('that is reported is quoted in the provider’s words and never computed on (R4)', async () => {
    answered(await add({ source: 'reported', reportedWords: 'cirka 50 %', reportedBy: 'enkätsvaret' }), 201);
    const figure = (await followUp.view()).figures.at(-1);
    expect(figure).toMatchObject({ found: null, total: null, reportedWords: 'cirka 50 %' });
    expect(figure?.display).toBe('”cirka 50 %” (uppgift från enkätsvaret)');
  });

  it.each([
    ['a counted share without n and N', { source: 'counted' }, ['found', 'total']],
    ['a counted share without N', { source: 'counted', found: 7 }, ['total']],
    ['a counted percentage without N', { source: 'counted', unit: 'percent', found: 50 }, ['total']],
    ['more found than there are', { source: 'counted', found: 10, total: 9 }, ['found']],
    ['a share of nothing', { source: 'counted', found: 0, total: 0 }, ['total']],
    ['a reported one without words', { source: 'reported', reportedBy: 'enkätsvaret' }, ['reportedWords']],
    ['a reported one without its source', { source: 'reported', reportedWords: '50 %' }, ['reportedBy']],
    [
      'a reported one with numbers',
      { source: 'reported', reportedWords: '50 %', reportedBy: 'svaret', found: 1 },
      ['found'],
    ],
    ['a counted one with words', { source: 'counted', found: 7, total: 9, reportedWords: '50 %' }, ['reportedWords']],
    ['half a person', { source: 'counted', found: 1.5, total: 9 }, ['found']],
    ['a number below zero', { source: 'counted', found: -1, total: 9 }, ['found']],
  ])('cannot be %s (R4)', async (_, body, fields) => {
    expect(fieldsOf(await add(body))).toEqual(fields);
  });

  it('is changed and removed in the version that was read, and only in its own municipality (R20)', async () => {
    const { id } = answered(await add({ source: 'counted', found: 1, total: 9 }), 201).json<{ id: string }>();
    const stranger = await t.signIn(t.people.officer(t.m2));
    expect((await stranger.patch(`/api/figures/${id}`, { version: 1, found: 2 })).statusCode).toBe(404);
    expect((await stranger.delete(`/api/figures/${id}?version=1`)).statusCode).toBe(404);
    expect(fieldsOf(await followUp.officer.patch(`/api/figures/${id}`, { version: 1, found: 10 }))).toEqual(['found']);
    answered(await followUp.officer.patch(`/api/figures/${id}`, { version: 1, found: 2 }), 200);
    expect((await followUp.officer.delete(`/api/figures/${id}?version=1`)).json().code).toBe('stale-version');
    answered(await followUp.officer.delete(`/api/figures/${id}?version=2`), 204);
    expect((await followUp.view()).figures.map((figure) => figure.id)).not.toContain(id);
  });
});
