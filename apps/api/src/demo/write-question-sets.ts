import { type Question, READY_QUESTION_SETS } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { insertQuestionSet } from '../question-sets/question-sets.service.js';

/** What the municipality asks besides the questions that the product comes with. */
const OWN_SECTION = 'Mötet och övrigt';

/**
 * Writes the shipped question sets as the officer has made them the municipality's own: with its name, and with questions
 * about the meeting at the end. @returns their ids, in the order of the shipped sets.
 */
export async function writeQuestionSets(tx: Transaction, municipality: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, serviceType, questions } of READY_QUESTION_SETS) {
    ids.push(
      await insertQuestionSet(tx, {
        name: name + ', ' + municipality,
        serviceType,
        questions: [...questions, ...ownQuestions(questions)],
      }),
    );
  }
  return ids;
}

/** Two questions under a number of their own, after those there are. */
function ownQuestions(questions: readonly Question[]): Question[] {
  const last = Math.max(...questions.map(({ number }) => Number.parseInt(number, 10)));
  const own: Pick<Question, 'id' | 'text' | 'guidance' | 'kind' | 'required'>[] = [
    {
      id: 'meeting-day',
      text: 'Vilken dag passar er för ett uppföljningsmöte?',
      guidance: 'Föreslå en vardag. Vi återkommer med en kallelse.',
      kind: 'date',
      required: true,
    },
    {
      id: 'anything-else',
      text: 'Är det något mer ni vill att vi känner till före mötet?',
      guidance: 'Skriv så att ingen person kan kännas igen.',
      kind: 'text',
      required: false,
    },
  ];
  return own.map((question, at) => ({
    ...question,
    number: String(last + 1) + '.' + String(at + 1),
    section: OWN_SECTION,
    legalGround: '',
    clauseNumber: '',
    unit: '',
    min: null,
    max: null,
    options: [],
    columns: [],
    condition: null,
    finding: null,
  }));
}
