import {
  type CalendarDate,
  FOLLOW_UP_ACTION_LABELS,
  FOLLOW_UP_STATE_LABELS,
  type FollowUpAction,
  type FollowUpState,
} from '@insyn/domain';
import type { CaseHistory } from './case-history.js';
import type { DemoCase } from './demo-case.js';
import type { WrittenContent } from './write-content.js';

/** A step of the workflow that a case has taken. */
export interface Move {
  action: FollowUpAction;
  from: FollowUpState;
  to: FollowUpState;
  on: CalendarDate;
  by: string;
  reason: string | null;
}

interface ToldCase {
  followUpId: string;
  content: WrittenContent;
  moves: Move[];
  caseNumber: string;
  officerId: string;
  /** The opening has been told already. */
  isOpen?: boolean;
}

/** Tells the history of a case in the order in which it happened. */
export async function tellHistory(
  history: CaseHistory,
  demoCase: DemoCase,
  { followUpId, content, moves, caseNumber, officerId, isOpen = false }: ToldCase,
): Promise<void> {
  const { dates, evidence, findings, actions } = demoCase;
  const officer = officerId;
  const case_ = { subjectKind: 'follow-up', subjectId: followUpId };
  if (!isOpen) {
    await history.add(dates.created, 0, officer, {
      ...case_,
      kind: 'follow-up.opened',
      summary: `Öppnade uppföljningen ${caseNumber} med ${demoCase.scope.length} avtalspunkter`,
    });
  }
  // A meeting to come was booked at the latest when the case last moved.
  const latest = moves.at(-1)?.on ?? dates.created;
  const told: [CalendarDate, number, string, Parameters<CaseHistory['add']>[3]][] = [
    ...evidence.map(({ heldOn, title }, at): (typeof told)[number] => [
      heldOn > latest && demoCase.stage !== 'planned' ? latest : heldOn,
      60 + at,
      officer,
      {
        kind: 'evidence.added',
        subjectKind: 'evidence',
        subjectId: content.evidenceIds[at] ?? '',
        summary: `Lade till underlaget ”${title}”`,
      },
    ]),
    ...findings.map(({ title }, at): (typeof told)[number] => [
      dates.assessing,
      200 + at,
      officer,
      {
        kind: 'finding.added',
        subjectKind: 'finding',
        subjectId: content.findingIds[at] ?? '',
        summary: `Skrev iakttagelsen ”${title}”`,
      },
    ]),
    ...actions.map(({ kind }, at): (typeof told)[number] => [
      dates.assessing,
      230 + at,
      officer,
      {
        kind: 'action.added',
        subjectKind: 'action',
        subjectId: content.actionIds[at] ?? '',
        summary: kind === 'requirement' ? 'Skrev ett krav' : 'Skrev en rekommendation',
      },
    ]),
    ...moves.map(({ action, from, to, on, by }, at): (typeof told)[number] => [
      on,
      action === 'start' ? 30 : action === 'assess' ? 120 : 300 + at,
      by,
      {
        ...case_,
        kind: `follow-up.${action}`,
        summary: `${FOLLOW_UP_ACTION_LABELS[action]}: från ${FOLLOW_UP_STATE_LABELS[from]} till ${FOLLOW_UP_STATE_LABELS[to]}`,
      },
    ]),
  ];
  told.sort(([day, minutes], [otherDay, otherMinutes]) =>
    day === otherDay ? minutes - otherMinutes : day < otherDay ? -1 : 1,
  );
  for (const [on, minutes, by, event] of told) await history.add(on, minutes, by, event);
}
