import { Injectable } from '@nestjs/common';
import type { ActionProgressView, ActionsProgressView, RecheckView } from '@insyn/api-schema';
import { ACTION_ACTS, type ActionActFacts, actionActRefusal, type FollowUpState } from '@insyn/domain';
import { ACT_PERMISSIONS } from '../actions/act-permissions.js';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { JUDGING_STATES } from './judging-states.js';
import { ACTIONS_PROGRESS, RECHECK } from './rechecks.sql.js';

interface RecheckRow {
  committeeId: string;
  state: FollowUpState;
  content: Omit<RecheckView, 'editable'>;
}

interface ProgressRow {
  committeeId: string;
  state: FollowUpState;
  recheckState: FollowUpState | null;
  content: Omit<ActionsProgressView, 'actions'> & { actions: Omit<ActionProgressView, 'offers'>[] };
}

@Injectable()
export class RechecksQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What a re-check judges, with what was planned, reported and found before. @throws NotFound also for a root. */
  public async recheck(user: StaffUser, id: string): Promise<RecheckView> {
    const [row] = await this.db.read<RecheckRow>(user, {
      name: 'recheck',
      text: RECHECK,
      values: [user.municipalityId, id, permittedCommittees(user, 'follow-up.read'), this.clock.today()],
    });
    if (row === undefined) throw new NotFound();
    const editable = isPermitted(user, 'follow-up.write', row.committeeId) && JUDGING_STATES.includes(row.state);
    return { ...row.content, editable };
  }

  /** What has become of the actions of a root since the approval, and its re-checks. @throws NotFound also for a re-check. */
  public async progress(user: StaffUser, id: string): Promise<ActionsProgressView> {
    const [row] = await this.db.read<ProgressRow>(user, {
      name: 'actions-progress',
      text: ACTIONS_PROGRESS,
      values: [user.municipalityId, id, permittedCommittees(user, 'follow-up.read'), this.clock.today()],
    });
    if (row === undefined) throw new NotFound();
    const { committeeId, state, recheckState, content } = row;
    const contract = content.contractHasEnded ? 'ended' : content.contractMayRunOn ? 'may-run-on' : 'running';
    const facts: ActionActFacts = { followUpState: state, recheckState, contract };
    const permitted = ACTION_ACTS.filter((act) => isPermitted(user, ACT_PERMISSIONS[act], committeeId));
    const offersOf = (action: Omit<ActionProgressView, 'offers'>) =>
      permitted.filter((act) => actionActRefusal(act, action, facts) === null);
    return { ...content, actions: content.actions.map((action) => ({ ...action, offers: offersOf(action) })) };
  }
}
