import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { aContract } from '../../test/contract-fixture.js';
import { testApp, type Answer, type Browser, type TestApp } from '../../test/test-app.js';

interface Clause {
  id: string;
  number: string;
  version: number;
}

interface ClauseSet {
  id: string;
  number: number;
  frozen: boolean;
  version: number;
  clauses: Clause[];
}

describe('Clauses', () => {
  let t: TestApp;
  let officer: Browser;
  let seed = 0;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
  });
  afterAll(() => t.close());

  const newContract = async (): Promise<string> => (await aContract(officer, t.m1, (seed += 1))).contractId;
  const setOf = async (contractId: string): Promise<ClauseSet> =>
    (await officer.get('/api/contracts/' + contractId)).json().clauseSet;
  const sound = (number: string, clauseSetVersion: number): object => ({
    clauseSetVersion,
    number,
    heading: 'Genomförandeplan',
    text: 'Varje kund ska ha en aktuell genomförandeplan.',
    kind: 'requirement',
    focusArea: 'Dokumentation',
    critical: true,
    verification: 'Granskning av akter',
  });
  const add = async (contractId: string, number: string): Promise<Answer> =>
    officer.post(`/api/contracts/${contractId}/clauses`, sound(number, (await setOf(contractId)).version));
  const errorsOf = (answer: Answer): Record<string, string> =>
    Object.fromEntries(
      (answer.json().errors as { field: string; message: string }[]).map(({ field, message }) => [field, message]),
    );
  const freeze = (setId: string): Promise<unknown> =>
    t.asOwner('update clause_set set frozen_at = now(), version = version + 1 where id = $1', [setId]);

  it('sort by the parts of their numbers: 4.9 before 4.10, § 7 before § 12', async () => {
    const contractId = await newContract();
    for (const number of ['§12', '4.10', '7 §', '4.9', 'M1'])
      expect((await add(contractId, number)).statusCode).toBe(201);
    const { clauses } = await setOf(contractId);
    expect(clauses.map(({ number }) => number)).toEqual(['4.9', '4.10', '§ 7', '§ 12', 'M1']);
  });

  it('have a number once in a contract, however it is written', async () => {
    const contractId = await newContract();
    await add(contractId, '§ 12');
    for (const number of ['12', '§12', '12.']) {
      const answer = await add(contractId, number);
      expect(answer.statusCode).toBe(400);
      expect(errorsOf(answer)['number']).toMatch(/finns redan i avtalet/);
    }
    const other = (await add(contractId, '13')).json();
    const moved = await officer.patch('/api/clauses/' + other.id, { version: 1, number: '12' });
    expect(errorsOf(moved)['number']).toMatch(/finns redan i avtalet/);
    const kept = await officer.patch('/api/clauses/' + other.id, { version: 1, number: '§ 13' });
    expect(kept.statusCode).toBe(200);
  });

  it('name each fault at its field', async () => {
    const contractId = await newContract();
    const version = (await setOf(contractId)).version;
    const url = `/api/contracts/${contractId}/clauses`;
    const wrong = await officer.post(url, {
      ...sound('1', version),
      kind: 'wish',
      critical: 'ja',
      text: 'x'.repeat(5001),
    });
    expect(wrong.statusCode).toBe(400);
    expect(errorsOf(wrong)).toEqual({
      kind: 'Välj ett av alternativen.',
      critical: 'Svara ja eller nej.',
      text: 'Skriv högst 5000 tecken.',
    });
    expect(errorsOf(await officer.post(url, sound('<b>', version)))['number']).toBe(
      '”<b>” är inget nummer på en avtalspunkt.',
    );
    const empty = await officer.post(url, { ...sound('1', version), heading: '', text: ' ' });
    expect(errorsOf(empty)['text']).toBe('Skriv en rubrik eller en text.');
    const unknown = await officer.post(url, { ...sound('1', version), sanction: 'vite' });
    expect(errorsOf(unknown)['sanction']).toBe('Fältet är okänt.');
  });

  it('are added to the version of the set that was read, and told who changed it', async () => {
    const contractId = await newContract();
    const first = await officer.post(`/api/contracts/${contractId}/clauses`, sound('1', 1));
    expect(first.json()).toMatchObject({ version: 1, clauseSetNumber: 1, clauseSetVersion: 2 });
    const stale = await officer.post(`/api/contracts/${contractId}/clauses`, sound('2', 1));
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'stale-version',
      version: 2,
      changedBy: 'Maja Lindgren',
      change: 'Lade till avtalspunkt 1',
    });
  });

  it('are added once by a double click', async () => {
    const contractId = await newContract();
    const key = { 'idempotency-key': uuidv7() };
    const clicks = [1, 2].map(() => officer.post(`/api/contracts/${contractId}/clauses`, sound('1', 1), key));
    const [first, second] = await Promise.all(clicks);
    expect([first?.statusCode, second?.statusCode]).toEqual([201, 201]);
    expect(second?.json()).toEqual(first?.json());
    expect((await setOf(contractId)).clauses).toHaveLength(1);
  });

  it('change and go on the version that was read', async () => {
    const contractId = await newContract();
    const { id } = (await add(contractId, '1')).json();
    const changed = await officer.patch('/api/clauses/' + id, { version: 1, critical: false });
    expect(changed.json()).toMatchObject({ id, version: 2, clauseSetVersion: 3 });
    const stale = await officer.patch('/api/clauses/' + id, { version: 1, heading: 'Annan' });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ changedBy: 'Maja Lindgren', change: 'Ändrade avtalspunkt 1' });
    expect((await officer.delete(`/api/clauses/${id}?version=1`)).statusCode).toBe(409);
    expect((await setOf(contractId)).clauses[0]).toMatchObject({ heading: 'Genomförandeplan', critical: false });
    expect((await officer.delete(`/api/clauses/${id}?version=2`)).statusCode).toBe(204);
    expect((await setOf(contractId)).clauses).toEqual([]);
  });

  it('of a set in use never change: adding, changing or removing one makes the next version', async () => {
    const contractId = await newContract();
    const before: Clause[] = [];
    for (const number of ['1', '2', '3']) before.push((await add(contractId, number)).json());
    const used = await setOf(contractId);
    const rows = (): Promise<object[]> =>
      t.asOwner('select * from clause where clause_set_id = $1 order by id', [used.id]);
    const frozen = await rows();

    await freeze(used.id);
    const changed = await officer.patch('/api/clauses/' + before[0]?.id, { version: 1, text: 'Ny lydelse.' });
    expect(changed.json()).toMatchObject({ version: 2, clauseSetNumber: 2, clauseSetVersion: 1 });
    expect(changed.json().id).not.toBe(before[0]?.id);
    const second = await setOf(contractId);
    expect(second).toMatchObject({ number: 2, frozen: false });
    expect(second.clauses.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(second.clauses[0]).toMatchObject({ id: changed.json().id, text: 'Ny lydelse.' });

    await freeze(second.id);
    const removed = second.clauses[1];
    expect((await officer.delete(`/api/clauses/${removed?.id}?version=${removed?.version}`)).statusCode).toBe(204);
    const third = await setOf(contractId);
    expect([third.number, third.clauses.map(({ number }) => number)]).toEqual([3, ['1', '3']]);

    await freeze(third.id);
    expect((await add(contractId, '4')).json()).toMatchObject({ clauseSetNumber: 4 });
    expect(await rows()).toEqual(frozen);
  });

  it('of an older version of the set cannot be changed', async () => {
    const contractId = await newContract();
    const { id } = (await add(contractId, '1')).json();
    await freeze((await setOf(contractId)).id);
    await officer.patch('/api/clauses/' + id, { version: 1, text: 'Ny lydelse.' });
    const late = await officer.patch('/api/clauses/' + id, { version: 1, text: 'För sent.' });
    expect(late.statusCode).toBe(409);
    expect(late.json().code).toBe('clause-set-superseded');
  });

  it('give one next version when two officers change a set in use at once', async () => {
    const contractId = await newContract();
    const first = (await add(contractId, '1')).json();
    const second = (await add(contractId, '2')).json();
    await freeze((await setOf(contractId)).id);
    const answers = await Promise.all(
      [first, second].map(({ id }) => officer.patch('/api/clauses/' + id, { version: 1, text: 'Samtidigt.' })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await setOf(contractId)).number).toBe(2);
  });

  it('of another municipality or committee do not exist (R20), and only officers write', async () => {
    const contractId = await newContract();
    const { id } = (await add(contractId, '1')).json();
    const neighbour = await t.signIn(t.people.officer(t.m2));
    const colleague = await t.signIn(t.people.secondOfficer(t.m1));
    for (const browser of [neighbour, colleague]) {
      expect((await browser.post(`/api/contracts/${contractId}/clauses`, sound('2', 2))).statusCode).toBe(404);
      expect((await browser.patch('/api/clauses/' + id, { version: 1, text: 'x' })).statusCode).toBe(404);
      expect((await browser.delete(`/api/clauses/${id}?version=1`)).statusCode).toBe(404);
    }
    for (const role of ['manager', 'registrar', 'auditor', 'administrator'] as const) {
      const browser = await t.signIn(t.people[role](t.m1));
      expect((await browser.post(`/api/contracts/${contractId}/clauses`, sound('2', 2))).statusCode).toBe(403);
      expect((await browser.patch('/api/clauses/' + id, { version: 1, text: 'x' })).statusCode).toBe(403);
      expect((await browser.delete(`/api/clauses/${id}?version=1`)).statusCode).toBe(403);
    }
  });
});
