import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ActionState, formatInstant } from '@insyn/domain';
import { moveActionTo } from '../actions/move-action.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { JobsService } from '../jobs/jobs.service.js';
import { registerRecord } from '../records/register-record.js';
import { lockCaseOf, type PlanCase } from './locked-case.js';
import { lockPlan } from './locked-plan.js';
import { tellOfficers } from './tell-officers.js';

/** The states from which a requirement can be reported as done (R14). */
const REPORTABLE: readonly ActionState[] = ['open', 'planned', 'remains'];

interface NewReport {
  readonly id: string;
  readonly planId: string;
  readonly actionId: string;
  readonly state: ActionState;
  readonly reportedBy: string;
  readonly reportedAt: Date;
}

/**
 * Takes a report that something is remedied in on the municipality's side: registered (R16), the requirement moved (R14),
 * the officers told. Once, however often the job runs. A requirement that is judged already stays where it is.
 */
@Injectable()
export class SettledReportsService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('settle-action-report', ({ data }) => {
      if (data['reportId'] === undefined) throw new Error('The job names no report.');
      return this.settle(data.municipalityId, data['reportId']);
    });
  }

  /** Takes one report in, once. */
  public settle(municipalityId: string, reportId: string): Promise<void> {
    return this.db.jobs(municipalityId, async (tx) => {
      const [found] = await tx.query<{ planId: string }>(PLAN_OF, [municipalityId, reportId]);
      if (found === undefined) throw new Error(`There is no report ${reportId}.`);
      const about = await lockCaseOf(tx, found.planId);
      const [report] = await tx.query<NewReport>(NEW_REPORT, [municipalityId, reportId]);
      if (report === undefined) return;
      if (REPORTABLE.includes(report.state)) {
        const basis = { reportId, planId: report.planId, accountId: null };
        await moveActionTo(tx, { actionId: report.actionId, to: 'reported-done', basis });
      }
      await tx.query(SETTLED, [municipalityId, reportId, tx.now]);
      await takeIn(tx, report, about);
    });
  }
}

async function takeIn(tx: Transaction, report: NewReport, { followUpId, year, ownRun }: PlanCase): Promise<void> {
  const { demand, providerId } = await lockPlan(tx, report.planId);
  await registerRecord(tx, {
    ...{ followUpId, direction: 'in', counterpart: demand.provider, internal: ownRun, createdBy: report.reportedBy },
    publicTitle: recordTitle('Anmälan om åtgärdat krav', { unit: demand.unit.name, year }),
  });
  const number = demand.requirements.find(({ actionId }) => actionId === report.actionId)?.number ?? 0;
  await tellOfficers(tx, {
    ...{ followUpId, providerId, kind: 'action-reported' },
    subject: `Krav anmält som åtgärdat: ${demand.title}`,
    text: [
      `${demand.provider} anmälde ${formatInstant(report.reportedAt)} att krav ${number} är åtgärdat. Det gäller ${demand.unit.name}, ärende ${demand.caseNumber}.`,
      'Kravet är kvar tills en återkontroll, eller ett underlag, visar att det är åtgärdat.',
    ],
  });
}

const PLAN_OF = 'select plan_id as "planId" from action_report where municipality_id = $1 and id = $2';
const NEW_REPORT = `
select t.id, t.plan_id as "planId", t.action_id as "actionId", a.state, t.reported_by as "reportedBy",
  t.reported_at as "reportedAt"
from action_report t
  join action a on a.municipality_id = t.municipality_id and a.id = t.action_id
where t.municipality_id = $1 and t.id = $2 and t.settled_at is null
for update of t`;
const SETTLED = 'update action_report set settled_at = $3 where municipality_id = $1 and id = $2';
