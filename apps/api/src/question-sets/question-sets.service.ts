import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Saved, SavedQuestions } from '@insyn/api-schema';
import type {
  ChangeQuestionSetRequest,
  CopyOfRequest,
  CreateQuestionSetRequest,
  SaveQuestionsRequest,
} from '@insyn/api-schema/server';
import { type Question, READY_QUESTION_SETS, type ServiceType } from '@insyn/domain';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { changedNumbers } from './changed-numbers.js';
import { soundQuestions } from './fault-errors.js';
import { QuestionSet } from './question-set.entity.js';
import { QuestionSetVersion } from './question-set-version.entity.js';
import { tidyQuestions } from './tidy-questions.js';

interface Terms {
  readonly name: string;
  readonly serviceType: ServiceType;
  readonly archived: boolean;
}

interface Version {
  readonly id: string;
  readonly number: number;
  readonly frozen: boolean;
  readonly questions: Question[];
  readonly version: number;
}

@Injectable()
export class QuestionSetsService {
  public constructor(private readonly db: Database) {}

  /** Makes a set with its first version: empty, or with the questions of another. */
  public create(user: StaffUser, { name, serviceType, copyOf }: CreateQuestionSetRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const questions = await questionsToCopy(tx, copyOf ?? null);
      const id = await insertQuestionSet(tx, { name, serviceType, questions });
      return { id, version: 1 };
    });
  }

  /** Changes what is given and leaves the rest. */
  public change(user: StaffUser, id: string, request: ChangeQuestionSetRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = request;
      const { version: found, ...before } = await lockQuestionSet(tx, id);
      if (found !== from) throw await staleVersion(tx, found, [id]);
      const given = givenOf(patch);
      const version = await tx.update(QuestionSet, id, from, given);
      tx.appendEvent({
        kind: 'question-set.changed',
        subjectKind: 'question-set',
        subjectId: id,
        summary: summaryOf(before, given),
        before: Object.fromEntries(Object.keys(given).map((key) => [key, before[key as keyof Terms]])),
        after: given,
      });
      return { id, version };
    });
  }

  /** Saves all questions at once. A version that has been sent stays as it is, and they become the next. */
  public saveQuestions(user: StaffUser, id: string, request: SaveQuestionsRequest): Promise<SavedQuestions> {
    const questions = soundQuestions(request.questions);
    return this.db.transaction(user, async (tx) => {
      const set = await lockQuestionSet(tx, id);
      if (set.archived) {
        throw new Conflict('question-set-archived', 'Frågebatteriet är arkiverat. Ta tillbaka det först.');
      }
      const newest = await lockNewestVersion(tx, id);
      if (newest.number !== request.versionNumber || newest.version !== request.version) {
        throw await staleVersion(tx, newest.version, [newest.id]);
      }
      const before = tidyQuestions(newest.questions);
      if (isDeepStrictEqual(before, questions)) return savedAs(id, newest);
      const saved = newest.frozen
        ? await insertNextVersion(tx, id, newest.number + 1, questions)
        : await changeVersion(tx, newest, questions);
      tx.appendEvent({
        kind: 'question-set.questions-saved',
        subjectKind: 'question-set-version',
        subjectId: saved.versionId,
        summary: 'Ändrade frågorna i frågebatteriet ' + set.name + ', version ' + String(saved.number),
        before: { number: newest.number, questions: before.length },
        after: { number: saved.number, questions: questions.length, ...changedNumbers(before, questions) },
      });
      return saved;
    });
  }
}

/** Writes a set and its first version, with its event. @returns the id of the set. */
export async function insertQuestionSet(
  tx: Transaction,
  { name, serviceType, questions }: Pick<Terms, 'name' | 'serviceType'> & { questions: readonly Question[] },
): Promise<string> {
  const { municipalityId, accountId } = tx;
  const id = tx.newId();
  const versionId = tx.newId();
  await tx.insert(QuestionSet, {
    municipalityId,
    id,
    name,
    serviceType,
    archived: false,
    createdBy: accountId,
    createdAt: tx.now,
    version: 1,
  });
  await insertVersion(tx, { id: versionId, questionSetId: id, number: 1, questions });
  tx.appendEvent({
    kind: 'question-set.created',
    subjectKind: 'question-set',
    subjectId: id,
    summary: 'Lade upp frågebatteriet ' + name,
    after: { name, serviceType, questions: questions.length },
  });
  return id;
}

