import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContractSanctionsView } from '@insyn/api-schema';
import { aFollowUp, answered, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { aSanctionCase, SPEC_LADDER } from '../../test/sanction-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';

describe('The sanction ladder of a contract', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.close());

  const read = async ({ officer, contractId }: FollowUpFixture) =>
    answered(await officer.get(`/api/contracts/${contractId}/sanctions`), 200).json<ContractSanctionsView>();
  const save = ({ officer, contractId }: FollowUpFixture, version: number, steps: readonly object[]) =>
    officer.put(`/api/contracts/${contractId}/sanction-ladder`, { version, steps });
  const typed = ({ ladder }: ContractSanctionsView) =>
    ladder.map(({ id, kind, label, terms, amountRule, clauseNumber }) => ({
      ...{ id, kind, label, terms, amountRule, clauseNumber },
    }));

  it('is empty until it is written down, and then stands in the order it was given', async () => {
    const followUp = await aFollowUp(t).planned();
    expect(await read(followUp)).toMatchObject({ ladder: [], ladderVersion: 1, editable: true, proposedStepId: null });
    answered(await save(followUp, 1, SPEC_LADDER), 200);
    const first = await read(followUp);
    expect(first.ladder.map(({ position, label, clauseNumber }) => [position, label, clauseNumber])).toEqual([
      [1, 'Skriftlig varning', '§ 15'],
      [2, 'Vite', null],
      [3, 'Hävning', null],
    ]);
    const [warning, penalty, termination] = typed(first);
    answered(
      await save(
        followUp,
        first.ladderVersion,
        [penalty, warning, termination].map((step) => ({ ...step })),
      ),
      200,
    );
    const second = await read(followUp);
    expect(second.ladder.map(({ id }) => id)).toEqual([penalty?.id, warning?.id, termination?.id]);
    expect(second.ladderVersion).toBeGreaterThan(first.ladderVersion);
  });

  it('is not changed over somebody else’s change: 409 with who it was', async () => {
    const followUp = await aFollowUp(t).planned();
    answered(await save(followUp, 1, SPEC_LADDER), 200);
    const again = await save(followUp, 1, []);
    expect(again.json()).toMatchObject({ status: 409, code: 'stale-version', changedBy: 'Maja Lindgren' });
    const { ladderVersion } = await read(followUp);
    const saves = await Promise.all([save(followUp, ladderVersion, []), save(followUp, ladderVersion, SPEC_LADDER)]);
    expect(saves.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('keeps a step that was used: it may not be removed or become another, but told better', async () => {
    const own = await aSanctionCase(t);
    await own.decide('warning');
    const found = await own.ofContract();
    expect(found.ladder.map(({ used }) => used)).toEqual([true, false, false]);
    const [warning, penalty, termination] = typed(found);
    const removed = await save(own, found.ladderVersion, [{ ...penalty }, { ...termination }]);
    expect(removed.json()).toMatchObject({ status: 400, errors: [{ field: 'steps' }] });
    const other = await save(own, found.ladderVersion, [{ ...warning, kind: 'correction' }]);
    expect(other.json()).toMatchObject({ status: 400, errors: [{ field: 'steps[0].kind' }] });
    answered(await save(own, found.ladderVersion, [{ ...warning, terms: 'Enligt § 15.' }]), 200);
    expect((await own.ofContract()).ladder.map(({ label, terms }) => [label, terms])).toEqual([
      ['Skriftlig varning', 'Enligt § 15.'],
    ]);
  });

  it('tells each fault at its field', async () => {
    const followUp = await aFollowUp(t).planned();
    const other = await aSanctionCase(t);
    const [warning, penalty] = SPEC_LADDER;
    const faults = async (steps: readonly object[]) =>
      (await save(followUp, 1, steps)).json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    expect(await faults([{ ...warning, label: '' }])).toEqual(['steps[0].label']);
    expect(await faults([{ ...warning, kind: 'prison' }])).toEqual(['steps[0].kind']);
    expect(await faults([warning, { ...penalty, label: 'SKRIFTLIG VARNING' }])).toEqual(['steps[1].label']);
    expect(await faults([{ ...warning, amountRule: '2 procent' }])).toEqual(['steps[0].amountRule']);
    expect(await faults([{ ...warning, terms: 'x'.repeat(3001) }])).toEqual(['steps[0].terms']);
    expect(await faults([{ ...warning, clauseNumber: '???' }])).toEqual(['steps[0].clauseNumber']);
    expect(await faults([{ ...warning, id: other.steps.warning.id }])).toEqual(['steps[0].id']);
    const many = Array.from({ length: 21 }, (_, index) => ({ ...warning, label: `Steg ${String(index)}` }));
    expect(await faults(many)).toEqual(['steps']);
  });

  it('is none where the municipality runs the unit itself', async () => {
    const own = await aSanctionCase(t);
    await t.asOwner("update contract set kind = 'assignment', regime = 'own-run' where id = $1", [own.contractId]);
    const refused = await save(own, (await own.ofContract()).ladderVersion, SPEC_LADDER);
    expect(refused.json()).toMatchObject({ status: 409, code: 'no-ladder' });
    expect(await own.ofContract()).toMatchObject({ ladder: [], editable: false, proposedStepId: null });
    expect(await own.ofFollowUp()).toMatchObject({ steps: [], blockers: [{ code: 'no-ladder' }] });
    expect((await own.post('warning')).json()).toMatchObject({ status: 409, code: 'no-ladder' });
  });

  it('is written by officers of the committee only (R20)', async () => {
    const followUp = await aFollowUp(t).planned();
    const url = `/api/contracts/${followUp.contractId}`;
    for (const [person, view, status] of [
      [t.people.manager(t.m1), 200, 403],
      [t.people.auditor(t.m1), 200, 403],
      [t.people.secondOfficer(t.m1), 404, 404],
      [t.people.officer(t.m2), 404, 404],
    ] as const) {
      const browser = await t.signIn(person);
      const change = await browser.put(`${url}/sanction-ladder`, { version: 1, steps: SPEC_LADDER });
      const answers = [(await browser.get(`${url}/sanctions`)).statusCode, change.statusCode];
      expect([person.email, ...answers]).toEqual([person.email, view, status]);
    }
  });
});
