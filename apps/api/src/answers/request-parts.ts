import type {
  AnswerFileView,
  AnswerView,
  DocumentLink,
  ExtensionView,
  InformationLetter,
  MissingAnswerView,
  SubmissionView,
  SubmittedAnswers,
} from '@insyn/api-schema';
import {
  answerProgress,
  type Answers,
  askedQuestions,
  type CalendarDate,
  missingAnswers,
  type Question,
  type RequestState,
  type WantedDocument,
} from '@insyn/domain';

/** Which door a view is for: the links in it lead through the same one. */
export type Door = 'staff' | 'provider';

/** Where the name of a person stands who the reader may not see (the other side's); null then. */
interface Named {
  readonly person: string | null;
}

export type AnswerRow = Omit<AnswerView, 'changedBy'> & Named;
interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly rendered: boolean;
}
type SubmissionRow = Omit<SubmissionView, 'answers' | 'submittedBy' | 'receipt'> & {
  readonly content: SubmittedAnswers;
  readonly receipt: DocumentRow | null;
};

/** A request with everything that hangs on it, as `REQUEST_ROW` reads it under either door. */
export interface RequestRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly followUpId: string;
  readonly providerId: string;
  readonly evidenceId: string;
  readonly roundId: string | null;
  readonly title: string;
  readonly state: RequestState;
  readonly letter: InformationLetter;
  readonly questions: Question[];
  readonly wantedDocuments: WantedDocument[];
  readonly sentOn: CalendarDate;
  readonly due: CalendarDate;
  readonly readAt: string | null;
  readonly startedAt: string | null;
  readonly answeredAt: string | null;
  readonly version: number;
  readonly answers: readonly AnswerRow[];
  readonly files: readonly Omit<AnswerFileView, 'href'>[];
  readonly submissions: readonly SubmissionRow[];
  readonly extensions: readonly (Omit<ExtensionView, 'askedBy'> & Named)[];
  readonly letterDocument: DocumentRow | null;
}

/** What the views of both sides have in common. */
export interface RequestParts {
  readonly answers: AnswerView[];
  readonly files: AnswerFileView[];
  readonly submissions: SubmissionView[];
  readonly extensions: ExtensionView[];
  readonly document: DocumentLink | null;
  /** Ids of the questions whose conditions hold, in order. */
  readonly askedIds: string[];
  /** Ids of the questions that can be answered now. */
  readonly openIds: string[];
  readonly editable: boolean;
  readonly missing: MissingAnswerView[];
  readonly progress: { answered: number; asked: number };
  /** What waits after a return; empty in other states. */
  readonly returned: { questionId: string; comment: string }[];
}

/** The answers by question, those that have a value. */
export function answersOf(row: Pick<RequestRow, 'answers'>): Answers {
  return valuesOf(row.answers);
}

/** The questions that can be answered now: all that are asked, or after a return those sent back and those that appear. */
export function openQuestions(row: Pick<RequestRow, 'state' | 'questions' | 'answers' | 'submissions'>): Question[] {
  const asked = askedQuestions(row.questions, answersOf(row));
  if (row.state === 'sent' || row.state === 'answering') return asked;
  const last = row.submissions.at(-1);
  if (row.state !== 'returned' || last === undefined) return [];
  const returned = new Set(last.returned.map(({ questionId }) => questionId));
  const askedThen = new Set(askedQuestions(row.questions, valuesOf(last.content.answers)).map(({ id }) => id));
  return asked.filter(({ id }) => returned.has(id) || !askedThen.has(id));
}

/** Whether wanted documents can be handed in: until the first submission. */
export function takesDocuments({ state }: Pick<RequestRow, 'state'>): boolean {
  return state === 'sent' || state === 'answering';
}

export function answerView(row: AnswerRow, letter: InformationLetter): AnswerView {
  const { person, ...answer } = row;
  return { ...answer, changedBy: row.source === 'on-behalf' ? letter.municipality : (person ?? letter.provider) };
}

/** What both sides are shown of a request, in the words and links of a door. */
export function requestParts(row: RequestRow, door: Door): RequestParts {
  const answers = answersOf(row);
  const open = openQuestions(row);
  const files = row.files.map((file) => ({ ...file, href: `${API[door]}/answer-files/${file.id}` }));
  const last = row.state === 'returned' ? row.submissions.at(-1) : undefined;
  return {
    answers: row.answers.map((answer) => answerView(answer, row.letter)),
    files,
    submissions: row.submissions.map(({ content, receipt, ...submission }) => ({
      ...submission,
      submittedBy: content.submittedBy,
      answers: content.answers,
      receipt: linkOf(receipt, door),
    })),
    extensions: row.extensions.map(({ person, ...extension }) => ({
      ...extension,
      askedBy: person ?? row.letter.provider,
    })),
    document: linkOf(row.letterDocument, door),
    askedIds: askedQuestions(row.questions, answers).map(({ id }) => id),
    openIds: open.map(({ id }) => id),
    editable: open.length > 0 || takesDocuments(row),
    missing: missingAnswers(row.questions, answers, row.files, row.wantedDocuments),
    progress: answerProgress(row.questions, answers, row.files),
    returned: (last?.returned ?? []).map(({ questionId, comment }) => ({ questionId, comment })),
  };
}

const API: Readonly<Record<Door, string>> = { staff: '/api', provider: '/api/portal' };

function linkOf(document: DocumentRow | null, door: Door): DocumentLink | null {
  if (document === null) return null;
  const { id, title, rendered } = document;
  return { id, title, href: rendered ? `${API[door]}/documents/${id}` : null };
}

function valuesOf(answers: readonly Pick<AnswerView, 'questionId' | 'value'>[]): Answers {
  return Object.fromEntries(answers.flatMap(({ questionId, value }) => (value === null ? [] : [[questionId, value]])));
}