function summaryOf(before: Terms, given: Partial<Terms>): string {
  const name = given.name ?? before.name;
  if (given.archived === true && !before.archived) return 'Arkiverade frågebatteriet ' + name;
  if (given.archived === false && before.archived) return 'Tog tillbaka frågebatteriet ' + name;
  return 'Ändrade frågebatteriet ' + name;
}

/** The questions that a new set begins with. @throws Invalid at its field for what is not there or not one thing. */
async function questionsToCopy(tx: Transaction, copyOf: CopyOfRequest | null): Promise<readonly Question[]> {
  if (copyOf === null) return [];
  const { versionId, ready } = copyOf;
  if ((versionId === undefined) === (ready === undefined)) {
    throw new Invalid([{ field: 'copyOf', message: 'Välj antingen en version eller ett färdigt frågebatteri.' }]);
  }
  const shipped = READY_QUESTION_SETS.find(({ id }) => id === ready);
  if (shipped !== undefined) return tidyQuestions(shipped.questions);
  const [row] = await tx.query<{ questions: Question[] }>(
    'select questions from question_set_version where municipality_id = $1 and id = $2',
    [tx.municipalityId, versionId],
  );
  if (row === undefined) throw new Invalid([{ field: 'copyOf.versionId', message: 'Frågebatteriet finns inte.' }]);
  return row.questions;
}

/** The set as it is, held until the transaction ends. @throws NotFound for one of another municipality. */
async function lockQuestionSet(tx: Transaction, id: string): Promise<Terms & { version: number }> {
  const [row] = await tx.query<Terms & { version: number }>(
    `select name, service_type as "serviceType", archived, version from question_set
     where municipality_id = $1 and id = $2 for no key update`,
    [tx.municipalityId, id],
  );
  if (row === undefined) throw new NotFound('Frågebatteriet finns inte.');
  return row;
}

/** The newest version, held so that it cannot be sent meanwhile. The set is held already. */
async function lockNewestVersion(tx: Transaction, questionSetId: string): Promise<Version> {
  const [row] = await tx.query<Version>(
    `select id, number, frozen, questions, version from question_set_version
     where municipality_id = $1 and question_set_id = $2 order by number desc limit 1 for no key update`,
    [tx.municipalityId, questionSetId],
  );
  if (row === undefined) throw new Error('A question set always has a version.');
  return row;
}

async function insertNextVersion(
  tx: Transaction,
  questionSetId: string,
  number: number,
  questions: readonly Question[],
): Promise<SavedQuestions> {
  const id = tx.newId();
  await insertVersion(tx, { id, questionSetId, number, questions });
  return savedAs(questionSetId, { id, number, version: 1 });
}

async function changeVersion(
  tx: Transaction,
  { id, number, version }: Version,
  questions: Question[],
): Promise<SavedQuestions> {
  const [row] = await tx.query<{ questionSetId: string; version: number }>(
    `update question_set_version set questions = $3::jsonb, updated_by = $4, updated_at = $5, version = version + 1
     where municipality_id = $1 and id = $2 and version = $6
     returning question_set_id as "questionSetId", version`,
    [tx.municipalityId, id, JSON.stringify(questions), tx.accountId, tx.now, version],
  );
  if (row === undefined) throw new Error('The version is held, so nobody else can have changed it.');
  return savedAs(row.questionSetId, { id, number, version: row.version });
}

async function insertVersion(
  tx: Transaction,
  row: { id: string; questionSetId: string; number: number; questions: readonly Question[] },
): Promise<void> {
  await tx.insert(QuestionSetVersion, {
    municipalityId: tx.municipalityId,
    ...row,
    questions: [...row.questions],
    frozen: false,
    updatedBy: tx.accountId,
    updatedAt: tx.now,
    version: 1,
  });
}

function savedAs(id: string, of: Pick<Version, 'id' | 'number' | 'version'>): SavedQuestions {
  return { id, versionId: of.id, number: of.number, version: of.version };
}
