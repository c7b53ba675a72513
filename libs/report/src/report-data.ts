import type {
  ActionKind,
  ClauseKind,
  ContractKind,
  EvidenceKind,
  FigureSource,
  FindingKind,
  Outcome,
  ParticipantSide,
  Regime,
  SampleMethod,
  Severity,
  Verdict,
} from '@insyn/domain';

// The frozen snapshot of one report: JSON only, all dates 'YYYY-MM-DD' in Stockholm. It is filled at approval (R11),
// sealed by its canonical form, and the public variant (R17, R18) is derived from it before anything is rendered.
// Fields named `…Label` hold the Swedish words as they stood at approval, so that an old report never changes.

/** Which of the two variants of a report the data is: all that was written, or what may be published (R17, R18). */
export type ReportVariant = 'internal' | 'public';

/** A person by title. `name` is null where the person is named by role only, as in the public variant (R17). */
export interface ReportPerson {
  name: string | null;
  title: string;
}

/** Someone who took part in a meeting. `role` is the person's title: "operativ chef". */
export interface ReportParticipant {
  side: ParticipantSide;
  name: string | null;
  role: string;
}

/** One piece of evidence in the dated list of what was done. */
export interface ReportEvidence {
  id: string;
  date: string;
  kind: EvidenceKind;
  kindLabel: string;
  title: string;
  /** What was done, in the officer's words; null where the title says it all. */
  text: string | null;
  participants: ReportParticipant[];
}

/**
 * A figure of the overview (R4). `display` is ready for reading: "180 personer", "7 av 9 (78 %)", or, for a reported
 * figure, the words as the provider gave them.
 */
export interface ReportFigure {
  name: string;
  period: string | null;
  display: string;
  source: FigureSource;
  note: string | null;
}

/** One clause of the frozen scope with its verdict and the text of its assessment. */
export interface ReportClause {
  id: string;
  /** As the contract writes it, without the sign: "15", "4.9". */
  number: string;
  heading: string;
  /** The contract's own words. */
  text: string;
  kind: ClauseKind;
  kindLabel: string;
  critical: boolean;
  focusArea: string | null;
  verdict: Verdict;
  verdictLabel: string;
  assessmentText: string;
  /** Numbers of the other clauses that were judged together with this one ("§§ 7 och 8"). */
  assessedWith: string[];
}

/** A deficiency, an improvement area or a strength. */
export interface ReportFinding {
  id: string;
  kind: FindingKind;
  kindLabel: string;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  clauseNumbers: string[];
  evidenceTitles: string[];
  /** How and when it was remedied, in words; null while it is not. */
  remedied: string | null;
}

/** What one question of a checklist gave: `found` (k) of `of` (n); `interval` in cases of N, null without one (R5). */
export interface ReportSampleResult {
  question: string;
  found: number;
  of: number;
  interval: { low: number; high: number } | null;
}

/** A document review: `size` (n) of `population` (N) case files, and how they were chosen (R5). */
export interface ReportSample {
  title: string;
  population: number;
  size: number;
  method: SampleMethod;
  results: ReportSampleResult[];
}

/** The judgement of the whole follow-up (R9). */
export interface ReportJudgement {
  outcome: Outcome;
  label: string;
  /** The grounds of the proposal by rule, one sentence each. */
  grounds: string[];
  text: string;
  /** Why the outcome departs from the proposal by rule; null where it does not (R9). */
  departureReason: string | null;
}

/** A requirement or a recommendation. */
export interface ReportAction {
  id: string;
  kind: ActionKind;
  label: string;
  text: string;
  clauseNumbers: string[];
  findingTitles: string[];
  dueDate: string | null;
}

/** A law, regulation or guideline that the report cites: "6 § lagen (1993:387) om stöd och service …". */
export interface ReportCitation {
  label: string;
  /** A public address, or null. */
  url: string | null;
}

