import type { CalendarDate, ContractKind } from '@insyn/domain';

// What the frozen contents of all documents share: JSON only, dates 'YYYY-MM-DD' in Sweden, instants in ISO 8601.

/** Whose document it is. */
export interface DocumentHead {
  /** The name: "Lunda kommun". */
  municipality: string;
  committee: string;
  /** The municipality's own lines under its name (address, telephone), or empty. */
  letterhead: string;
  caseNumber: string;
}

/** A letter to a provider: what it is called, whom it is for, what it is about, and who signs it. */
export interface LetterHead extends DocumentHead {
  /** The title of the follow-up: "Björkens assistans, personlig assistans". */
  title: string;
  provider: string;
  unit: string;
  /** An own-run unit has an assignment; the words then say uppdrag instead of avtal. */
  contract: { reference: string; kind: ContractKind };
  sentOn: CalendarDate;
  sender: { name: string; title: string; email: string };
  /** Where the provider answers. */
  address: string;
}

/** What a provider handed in: by whom, when, and whether it came in time. */
export interface SubmissionHead extends DocumentHead {
  /** The title of the follow-up. */
  title: string;
  provider: string;
  unit: string;
  submittedBy: string;
  submittedAt: string;
  due: CalendarDate;
  late: boolean;
  /** SHA-256 of the canonical form of what was handed in. */
  seal: string;
}

/** A file that was handed in. `size` in bytes. */
export interface DocumentFile {
  fileName: string;
  size: number;
  sha256: string;
}

/** A clause as a document names it: "15", "Genomförandeplan". `heading` is empty where the clause has none. */
export interface DocumentClause {
  number: string;
  heading: string;
}
