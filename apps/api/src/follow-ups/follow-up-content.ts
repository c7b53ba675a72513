import type {
  ActionView,
  AssessmentView,
  EvidenceView,
  FigureView,
  FindingView,
  FollowUpView,
  ScopeClauseView,
} from '@insyn/api-schema';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import type { Read } from './follow-up-access.js';
import { FOLLOW_UP_CONTENT_SQL } from './follow-up-content.sql.js';

type Review = NonNullable<EvidenceView['review']>;
export type EvidenceContent = Omit<EvidenceView, 'review'> & { review: Omit<Review, 'results'> | null };
export type FigureContent = Omit<FigureView, 'display'>;

/** A follow-up with all that it holds, as PostgreSQL gives it in one answer; the view and the rules are worked out of it. */
export interface FollowUpContent extends Omit<
  FollowUpView,
  'offers' | 'missing' | 'editable' | 'evidence' | 'figures'
> {
  clauses: ScopeClauseView[];
  assessments: AssessmentView[];
  evidence: EvidenceContent[];
  figures: FigureContent[];
  findings: FindingView[];
  actions: ActionView[];
  /** What the rules ask for and the page does not show. */
  forRules: {
    createdById: string;
    contractStartsOn: string;
    startedById: string | null;
    /** What the reader declared about conflict of interest; null for nothing (R10). */
    hasConflict: boolean | null;
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
