import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDate, formatInstant, stockholmDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { JobsService } from '../jobs/jobs.service.js';
import { lockCaseOf } from './locked-case.js';
import { lockPlan } from './locked-plan.js';
import type { PlanRow } from './plan-parts.js';
import { registerRound, setEvaluation, settleRecommendations } from './receive-round.js';
import { tellOfficers } from './tell-officers.js';

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
        const { year, ownRun } = about;
        await registerRound(tx, plan, { year, ownRun, createdBy: round.submittedBy });
        await tx.query(RECEIVED, [municipalityId, round.id, tx.now]);
      }
      const last = rounds.at(-1);
      if (last === undefined) return;
      const content = plan.rounds.at(-1)?.content;
      if (content !== undefined) await settleRecommendations(tx, plan.id, content);
      const cameOn = stockholmDate(last.submittedAt);
      const judgeBy = plan.state === 'submitted' ? await setEvaluation(tx, plan, cameOn) : null;
      await tellOfRound(tx, plan, last, judgeBy);
    });
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
