import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProbeModule } from '../../test/probe.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';

describe('A command with an Idempotency-Key', () => {
  let t: TestApp;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp({ extraParts: [ProbeModule] });
    officer = await t.signIn(t.people.officer(t.m1));
  });
  afterAll(() => t.close());

  const url = '/api/probe/committees';
  const committees = async (prefix: string): Promise<number> =>
    (await t.asOwner('select 1 from committee where prefix = $1', [prefix])).length;

  it('gives the same answer again and makes nothing new', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await officer.post(url, { name: 'Första', prefix: 'AAA' }, key);
    const again = await officer.post(url, { name: 'Första', prefix: 'AAA' }, key);
    expect(first.statusCode).toBe(201);
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect(first.json().own).toBe(true);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(await committees('AAA')).toBe(1);
  });

  it('makes one row of a double click at the same moment', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const clicks = Array.from({ length: 5 }, () => officer.post(url, { name: 'Dubbel', prefix: 'BBB' }, key));
    const answers = await Promise.all(clicks);
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(await committees('BBB')).toBe(1);
  });

  it('says that it is done, and nothing else, where the process died before the answer was kept', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { name: 'Avbruten', prefix: 'HHH' };
    expect((await officer.post(url, body, key)).statusCode).toBe(201);
    await t.asOwner('update idempotency_key set response = null where key = $1', [key['idempotency-key']]);
    expect((await officer.post(url, body, key)).json()).toMatchObject({ status: 409, code: 'already-done' });
    expect(await committees('HHH')).toBe(1);
  });

  it('is 422 with the key of another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await officer.post(url, { name: 'Ena', prefix: 'CCC' }, key);
    const other = await officer.post(url, { name: 'Andra', prefix: 'DDD' }, key);
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await committees('DDD')).toBe(0);
  });

  it('is 400 without a key, or with one that is too short', async () => {
    for (const key of ['', 'kort']) {
      const answer = await officer.post(url, { name: 'Utan', prefix: 'EEE' }, { 'idempotency-key': key });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ field: 'Idempotency-Key' }] });
    }
    expect(await committees('EEE')).toBe(0);
  });

  it('keeps no key of what failed, so that it can be tried again', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const failed = await officer.post(url, { name: 'Samma prefix', prefix: 'SON' }, key);
    expect(failed.json()).toMatchObject({ status: 409, code: 'duplicate' });
    const kept = await t.asOwner('select 1 from idempotency_key where key = $1', [key['idempotency-key']]);
    expect(kept).toHaveLength(0);
  });

  it('belongs to one person: the same key from another is another command', async () => {
    const manager = await t.signIn(t.people.manager(t.m1));
    const key = { 'idempotency-key': randomUUID() };
    const first = await officer.post(url, { name: 'Min', prefix: 'FFF' }, key);
    const second = await manager.post(url, { name: 'Din', prefix: 'GGG' }, key);
    expect(second.statusCode).toBe(201);
    expect(second.json().id).not.toBe(first.json().id);
  });
});
