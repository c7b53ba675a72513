import type { Question, QuestionFault } from '@insyn/domain';
import type { FieldError } from '../http/problem.js';

/** The faults with the path of their field, `questions.<index>.<field>`; `questions` for the set as a whole. */
export function faultErrors(questions: readonly Question[], faults: readonly QuestionFault[]): FieldError[] {
  return faults.map(({ questionId, field, message }) => {
    const index = field === 'questions' ? -1 : questions.findLastIndex(({ id }) => id === questionId);
    return { field: index === -1 ? 'questions' : `questions.${index}.${field}`, message: message + '.' };
  });
}
