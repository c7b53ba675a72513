import type { FindingKind, Severity } from '../findings/finding.js';
import { answerFaults } from './answer-faults.js';
import { answerText } from './answer-text.js';
import { answerTo } from './answer-value.js';
import { askedQuestions } from './asked-questions.js';
import { type Answers, type AnswerValue, type FindingRule, NO, type Question, YES } from './question.js';

/** A finding that an answer proposes, and why. A person makes it a finding, or not. */
export interface ProposedFinding {
  readonly questionId: string;
  readonly number: string;
  readonly kind: FindingKind;
  readonly severity: Severity | null;
  readonly title: string;
  /** "Fråga 2.4: Nej". */
  readonly because: string;
}

/** The findings that the answers propose by the rules of their questions; only questions that are asked, in order. */
export function proposedFindings(questions: readonly Question[], answers: Answers): ProposedFinding[] {
  return askedQuestions(questions, answers).flatMap((question) => {
    const { id, number, finding } = question;
    const value = answerTo(answers, id);
    if (finding === null || value === null || answerFaults(question, value).length > 0) return [];
    if (!proposes(finding, value)) return [];
    const { kind, severity, title } = finding;
    const because = `Fråga ${number}: ${answerText(question, value)}`;
    return [{ questionId: id, number, kind, severity, title, because }];
  });
}

function proposes({ answers }: FindingRule, value: AnswerValue): boolean {
  switch (value.kind) {
    case 'share':
      return value.n < value.of;
    case 'yes-no':
      return answers.includes(value.yes ? YES : NO);
    case 'choice':
      return answers.includes(value.option);
    case 'multiple-choice':
      return value.options.some((option) => answers.includes(option));
    default:
      return false;
  }
}
