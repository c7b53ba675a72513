import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDate, formatInstant, stockholmDate } from '@insyn/domain';
import { moveActionTo } from '../actions/move-action.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { setDeadline } from '../deadlines/deadlines.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { JobsService } from '../jobs/jobs.service.js';
import { registerRecord } from '../records/register-record.js';
import { lockCaseOf } from './locked-case.js';
import { lockPlan } from './locked-plan.js';
import type { PlanRow } from './plan-parts.js';
import { tellOfficers } from './tell-officers.js';

/** How long the municipality takes to judge a plan, in days (R1). */
const EVALUATION_DAYS = 14;

interface NewRound {
  readonly id: string;
  readonly number: number;
  readonly late: boolean;
  readonly submittedBy: string;
  readonly submittedAt: Date;
}

/**
 * Takes handed-in plans in on the municipality's side, in a job, since the provider's door may not write there: the plan is
 * registered (R16), answered recommendations are settled (R14), the day when it is to be judged is set and the officers are
 * told. Each round once, however often the job runs.
 */
@Injectable()
export class ReceivedPlansService implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.register('receive-plan', ({ data }) => {
      if (data['planId'] === undefined) throw new Error('The job names no plan.');
      return this.receive(data.municipalityId, data['planId']);
    });
  }

  /** Takes in every round of a plan that has not been taken in. */
  public receive(municipalityId: string, planId: string): Promise<void> {
    return this.db.jobs(municipalityId, async (tx) => {
      const about = await lockCaseOf(tx, planId);
      const plan = await lockPlan(tx, planId);
      const rounds = await tx.query<NewRound>(NEW_ROUNDS, [municipalityId, planId]);
      for (const round of rounds) {
        const record = { followUpId: plan.followUpId, direction: 'in', internal: about.ownRun } as const;
        const publicTitle = recordTitle('Åtgärdsplan', { unit: plan.demand.unit.name, year: about.year });
        const { submittedBy: createdBy } = round;
        await registerRecord(tx, { ...record, counterpart: plan.demand.provider, publicTitle, createdBy });
        await tx.query(RECEIVED, [municipalityId, round.id, tx.now]);
      }
      const last = rounds.at(-1);
      if (last === undefined) return;
      await settleRecommendations(tx, plan);
      const judgeBy = plan.state === 'submitted' ? await this.#evaluate(tx, plan, last) : null;
      await tellOfRound(tx, plan, last, judgeBy);
    });
  }

  async #evaluate(tx: Transaction, { id, followUpId }: PlanRow, { submittedAt }: NewRound): Promise<string> {
    const { due } = await setDeadline(tx, {
      ...{ kind: 'plan-evaluation', followUpId, subjectId: id },
      ...{ baseDate: stockholmDate(submittedAt), amount: EVALUATION_DAYS, unit: 'days' },
    });
    return due;
  }
}

/** R14: an open recommendation that has been answered is settled with that. */
async function settleRecommendations(tx: Transaction, plan: PlanRow): Promise<void> {
  const answers = plan.rounds.at(-1)?.content.items ?? [];
  const answeredIds = answers.flatMap(({ actionId, kind, answer }) =>
    kind === 'recommendation' && answer.trim() !== '' ? [actionId] : [],
  );
  const open = await tx.query<{ id: string }>(OPEN_RECOMMENDATIONS, [tx.municipalityId, answeredIds]);
  for (const { id } of open) {
    await moveActionTo(tx, { actionId: id, to: 'answered', basis: { planId: plan.id, accountId: null } });
  }
}

async function tellOfRound(tx: Transaction, plan: PlanRow, round: NewRound, judgeBy: string | null): Promise<void> {
  const { followUpId, providerId, demand } = plan;
  const what = round.number === 1 ? 'Åtgärdsplanen' : `Åtgärdsplanen, omgång ${round.number},`;
  await tellOfficers(tx, {
    ...{ followUpId, providerId, kind: 'plan-submitted' },
    subject: `Åtgärdsplan har kommit: ${demand.title}`,
    text: [
      `${what} från ${demand.provider} lämnades in ${formatInstant(round.submittedAt)}${round.late ? ', efter svarstiden' : ''}. Det gäller ${demand.unit.name}, ärende ${demand.caseNumber}.`,
      ...(judgeBy === null ? [] : [`Bedöm planen senast ${formatDate(judgeBy)}.`]),
    ],
  });
}

const NEW_ROUNDS = `
select id, number, late, submitted_by as "submittedBy", submitted_at as "submittedAt" from action_plan_round
where municipality_id = $1 and plan_id = $2 and received_at is null order by number for update`;
const RECEIVED = 'update action_plan_round set received_at = $3 where municipality_id = $1 and id = $2';
const OPEN_RECOMMENDATIONS = `
select id from action
where municipality_id = $1 and id = any ($2::uuid[]) and kind = 'recommendation' and state = 'open' order by position, id`;
