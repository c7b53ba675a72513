import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { JudgePlanRequest, MovePlanDueRequest } from '@insyn/api-schema/server';
import { type ActionState, type CalendarDate, formatDateLong, planStateAfter, takePlanAction } from '@insyn/domain';
import { moveActionTo } from '../actions/move-action.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { sendDeadlineLetter } from '../deadlines/deadline-letter.js';
import { meetDeadline, moveDeadline } from '../deadlines/deadlines.js';
import type { StaffUser } from '../http/current-user.js';
import { type FieldError, Invalid, NotFound } from '../http/problem.js';
import { recordTitle } from '../information-requests/request-origin.js';
import { tellProvider } from '../mails/tell-provider.js';
import { registerRecord } from '../records/register-record.js';
import { ActionPlanVerdict } from './action-plan-verdict.entity.js';
import { ActionPlan } from './action-plan.entity.js';
import { lockOfficersPlan, type OfficersPlan } from './officers-plan.js';
import { waitingRequirements } from './plan-parts.js';

/** The states from which a requirement becomes planned when its part of the plan is accepted (R14). */
const PLANNABLE: readonly ActionState[] = ['open', 'remains'];

/** What an officer says of a plan that has been handed in, and of the time to hand one in. */
@Injectable()
export class PlanJudgingService {
  public constructor(private readonly db: Database) {}

  /**
   * Judges all requirements of a round at once. What is sufficient is planned from now on, also when others go back; the
   * plan is accepted when nothing goes back. The provider is told, and the answer registered (R16).
   * @throws Invalid for a requirement that is missing, unknown or judged without its reason, and for `due`.
   */
  public judge(user: StaffUser, id: string, wanted: JudgePlanRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const plan = await lockOfficersPlan(tx, id);
      const waiting = waitingRequirements(plan);
      const after = planStateAfter(wanted.verdicts.map(({ verdict }) => verdict));
      const state = takePlanAction(after === 'accepted' ? 'accept' : 'return', plan.state);
      const round = plan.rounds.at(-1);
      if (round === undefined) throw new Error(`Plan ${id} is submitted and has no round.`);
      const faults = verdictFaults(wanted, new Set(waiting.map(({ actionId }) => actionId)));
      if (faults.length > 0) throw new Invalid(faults);
      const accepted = state === 'accepted' ? { acceptedAt: tx.now } : {};
      const version = await tx.update(ActionPlan, id, wanted.version, { state, ...accepted });
      const { municipalityId, accountId: decidedBy, today: decidedOn } = tx;
      await tx.insert(
        ActionPlanVerdict,
        wanted.verdicts.map(({ actionId, verdict, text }) => ({
          ...{ municipalityId, id: tx.newId(), planId: id, roundId: round.id, providerId: plan.providerId },
          ...{ actionId, verdict, text, decidedBy, decidedOn },
        })),
      );
      await planSufficient(tx, id, wanted);
      await meetDeadline(tx, 'plan-evaluation', id);
      const due = state === 'returned' ? await returnUntil(tx, id, wanted.due) : null;
      await tellOfVerdicts(tx, plan, wanted, due);
      tx.appendEvent({
        ...{ kind: `action-plan.${state}`, subjectKind: 'action-plan', subjectId: id, followUpId: plan.followUpId },
        summary:
          due === null
            ? `Godtog åtgärdsplanen, omgång ${round.number}`
            : `Återlämnade åtgärdsplanen, omgång ${round.number}; ny plan senast ${formatDateLong(due)}`,
        before: { state: plan.state },
        after: { state, roundId: round.id, verdicts: wanted.verdicts, ...(due === null ? {} : { due }) },
      });
      return { id, version };
    });
  }

  /** Moves the day when the plan is to be handed in. A plan that was handed in meanwhile is not disturbed: it refuses this. */
  public moveDue(user: StaffUser, id: string, { due: wanted, reason }: MovePlanDueRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const plan = await lockOfficersPlan(tx, id);
      takePlanAction('move-due', plan.state);
      await moveDeadline(tx, { kind: 'action-plan', subjectId: id, due: wanted, reason });
      const due = await dueOf(tx, id);
      const { followUpId, providerId } = plan;
      const before = plan.due ?? plan.demand.due;
      await sendDeadlineLetter(tx, 'action-plan', { followUpId, providerId, subjectId: id, before, due, reason });
      return { id, version: plan.version };
    });
  }
}

