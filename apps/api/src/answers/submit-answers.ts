import type { Saved, SubmittedAnswers } from '@insyn/api-schema';
import { answerText, askedQuestions, isLate, missingAnswers, takeRequestAction } from '@insyn/domain';
import { type ReceiptData, seal } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import { Conflict, StaleVersion } from '../http/problem.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { AnswerSubmission } from './answer-submission.entity.js';
import { lockRequest } from './locked-request.js';
import { answersOf, type RequestRow } from './request-parts.js';

/**
 * Hands the answers in as they are, at either door: sealed, numbered, with a receipt. It is never refused for being late,
 * only marked (`isLate`). @returns the request with its new version.
 * @throws RuleViolation 'wrong-state', StaleVersion, Conflict 'answers-missing' with exactly what is missing.
 */
export async function submitAnswers(
  tx: Transaction,
  requestId: string,
  { version, onBehalf }: { version: number; onBehalf: boolean },
): Promise<Saved> {
  const request = await lockRequest(tx, requestId);
  const state = takeRequestAction('submit', request.state);
  if (request.version !== version) {
    throw new StaleVersion({ version: request.version, changedBy: null, changedAt: null, change: null });
  }
  requireComplete(request);
  const submittedBy = onBehalf ? request.letter.municipality : await nameOf(tx);
  const content = submittedContent(request, submittedBy, onBehalf);
  const late = isLate(tx.now, request.due);
  const id = tx.newId();
  const { municipalityId, now } = tx;
  await tx.insert(AnswerSubmission, {
    municipalityId,
    id,
    requestId,
    providerId: request.providerId,
    number: content.round,
    submittedBy: tx.accountId,
    submittedAt: now,
    late,
    onBehalf,
    content,
    seal: seal(content),
  });
  const changed = await tx.update(InformationRequest, requestId, null, { state, answeredAt: now });
  await issueDocument(tx, {
    kind: 'receipt',
    subjectId: id,
    followUpId: request.followUpId,
    providerId: request.providerId,
    title: `Kvittens: ${request.title}`,
    content: receiptOf(request, content, now, late),
  });
  tx.appendEvent({
    kind: 'information-request.submitted',
    subjectKind: 'information-request',
    subjectId: requestId,
    followUpId: request.followUpId,
    summary: `Lämnade in svaren på ”${request.title}”, omgång ${content.round}${late ? ', efter svarstiden' : ''}`,
    after: { submissionId: id, seal: seal(content), onBehalf, late },
  });
  tx.enqueue('receive-answers', { municipalityId, ids: { submissionId: id } });
  return { id: requestId, version: changed };
}

function requireComplete(request: RequestRow): void {
  const missing = missingAnswers(request.questions, answersOf(request), request.files, request.wantedDocuments);
  if (missing.length === 0) return;
  const title = 'Svaren kan inte lämnas in än. Se vad som saknas.';
  // Each is told twice over: as a fault with its place, and as the list that the screen leads to.
  const errors = missing.map((one) => ({
    field: `${one.place}.${one.id}`,
    message: [one.number, one.text].filter(Boolean).join(' ') + ': ' + one.problem,
    ...one,
  }));
  throw new Conflict('answers-missing', title, { errors });
}

function submittedContent(request: RequestRow, submittedBy: string, onBehalf: boolean): SubmittedAnswers {
  const asked = new Set(askedQuestions(request.questions, answersOf(request)).map(({ id }) => id));
  const byQuestion = new Map(request.answers.map((answer) => [answer.questionId, answer]));
  return {
    round: request.submissions.length + 1,
    submittedBy,
    onBehalf,
    answers: request.questions.flatMap(({ id }) => {
      const answer = byQuestion.get(id);
      if (answer === undefined || !asked.has(id) || (answer.value === null && answer.comment === '')) return [];
      const { questionId, value, comment, source, sourceNote } = answer;
      return [{ questionId, value, comment, source, sourceNote }];
    }),
    files: request.files
      .filter(({ questionId }) => questionId === null || asked.has(questionId))
      .map(({ fileName, sha256, size, questionId, wantedDocumentId }) => ({
        ...{ fileName, sha256, size, questionId, wantedDocumentId },
      })),
  };
}

function receiptOf(request: RequestRow, content: SubmittedAnswers, at: Date, late: boolean): ReceiptData {
  const { municipality, committee, letterhead, caseNumber, provider, unit } = request.letter;
  const asked = askedQuestions(request.questions, answersOf(request));
  return {
    ...{ municipality, committee, letterhead, caseNumber, title: request.title, provider, unit: unit.name },
    ...{ round: content.round, submittedBy: content.submittedBy, onBehalf: content.onBehalf },
    ...{ submittedAt: at.toISOString(), due: request.due, late, seal: seal(content) },
    answers: asked.map((question) => {
      const answer = content.answers.find(({ questionId }) => questionId === question.id);
      const files = content.files.filter(({ questionId }) => questionId === question.id);
      const words = answer?.value == null || question.kind === 'file' ? '' : answerText(question, answer.value);
      const text = [words, ...files.map(({ fileName }) => fileName)].filter(Boolean).join('\n');
      return { number: question.number, question: question.text, answer: text, comment: answer?.comment ?? '' };
    }),
    files: content.files.map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
  };
}

async function nameOf(tx: Transaction): Promise<string> {
  const [account] = await tx.query<{ name: string }>('select name from account where id = $1', [tx.accountId]);
  return account?.name ?? '';
}
