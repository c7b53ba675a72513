import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { answered } from '../../test/follow-up-factory.js';
import { approvedWithTwo, recheckOf, type RecheckFixture } from '../../test/recheck-fixture.js';
import { aContact } from '../../test/sendable-case.js';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';

/** Everything that the approval of a re-check writes, table by table: it is broken off as it comes to each. */
const EFFECTS = [
  'report',
  'record',
  'publication',
  'judgement',
  'follow_up_transition',
  'action',
  'action_move',
  'follow_up',
  'recheck_action',
  'deadline',
  'action_plan',
  'issued_document',
  'mail',
  'event',
] as const;

describe('The approval of a re-check that is broken off before one of its effects', () => {
  let t: TestApp;
  let recheck: RecheckFixture;
  let before: object | undefined;

  beforeAll(async () => {
    t = await testApp();
    await runSql(t.database.superuserUrl, BREAK_OFF);
    const root = await approvedWithTwo(t);
    await aContact(root.officer, root.providerId, 'Tove Granlund');
    recheck = await recheckOf(root);
    const meeting = await recheck.assessing();
    answered(await recheck.judge(root.requirementId, 'verified', { evidenceIds: [meeting] }), 200);
    answered(await recheck.judge(root.otherId, 'remains', { evidenceIds: [meeting] }), 200);
    answered(await recheck.submit(), 200);
    answered(
      await root.manager.post(`/api/follow-ups/${recheck.id}/conflict-declaration`, { hasConflict: false }),
      200,
    );
    before = await effects();
  }, 240_000); // a whole case and its re-check, on machines that do other things as well
  afterAll(() => t.close());

  /** How often each effect stands, of the re-check and its root together. */
  const effects = async () => (await t.asOwner(COUNTS, [recheck.id, recheck.root.id]))[0];

  it.each(EFFECTS)('leaves nothing of itself when it breaks off at %s', async (table) => {
    const on = ['on', pg.escapeIdentifier(table)].join(' ');
    const trigger = ['create trigger spec_break before insert or update', on, 'execute function spec_break()'];
    await runSql(t.database.superuserUrl, trigger.join(' '));
    try {
      expect((await recheck.approve()).statusCode).toBe(500);
    } finally {
      await runSql(t.database.superuserUrl, ['drop trigger spec_break', on].join(' '));
    }
    expect(await effects()).toEqual(before);
    expect((await recheck.view()).state).toBe('deciding');
  });

  it('has every effect exactly once when it is sent again, and is refused the next time', async () => {
    answered(await recheck.approve(), 200);
    expect((await recheck.approve()).statusCode).toBe(409);
    expect(await effects()).toEqual({
      ...{ reports: 1, drawnUp: 1, judgements: 1, approvals: 1, closings: 1, verified: 1, remaining: 1 },
      ...{ rechecks: 2, recheckDeadlines: 1, standing: 1, superseded: 1, planDeadlines: 1, letters: 2, mails: 1 },
    });
  });
});

const BREAK_OFF = `create function spec_break() returns trigger language plpgsql as $$
  begin raise exception 'The power is gone'; end $$`;

// The first letter and plan went out with the root's own approval, before anybody was there to be mailed.
const COUNTS = `
select (select count(*)::int from report where follow_up_id = $1) as reports,
  (select count(*)::int from record where follow_up_id = $1 and direction = 'drawn-up') as "drawnUp",
  (select count(*)::int from judgement where follow_up_id = $1 and status = 'approved') as judgements,
  (select count(*)::int from follow_up_transition where follow_up_id = $1 and action = 'approve') as approvals,
  (select count(*)::int from follow_up_transition where follow_up_id = $2 and action = 'recheck-closed') as closings,
  (select count(*)::int from action_move where follow_up_id = $2 and to_state = 'verified') as verified,
  (select count(*)::int from action_move where follow_up_id = $2 and to_state = 'remains') as remaining,
  (select count(*)::int from follow_up where parent_id = $2) as rechecks,
  (select count(*)::int from deadline d join follow_up f on f.id = d.follow_up_id
    where f.parent_id = $2 and d.kind = 'recheck' and d.state = 'open') as "recheckDeadlines",
  (select count(*)::int from action_plan where follow_up_id = $2 and state = 'demanded') as standing,
  (select count(*)::int from action_plan where follow_up_id = $2 and state = 'superseded') as superseded,
  (select count(*)::int from deadline where follow_up_id = $2 and kind = 'action-plan' and state = 'open') as "planDeadlines",
  (select count(*)::int from issued_document where follow_up_id = $2 and kind = 'action-plan-demand') as letters,
  (select count(*)::int from mail where follow_up_id = $2 and kind = 'action-plan-demand') as mails`;
