import { Injectable } from '@nestjs/common';
import type {
  ContractSanctionsView,
  DocumentLink,
  FollowUpSanctionsView,
  SanctionDisputeView,
  SanctionListItem,
  SanctionOffer,
  SanctionView,
  ThreeYearsView,
} from '@insyn/api-schema';
import {
  availableSteps,
  type CalendarDate,
  countsAsTaken,
  exclusionBasis,
  isReservedSanction,
  type ManagerSanctionAction,
  needsCommittee,
  proposedStep,
  type Regime,
  SANCTION_KINDS,
  sanctionActions,
  sanctionRightBlockers,
  type SanctionRightFacts,
  threeYearsFrom,
  withinThreeYears,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import { documentLink } from '../documents/document-link.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import {
  authorityFor,
  type ClauseRow,
  decisionBlockers,
  type DecisionRow,
  groundsOf,
  ladderOf,
} from './decision-facts.js';
import { type DisputeFileRow, sanctionFileView } from './sanction-files.js';
import { decisionGround, type LetterRow } from './sanction-letter.js';
import { rightFacts, type RightRow } from './sanction-right.js';
import { CONTRACT_SANCTIONS, FOLLOW_UP_SANCTIONS, SANCTION_FILE, SANCTION_VIEW } from './sanctions.sql.js';

type ContractRow = Pick<DecisionRow, 'contract' | 'committeeId' | 'ladder' | 'ladderVersion' | 'taken'> & {
  readonly sanctions: SanctionListItem[];
  /** The present party. */
  readonly provider: string;
  readonly regime: Regime;
  readonly startsOn: CalendarDate;
};

type DocumentRow = DocumentLink & { readonly isRendered: boolean };

type ViewRow = Omit<
  SanctionView,
  keyof SanctionListItem | 'requirements' | 'letterDocument' | 'dispute' | 'offers' | 'decisionGround'
> &
  Pick<LetterRow, 'committee' | 'delegation' | 'committeeDecision'> & {
    readonly item: SanctionListItem;
    readonly committeeId: string;
    /** The reader's. */
    readonly right: RightRow;
    readonly requirements: readonly (Omit<SanctionView['requirements'][number], 'clauseNumbers'> & {
      readonly clauses: readonly ClauseRow[];
    })[];
    readonly letterDocument: DocumentRow | null;
    readonly dispute: Omit<SanctionDisputeView, 'files'> | null;
    readonly files: readonly DisputeFileRow[];
  };

/** A file to send, by its hash. */
export interface SanctionDownload {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

@Injectable()
export class SanctionsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The ladder of a contract, its sanctions, and what the last three years come to. @throws NotFound */
  public async ofContract(user: StaffUser, contractId: string): Promise<ContractSanctionsView> {
    const today = this.clock.today();
    const values = [user.municipalityId, contractId, today, permittedCommittees(user, 'contract.read')];
    const [row] = await this.db.read<ContractRow>(user, {
      name: 'contract-sanctions',
      text: CONTRACT_SANCTIONS,
      values,
    });
    if (row === undefined) throw new NotFound('Avtalet finns inte.');
    const { contract, ladderVersion, taken, sanctions, committeeId } = row;
    const ladder = ladderOf(row);
    return {
      ...{ contract, ladder: [...ladder], ladderVersion, sanctions },
      editable: contract.kind === 'contract' && isPermitted(user, 'contract.write', committeeId),
      threeYears: threeYearsOf(row, today),
      proposedStepId: proposedStep(ladder, taken)?.id ?? null,
    };
  }

  /** The sanctions of a case, and what one more can be; of a re-check, those of its root. @throws NotFound */
  public async ofFollowUp(user: StaffUser, followUpId: string): Promise<FollowUpSanctionsView> {
    const today = this.clock.today();
    const committees = permittedCommittees(user, 'follow-up.read');
    const values = [user.municipalityId, followUpId, today, committees, user.accountId];
    const [row] = await this.db.read<DecisionRow & Pick<ContractRow, 'sanctions'>>(user, {
      ...{ name: 'follow-up-sanctions', text: FOLLOW_UP_SANCTIONS, values },
    });
    if (row === undefined) throw new NotFound();
    const { contract, ladderVersion, taken, sanctions } = row;
    const ladder = ladderOf(row);
    const available = availableSteps(ladder, taken, false);
    const mayDecide = isPermitted(user, 'follow-up.decide', row.committeeId);
    return {
      ...{ contract, ladderVersion, sanctions, mayDecide },
      steps: ladder.map((step) => ({
        ...step,
        available: available.includes(step),
        reserved: isReservedSanction(row.reservedMatters, step.kind),
      })),
      proposedStepId: proposedStep(ladder, taken)?.id ?? null,
      grounds: groundsOf(row, today),
      blockers: mayDecide ? [...decisionBlockers(row), ...rightBlockers(row, user, today)] : [],
    };
  }

