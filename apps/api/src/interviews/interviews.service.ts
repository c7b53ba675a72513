import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddInterviewRequest, ChangeInterviewRequest } from '@insyn/api-schema/server';
import { interviewTextFaults } from '@insyn/domain';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import type { Transaction } from '../database/transaction.js';
import { changeEvidence, insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { changeContent, changeContentOf, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { savedNew } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { type FieldError, Invalid } from '../http/problem.js';
import { Interview } from './interview.entity.js';

@Injectable()
export class InterviewsService {
  public constructor(private readonly db: Database) {}

  /** Writes down an interview: with whom as a group, how many, in what form. It never takes a name. */
  public add(user: StaffUser, followUpId: string, request: AddInterviewRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      await requireNameless(tx, followUpId, request);
      const { respondents, persons, form, ...plain } = request;
      const evidence = { ...plain, kind: 'interview' as const };
      const id = await insertEvidence(tx, followUpId, evidence);
      await tx.insert(Interview, { municipalityId: tx.municipalityId, evidenceId: id, respondents, persons, form });
      recordEvidence(tx, followUpId, id, evidence, { respondents, persons, form });
      return savedNew(id);
    });
  }

  /**
   * Changes an interview. One that was written before the group was asked for is given group, number and form together.
   * @throws Invalid at the text for a name, an identity number, a phone number or an e-mail address.
   */
  public change(user: StaffUser, id: string, request: ChangeInterviewRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'evidence', id, EVIDENCE_STATES);
      const { respondents, persons, form, ...plain } = request;
      const patch = givenOf({ respondents, persons, form });
      const saved = await changeEvidence(tx, id, plain, ['interview'], patch);
      await requireNameless(tx, followUp.id, request);
      if (Object.keys(patch).length === 0) return saved;
      const where = { municipalityId: tx.municipalityId, evidenceId: id };
      const { affected } = await tx.manager.update(Interview, where, patch);
      if (affected === 0) {
        requireWhole(patch);
        await tx.insert(Interview, { ...where, ...patch });
      }
      return saved;
    });
  }
}

/** @throws Invalid at the title and the text that hold what an interview never takes. */
async function requireNameless(
  tx: Transaction,
  followUpId: string,
  { title, text }: { title?: string; text?: string },
): Promise<void> {
  const names = (await tx.query<{ name: string }>(KNOWN_NAMES, [tx.municipalityId, followUpId])).map(
    ({ name }) => name,
  );
  const errors = Object.entries({ title, text }).flatMap(([field, words = '']): FieldError[] => {
    const faults = interviewTextFaults(words, names);
    return faults.length === 0 ? [] : [{ field, message: `${faults.join('. ')}.` }];
  });
  if (errors.length > 0) throw new Invalid(errors);
}

/** @throws Invalid at each of the fields that an interview without a row of its own is not given. */
function requireWhole(patch: Partial<Pick<Interview, 'respondents' | 'persons' | 'form'>>): void {
  const missing = (['respondents', 'persons', 'form'] as const).filter((field) => patch[field] === undefined);
  if (missing.length > 0) throw new Invalid(missing.map((field) => ({ field, message: 'Fyll i fältet.' })));
}

// Those who met in the case, and the provider's contacts.
const KNOWN_NAMES = `
select distinct p.name
from meeting_participant p join evidence e on e.municipality_id = p.municipality_id and e.id = p.evidence_id
where p.municipality_id = $1 and e.follow_up_id = $2
union
select k.name
from contact k join follow_up f on f.municipality_id = k.municipality_id and f.provider_id = k.provider_id
where f.municipality_id = $1 and f.id = $2`;
