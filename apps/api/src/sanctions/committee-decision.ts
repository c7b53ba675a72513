import { type CalendarDate, committeeDayFault, RuleViolation } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { CommitteeDecision } from '../delegations/committee-decision.entity.js';
import { type FieldError, Invalid } from '../http/problem.js';

/** A decision of the committee itself, as a manager cites it. */
export interface CitedDecision {
  readonly decidedOn: CalendarDate;
  readonly reference: string;
}

/** The first day on which the committee can have decided, and in Swedish what happened then. */
export interface NotBefore {
  readonly day: CalendarDate | null;
  readonly since: string;
}

/** The sanction that the committee has decided on. */
export interface CommitteeMatter {
  readonly subjectId: string;
  readonly followUpId: string;
  readonly committeeId: string;
  readonly committee: string;
  /** The step of the ladder. */
  readonly label: string;
  readonly notBefore: NotBefore;
}

/** What is wrong with the day of a cited decision, at its field. */
export function citedFaults(
  cited: CitedDecision | null | undefined,
  { day, since }: NotBefore,
  today: CalendarDate,
): FieldError[] {
  if (!cited) return [];
  const message = committeeDayFault(cited.decidedOn, { today, notBefore: day, since });
  return message === null ? [] : [{ field: 'committeeDecision.decidedOn', message }];
}

/**
 * Keeps what the committee itself decided about a sanction (kommunallagen 6:38). @returns its id.
 * @throws RuleViolation `reserved-for-committee` where none is cited, Invalid at its day.
 */
export async function citeCommitteeDecision(
  tx: Transaction,
  { subjectId, followUpId, committeeId, committee, label, notBefore }: CommitteeMatter,
  cited: CitedDecision | null | undefined,
): Promise<string> {
  if (!cited) {
    const message = `${label} beslutas av ${committee}. Ange nämndens beslut`;
    const place = { kind: 'follow-up' } as const;
    throw new RuleViolation('reserved-for-committee', message, [{ code: 'reserved-for-committee', message, place }]);
  }
  const faults = citedFaults(cited, notBefore, tx.today);
  if (faults.length > 0) throw new Invalid(faults);
  const id = tx.newId();
  const { municipalityId, accountId: createdBy, now: createdAt } = tx;
  const { decidedOn, reference } = cited;
  await tx.insert(CommitteeDecision, {
    ...{ municipalityId, id, committeeId, followUpId, matter: 'sanction', subjectId },
    ...{ decidedOn, reference, createdBy, createdAt },
  });
  return id;
}
