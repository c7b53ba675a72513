import type { FindingRule, Question, QuestionCondition } from '../question.js';

/** A question as a ready set writes it: the parts that are left out are empty, and it is required. */
export type ReadyQuestion = Pick<Question, 'id' | 'number' | 'kind' | 'text'> & Partial<Question>;

/** The questions of one section, whole. */
export function sectionOf(section: string, questions: readonly ReadyQuestion[]): Question[] {
  return questions.map((question) => ({
    section,
    guidance: '',
    legalGround: '',
    clauseNumber: '',
    required: true,
    unit: '',
    min: null,
    max: null,
    options: [],
    columns: [],
    condition: null,
    finding: null,
    ...question,
  }));
}

/** Asked when an earlier question has this answer. */
export function when(questionId: string, equals: string): QuestionCondition {
  return { questionId, equals };
}

/** A minor deficiency that the answers propose; without answers, a share of fewer than all. */
export function deficiency(title: string, ...answers: string[]): FindingRule {
  return { answers, kind: 'deficiency', severity: 'minor', title };
}

/** A serious deficiency that the answers propose; without answers, a share of fewer than all. */
export function seriousDeficiency(title: string, ...answers: string[]): FindingRule {
  return { answers, kind: 'deficiency', severity: 'serious', title };
}

/** An improvement area that the answers propose; without answers, a share of fewer than all. */
export function improvementArea(title: string, ...answers: string[]): FindingRule {
  return { answers, kind: 'improvement-area', severity: null, title };
}
