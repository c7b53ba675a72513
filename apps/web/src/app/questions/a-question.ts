import type { Question } from '@insyn/domain';

/** A question for specs: a required yes or no, changed where the spec says. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    number: '1.1',
    section: 'Ledning',
    text: 'Finns skriftliga rutiner?',
    guidance: '',
    legalGround: '',
    clauseNumber: '',
    kind: 'yes-no',
    required: true,
    unit: '',
    min: null,
    max: null,
    options: [],
    columns: [],
    condition: null,
    finding: null,
    ...changes,
  };
}
