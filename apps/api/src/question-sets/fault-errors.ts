import { parseQuestions, type Question, type QuestionFault, questionSetFaults } from '@insyn/domain';
import { type FieldError, Invalid } from '../http/problem.js';
import { tidyQuestions } from './tidy-questions.js';

/** The faults with the path of their field, `questions.<index>.<field>`; `questions` for the set as a whole. */
export function faultErrors(questions: readonly Question[], faults: readonly QuestionFault[]): FieldError[] {
  return faults.map(({ questionId, field, message }) => {
    const index = field === 'questions' ? -1 : questions.findLastIndex(({ id }) => id === questionId);
    return { field: index === -1 ? 'questions' : `questions.${index}.${field}`, message: message + '.' };
  });
}

/** The questions that were sent, tidied. @throws Invalid with every fault at its field. */
export function soundQuestions(sent: readonly unknown[]): Question[] {
  const misshapen = sent.flatMap(formErrors);
  if (misshapen.length > 0) throw new Invalid(misshapen);
  const questions = tidyQuestions(sent as readonly Question[]);
  const faults = questionSetFaults(questions);
  if (faults.length > 0) throw new Invalid(faultErrors(questions, faults));
  return questions;
}

/** What is wrong with the form of one question, told by reading it as a list of its own. */
function formErrors(entry: unknown, index: number): FieldError[] {
  const { questions, faults } = parseQuestions([entry]);
  if (questions.length > 0) return [];
  const place = `questions.${index}`;
  return faults.map(({ field, message }) => ({
    field: field === 'questions' ? place : `${place}.${field}`,
    message: message.replace('Fråga 1 i listan', `Fråga ${index + 1} i listan`) + '.',
  }));
}
