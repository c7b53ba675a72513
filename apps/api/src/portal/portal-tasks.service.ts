import { Injectable } from '@nestjs/common';
import type { DeadlineLetterView, PortalTask } from '@insyn/api-schema';
import { answerProgress, type CalendarDate, daysBetween, planGaps, type Question } from '@insyn/domain';
import { planItems, type PlanRow, waitingRequirements } from '../action-plans/plan-parts.js';
import { answersOf, type RequestRow } from '../answers/request-parts.js';
import { Database } from '../database/database.js';
import { DEADLINE_LETTER, type DeadlineLetterRow, letterView } from '../deadlines/deadline-letter-view.js';
import type { ProviderUser } from '../http/current-user.js';
import { Clock } from '../settings/clock.js';
import { PortalAccess } from './portal-access.js';
import { TASKS } from './portal-tasks.sql.js';

const MAX_TASKS = 500;

/** What a request, and a plan, is counted from. */
interface RequestParts {
  readonly questions: Question[];
  readonly answers: RequestRow['answers'];
  readonly files: RequestRow['files'];
}
type PlanTaskParts = Pick<PlanRow, 'demand' | 'lifted' | 'items' | 'rounds'>;

type TaskRow = Omit<PortalTask, 'daysLeft' | 'answered' | 'asked' | 'kind'> & { readonly waits: boolean } & (
    | { readonly kind: 'request'; readonly parts: RequestParts }
    | { readonly kind: 'action-plan'; readonly parts: PlanTaskParts }
    | { readonly kind: 'fact-check' | 'sanction'; readonly parts: null }
  );

/** What a provider has to do, of all kinds and in all municipalities. */
@Injectable()
export class PortalTasksService {
  public constructor(
    private readonly db: Database,
    private readonly access: PortalAccess,
    private readonly clock: Clock,
  ) {}

  /** Everything that the person's providers have been asked for; what waits comes first. */
  public async tasks(provider: ProviderUser): Promise<PortalTask[]> {
    const statement = { name: 'portal-tasks', text: TASKS, values: [MAX_TASKS] };
    const rows = await this.db.providerRead<TaskRow>(provider, statement);
    const today = this.clock.today();
    return rows.map((row) => {
      const { id, kind, municipality, provider: name, unit, title, state, sentOn, due, returned } = row;
      const daysLeft = row.waits ? daysBetween(today, due) : null;
      const common = { id, municipality, provider: name, unit, title, sentOn, due, daysLeft, returned };
      return { kind, state, ...common, ...progressOf(row, today) } as PortalTask;
    });
  }

  /** The letters that gave another day for a task, the newest first. @throws NotFound for another provider's (R21). */
  public async deadlineLetters(provider: ProviderUser, taskId: string): Promise<DeadlineLetterView[]> {
    const { id } = await this.access.task(provider, taskId);
    const statement = { name: 'portal-deadline-letters', text: DEADLINE_LETTERS, values: [id] };
    const rows = await this.db.providerRead<DeadlineLetterRow>(provider, statement);
    return rows.map((row) => letterView(row, 'portal'));
  }
}

/** How far it has come: of none where nothing is counted. */
function progressOf(row: TaskRow, today: CalendarDate): { answered: number; asked: number } {
  if (row.kind === 'request') {
    const { questions, answers, files } = row.parts;
    return answerProgress(questions, answersOf({ answers }), files);
  }
  if (row.kind !== 'action-plan') return { answered: 0, asked: 0 };
  const waiting = waitingRequirements(row.parts);
  const lacking = new Set(planGaps(planItems(row.parts), waiting, today).map(({ actionId }) => actionId));
  return { answered: waiting.length - lacking.size, asked: waiting.length };
}

const DEADLINE_LETTERS = `
select ${DEADLINE_LETTER} from issued_document d
where d.subject_id = $1 and d.kind = 'deadline-change' order by d.id desc`;
