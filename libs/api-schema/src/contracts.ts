import type { CalendarDate, ClauseKind, ContractKind, Regime, ServiceType } from '@insyn/domain';
import type { Id, Saved } from './identity.js';

export const CONTRACT_LIMITS = {
  reference: 60,
  units: 50,
  extensions: 10,
  clauseNumber: 20,
  clauseHeading: 200,
  clauseText: 5000,
  focusArea: 100,
  verification: 1000,
  clauses: 5000,
  /** Characters of a pasted or uploaded file of clauses. */
  csv: 5_000_000,
} as const;

/** A row of `GET /api/contracts?search=&after=`. */
export interface ContractListItem {
  id: Id;
  reference: string;
  kind: ContractKind;
  regime: Regime;
  provider: { id: Id; legalName: string };
  serviceTypes: ServiceType[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  latestEnd: CalendarDate;
  clauses: number;
}

export interface ClauseView {
  id: Id;
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  focusArea: string;
  critical: boolean;
  verification: string;
  version: number;
}

/** One version of the clauses. A frozen one is in use by a follow-up; changing a clause then makes the next version. */
export interface ClauseSetView {
  id: Id;
  number: number;
  frozen: boolean;
  version: number;
  clauses: ClauseView[];
}

/** `GET /api/contracts/:id`; `clauseSet` is the newest version. */
export interface ContractView {
  id: Id;
  reference: string;
  kind: ContractKind;
  regime: Regime;
  committee: { id: Id; name: string };
  provider: { id: Id; legalName: string; organisationNumber: string };
  units: { id: Id; name: string }[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  extensionMonths: number[];
  latestEnd: CalendarDate;
  serviceTypes: ServiceType[];
  /** Whether the reader may change the contract and its clauses: `contract.write` in its committee. */
  editable: boolean;
  version: number;
  clauseSet: ClauseSetView;
  followUps: { id: Id; title: string; year: number; caseNumber: string }[];
}

/** What a changed clause answers with: the row it is now (another one if its set was frozen and copied), and its set. */
export interface ClauseSaved extends Saved {
  clauseSetId: Id;
  clauseSetNumber: number;
  clauseSetVersion: number;
}

/** What `POST /api/contracts/:id/clauses/import` answers with; `clauses` is how many the file gave. */
export interface ClausesImported {
  clauseSetId: Id;
  number: number;
  clauseSetVersion: number;
  clauses: number;
}

/** One clause as pasted or uploaded, before it is saved. */
export interface ClauseDraft {
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  focusArea: string;
  critical: boolean;
  verification: string;
}

export interface ClauseImportError {
  /** Row in the file, the header being row 1. */
  row: number;
  column: string | null;
  code: string;
  message: string;
}

/** `POST /api/contracts/:id/clauses/preview`: what the file would give, and what is wrong with it; nothing is saved. */
export interface ClauseImportPreview {
  /** The text that was read: of an uploaded file what is then sent to `/import`. */
  csv: string;
  clauses: ClauseDraft[];
  errors: ClauseImportError[];
}