function verdictFaults({ verdicts }: JudgePlanRequest, waiting: ReadonlySet<string>): FieldError[] {
  const judged = new Set(verdicts.map(({ actionId }) => actionId));
  const faults = verdicts.flatMap(({ actionId, verdict, text }, index): FieldError[] => {
    if (!waiting.has(actionId)) {
      return [{ field: `verdicts.${index}.actionId`, message: 'Kravet väntar inte på bedömning.' }];
    }
    if (verdict === 'sufficient' || text !== '') return [];
    const message =
      verdict === 'incomplete' ? 'Skriv vad som behöver kompletteras.' : 'Skriv varför planen inte godtas.';
    return [{ field: `verdicts.${index}.text`, message }];
  });
  const missing = [...waiting].filter((actionId) => !judged.has(actionId)).length;
  if (missing === 0) return faults;
  const message = missing === 1 ? 'Ett krav saknar bedömning.' : `${missing} krav saknar bedömning.`;
  return [...faults, { field: 'verdicts', message }];
}

async function planSufficient(tx: Transaction, planId: string, { verdicts }: JudgePlanRequest): Promise<void> {
  const ids = verdicts.flatMap(({ actionId, verdict }) => (verdict === 'sufficient' ? [actionId] : []));
  const actions = await tx.query<{ id: string; state: ActionState }>(STATES, [tx.municipalityId, ids]);
  for (const { id, state } of actions) {
    if (PLANNABLE.includes(state)) await moveActionTo(tx, { actionId: id, to: 'planned', basis: { planId } });
  }
}

async function returnUntil(
  tx: Transaction,
  planId: string,
  due: CalendarDate | null | undefined,
): Promise<CalendarDate> {
  if (due === null || due === undefined) {
    throw new Invalid([{ field: 'due', message: 'Ange när den nya planen ska lämnas in.' }]);
  }
  await moveDeadline(tx, { kind: 'action-plan', subjectId: planId, due, reason: 'Planen lämnades tillbaka.' });
  return dueOf(tx, planId);
}

/** The day as it became: a day that is no working day moved to the next one (R1). */
async function dueOf(tx: Transaction, planId: string): Promise<CalendarDate> {
  const [row] = await tx.query<{ due: CalendarDate }>(DUE, [tx.municipalityId, planId]);
  if (row === undefined) throw new NotFound();
  return row.due;
}

async function tellOfVerdicts(
  tx: Transaction,
  plan: OfficersPlan,
  { verdicts }: JudgePlanRequest,
  due: CalendarDate | null,
): Promise<void> {
  const { followUpId, providerId, demand } = plan;
  await register(tx, plan, due === null ? 'Godtagen åtgärdsplan' : 'Återlämnad åtgärdsplan');
  const back = demand.requirements.filter(({ actionId }) =>
    verdicts.some((one) => one.actionId === actionId && one.verdict !== 'sufficient'),
  );
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'plan-judged' },
    subject: `${due === null ? 'Åtgärdsplanen är godtagen' : 'Åtgärdsplanen behöver göras om'}: ${demand.title}`,
    text:
      due === null
        ? [
            `${demand.municipality} godtar er åtgärdsplan för ${demand.unit.name}.`,
            'Anmäl i portalen när ett krav är åtgärdat. Det går att göra när som helst.',
          ]
        : [
            `${demand.municipality} har läst er åtgärdsplan för ${demand.unit.name}. Den behöver ändras för ${back.map(({ number }) => `krav ${number}`).join(', ')}.`,
            'Vad som behöver ändras står vid varje krav när ni har loggat in. Det som är tillräckligt ligger kvar.',
            `Lämna in den nya planen senast ${formatDateLong(due)}.`,
          ],
  });
}

/** What has gone to the provider about its plan is registered too (R16). */
async function register(tx: Transaction, { followUpId, demand, year, ownRun }: OfficersPlan, what: string) {
  const publicTitle = recordTitle(what, { unit: demand.unit.name, year });
  await registerRecord(tx, {
    followUpId,
    direction: 'out',
    counterpart: demand.provider,
    publicTitle,
    internal: ownRun,
  });
}

const STATES = `
select id, state from action where municipality_id = $1 and id = any ($2::uuid[]) order by position, id for no key update`;
const DUE = `
select due::text as due from deadline where municipality_id = $1 and kind = 'action-plan' and subject_id = $2`;
