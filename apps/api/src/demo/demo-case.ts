import type {
  ActionKind,
  ActionState,
  CalendarDate,
  CheckResult,
  ClauseKind,
  ContractKind,
  EvidenceKind,
  FigureUnit,
  FindingKind,
  FollowUpKind,
  MeetingForm,
  Outcome,
  ParticipantSide,
  ProviderForm,
  PublicationState,
  Regime,
  SampleMethod,
  ServiceType,
  Severity,
  Verdict,
} from '@insyn/domain';

// What the demonstration consists of, as plain data; keys are names within one case. The rows are made of it afterwards.

/** One clause of a contract. */
export interface DemoClause {
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  focusArea: string;
  critical: boolean;
  verification: string;
}

/** A company or an own-run operation with its unit and its contract. */
export interface DemoContract {
  provider: { organisationNumber: string; legalName: string; form: ProviderForm; note: string };
  contacts: { name: string; role: string; email: string; phone: string }[];
  unit: { name: string; serviceTypes: ServiceType[]; laws: string[]; places: number | null };
  reference: string;
  kind: ContractKind;
  regime: Regime;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  extensionMonths: number[];
  latestEnd: CalendarDate;
  clauses: DemoClause[];
}

export interface DemoEvidence {
  key: string;
  kind: EvidenceKind;
  heldOn: CalendarDate;
  title: string;
  text: string;
  meeting?: { form: MeetingForm; participants: { side: ParticipantSide; name: string; role: string }[] };
  review?: {
    method: SampleMethod;
    population: number;
    size: number;
    seed: string | null;
    questions: { id: string; text: string }[];
    files: { number: number; results: Record<string, CheckResult>; note: string }[];
  };
}

export interface DemoFigure {
  name: string;
  unit: FigureUnit;
  period: string;
  aboutPersons: boolean;
  counted?: { found: number; total: number | null };
  reported?: { words: string; by: string };
}

/** The verdict of a clause, or of a few judged together; null where it is not chosen yet. */
export interface DemoAssessment {
  clauses: string[];
  verdict: Verdict | null;
  text: string;
  evidence: string[];
}

export interface DemoFinding {
  key: string;
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  remedied: string | null;
  clauses: string[];
  evidence: string[];
}

export interface DemoAction {
  kind: ActionKind;
  text: string;
  effectMeasure: string;
  findings: string[];
  clauses: string[];
  /** What it is today; it was `open` when the judgement was approved. */
  state: ActionState;
}

/** How far a case has come in this demonstration. */
export type DemoStage =
  'planned' | 'gathering' | 'assessing' | 'fact-check' | 'returned' | 'deciding' | 'remedying' | 'closed' | 'cancelled';

/** How far the publication of an approved report has come; `screened` is waiting with its hits found. */
export type DemoPublication = PublicationState | 'screened';

/** When each thing happened; the later ones only where the case has come that far. */
export interface DemoDates {
  created: CalendarDate;
  started: CalendarDate;
  assessing: CalendarDate;
  submitted: CalendarDate;
  decided: CalendarDate;
  published: CalendarDate;
  ended: CalendarDate;
}

/** A case that step 2 is shown on, by the company that is asked for information. */
export type GatheringRole =
  | 'lindstigen-last-year'
  | 'lindstigen'
  | 'hemljus'
  | 'vinterbro'
  | 'sundet'
  | 'ronnbaret'
  | 'solvandan'
  | 'asbacken'
  | 'kastanjen';

/** A case that step 3 is shown on, by the company that is followed up. */
export type DecidingRole =
  | 'tallkronan'
  | 'kvarnbacken'
  | 'nordanvind'
  | 'silverlinden'
  | 'havsbrisen'
  | 'bergsro'
  | 'gryningen'
  | 'ekglantan'
  | 'granudden'
  | 'vinterviken';

export interface DemoCase {
  /** Set for a case whose gathering is told step by step; its other content is written when that has been told. */
  gathering?: GatheringRole;
  /** Set for a case that is told from its assessment on, through the same services as the screens use. */
  deciding?: DecidingRole;
  contract: DemoContract;
  committee: string;
  /** A running number that the case asks for. */
  wantedNumber?: number;
  /** The name of the officer whose case it is. */
  officer: string;
  kind: Exclude<FollowUpKind, 're-check'>;
  year: number;
  title: string;
  background: string;
  purpose: string;
  summary: string;
  stage: DemoStage;
  publication: DemoPublication | null;
  dates: DemoDates;
  decisionDue: CalendarDate;
  noFactCheckReason: string;
  /** Numbers of the clauses in scope. */
  scope: string[];
  evidence: DemoEvidence[];
  figures: DemoFigure[];
  assessments: DemoAssessment[];
  findings: DemoFinding[];
  actions: DemoAction[];
  judgement: { outcome: Outcome; text: string; departureReason: string | null } | null;
  /** Why a case was cancelled. */
  cancelReason: string | null;
  /** What the manager wanted looked at; the clause by its number. */
  returnComments: { clause: string; text: string }[];
  /** How small counts are written in the public report, by the words that are hit; others are let through or masked. */
  generalised: Record<string, string>;
}

/** Whether the report of a case has been approved and sealed. */
export function isApproved({ stage }: Pick<DemoCase, 'stage'>): boolean {
  return stage === 'remedying' || stage === 'closed';
}

/** Whether a case has, or had, a proposed judgement. */
export function isProposed(demoCase: Pick<DemoCase, 'stage'>): boolean {
  return isApproved(demoCase) || demoCase.stage === 'deciding' || demoCase.stage === 'returned';
}
