import type { RequestListItem, RequestView } from '@insyn/api-schema';
import {
  answerProgress,
  type AnswerFile,
  type Answers,
  type AnswerValue,
  type CalendarDate,
  proposedFindings,
  type Question,
  requestActions,
  type RequestState,
  WAITING_STATES,
} from '@insyn/domain';
import { requestParts, type RequestRow } from '../answers/request-parts.js';

/** A row of a list as it is read. */
export interface ListRow extends Omit<RequestListItem, 'late' | 'answered' | 'asked'> {
  readonly questions: Question[];
  readonly answers: Record<string, AnswerValue>;
  readonly files: AnswerFile[];
  /** Whether the last round came after its deadline; null before the first. */
  readonly wasLate: boolean | null;
}

/** One request as it is read for the staff. */
export interface ViewRow extends RequestRow {
  readonly committeeId: string;
  readonly extensionWaits: boolean;
  readonly mailFailed: boolean;
  readonly contacts: RequestView['contacts'];
}

export function listItem(
  row: Omit<ListRow, 'questions'>,
  questions: readonly Question[],
  today: CalendarDate,
): RequestListItem {
  const { id, followUpId, title, provider, unit, state, sentOn, due, readAt, startedAt, answeredAt } = row;
  const { extensionWaits, mailFailed } = row;
  return {
    ...{ id, followUpId, title, provider, unit, state, sentOn, due, readAt, startedAt, answeredAt },
    ...{ extensionWaits, mailFailed, late: isLateAt(row, row.wasLate, today) },
    ...answerProgress(questions, row.answers, row.files),
  };
}

/** What the staff see of a request; `mayWrite` says whether its acts are offered. */
export function requestView(row: ViewRow, today: CalendarDate, mayWrite: boolean): RequestView {
  const { id, followUpId, evidenceId, roundId, title, state, letter, sentOn, due, questions, version } = row;
  const { readAt, startedAt, answeredAt, extensionWaits, mailFailed, contacts } = row;
  const parts = requestParts(row, 'staff');
  const { answers, files, submissions, extensions, document, askedIds, missing, progress, returned } = parts;
  const last = submissions.at(-1);
  return {
    ...{ id, followUpId, evidenceId, roundId, title, state, letter, sentOn, due, questions, version },
    ...{ readAt, startedAt, answeredAt, extensionWaits, mailFailed, contacts },
    ...{ answers, files, submissions, extensions, document, askedIds, missing, returned },
    ...{ answered: progress.answered, asked: progress.asked },
    provider: letter.provider,
    unit: letter.unit.name,
    late: isLateAt(row, last?.late ?? null, today),
    proposedFindings: last === undefined ? [] : proposedFindings(questions, valuesOf(last.answers)),
    offers: mayWrite ? requestActions(state, 'officer') : [],
  };
}

/** While it waits for the provider: whether its time is out. After that: whether the last round came too late. */
function isLateAt(
  { state, due }: { state: RequestState; due: CalendarDate },
  wasLate: boolean | null,
  today: CalendarDate,
): boolean {
  return WAITING_STATES.includes(state) ? due < today : wasLate === true;
}

function valuesOf(answers: readonly { questionId: string; value: AnswerValue | null }[]): Answers {
  return Object.fromEntries(answers.flatMap(({ questionId, value }) => (value === null ? [] : [[questionId, value]])));
}
