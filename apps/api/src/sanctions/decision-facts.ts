import type { SanctionGround } from '@insyn/api-schema';
import {
  type ActionState,
  type Blocker,
  type CalendarDate,
  type ContractKind,
  type DelegationFacts,
  type FollowUpState,
  isGroundForSanction,
  isReservedSanction,
  rightToDecide,
  type RightToDecide,
  sanctionDecisionBlockers,
  type SanctionKind,
  type SanctionState,
} from '@insyn/domain';

/** A step of the ladder as it is stored. */
export interface StepRow {
  readonly id: string;
  readonly position: number;
  readonly kind: SanctionKind;
  readonly label: string;
  readonly terms: string;
  readonly amountRule: string;
  readonly clauseNumber: string | null;
  readonly used: boolean;
}

/** A step that was taken against the contract's present party. */
export interface TakenRow {
  readonly id: string;
  readonly stepId: string;
  readonly state: SanctionState;
  readonly label: string;
  readonly sentOn: CalendarDate;
}

export interface ClauseRow {
  readonly number: string;
  readonly heading: string;
}

interface RequirementRow {
  readonly id: string;
  readonly kind: 'requirement';
  readonly text: string;
  readonly state: ActionState;
  readonly dueDate: CalendarDate | null;
  readonly clauses: readonly ClauseRow[];
}

/** A delegation of the person who decides. */
export interface DelegationRow extends DelegationFacts {
  readonly point: string;
  readonly reference: string;
}

/** What a decision on a sanction in a case stands on, as it is read for one person. */
export interface DecisionRow {
  /** The root, also where a re-check was asked for. */
  readonly followUpId: string;
  readonly state: FollowUpState;
  /** The day on which the judgement was approved; a case where requirements wait has one. */
  readonly approvedOn: CalendarDate | null;
  readonly committeeId: string;
  readonly committee: string;
  readonly contract: { readonly id: string; readonly reference: string; readonly kind: ContractKind };
  readonly ladder: readonly StepRow[];
  readonly ladderVersion: number;
  readonly taken: readonly TakenRow[];
  readonly planOverdue: boolean;
  readonly requirements: readonly RequirementRow[];
  readonly delegatedMatters: readonly string[];
  readonly reservedMatters: readonly string[];
  readonly inTeam: boolean;
  readonly hasConflict: boolean | null;
  readonly delegations: readonly DelegationRow[];
}

/** The ladder that counts: an assignment has none, whatever was written before it became one. */
export function ladderOf({ contract, ladder }: Pick<DecisionRow, 'contract' | 'ladder'>): readonly StepRow[] {
  return contract.kind === 'assignment' ? [] : ladder;
}

/** What stops the person from deciding any sanction in the case (R10). */
export function decisionBlockers(row: DecisionRow): Blocker[] {
  const { contract, state, inTeam, hasConflict } = row;
  const facts = { contractKind: contract.kind, steps: ladderOf(row).length, state, inTeam, hasConflict };
  return sanctionDecisionBlockers(facts);
}

/** The requirements that a sanction may rest on today, told which of them a severe case alone may. */
export function groundsOf({ requirements, planOverdue }: DecisionRow, today: CalendarDate): SanctionGround[] {
  return requirements
    .filter((action) => isGroundForSanction(action, { today, planOverdue, severe: true }))
    .map((action) => ({
      id: action.id,
      text: action.text,
      clauseNumbers: action.clauses.map(({ number }) => number),
      state: action.state,
      dueDate: action.dueDate,
      severeOnly: !isGroundForSanction(action, { today, planOverdue, severe: false }),
    }));
}

/** By what right a step is taken: the committee's own decision, a delegation, or the manager's post alone. */
export type Authority = { readonly by: 'committee' } | RightToDecide<DelegationRow>;

/** Who may decide on a step: what the municipality has kept for the committee and what it lets be delegated (R10). */
export function authorityFor(row: DecisionRow, kind: SanctionKind, accountId: string, today: CalendarDate): Authority {
  if (isReservedSanction(row.reservedMatters, kind)) return { by: 'committee' };
  return rightToDecide(row, { matter: 'sanction', accountId, on: today });
}
