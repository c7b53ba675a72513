import type { CalendarDate } from '@insyn/domain';
import type { DocumentClause, DocumentHead, LetterHead } from './document-head.js';

/** A decision on a step of the contract's own sanction ladder, as it is sent. */
export interface SanctionLetterData extends LetterHead {
  decidedOn: CalendarDate;
  /** The step in the contract's words: "Prisavdrag"; `terms` is what the contract says of it, may be empty. */
  step: { label: string; terms: string };
  /** Why, in the municipality's words, paragraphs divided by empty lines. */
  grounds: string;
  /** Steps taken before this one. */
  earlier: readonly { label: string; date: CalendarDate }[];
  /** Why the case is severe enough to pass steps of the ladder; null where none is passed. */
  severeReason: string | null;
  /** The requirements that remain. */
  requirements: readonly { text: string; clauses: readonly DocumentClause[] }[];
  /** Whole kronor; null for a step without an amount. */
  amount: number | null;
  /** How the amount was reckoned; may be empty. */
  amountBasis: string;
  /** The clause of the contract that gives the step; null where the contract has none of its own. */
  clause: DocumentClause | null;
  /** The last day to dispute it. */
  disputeBy: CalendarDate;
  decidedBy: { name: string; title: string };
  /** By which delegation or decision of the committee: "Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7"; may be empty. */
  decisionGround: string;
}

/** An official letter (tjänsteskrivelse) that puts a matter before the committee, which alone may decide it. */
export interface OfficialLetterData extends DocumentHead {
  title: string;
  drawnUpOn: CalendarDate;
  drawnUpBy: { name: string; title: string };
  /** What the committee is asked to decide, one sentence each. */
  proposals: readonly string[];
  /** Paragraphs divided by empty lines; empty where there is none. So for the two texts below. */
  summary: string;
  matter: string;
  assessment: string;
  /** What the follow-up demands, one sentence each; a list at the end of the matter. Letters from before it was one have none. */
  requirements?: readonly string[];
  /** The documents it rests on. */
  basis: readonly { date: CalendarDate; title: string }[];
  /** Whom the decision is sent to. */
  sentTo: readonly string[];
}
