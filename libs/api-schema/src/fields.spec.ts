import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ReturnRequest, SubmitRequest } from './judgements.requests.js';
import { SettleHitRequest } from './publications.requests.js';

/** The faulty fields of a body, as the API finds them. */
async function faults<Body extends object>(type: new () => Body, body: object): Promise<string[]> {
  const errors = await validate(plainToInstance(type, body), { whitelist: true, forbidNonWhitelisted: true });
  return errors.map((error) => error.property).sort();
}

describe('A request is checked before anything reads it', () => {
  const submit = { contentVersion: 3, outcome: 'approved', text: 'God ordning.' };

  it('takes a judgement with and without its optional reasons', async () => {
    expect(await faults(SubmitRequest, submit)).toEqual([]);
    expect(await faults(SubmitRequest, { ...submit, departureReason: null, noFactCheckReason: '' })).toEqual([]);
  });

  it.each([
    ['an outcome that is none', { outcome: 'splendid' }, 'outcome'],
    ['an empty text', { text: '   ' }, 'text'],
    ['a text past its limit', { text: 'a'.repeat(10_001) }, 'text'],
    ['a version that is no number', { contentVersion: 'three' }, 'contentVersion'],
    ['a property that nobody asked for', { approvedBy: 'me' }, 'approvedBy'],
    ['a reason tied to nothing', { unmetReasons: [{ kind: 'meeting', id: 'x', reason: 'y' }] }, 'unmetReasons'],
  ])('refuses %s, at its field', async (_, change, field) => {
    expect(await faults(SubmitRequest, { ...submit, ...change })).toEqual([field]);
  });

  it('refuses to return a judgement without a comment, or with one that has no place', async () => {
    expect(await faults(ReturnRequest, { contentVersion: 1, comments: [] })).toEqual(['comments']);
    expect(await faults(ReturnRequest, { contentVersion: 1, comments: [{ text: 'Se över.' }] })).toEqual(['comments']);
  });

  it('wants a reason from whoever settles a hit (R17)', async () => {
    expect(await faults(SettleHitRequest, { version: 1, settlement: 'masked', reason: '' })).toEqual(['reason']);
    expect(await faults(SettleHitRequest, { version: 1, settlement: 'masked', reason: 'Namn.' })).toEqual([]);
  });
});
