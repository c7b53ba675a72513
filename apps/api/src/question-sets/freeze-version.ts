import { type Question, questionSetFaults } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict, Invalid } from '../http/problem.js';
import { faultErrors } from './fault-errors.js';

/** The questions as they are sent: they never change after this. */
export interface FrozenQuestions {
  readonly versionId: string;
  readonly setName: string;
  readonly number: number;
  readonly questions: Question[];
}

interface Found extends FrozenQuestions {
  readonly setId: string;
  readonly archived: boolean;
  readonly frozen: boolean;
}

/**
 * Makes sure that a version never changes again, and gives its questions. The same again does nothing more. It keeps its
 * version number, since nothing in it changed: who edits it at that moment saves into the next version.
 * @throws Invalid at `questionSetVersionId` for a version that is not there or is archived, Conflict
 * 'question-set-faulty' with the faults for one that is empty or faulty.
 */
export async function freezeVersion(tx: Transaction, versionId: string): Promise<FrozenQuestions> {
  const [found] = await tx.query<Found>(FOR_FREEZING, [tx.municipalityId, versionId]);
  if (found === undefined) throw invalid('Frågebatteriet finns inte.');
  if (found.archived) throw invalid('Frågebatteriet är arkiverat. Välj ett annat.');
  const { setId, setName, number, questions, frozen } = found;
  const faults = questionSetFaults(questions);
  if (faults.length > 0) {
    const title = 'Frågebatteriet ”' + setName + '” kan inte skickas. Rätta det först.';
    throw new Conflict('question-set-faulty', title, { errors: faultErrors(questions, faults) });
  }
  if (!frozen) {
    await tx.query('update question_set_version set frozen = true where municipality_id = $1 and id = $2', [
      tx.municipalityId,
      versionId,
    ]);
    tx.appendEvent({
      kind: 'question-set.frozen',
      subjectKind: 'question-set',
      subjectId: setId,
      summary: 'Låste version ' + number + ' av frågebatteriet ' + setName + ', som skickas',
      after: { versionId, number },
    });
  }
  return { versionId, setName, number, questions };
}

function invalid(message: string): Invalid {
  return new Invalid([{ field: 'questionSetVersionId', message }]);
}

const FOR_FREEZING = `
select v.id as "versionId", s.id as "setId", s.name as "setName", s.archived, v.number, v.questions, v.frozen
from question_set_version v
join question_set s on s.municipality_id = v.municipality_id and s.id = v.question_set_id
where v.municipality_id = $1 and v.id = $2
for no key update of v`;
