import type {
  ActionView,
  AssessmentView,
  EvidenceView,
  FigureView,
  FindingView,
  FollowUpView,
  JudgementView,
  ScopeClauseView,
} from '@insyn/api-schema';
import type { CalendarDate, DelegationFacts, RecheckActionFacts } from '@insyn/domain';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import type { Read } from './follow-up-access.js';
import { FOLLOW_UP_CONTENT_SQL } from './follow-up-content.sql.js';

type Review = NonNullable<EvidenceView['review']>;
export type EvidenceContent = Omit<EvidenceView, 'review'> & { review: Omit<Review, 'results'> | null };
export type FigureContent = Omit<FigureView, 'display'>;
export type JudgementContent = Omit<JudgementView, 'ground'> & {
  delegation: { point: string; reference: string } | null;
  committeeDecision: { decidedOn: CalendarDate; reference: string } | null;
};
export type RecheckActionContent = Omit<RecheckActionFacts, 'critical'> & { serious: boolean };
/** A delegation that the reader holds in the committee of the follow-up. */
export type HeldDelegation = DelegationFacts & { point: string; reference: string };

/** A follow-up with all that it holds, as PostgreSQL gives it in one answer; the view and the rules are worked out of it. */
export interface FollowUpContent extends Omit<
  FollowUpView,
  'factChecked' | 'offers' | 'missing' | 'editable' | 'evidence' | 'figures' | 'judgements'
> {
  clauses: ScopeClauseView[];
  assessments: AssessmentView[];
  evidence: EvidenceContent[];
  figures: FigureContent[];
  findings: FindingView[];
  actions: ActionView[];
  judgements: JudgementContent[];
  /** What the rules ask for and the page does not show. */
  forRules: {
    createdById: string;
    contractStartsOn: string;
    startedById: string | null;
    /** Null where it was read for nobody in particular. */
    readerId: string | null;
    /** Those that were not taken back, oldest first; `due` is null where the deadline is gone. */
    factChecks: { state: 'sent' | 'answered' | 'silent' | 'closed'; due: CalendarDate | null; unanswered: number }[];
    /** Null for all but a re-check. */
    recheckActions: RecheckActionContent[] | null;
    /** Empty lists in every state but `deciding`. */
    decision: {
      delegatedMatters: string[];
      reservedMatters: string[];
      delegations: HeldDelegation[];
      committeeDecisions: { id: string; judgementId: string; decidedOn: CalendarDate; reference: string }[];
    };
  };
}

/** All that a follow-up holds, in one statement. @throws NotFound for one that the person does not see. */
export async function loadContent(read: Read, user: StaffUser, followUpId: string): Promise<FollowUpContent> {
  const [row] = await read<{ content: FollowUpContent }>({
    name: 'follow-up-content',
    text: FOLLOW_UP_CONTENT_SQL,
    values: [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read'), user.accountId],
  });
  if (row === undefined) throw new NotFound();
  return row.content;
}