  /** One sanction, with what the reader may do with it. @throws NotFound */
  public async view(user: StaffUser, id: string): Promise<SanctionView> {
    const today = this.clock.today();
    const values = [user.municipalityId, id, today, permittedCommittees(user, 'follow-up.read'), user.accountId];
    const [row] = await this.db.read<ViewRow>(user, { name: 'sanction-view', text: SANCTION_VIEW, values });
    if (row === undefined) throw new NotFound();
    const { item, committeeId, requirements, letterDocument, committee, delegation, committeeDecision, ...more } = row;
    const { dispute, files, right, ...rest } = more;
    const mayAct = isPermitted(user, 'follow-up.decide', committeeId);
    return {
      ...item,
      ...rest,
      requirements: requirements.map(({ clauses, ...action }) => ({
        ...action,
        clauseNumbers: clauses.map(({ number }) => number),
      })),
      decisionGround: decisionGround({ committee, delegation, committeeDecision }),
      letterDocument: letterDocument === null ? null : documentLink(letterDocument),
      dispute: dispute === null ? null : { ...dispute, files: files.map((file) => sanctionFileView(file, 'staff')) },
      offers: mayAct ? offersOf(item, rightFacts(right, item.kind, { accountId: user.accountId, today }), today) : [],
    };
  }

  /** A file that came with a dispute. @throws NotFound, also for one that is not handed in. */
  public async file(user: StaffUser, id: string): Promise<SanctionDownload> {
    const values = [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')];
    const [file] = await this.db.read<SanctionDownload>(user, { name: 'sanction-file', text: SANCTION_FILE, values });
    if (file === undefined) throw new NotFound();
    return file;
  }
}

/** The acts that the state allows, each with all that stops the reader from it. */
function offersOf(item: SanctionListItem, right: SanctionRightFacts, today: CalendarDate): SanctionOffer[] {
  return sanctionActions(item, 'manager', today).map(({ blockers, ...offer }) => {
    const name = offer.name as ManagerSanctionAction;
    return {
      ...offer,
      needsCommittee: needsCommittee(name, right),
      blockers: [...blockers, ...sanctionRightBlockers(name, right)],
    };
  });
}

/** What counts: sent to the present party within the three years and not withdrawn; an amount is what it is now. */
function threeYearsOf(
  { sanctions, taken, provider, regime, startsOn }: ContractRow,
  today: CalendarDate,
): ThreeYearsView {
  const own = new Set(taken.map(({ id }) => id));
  const counted = sanctions.filter(
    ({ id, state, sentOn }) =>
      own.has(id) && countsAsTaken(state) && sentOn !== null && withinThreeYears(sentOn, today),
  );
  const counts = SANCTION_KINDS.map((kind) => ({ kind, count: counted.filter((one) => one.kind === kind).length }));
  return {
    provider,
    from: threeYearsFrom(today),
    to: today,
    basis: exclusionBasis(regime, startsOn),
    counts: counts.filter(({ count }) => count > 0),
    total: counted.reduce((sum, { amount, reducedAmount }) => sum + (reducedAmount ?? amount ?? 0), 0),
  };
}

/** Told beforehand only where no step at all may be taken: a step of the committee's own needs no delegation. */
function rightBlockers(row: DecisionRow, user: StaffUser, today: CalendarDate) {
  const rights = ladderOf(row).map(({ kind }) => authorityFor(row, kind, user.accountId, today));
  const [first] = rights;
  if (first?.by !== 'nobody' || rights.some(({ by }) => by !== 'nobody')) return [];
  return [first.blocker];
}
