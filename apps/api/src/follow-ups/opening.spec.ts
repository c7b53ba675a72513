import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@insyn/api-schema';
import { aContract } from '../../test/contract-fixture.js';
import { aFollowUp, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { type Answer, type Browser, type TestApp, testApp } from '../../test/test-app.js';

describe('A new follow-up', () => {
  let t: TestApp;
  let officer: Browser;
  let colleague: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    colleague = await t.signIn(t.people.secondOfficer(t.m1));
    stranger = await t.signIn(t.people.officer(t.m2));
  });
  afterAll(() => t.close());

  const open = (from: FollowUpFixture, body: object = {}, browser = officer): Promise<Answer> => {
    const { contractId, unitId } = from;
    const wanted = { contractId, unitId, kind: 'planned', year: 2026, focusAreas: ['Bemanning'] };
    return browser.post('/api/follow-ups', { ...wanted, ...body });
  };
  const fieldsOf = (answer: Answer): string[] =>
    answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field);
  const viewOf = async (id: string) => (await officer.get(`/api/follow-ups/${id}`)).json<FollowUpView>();

  describe('as it is opened', () => {
    it('takes the clauses of the focus areas and the clauses named, ordered by their numbers', async () => {
      const first = await aFollowUp(t).planned();
      const answer = await open(first, { clauseIds: [first.clauseIds['§ 7']] });
      const { clauses, team, state, title } = await viewOf(answer.json().id);
      expect(clauses.map((clause) => clause.number)).toEqual(['§ 7', '§ 15', '§ 23']);
      expect(team.map((member) => member.name)).toEqual(['Maja Lindgren']);
      expect(state).toBe('planned');
      expect(title).toMatch(/^Omsorgsbolaget \d+ AB, personlig assistans 2026$/);
    });

    it('freezes the clause set, so that a change of the contract makes the next version', async () => {
      const { contractId } = await aFollowUp(t).planned();
      const contract = (await officer.get(`/api/contracts/${contractId}`)).json();
      expect(contract.clauseSet.frozen).toBe(true);
      expect(contract.clauseSet.number).toBe(1);
    });

    it('refuses an empty scope, an unknown focus area, a clause of another contract and a unit outside the contract', async () => {
      const [one, other] = [await aFollowUp(t).planned(), await aFollowUp(t).planned()];
      const refused = async (body: object) => {
        const answer = await open(one, body);
        expect(answer.statusCode).toBe(400);
        return fieldsOf(answer);
      };
      expect(await refused({ focusAreas: [] })).toEqual(['focusAreas']);
      expect(await refused({ focusAreas: ['Ekonomi'] })).toEqual(['focusAreas']);
      expect(await refused({ clauseIds: [other.clauseIds['§ 7']] })).toEqual(['clauseIds']);
      expect(await refused({ unitId: other.unitId })).toEqual(['unitId']);
      expect(await refused({ kind: 're-check' })).toEqual(['kind']);
      expect(await refused({ year: 1889 })).toEqual(['year']);
      expect(await refused({ teamIds: [t.people.officer(t.m2).accountId] })).toEqual(['teamIds']);
      expect(await refused({ teamIds: [t.people.secondOfficer(t.m1).accountId] })).toEqual(['teamIds']);
    });

    it('refuses a contract without clauses, one of another committee and one of another municipality alike', async () => {
      const { contractId, unitId } = await aContract(officer, t.m1, 6500);
      const wanted = { contractId, unitId, kind: 'planned', year: 2026, focusAreas: ['Bemanning'] };
      expect(fieldsOf(await officer.post('/api/follow-ups', wanted))).toEqual(['focusAreas']);
      const elsewhere = await aFollowUp(t).planned();
      expect(fieldsOf(await open(elsewhere, {}, colleague))).toEqual(['contractId']);
      expect(fieldsOf(await open(elsewhere, {}, stranger))).toEqual(['contractId']);
    });

    it('is opened once however often the same request comes', async () => {
      const from = await aFollowUp(t).planned();
      const { contractId, unitId } = from;
      const body = { contractId, unitId, kind: 'planned', year: 2026, focusAreas: ['Bemanning'] };
      const key = { 'idempotency-key': 'samma-nyckel-tva-ganger' };
      const [one, two] = [
        await officer.post('/api/follow-ups', body, key),
        await officer.post('/api/follow-ups', body, key),
      ];
      expect(two.json().id).toBe(one.json().id);
    });
  });

  describe('has a case number', () => {
    it('of the committee’s own series, without gaps even when many open at once', async () => {
      const from = await aFollowUp(t).planned();
      const opened = await Promise.all([1, 2, 3, 4].map(() => open(from)));
      const numbers = await Promise.all(opened.map(async (answer) => (await viewOf(answer.json().id)).caseNumber));
      const running = numbers.map((caseNumber) => Number(caseNumber.split('/')[2])).sort((a, b) => a - b);
      expect(numbers.every((caseNumber) => /^SON\/2026\/\d{4}\/739$/.test(caseNumber))).toBe(true);
      expect(running).toEqual(running.map((_, index) => (running[0] ?? 0) + index));
    });

    it('typed in from the register is normalised; one that exists already is refused', async () => {
      const from = await aFollowUp(t).planned();
      const first = await open(from, { caseNumber: 'dnr: sun 2026–149' });
      expect((await viewOf(first.json().id)).caseNumber).toBe('SUN 2026-149');
      const again = await open(from, { caseNumber: 'SUN 2026 - 149' });
      expect(again.statusCode).toBe(409);
      expect(again.json().code).toBe('case-number-taken');
      expect(fieldsOf(again)).toEqual(['caseNumber']);
      expect(fieldsOf(await open(from, { caseNumber: 'utan siffra' }))).toEqual(['caseNumber']);
    });

    it('takes the next of the series where the generated one was typed in before', async () => {
      const from = await aFollowUp(t).planned();
      const last = Number((await from.view()).caseNumber.split('/')[2]);
      const numbered = (number: number) => `SON/2026/${String(number).padStart(4, '0')}/739`;
      expect((await open(from, { caseNumber: numbered(last + 1) })).statusCode).toBe(201);
      expect((await viewOf((await open(from)).json().id)).caseNumber).toBe(numbered(last + 2));
    });

    it('may be the same in two municipalities', async () => {
      const [ours, theirs] = [await aFollowUp(t).planned(), await aFollowUp(t, { municipality: t.m2 }).planned()];
      const caseNumber = 'GEMENSAM 2026-1';
      expect((await open(ours, { caseNumber })).statusCode).toBe(201);
      expect((await open(theirs, { caseNumber }, theirs.officer)).statusCode).toBe(201);
    });
  });
});
