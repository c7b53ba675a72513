import { type CalendarDate, recheckDue } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { FollowUpClause } from '../follow-ups/follow-up-clause.entity.js';
import { FollowUpTeamMember } from '../follow-ups/follow-up-team-member.entity.js';
import { FollowUpTransition } from '../follow-ups/follow-up-transition.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { StaffUser } from '../http/current-user.js';
import { ConflictDeclaration } from '../judgements/conflict-declaration.entity.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { ReturnComment } from '../judgements/return-comment.entity.js';
import { sealReport } from '../reports/report-sealing.js';
import { ANSWERED_COMMENT } from './content/judgement-words.js';
import { caseProposal } from './case-facts.js';
import { CaseHistory } from './case-history.js';
import { type Move, tellHistory } from './tell-history.js';
import { type DemoCase, isApproved, isProposed } from './demo-case.js';
import type { DemoClock } from './demo-clock.js';
import { insertRows } from './insert-rows.js';
import { ids, writeContent, type WrittenContent } from './write-content.js';
import type { WrittenContract } from './write-contract.js';

/** Who does what in a case. */
export interface CasePeople {
  officer: StaffUser;
  /** Accounts of the team, the officer among them. */
  team: string[];
  manager: StaffUser;
}

export interface CasePlace {
  committeeId: string;
  caseNumber: string;
  written: WrittenContract;
  people: CasePeople;
  clock: DemoClock;
}

/** Writes one case, up to the stage it has come to. @returns the ids of the case and of its report, if it has one. */
export async function writeCase(
  tx: Transaction,
  demoCase: DemoCase,
  place: CasePlace,
): Promise<{ followUpId: string; reportId: string | null }> {
  const { municipalityId } = tx;
  const { people, clock, written } = place;
  const followUpId = tx.newId();
  const officerId = people.officer.accountId;
  const { dates } = demoCase;
  const approved = isApproved(demoCase);
  const due = demoCase.stage === 'remedying' ? recheckDue(dates.decided) : null;
  const moves = movesOf(demoCase, people);
  const contentVersion = 1 + demoCase.evidence.length + demoCase.assessments.length + demoCase.findings.length;
  await insertRows(tx, FollowUp, [
    {
      municipalityId,
      id: followUpId,
      committeeId: place.committeeId,
      contractId: written.contractId,
      unitId: written.unitId,
      providerId: written.providerId,
      clauseSetId: written.clauseSetId,
      parentId: null,
      kind: demoCase.kind,
      year: demoCase.year,
      state: moves.at(-1)?.to ?? 'planned',
      caseNumber: place.caseNumber,
      title: demoCase.title,
      background: demoCase.background,
      purpose: demoCase.purpose,
      summary: demoCase.summary,
      reportDate: approved ? dates.decided : null,
      decisionDue: demoCase.decisionDue,
      noFactCheckReason: isProposed(demoCase) ? demoCase.noFactCheckReason : null,
      approvedOn: approved ? dates.decided : null,
      recheckDue: due,
      contentVersion,
      createdBy: officerId,
      createdAt: clock.instant(dates.created).toISOString(),
    },
  ]);
  const clauseIds = ids(demoCase.scope, written.clauseIds);
  await insertRows(
    tx,
    FollowUpClause,
    clauseIds.map((clauseId) => ({ municipalityId, followUpId, clauseId })),
  );
  await insertRows(
    tx,
    FollowUpTeamMember,
    people.team.map((accountId) => ({ municipalityId, followUpId, accountId })),
  );
  if (demoCase.stage !== 'planned') {
    const declaredAt = clock.instant(dates.started).toISOString();
    await insertRows(
      tx,
      ConflictDeclaration,
      people.team.map((accountId) => ({ municipalityId, followUpId, accountId, hasConflict: false, declaredAt })),
    );
  }
  const content = await writeContent(tx, demoCase, {
    followUpId,
    officerId,
    clauseIds: written.clauseIds,
    clock,
    requirementsDue: due,
  });
  const judgementId = await writeJudgement(tx, demoCase, { followUpId, contentVersion, content, place });
  const reportId = approved ? await approve(tx, demoCase, { followUpId, due, place }) : null;
  await writeMoves(tx, moves, followUpId, clock);
  await writeReturn(tx, demoCase, { followUpId, judgementId, place });
  await tellHistory(new CaseHistory(tx, clock, followUpId), demoCase, {
    followUpId,
    content,
    moves,
    caseNumber: place.caseNumber,
    officerId,
  });
  return { followUpId, reportId };
}

