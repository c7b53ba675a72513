import type { Question } from './question.js';

/** A question for a spec: a required yes or no, changed where the spec says. */
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

/** A table of forms of employment, with a column of each kind. */
export function aTable(changes: Partial<Question> = {}): Question {
  return aQuestion({
    kind: 'table',
    columns: [
      { id: 'form', text: 'Anställningsform', kind: 'text' },
      { id: 'count', text: 'Antal', kind: 'number' },
      { id: 'trained', text: 'Med utbildning', kind: 'share' },
      { id: 'since', text: 'Sedan', kind: 'date' },
    ],
    ...changes,
  });
}
