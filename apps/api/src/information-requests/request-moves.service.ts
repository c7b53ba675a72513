import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { ReturnQuestionsRequest } from '@insyn/api-schema/server';
import { askedQuestions, type RequestAction, takeRequestAction } from '@insyn/domain';
import { ReturnedQuestion } from '../answers/returned-question.entity.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { type FieldError, Invalid } from '../http/problem.js';
import { registerRecord } from '../records/register-record.js';
import { InformationRequest } from './information-request.entity.js';
import { answerBy, mailProvider } from './mail-provider.js';
import { lockOfficersRequest, type OfficersRequest } from './officers-request.js';
import { recordTitle } from './request-origin.js';
import { letterDue } from './send-request.js';

/** What an officer does with a request that has been sent. */
@Injectable()
export class RequestMovesService {
  public constructor(private readonly db: Database) {}

  /** Sends single questions back, each with what is missing; the rounds before stay as they were handed in. */
  public returnQuestions(user: StaffUser, id: string, wanted: ReturnQuestionsRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const request = await lockOfficersRequest(tx, id);
      const state = takeRequestAction('return', request.state);
      const last = request.submissions.at(-1);
      if (last === undefined) throw new Error(`Request ${id} is answered and has no submission.`);
      requireAsked(wanted, new Set(askedAt(request)));
      const due = wanted.due === undefined ? request.due : letterDue(wanted.due, tx.today);
      const version = await tx.update(InformationRequest, id, wanted.version, { state, due });
      await tx.insert(
        ReturnedQuestion,
        wanted.questions.map(({ questionId, comment }) => ({
          ...{ municipalityId: tx.municipalityId, id: tx.newId(), requestId: id, providerId: request.providerId },
          ...{ submissionId: last.id, questionId, comment, createdBy: tx.accountId, createdAt: tx.now },
        })),
      );
      await registerOut(tx, request, 'Begäran om komplettering');
      const numbers = request.questions.filter(({ id: one }) => wanted.questions.some((q) => q.questionId === one));
      await mailProvider(tx, request, {
        kind: 'answers-returned',
        subject: `${request.letter.municipality} ber om komplettering: ${request.title}`,
        text: [
          `Tack för svaren på ”${request.title}”. ${request.letter.municipality} behöver att ni kompletterar:`,
          numbers.map(({ number, text }) => `- ${number} ${text}`).join('\n'),
          'Vad som saknas står vid varje fråga när ni har loggat in. Övriga svar ligger kvar som de är.',
          ...(due > tx.today ? [answerBy(due)] : ['Svara så snart ni kan.']),
        ],
      });
      appendMove(tx, request, 'returned', `Återlämnade ${wanted.questions.length} frågor för komplettering`, {
        ...{ questions: wanted.questions, round: last.number, due },
      });
      return { id, version };
    });
  }

  /** The officer has what is needed. */
  public close(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.#move(user, id, version, 'close', 'closed', 'Avslutade informationsbegäran');
  }

  /** What was closed waits for the officer again. */
  public reopen(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.#move(user, id, version, 'reopen', 'reopened', 'Öppnade informationsbegäran igen');
  }

  /** Takes the request back: nothing more is to be answered, and no link to it can be used. */
  public withdraw(user: StaffUser, id: string, from: number, reason: string): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const request = await lockOfficersRequest(tx, id);
      const state = takeRequestAction('withdraw', request.state);
      const version = await tx.update(InformationRequest, id, from, { state });
      await tx.query(REVOKE, [tx.municipalityId, id, tx.now]);
      await registerOut(tx, request, 'Återkallad informationsbegäran');
      await mailProvider(tx, request, {
        kind: 'information-request',
        subject: `Återkallad: ${request.title}`,
        text: [
          `${request.letter.municipality} återkallar informationsbegäran ”${request.title}”. Ni behöver inte svara.`,
          `Skäl: ${reason}`,
        ],
        signIn: false,
      });
      appendMove(tx, request, 'withdrawn', 'Återkallade informationsbegäran', { reason });
      return { id, version };
    });
  }

  #move(
    user: StaffUser,
    id: string,
    from: number,
    action: RequestAction,
    act: string,
    summary: string,
  ): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const request = await lockOfficersRequest(tx, id);
      const state = takeRequestAction(action, request.state);
      const version = await tx.update(InformationRequest, id, from, { state });
      appendMove(tx, request, act, summary, { state });
      return { id, version };
    });
  }
}

/** The questions that were asked when the last round was handed in: only they can be sent back. */
function askedAt({ submissions, questions }: OfficersRequest): string[] {
  const answers = submissions.at(-1)?.content.answers ?? [];
  const given = answers.flatMap(({ questionId, value }) => (value === null ? [] : [[questionId, value] as const]));
  return askedQuestions(questions, Object.fromEntries(given)).map(({ id }) => id);
}

function requireAsked({ questions }: ReturnQuestionsRequest, asked: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const faults = questions.flatMap(({ questionId }, index): FieldError[] => {
    const field = `questions.${index}.questionId`;
    if (!asked.has(questionId)) return [{ field, message: 'Frågan ingick inte i det som lämnades in.' }];
    if (seen.has(questionId)) return [{ field, message: 'Samma fråga finns två gånger.' }];
    seen.add(questionId);
    return [];
  });
  if (faults.length > 0) throw new Invalid(faults);
}

/** A letter about the request that has gone to the provider is registered too (R16). */
async function registerOut(tx: Transaction, request: OfficersRequest, what: string): Promise<void> {
  const { followUpId, letter, year, ownRun: internal } = request;
  const publicTitle = recordTitle(what, { unit: letter.unit.name, year });
  await registerRecord(tx, { followUpId, direction: 'out', counterpart: letter.provider, publicTitle, internal });
}

function appendMove(tx: Transaction, request: OfficersRequest, act: string, summary: string, after: object): void {
  const { id, followUpId, title, state } = request;
  tx.appendEvent({
    ...{ kind: `information-request.${act}`, subjectKind: 'information-request', subjectId: id, followUpId },
    ...{ summary: `${summary}: ”${title}”`, before: { state }, after },
  });
}

const REVOKE = `update provider_invitation set revoked_at = $3
  where municipality_id = $1 and request_id = $2 and used_at is null and revoked_at is null`;
