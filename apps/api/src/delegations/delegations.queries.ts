import { Injectable } from '@nestjs/common';
import type {
  DelegationDecisions,
  DelegationDecisionView,
  DelegationRegister,
  DelegationView,
} from '@insyn/api-schema';
import type { CalendarDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { DELEGATION_DECISIONS_SQL, DELEGATION_REGISTER_SQL } from './delegations.sql.js';

type RegisterRow = {
  committees: Omit<DelegationRegister['committees'][number], 'editable' | 'showsDecisions'>[];
  delegations: Omit<DelegationView, 'standing'>[];
};

@Injectable()
export class DelegationsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The register of the committees that the person belongs to, those that hold today first. */
  public async register(user: StaffUser): Promise<DelegationRegister> {
    const [row] = await this.db.read<{ register: RegisterRow }>(user, {
      name: 'delegation-register',
      text: DELEGATION_REGISTER_SQL,
      values: [user.municipalityId, permittedCommittees(user, 'delegation.read')],
    });
    const today = this.clock.today();
    const { committees, delegations } = row?.register ?? { committees: [], delegations: [] };
    return {
      committees: committees.map((committee) => ({
        ...committee,
        editable: isPermitted(user, 'delegation.write', committee.id),
        showsDecisions: isPermitted(user, 'follow-up.read', committee.id),
      })),
      delegations: delegations.map((delegation) => ({ ...delegation, standing: standingOf(delegation, today) })),
    };
  }

  /** The decisions made on delegation: those that wait to be reported to the committee, and the latest reports. @throws NotFound */
  public async decisions(user: StaffUser, committeeId: string): Promise<DelegationDecisions> {
    const [row] = await this.db.read<{
      committee: DelegationDecisions['committee'];
      reports: Omit<DelegationDecisions['reports'][number], 'decisions'>[];
      decisions: (DelegationDecisionView & { reportId: string | null })[];
    }>(user, {
      name: 'delegation-decisions',
      text: DELEGATION_DECISIONS_SQL,
      values: [user.municipalityId, committeeId, permittedCommittees(user, 'follow-up.read')],
    });
    if (row === undefined) throw new NotFound();
    const of = (reportId: string | null) =>
      row.decisions
        .filter((decision) => decision.reportId === reportId)
        .map(({ reportId: _, ...decision }) => decision);
    return {
      committee: row.committee,
      unreported: of(null),
      reports: row.reports.map((report) => ({ ...report, decisions: of(report.id) })),
      editable: isPermitted(user, 'delegation.write', committeeId),
    };
  }
}

function standingOf(
  { revokedOn, validFrom, validTo }: Pick<DelegationView, 'revokedOn' | 'validFrom' | 'validTo'>,
  today: CalendarDate,
): DelegationView['standing'] {
  if (revokedOn !== null && revokedOn <= today) return 'revoked';
  if (validTo !== null && validTo < today) return 'ended';
  return today < validFrom ? 'coming' : 'running';
}
