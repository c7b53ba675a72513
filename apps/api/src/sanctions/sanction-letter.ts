import type { SanctionLetter } from '@insyn/api-schema';
import {
  type CalendarDate,
  committeeGround,
  type ContractKind,
  countsAsTaken,
  delegationGround,
  formatDate,
  SANCTION_KIND_LABELS,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../http/problem.js';
import type { ClauseRow, TakenRow } from './decision-facts.js';
import type { LockedSanction } from './locked-sanction.js';
import { LETTER_FACTS } from './sanctions.sql.js';

/** What a letter about a sanction says beside the sanction itself. */
export interface LetterRow {
  readonly municipality: string;
  readonly committeeId: string;
  readonly committee: string;
  readonly letterhead: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly year: number;
  readonly unit: string;
  readonly reference: string;
  readonly contractKind: ContractKind;
  /** Whom it goes to: the party that it was sent to, or the contract's party today. */
  readonly providerId: string;
  readonly provider: string;
  readonly terms: string;
  readonly clauseNumber: string | null;
  readonly clause: ClauseRow | null;
  readonly taken: readonly TakenRow[];
  readonly requirements: readonly { readonly text: string; readonly clauses: readonly ClauseRow[] }[];
  readonly decidedByName: string;
  readonly decidedByTitle: string;
  readonly delegation: { readonly point: string; readonly reference: string } | null;
  readonly committeeDecision: { readonly reference: string; readonly decidedOn: CalendarDate } | null;
}

/** @throws NotFound where the sanction is not there. */
export async function letterFacts(tx: Transaction, sanctionId: string): Promise<LetterRow> {
  const [row] = await tx.query<LetterRow>(LETTER_FACTS, [tx.municipalityId, sanctionId, tx.today]);
  if (row === undefined) throw new NotFound();
  return row;
}

/** The letter as it will be frozen: the decision, its grounds, and how and until when it can be disputed. */
export function letterOf(
  tx: Transaction,
  sanction: LockedSanction,
  row: LetterRow,
  disputeBy: CalendarDate,
): SanctionLetter {
  const { municipality, committee, letterhead, caseNumber, title, provider, unit, clauseNumber } = row;
  const { name, title: senderTitle, email } = tx.user;
  return {
    ...{ municipality, committee, letterhead, caseNumber, title, provider, unit },
    contract: { reference: row.reference, kind: row.contractKind },
    sentOn: tx.today,
    sender: { name, title: senderTitle ?? '', email },
    address: `${tx.publicUrl}/utforare`,
    decidedOn: sanction.decidedOn,
    step: { label: sanction.label, terms: row.terms },
    grounds: sanction.grounds,
    earlier: row.taken
      .filter(({ state }) => countsAsTaken(state))
      .map(({ label, sentOn }) => ({ label, date: sentOn })),
    severeReason: sanction.severe ? sanction.severeReason : null,
    requirements: row.requirements.map(({ text, clauses }) => ({ text, clauses: [...clauses] })),
    amount: sanction.amount,
    amountBasis: sanction.amountBasis ?? '',
    clause: row.clause ?? (clauseNumber === null ? null : { number: clauseNumber, heading: '' }),
    disputeBy,
    decidedBy: { name: row.decidedByName, title: row.decidedByTitle },
    decisionGround: decisionGround(row),
  };
}

/** By which delegation or decision of the committee; empty where neither was asked for. */
export function decisionGround({
  committee,
  delegation,
  committeeDecision,
}: Pick<LetterRow, 'committee' | 'delegation' | 'committeeDecision'>): string {
  if (delegation !== null) return delegationGround(delegation);
  if (committeeDecision === null) return '';
  const { reference, decidedOn } = committeeDecision;
  return committeeGround({ committee, reference, decidedOn: formatDate(decidedOn) });
}

/** The name that a document about a sanction is registered under, which names no person (R16). */
export function sanctionRecordTitle(
  what: string,
  { kind }: Pick<LockedSanction, 'kind'>,
  { unit, year }: LetterRow,
): string {
  return `${what}: ${SANCTION_KIND_LABELS[kind].toLowerCase()}, ${unit}, uppföljning ${String(year)}`;
}
