import { Injectable } from '@nestjs/common';
import type {
  CommitteeDecisionView,
  DecisionBasis,
  DecisionFactCheck,
  FigureChange,
  FigureView,
  VerdictChange,
} from '@insyn/api-schema';
import {
  clauseName,
  DRAFT_SECTION_LABELS,
  repeatedClauses,
  type DraftSectionName,
  type EarlierRound,
  type Verdict,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import { loadContent, type FigureContent, type FollowUpContent } from '../follow-ups/follow-up-content.js';
import { conflictOf, factsOf, readersDelegation } from '../follow-ups/follow-up-facts.js';
import { figureDisplay } from '../follow-ups/follow-up-view.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { DECISION_BASIS_SQL } from './decision-basis.sql.js';

type ShownFigure = Pick<FigureView, 'name' | 'period' | 'source' | 'found' | 'total' | 'reportedWords' | 'reportedBy'>;

interface BasisRow {
  previous:
    | (NonNullable<DecisionBasis['previous']> & {
        verdicts: { number: string; verdict: Verdict }[];
        figures: ShownFigure[];
      })
    | null;
  rounds: EarlierRound[];
  factCheck:
    | (Omit<DecisionFactCheck, 'remarks'> & {
        remarks: (Omit<DecisionFactCheck['remarks'][number], 'place'> & { placeId: string })[];
      })
    | null;
  reasons: Record<string, string>;
  letters: DecisionBasis['letters'];
  committeeDecisions: (CommitteeDecisionView & { judgementId: string })[];
  decider: DecisionBasis['decider'];
  managers: DecisionBasis['managers'];
}

@Injectable()
export class DecisionBasisQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What a manager reads beside the case itself before deciding. @throws NotFound */
  public async basis(user: StaffUser, followUpId: string): Promise<DecisionBasis> {
    const content = await loadContent((statement) => this.db.read(user, statement), user, followUpId);
    const [row] = await this.db.read<{ basis: BasisRow }>(user, {
      name: 'decision-basis',
      text: DECISION_BASIS_SQL,
      values: [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read'), user.accountId],
    });
    if (row === undefined) throw new NotFound();
    const { basis } = row;
    const today = this.clock.today();
    const { decision } = factsOf(content, today);
    const held = readersDelegation(content, today);
    const decided = basis.committeeDecisions.findLast(({ judgementId }) => judgementId === waiting(content));
    const { committee } = content;
    const decides = isPermitted(user, 'follow-up.decide', committee.id);
    const mayRegister = decides || isPermitted(user, 'delegation.write', committee.id);
    return {
      ...compared(content, basis),
      factCheck: factCheck(content, basis.factCheck),
      declarations: content.declarations.map((declaration) => ({
        ...declaration,
        reason: decides || declaration.accountId === user.accountId ? (basis.reasons[declaration.accountId] ?? '') : '',
      })),
      delegated: decision.delegated,
      delegation:
        held === null ? null : { id: held.id, point: held.point, reference: held.reference, validTo: held.validTo },
      reserved: decision.reserved,
      letters: basis.letters,
      committeeDecision: decided === undefined ? null : withoutJudgement(decided),
      decider: basis.decider,
      managers: decides ? basis.managers : [],
      mayRegisterDecision:
        mayRegister &&
        content.state === 'deciding' &&
        decision.reserved &&
        conflictOf(content, user.accountId) !== true,
    };
  }
}

/** What has changed since the round before: verdicts by clause number, figures by name, and what is repeated (R15). */
function compared(
  content: FollowUpContent,
  { previous, rounds }: BasisRow,
): Pick<DecisionBasis, 'previous' | 'changes' | 'repeated' | 'figures'> {
  const isRecheck = content.kind === 're-check';
  if (previous === null) return { previous: null, changes: [], repeated: [], figures: [] };
  const { verdicts, figures, ...round } = previous;
  const before = new Map(verdicts.map(({ number, verdict }) => [number, verdict]));
  const now = new Map(
    content.assessments.flatMap(({ clauseIds, verdict }) =>
      clauseIds.map((id): [string, Verdict | null] => [id, verdict]),
    ),
  );
  const changes = content.clauses
    .filter(({ number }) => before.has(number))
    .map(({ id, number, heading }): VerdictChange => ({
      ...{ clauseId: id, number, heading },
      ...{ before: before.get(number) ?? null, now: now.get(id) ?? null },
    }));
  return {
    previous: round,
    // A re-check judges requirements, not clauses.
    changes: isRecheck ? [] : changes,
    repeated: isRecheck ? [] : repeatedClauses({ scope: content.clauses, assessments: content.assessments }, rounds),
    figures: figureChanges(figures, content.figures),
  };
}

/** A name may stand for several periods: each is held against the one of the same place in its row. */
function figureChanges(before: readonly ShownFigure[], now: readonly FigureContent[]): FigureChange[] {
  const shown = (figure: ShownFigure) => ({ display: figureDisplay(figure), period: figure.period });
  const named = (figures: readonly ShownFigure[], name: string) => figures.filter((figure) => figure.name === name);
  return now.flatMap((figure) => {
    const place = named(now, figure.name).indexOf(figure);
    const earlier = named(before, figure.name)[place];
    return earlier === undefined ? [] : [{ name: figure.name, before: shown(earlier), now: shown(figure) }];
  });
}

function factCheck(content: FollowUpContent, held: BasisRow['factCheck']): DecisionFactCheck | null {
  if (held === null) return null;
  const numberOf = new Map(content.clauses.map(({ id, number, heading }) => [id, `${clauseName(number)} ${heading}`]));
  return {
    ...held,
    remarks: held.remarks.map(({ placeId, ...remark }) => ({
      ...remark,
      place:
        (remark.placeKind === 'clause' ? numberOf.get(placeId) : DRAFT_SECTION_LABELS[placeId as DraftSectionName]) ??
        placeId,
    })),
  };
}

function withoutJudgement({
  judgementId: _,
  ...decision
}: BasisRow['committeeDecisions'][number]): CommitteeDecisionView {
  return decision;
}

function waiting({ id, judgements }: FollowUpContent): string | undefined {
  return judgements.findLast(({ followUpId, status }) => followUpId === id && status === 'proposed')?.id;
}
