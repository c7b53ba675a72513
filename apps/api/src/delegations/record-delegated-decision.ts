import type { CalendarDate, DelegatedMatter } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { DelegationDecision } from './delegation-decision.entity.js';

/** A decision that was made on delegation, for the list that the committee is given at its next meeting. */
export interface DelegatedDecision {
  readonly committeeId: string;
  readonly delegationId: string;
  readonly followUpId: string;
  readonly matter: DelegatedMatter;
  /** The judgement, publication or sanction that was decided. */
  readonly subjectId: string;
  readonly decidedBy: string;
  readonly decidedOn: CalendarDate;
  /** Swedish, and no person's name: "Samlad bedömning: godkänd". */
  readonly summary: string;
}

/** Puts a decision on the list for the committee's next meeting (kommunallagen 6:40), in the transaction of the decision. */
export async function recordDelegatedDecision(tx: Transaction, decision: DelegatedDecision): Promise<void> {
  await tx.insert(DelegationDecision, {
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    ...decision,
    reportId: null,
  });
}
