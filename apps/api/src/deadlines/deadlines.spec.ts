import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline, meetDeadline, moveDeadline, rebaseDeadline, setDeadline } from './deadlines.js';

describe('A deadline of a follow-up', () => {
  let t: TestApp;
  let followUpId: string;
  beforeAll(async () => {
    t = await testApp();
    followUpId = (await aFollowUp(t).planned()).id;
  });
  afterAll(() => t.close());

  const inJob = <T>(work: (tx: Transaction) => Promise<T>) => t.db.jobs(t.m1.id, work);
  /** A deadline of a subject of its own. */
  const set = async (baseDate: string, amount: number, unit: 'days' | 'months', kind = 'recheck' as const) => {
    const subjectId = await inJob((tx) => Promise.resolve(tx.newId()));
    const { due } = await inJob((tx) => setDeadline(tx, { kind, followUpId, subjectId, baseDate, amount, unit }));
    return { kind, subjectId, due };
  };
  const rowOf = async (subjectId: string) =>
    (
      await t.asOwner<Record<string, unknown>>(
        `select due::text, base_date::text as "baseDate", set_by as "setBy", reason, state, told_on::text as "toldOn",
           met_on::text as "metOn", version from deadline where subject_id = $1`,
        [subjectId],
      )
    )[0];
  const eventsOf = (subjectId: string) =>
    t.asOwner<{ kind: string; summary: string; before: unknown; after: unknown }>(
      `select e.kind, v.content ->> 'summary' as summary, v.content -> 'before' as before, v.content -> 'after' as after
       from deadline d join event e on e.subject_id = d.id
         join event_value v on v.municipality_id = e.municipality_id and v.event_id = e.id
       where d.subject_id = $1 order by e.sequence`,
      [subjectId],
    );

  it.each<[string, number, 'days' | 'months', string, string]>([
    ['2027-01-31', 1, 'months', '2027-03-01', 'February has 28 days, and that is a Sunday'],
    ['2028-01-31', 1, 'months', '2028-02-29', 'a leap year'],
    ['2026-11-30', 3, 'months', '2027-03-01', 'a common year'],
    ['2027-11-30', 3, 'months', '2028-02-29', 'a leap year after three months'],
    ['2026-12-04', 14, 'days', '2026-12-18', 'an ordinary Friday'],
    ['2027-03-12', 14, 'days', '2027-03-30', 'långfredagen and annandag påsk'],
    ['2027-06-11', 14, 'days', '2027-06-28', 'midsommarafton'],
    ['2026-10-17', 14, 'days', '2026-11-02', 'alla helgons dag is a Saturday'],
  ])('R1: set from %s in %i %s falls on %s: %s', async (baseDate, amount, unit, due) => {
    expect((await set(baseDate, amount, unit)).due).toBe(due);
  });

  it('is told in the history with the rule that gave it', async () => {
    const { subjectId } = await set('2026-11-30', 3, 'months');
    expect(await eventsOf(subjectId)).toEqual([
      {
        kind: 'deadline.set',
        summary: 'Sista dag för återkontroll: 1 mars 2027 (3 månader från 30 november 2026)',
        before: null,
        after: { due: '2027-03-01', baseDate: '2026-11-30' },
      },
    ]);
  });

  it.each([
    ['2026-11-30', '2026-11-28', '2027-03-01'],
    ['2026-11-30', '2026-12-31', '2027-03-31'],
    ['2026-11-30', '2027-11-30', '2028-02-29'],
    ['2026-10-14', '2026-11-30', '2027-03-01'],
  ])('R1: is counted anew when its base date %s becomes %s', async (baseDate, changed, due) => {
    const deadline = await set(baseDate, 3, 'months');
    const wanted = { ...deadline, baseDate: changed, reason: 'Beslutet daterades om.' };
    expect(await inJob((tx) => rebaseDeadline(tx, wanted))).toBe(due);
    expect(await rowOf(deadline.subjectId)).toMatchObject({ due, baseDate: changed, setBy: 'rule' });
    const event = (await eventsOf(deadline.subjectId)).at(-1);
    expect(event).toMatchObject({
      kind: 'deadline.rebased',
      before: { due: deadline.due, baseDate },
      after: { due, baseDate: changed, reason: 'Beslutet daterades om.' },
    });
  });

  it('R1: is moved to the next working day, with the reason; what a person has set stays when the base date changes', async () => {
    const deadline = await set('2026-11-30', 30, 'days');
    const wanted = { ...deadline, due: '2027-01-06', reason: ' Utföraren har semester. ' };
    await inJob((tx) => moveDeadline(tx, wanted));
    const row = await rowOf(deadline.subjectId);
    expect(row).toMatchObject({ due: '2027-01-07', setBy: 'person', reason: 'Utföraren har semester.' });
    await inJob((tx) => rebaseDeadline(tx, { ...deadline, baseDate: '2026-12-20', reason: 'Nytt datum.' }));
    expect(await rowOf(deadline.subjectId)).toMatchObject({ due: '2027-01-07', baseDate: '2026-12-20' });
    expect((await eventsOf(deadline.subjectId)).map(({ summary }) => summary)).toEqual([
      'Sista dag för återkontroll: 30 december 2026 (30 dagar från 30 november 2026)',
      'Flyttade sista dag för återkontroll till 7 januari 2027',
      'Sista dag för återkontroll räknas från 20 december 2026 och är kvar 7 januari 2027',
    ]);
  });

  it.each([
    ['2026-11-25', 'Skäl.', 'due', 'Välj en dag efter i dag.'],
    ['2026-02-30', 'Skäl.', 'due', 'Ange ett datum som finns, till exempel 2026-11-20.'],
    ['2062-12-01', 'Skäl.', 'due', 'Välj en dag senast 24 november 2028.'],
    ['2026-12-01', ' ', 'reason', 'Skriv varför dagen flyttas.'],
  ])('is not moved to %s with the reason "%s"', async (due, reason, field, message) => {
    const deadline = await set('2026-11-30', 30, 'days');
    await expect(inJob((tx) => moveDeadline(tx, { ...deadline, due, reason }))).rejects.toMatchObject({
      details: { errors: [{ field, message }] },
    });
    expect(await rowOf(deadline.subjectId)).toMatchObject({ due: deadline.due, version: 1 });
  });

  it('is met once, and runs again when it is moved or set anew', async () => {
    const deadline = await set('2026-11-20', 3, 'days');
    const { kind, subjectId } = deadline;
    await inJob((tx) => meetDeadline(tx, kind, subjectId));
    await inJob((tx) => meetDeadline(tx, kind, subjectId));
    expect(await rowOf(subjectId)).toMatchObject({ state: 'met', metOn: '2026-11-25' });
    await inJob((tx) => moveDeadline(tx, { ...deadline, due: '2026-12-01', reason: 'Kompletteras.' }));
    expect(await rowOf(subjectId)).toMatchObject({ state: 'open', metOn: null, due: '2026-12-01' });
    await inJob((tx) => cancelDeadline(tx, kind, subjectId));
    await inJob((tx) => meetDeadline(tx, kind, subjectId));
    const move = inJob((tx) => moveDeadline(tx, { ...deadline, due: '2026-12-02', reason: 'Skäl.' }));
    await expect(move).rejects.toMatchObject({ status: 404 });
    const again = { kind, subjectId, followUpId, baseDate: '2026-11-25', amount: 14, unit: 'days' } as const;
    await inJob((tx) => setDeadline(tx, again));
    expect(await rowOf(subjectId)).toMatchObject({ state: 'open', due: '2026-12-09', setBy: 'rule', reason: null });
    expect((await eventsOf(subjectId)).map((event) => [event.kind, event.summary])).toEqual([
      ['deadline.set', expect.any(String)],
      ['deadline.met', 'Återkontroll: klar efter sista dag 23 november 2026'],
      ['deadline.moved', expect.any(String)],
      ['deadline.cancelled', 'Sista dag för återkontroll gäller inte längre'],
      ['deadline.set', expect.any(String)],
    ]);
  });

  it('is met and moved at once without either waiting for ever: both stand in the history', async () => {
    for (let time = 0; time < 3; time += 1) {
      const deadline = await set('2026-11-30', 30, 'days');
      const { kind, subjectId } = deadline;
      await Promise.all([
        inJob((tx) => meetDeadline(tx, kind, subjectId)),
        inJob((tx) => moveDeadline(tx, { ...deadline, due: '2027-01-11', reason: 'Sjukdom.' })),
      ]);
      const row = await rowOf(subjectId);
      expect(row).toMatchObject({ due: '2027-01-11', version: 3 });
      const kinds = (await eventsOf(subjectId)).map((event) => event.kind);
      expect(kinds.toSorted()).toEqual(['deadline.met', 'deadline.moved', 'deadline.set']);
      // Whoever came last decides whether it runs.
      expect(row?.['state']).toBe(kinds.at(-1) === 'deadline.met' ? 'met' : 'open');
    }
  });

  it('is met by the provider at its own door, and by no other', async () => {
    const { providerId, accountId } = t.providerPerson;
    const [mine, others] = await inJob((tx) => Promise.resolve([tx.newId(), tx.newId()]));
    const deadline = { kind: 'action-plan', followUpId, baseDate: '2026-11-25', amount: 30, unit: 'days' } as const;
    await inJob((tx) => setDeadline(tx, { ...deadline, subjectId: mine, providerId }));
    await inJob((tx) => setDeadline(tx, { ...deadline, subjectId: others }));
    const person = { accountId, providerIds: [providerId] } as never;
    await t.db.providerTransaction(person, t.m1.id, async (tx) => {
      await meetDeadline(tx, 'action-plan', mine);
      await meetDeadline(tx, 'action-plan', others);
    });
    expect(await rowOf(mine)).toMatchObject({ state: 'met' });
    expect(await rowOf(others)).toMatchObject({ state: 'open' });
  });
});
