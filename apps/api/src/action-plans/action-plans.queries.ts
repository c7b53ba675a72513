import { Injectable } from '@nestjs/common';
import type { ActionPlanView } from '@insyn/api-schema';
import { type CalendarDate, deadlineInDays, planActions, WAITING_PLAN_STATES } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { PLAN_ROW } from './action-plans.sql.js';
import { planParts, type PlanRow } from './plan-parts.js';

/** How long a provider gets for a plan that is returned, in days (R1), unless the officer says another day. */
const RETURN_DAYS = 14;

interface ViewRow extends PlanRow {
  readonly judgeBy: CalendarDate | null;
  readonly actions: ActionPlanView['actions'];
}

/** The plans in one row, so that a case without any is told from one that is not there. */
interface CaseRow {
  readonly committeeId: string;
  readonly plans: readonly ViewRow[];
}

@Injectable()
export class ActionPlansQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The plans of a case, newest first: what was handed over stays. @throws NotFound for a case that one does not see. */
  public async list(user: StaffUser, followUpId: string): Promise<ActionPlanView[]> {
    const values = [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')];
    const [found] = await this.db.read<CaseRow>(user, { name: 'action-plan-list', text: LIST, values });
    if (found === undefined) throw new NotFound();
    const today = this.clock.today();
    const mayWrite = isPermitted(user, 'follow-up.write', found.committeeId);
    return found.plans.map((row) => this.#view(row, today, mayWrite));
  }

  /**
   * A file that was handed in with a round or a report, also one taken away since, or that came with a plan on paper.
   * @throws NotFound also for one that the provider has not handed in.
   */
  public async file(user: StaffUser, id: string): Promise<{ sha256: string; fileName: string; mediaType: string }> {
    const values = [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')];
    const [file] = await this.db.read<{ sha256: string; fileName: string; mediaType: string }>(user, {
      ...{ name: 'action-plan-file', text: FILE, values },
    });
    if (file === undefined) throw new NotFound();
    return file;
  }

  #view(row: ViewRow, today: CalendarDate, mayWrite: boolean): ActionPlanView {
    const parts = planParts(row, 'staff');
    const { followUpId, judgeBy, actions } = row;
    return {
      ...parts,
      ...{ followUpId, judgeBy, actions },
      // What the provider has not handed in is its own draft; what it has stands in the rounds.
      ...{ items: [], files: [] },
      late: WAITING_PLAN_STATES.includes(row.state) && parts.due < today,
      offers: mayWrite ? planActions(row.state, 'officer') : [],
      proposedDue: deadlineInDays(today, RETURN_DAYS),
    };
  }
}

const LIST = `
select f.committee_id as "committeeId", (
  select coalesce(jsonb_agg(to_jsonb(x) order by x.id desc), '[]') from (
    select ${PLAN_ROW},
      (select d.due::text from deadline d where d.municipality_id = r.municipality_id and d.kind = 'plan-evaluation'
        and d.subject_id = r.id and d.state = 'open') as "judgeBy",
      (select coalesce(jsonb_agg(jsonb_build_object('actionId', a.id, 'kind', a.kind, 'state', a.state)
          order by a.position, a.id), '[]')
        from action a where a.municipality_id = r.municipality_id and a.follow_up_id = r.follow_up_id) as actions
    from action_plan r where r.municipality_id = $1 and r.follow_up_id = f.id) x) as plans
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
const FILE = `
select p.sha256, p.file_name as "fileName", p.media_type as "mediaType"
from action_plan_file p
  join action_plan r on r.municipality_id = p.municipality_id and r.id = p.plan_id
  join follow_up f on f.municipality_id = r.municipality_id and f.id = r.follow_up_id
where p.municipality_id = $1 and p.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))
  and (p.action_id is null or p.report_id is not null or exists (
    select 1 from action_plan_round s where s.municipality_id = p.municipality_id and s.plan_id = p.plan_id
      and s.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', p.id))))`;
