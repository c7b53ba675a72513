import type {
  ActionKind,
  ActionState,
  CalendarDate,
  ClauseKind,
  FigureSource,
  FigureUnit,
  FindingKind,
  FollowUpAction,
  FollowUpKind,
  FollowUpState,
  Outcome,
  Severity,
  Verdict,
} from '@insyn/domain';
import type { ActionOffer, BlockerView } from './blockers.js';
import type { AttachmentView, EvidenceView } from './evidence.js';
import type { Id, Instant } from './identity.js';
import type { ConflictDeclarationView, JudgementView } from './judgements.js';

export const FOLLOW_UP_LIMITS = {
  title: 200,
  caseNumber: 60,
  background: 10_000,
  purpose: 10_000,
  summary: 10_000,
  assessmentText: 10_000,
  findingTitle: 200,
  findingText: 10_000,
  legalGround: 300,
  remedied: 500,
  actionText: 2000,
  effectMeasure: 500,
  reason: 2000,
  figureName: 120,
  figurePeriod: 60,
  reportedWords: 300,
  reportedBy: 200,
  scope: 500,
  jointClauses: 20,
  team: 20,
  links: 100,
  listSearch: 100,
} as const;

/** By what a list of follow-ups can be ordered; a minus is falling order. */
export const FOLLOW_UP_SORTS = [
  '-created',
  'title',
  '-title',
  'decisionDue',
  '-decisionDue',
  'year',
  '-year',
  'caseNumber',
  '-caseNumber',
] as const;
export type FollowUpSort = (typeof FOLLOW_UP_SORTS)[number];

/** A person who can be taken into a team: `GET /api/team-candidates`. */
export interface TeamCandidate {
  id: Id;
  name: string;
  title: string | null;
}

/** A row of `GET /api/follow-ups?search=&state=&year=&sort=&after=`. */
export interface FollowUpListItem {
  id: Id;
  title: string;
  caseNumber: string;
  kind: FollowUpKind;
  year: number;
  state: FollowUpState;
  provider: string;
  unit: string;
  committee: string;
  outcome: Outcome | null;
  decisionDue: CalendarDate | null;
  recheckDue: CalendarDate | null;
}

export interface FigureView {
  id: Id;
  name: string;
  unit: FigureUnit;
  period: string;
  source: FigureSource;
  found: number | null;
  total: number | null;
  reportedWords: string | null;
  reportedBy: string | null;
  aboutPersons: boolean;
  /** As it is shown: `7 av 9`, `180`, or the reported words. */
  display: string;
  version: number;
}

export interface AssessmentView {
  id: Id;
  clauseIds: Id[];
  verdict: Verdict | null;
  text: string;
  evidenceIds: Id[];
  updatedBy: string;
  updatedAt: Instant;
  version: number;
}

/** A clause in scope, with the rounds in which it was not met before (R15). */
export interface ScopeClauseView {
  id: Id;
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  focusArea: string;
  critical: boolean;
  notMetBefore: number[];
}

export interface FindingView {
  id: Id;
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  remedied: string | null;
  clauseIds: Id[];
  evidenceIds: Id[];
  version: number;
}

export interface ActionView {
  id: Id;
  kind: ActionKind;
  text: string;
  dueDate: CalendarDate | null;
  effectMeasure: string;
  state: ActionState;
  findingIds: Id[];
  clauseIds: Id[];
  version: number;
}

export interface TransitionView {
  action: FollowUpAction;
  from: FollowUpState;
  to: FollowUpState;
  by: string | null;
  on: CalendarDate;
  reason: string | null;
}

/** `GET /api/follow-ups/:id`: everything the case page shows, in one answer. */
export interface FollowUpView {
  id: Id;
  title: string;
  caseNumber: string;
  kind: FollowUpKind;
  /** The follow-up that a re-check belongs to; null for all others. */
  parentId: Id | null;
  year: number;
  state: FollowUpState;
  committee: { id: Id; name: string };
  provider: { id: Id; legalName: string };
  unit: { id: Id; name: string };
  contract: { id: Id; reference: string };
  clauseSetNumber: number;
  background: string;
  purpose: string;
  summary: string;
  reportDate: CalendarDate | null;
  decisionDue: CalendarDate | null;
  noFactCheckReason: string | null;
  /** Whether a fact check has been held to its end; one that was taken back, or is still out, does not count. */
  factChecked: boolean;
  approvedOn: CalendarDate | null;
  recheckDue: CalendarDate | null;
  /** Counts every change of what the follow-up holds; submit and approve must name it. */
  contentVersion: number;
  version: number;
  team: { id: Id; name: string }[];
  /** What each has declared about conflict of interest (R10), also those who are no longer in the team. */
  declarations: ConflictDeclarationView[];
  clauses: ScopeClauseView[];
  assessments: AssessmentView[];
  evidence: EvidenceView[];
  /** Files of the case that belong to no piece of evidence. */
  attachments: AttachmentView[];
  figures: FigureView[];
  findings: FindingView[];
  actions: ActionView[];
  transitions: TransitionView[];
  judgements: JudgementView[];
  reports: {
    id: Id;
    version: number;
    approvedOn: CalendarDate;
    seal: string;
    pdfHref: string | null;
    htmlHref: string | null;
  }[];
  publicationId: Id | null;
  /** What the reader may do now. */
  offers: ActionOffer[];
  /** All that is missing before the judgement can be sent for approval, shown while writing. */
  missing: BlockerView[];
  /** What the reader should know and nothing waits for: laws cited that nobody has checked against their source. */
  notes: BlockerView[];
  /** True where the reader may change the content in its present state. */
  editable: boolean;
}
