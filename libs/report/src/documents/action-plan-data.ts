import type { CalendarDate } from '@insyn/domain';
import type { DocumentClause, DocumentFile, LetterHead, SubmissionHead } from './document-head.js';

/** The demand for an action plan that goes out when a judgement with requirements is approved. */
export interface ActionPlanDemandData extends LetterHead {
  approvedOn: CalendarDate;
  /** The judgement in words: "Inte godkänd". */
  outcomeLabel: string;
  requirements: readonly {
    text: string;
    clauses: readonly DocumentClause[];
    /** When it must be remedied; null where no date is set. */
    due: CalendarDate | null;
    /** How the effect is measured, in the officer's words; may be empty. */
    effectMeasure: string;
    /** Why it remains after a re-check, and the effect as it was counted; left out where the demand comes of none. */
    found?: { text: string; effect: string | null };
  }[];
  recommendations: readonly { text: string; clauses: readonly DocumentClause[] }[];
  /** When the plan must be handed in. */
  due: CalendarDate;
  recheckDue: CalendarDate | null;
  /** What the contract lets follow when a requirement is not met, one plain sentence each; none for an assignment. */
  consequences: readonly string[];
  /** The provider that had the contract when it was followed up, where another has taken over since; else null. */
  takenOverFrom: string | null;
  /** The re-check that found what remains; left out where the demand comes of the follow-up itself. */
  recheck?: { number: number; approvedOn: CalendarDate };
}

/** One requirement of a handed-in action plan (R13). */
export interface ActionPlanItemData {
  text: string;
  clauses: readonly DocumentClause[];
  cause: string;
  measures: readonly { text: string; responsible: string; due: CalendarDate }[];
  /**
   * How the effect shows, and when. `before` and `target` as they are read: "5 av 9 (56 %)"; null where nothing is counted.
   */
  effect: { how: string; on: CalendarDate | null; before: string | null; target: string | null };
  /** Names of handed-in files. */
  files: readonly string[];
}

/** That a plan came on paper or by e-mail, and was entered by the municipality. */
export interface IncomingData {
  /** "på papper", "via e-post" */
  how: string;
  arrivedOn: CalendarDate;
  /** The officer who entered it. */
  enteredBy: string;
}

/** An action plan as it was handed in. `submittedBy` is the provider itself where the plan came outside the portal. */
export interface ActionPlanData extends SubmissionHead {
  /** 1 for the first time the plan was handed in. */
  round: number;
  /** How it came, where it was not handed in in the portal; left out where it was, and in plans from before. */
  incoming?: IncomingData;
  requirements: readonly ActionPlanItemData[];
  /** Recommendations the provider answered; `answer` is empty where it did not. */
  recommendations: readonly { text: string; clauses: readonly DocumentClause[]; answer: string }[];
  files: readonly DocumentFile[];
}