/** One row of the chain in the appendix: what the outcome rests on, down to the evidence. Null where a link ends. */
export interface ReportChainLink {
  /** The requirement's or recommendation's text, and its kind. */
  actionLabel: string | null;
  actionText: string | null;
  clauseNumbers: string[];
  finding: string;
  evidence: { date: string; title: string }[];
}

/** What a re-check found about one open requirement. */
export interface ReportRecheckAction {
  text: string;
  clauseNumbers: string[];
  outcome: 'verified' | 'remains';
  /** "Åtgärdat", "Kvarstår". */
  outcomeLabel: string;
  /** What was found, paragraphs parted by an empty line. */
  note: string;
  /** The measure before and after as it is read: "5 av 9 (56 %)"; null where nothing was counted. */
  before: string | null;
  after: string | null;
  evidence: { date: string; title: string }[];
}

/** Which re-check the report is of, what it is a re-check of, and what it found. */
export interface ReportRecheck {
  /** 1 for the first re-check of the follow-up. */
  number: number;
  root: { caseNumber: string; approvedOn: string; outcomeLabel: string };
  actions: ReportRecheckAction[];
}

/** How the provider checked the facts before the decision. */
export interface ReportFactCheck {
  sentOn: string;
  due: string;
  /** What came of it in a sentence: "Utföraren lämnade synpunkter.", "Utföraren svarade inte." */
  outcome: string;
  /** How many remarks were made, and how many of them changed the report. */
  remarks: number;
  accepted: number;
}

/** A clause that was not met in earlier rounds of the same contract either (R15). */
export interface ReportRepeated {
  clauseNumber: string;
  years: number[];
}

/** What a report and its draft for fact check both hold. Optional fields are absent in reports older than they are. */
export interface ReportBody {
  schemaVersion: 1;
  variant: ReportVariant;
  title: string;
  municipality: { name: string; committeeName: string };
  caseNumber: string;
  version: number;
  /** What this version corrects, and why; null for the first. */
  versionNote: string | null;
  reportDate: string;
  drawnUpBy: ReportPerson;
  /** `organisationNumber` is null for a sole trader, whose number is a personal identity number. */
  provider: { name: string; organisationNumber: string | null };
  unit: { name: string };
  /** Swedish labels: "Personlig assistans". */
  serviceTypes: string[];
  contract: {
    reference: string;
    regime: Regime;
    kind: ContractKind;
    start: string;
    end: string | null;
    latestEnd: string | null;
  };
  year: number;
  /** The kind of follow-up: "Planerad uppföljning". */
  kindLabel: string;
  /** Paragraphs parted by an empty line; empty where there is none. So for every longer text below. */
  background: string;
  purpose: string;
  focusAreas: string[];
  basis: ReportEvidence[];
  /** What the overview says beside its figures: leadership, staffing; empty where nothing was written. */
  overview: string;
  figures: ReportFigure[];
  clauses: ReportClause[];
  findings: ReportFinding[];
  samples: ReportSample[];
  actions: ReportAction[];
  citations: ReportCitation[];
  /** Why the provider did not check the facts before the decision; null where it did. */
  noFactCheckReason: string | null;
  chain: ReportChainLink[];
  /** Set in the report of a re-check. */
  recheck?: ReportRecheck | null;
  /** Null where no fact check was held; then `noFactCheckReason` says why. */
  factCheck?: ReportFactCheck | null;
  repeated?: ReportRepeated[];
}

/** The plain frozen data of one report version (R11). */
export interface ReportData extends ReportBody {
  approvedBy: ReportPerson | null;
  judgement: ReportJudgement;
  recheckDue: string | null;
  /** By which right it was decided: "Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7"; null where none is cited. */
  decisionGround?: string | null;
}

/**
 * A report before it is decided, as the provider reads it: the verdicts on the clauses are in it, the judgement of the whole
 * and what follows of it are not (R21).
 */
export interface DraftReportData extends ReportBody {
  approvedBy: null;
  judgement: null;
  recheckDue: null;
}
