import { isDeepStrictEqual } from 'node:util';
import type { AnswerView } from '@insyn/api-schema';
import { answerFaults, type AnswerSource, type AnswerValue, type Question } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { Answer } from './answer.entity.js';
import { ANSWER_JSON } from './answers.sql.js';
import { lockRequest } from './locked-request.js';
import { type AnswerRow, answerView, openQuestions, type RequestRow } from './request-parts.js';

/** What is written in one question. */
export interface AnswerChange {
  readonly questionId: string;
  /** Of the answer that was changed; null for the first one. */
  readonly version: number | null;
  /** Null takes the answer away. */
  readonly value: AnswerValue | null;
  readonly comment: string;
  readonly source: AnswerSource;
  readonly sourceNote: string;
}

/**
 * Saves one answer, at either door. The first one means that answering has begun. What is stored already is left as it is,
 * so that a save that is sent again is no conflict.
 * @throws NotFound, Conflict 'not-open' for a question that cannot be answered now, 'stale-version' with the colleague's
 * `answer`, Invalid at `value`.
 */
export async function saveAnswer(tx: Transaction, requestId: string, change: AnswerChange): Promise<AnswerView> {
  const request = await lockRequest(tx, requestId);
  const { answer } = await putAnswer(tx, request, change);
  return answerView(answer, request.letter);
}

/** The same in a request that is locked already; gives the request as it is afterwards. */
export async function putAnswer(
  tx: Transaction,
  request: RequestRow,
  change: AnswerChange,
): Promise<{ request: RequestRow; answer: AnswerRow }> {
  const question = openQuestion(request, change.questionId);
  if (change.value !== null) requireValid(question, change.value);
  const known = request.answers.find(({ questionId }) => questionId === change.questionId);
  if (known !== undefined && isDeepStrictEqual([known.value, known.comment], [change.value, change.comment])) {
    return { request, answer: known };
  }
  if (known !== undefined && known.version !== change.version) throw staleAnswer(request, known);
  const id = await write(tx, request, change, known);
  const state = request.state === 'returned' ? 'returned' : 'answering';
  if (request.state === 'sent') await beginAnswering(tx, request);
  tx.appendEvent({
    kind: known === undefined ? 'answer.added' : 'answer.changed',
    subjectKind: 'answer',
    subjectId: id,
    followUpId: request.followUpId,
    summary: `Svarade på fråga ${question.number} i ”${request.title}”`,
    ...(known && { before: { value: known.value, comment: known.comment } }),
    after: { value: change.value, comment: change.comment, source: change.source },
  });
  const [read] = await tx.query<{ answer: AnswerRow }>(READ_ANSWER, [tx.municipalityId, id]);
  if (read === undefined) throw new NotFound();
  const others = request.answers.filter((answer) => answer !== known);
  return { request: { ...request, state, answers: [...others, read.answer] }, answer: read.answer };
}

/** A question of the request that can be answered now. @throws NotFound, Conflict 'not-open' */
export function openQuestion(request: RequestRow, questionId: string): Question {
  const question = request.questions.find(({ id }) => id === questionId);
  if (question === undefined) throw new NotFound();
  if (!openQuestions(request).some(({ id }) => id === questionId)) throw notOpen(request);
  return question;
}

/**
 * Answering has begun. The request's version stays: nobody's change of it is overwritten by that, and who hands in or
 * withdraws need not read it again.
 */
export async function beginAnswering(tx: Transaction, request: RequestRow): Promise<void> {
  await tx.query(BEGIN_ANSWERING, [tx.municipalityId, request.id, tx.now]);
  tx.appendEvent({
    kind: 'information-request.started',
    subjectKind: 'information-request',
    subjectId: request.id,
    followUpId: request.followUpId,
    summary: `Började besvara ”${request.title}”`,
  });
}

export function notOpen({ state }: Pick<RequestRow, 'state'>): Conflict {
  const title = {
    sent: 'Frågan ställs inte med de svar som är givna.',
    answering: 'Frågan ställs inte med de svar som är givna.',
    returned: 'Bara de frågor som kommunen har återlämnat kan ändras.',
    answered: 'Svaren är inlämnade och kan inte ändras.',
    closed: 'Informationsbegäran är avslutad och kan inte ändras.',
    withdrawn: 'Informationsbegäran är återkallad av kommunen.',
  }[state];
  return new Conflict('not-open', title);
}

function requireValid(question: Question, value: AnswerValue): void {
  const faults = answerFaults(question, value);
  if (faults.length > 0) throw new Invalid(faults.slice(0, 5).map((message) => ({ field: 'value', message })));
}

function staleAnswer(request: RequestRow, known: AnswerRow): Conflict {
  const answer = answerView(known, request.letter);
  const { changedBy, changedAt, version } = answer;
  const title = `Frågan har besvarats av ${changedBy} under tiden. Välj vilket svar som ska gälla.`;
  return new Conflict('stale-version', title, { version, changedBy, changedAt, change: null, answer });
}

async function write(
  tx: Transaction,
  request: RequestRow,
  { questionId, value, comment, source, sourceNote }: AnswerChange,
  known: AnswerRow | undefined,
): Promise<string> {
  const content = { comment, source, sourceNote, changedBy: tx.accountId, changedAt: tx.now };
  // A null is SQL's null: JSON's would be an answer.
  const stored = { ...content, value: value === null ? () => 'null' : value } as object;
  if (known !== undefined) {
    await tx.update(Answer, known.id, known.version, stored);
    return known.id;
  }
  const id = tx.newId();
  const { municipalityId } = tx;
  await tx.insert(Answer, {
    municipalityId,
    id,
    requestId: request.id,
    providerId: request.providerId,
    questionId,
    ...stored,
  });
  return id;
}

const BEGIN_ANSWERING = `update information_request set state = 'answering', started_at = case when started_at is null then $3 else started_at end
  where municipality_id = $1 and id = $2 and state = 'sent'`;
const READ_ANSWER = `select ${ANSWER_JSON} as answer from answer a left join account p on p.id = a.changed_by
  where a.municipality_id = $1 and a.id = $2`;