/** How the case came where it is: the rows of the workflow that it went through. */
export function movesOf(demoCase: DemoCase, { officer, manager }: CasePeople): Move[] {
  const { stage, dates } = demoCase;
  if (stage === 'planned') return [];
  const by = officer.accountId;
  const start: Move = { action: 'start', from: 'planned', to: 'gathering', on: dates.started, by, reason: null };
  if (stage === 'gathering') return [start];
  if (stage === 'cancelled') {
    return [
      start,
      { action: 'cancel', from: 'gathering', to: 'cancelled', on: dates.ended, by, reason: demoCase.cancelReason },
    ];
  }
  const assess: Move = { action: 'assess', from: 'gathering', to: 'assessing', on: dates.assessing, by, reason: null };
  if (stage === 'assessing') return [start, assess];
  const reason = demoCase.noFactCheckReason;
  const submit: Move = { action: 'submit', from: 'assessing', to: 'deciding', on: dates.submitted, by, reason };
  if (stage === 'deciding') return [start, assess, submit];
  const decided = { from: 'deciding', on: dates.decided, by: manager.accountId, reason: null } as const;
  if (stage === 'returned') return [start, assess, submit, { ...decided, action: 'return', to: 'assessing' }];
  return [start, assess, submit, { ...decided, action: 'approve', to: stage }];
}

interface JudgementPlace {
  followUpId: string;
  contentVersion: number;
  content: WrittenContent;
  place: CasePlace;
}

/** Writes the proposed judgement of a case, if it has one. @returns its id. */
export async function writeJudgement(tx: Transaction, demoCase: DemoCase, at: JudgementPlace): Promise<string | null> {
  const { judgement, dates } = demoCase;
  if (judgement === null) return null;
  const { place, content, followUpId, contentVersion } = at;
  const proposal = caseProposal(demoCase);
  const findingIds = new Map(demoCase.findings.map(({ key }, index) => [key, content.findingIds[index] ?? '']));
  const actionIds = new Map(demoCase.actions.map((_, index) => [`action${index}`, content.actionIds[index] ?? '']));
  const id = tx.newId();
  const returned = demoCase.stage === 'returned';
  await tx.insert(Judgement, {
    municipalityId: tx.municipalityId,
    id,
    rootFollowUpId: followUpId,
    followUpId,
    outcome: judgement.outcome,
    proposedOutcome: proposal.outcome,
    grounds: proposal.grounds.map((ground) => ({
      text: ground.text,
      clauseIds: ids(ground.clauseIds, place.written.clauseIds),
      findingIds: ids(ground.findingIds, findingIds),
      actionIds: ids(ground.actionIds, actionIds),
    })),
    text: judgement.text,
    departureReason: judgement.departureReason,
    unmetReasons: [],
    authorId: place.people.officer.accountId,
    contentVersion,
    status: returned ? 'returned' : 'proposed',
    proposedAt: place.clock.instant(dates.submitted, 120),
    decidedBy: returned ? place.people.manager.accountId : null,
    decidedAt: returned ? place.clock.instant(dates.decided, 180) : null,
    decidedOn: returned ? dates.decided : null,
  });
  return id;
}

/** Approves as the manager does: no conflict of interest, the report sealed, the judgement decided (R10, R11). */
export async function approve(
  tx: Transaction,
  { dates }: DemoCase,
  { followUpId, due, place }: { followUpId: string; due: CalendarDate | null; place: CasePlace },
): Promise<string> {
  const { manager } = place.people;
  const decidedAt = place.clock.instant(dates.decided, 180);
  await tx.insert(ConflictDeclaration, {
    municipalityId: tx.municipalityId,
    followUpId,
    accountId: manager.accountId,
    hasConflict: false,
    declaredAt: decidedAt,
  });
  const reportId = await sealReport(tx, {
    followUpId,
    approver: { accountId: manager.accountId, name: manager.name, title: manager.title ?? 'enhetschef' },
    approvedOn: dates.decided,
    recheckDue: due,
  });
  await tx.query(
    `update judgement set status = 'approved', decided_by = $3, decided_at = $4, decided_on = $5, version = version + 1
     where municipality_id = $1 and follow_up_id = $2`,
    [tx.municipalityId, followUpId, manager.accountId, decidedAt, dates.decided],
  );
  return reportId;
}

export async function writeMoves(tx: Transaction, moves: Move[], followUpId: string, clock: DemoClock): Promise<void> {
  const rows = moves.map(({ action, from, to, on, by, reason }, at) => ({
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    followUpId,
    action,
    fromState: from,
    toState: to,
    reason,
    accountId: by,
    happenedOn: on,
    at: clock.instant(on, 120 + at * 20).toISOString(),
  }));
  await insertRows(tx, FollowUpTransition, rows);
}

export async function writeReturn(
  tx: Transaction,
  { returnComments, dates }: DemoCase,
  { followUpId, judgementId, place }: { followUpId: string; judgementId: string | null; place: CasePlace },
): Promise<void> {
  if (judgementId === null) return;
  const { clock, people, written } = place;
  const answered = {
    ...{ answer: ANSWERED_COMMENT, answeredBy: people.officer.accountId },
    answeredAt: clock.instant(dates.decided, 240).toISOString(),
  };
  const rows = returnComments.map(({ clause, text }, at) => ({
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    judgementId,
    followUpId,
    placeKind: 'clause',
    placeId: written.clauseIds.get(clause) ?? null,
    text,
    createdBy: people.manager.accountId,
    createdAt: clock.instant(dates.decided, 180).toISOString(),
    ...(at === 0 ? answered : {}),
  }));
  await insertRows(tx, ReturnComment, rows);
}
