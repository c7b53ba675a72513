import {
  daysBetween,
  type DeadlineKind,
  deadlineReminders,
  formatDate,
  formatDateLong,
  isInternalDeadline,
} from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { tellProvider } from '../mails/tell-provider.js';
import { type DeadlineCase, lockDeadlineCase } from './deadline-case.js';
import { AWAITED, daysInWords } from './deadline-words.js';
import { nearestReminder, takeReminder } from './taken-reminder.js';
import { tellTeam } from './tell-staff.js';

/**
 * Reminds of one deadline, if that is due today and has not been done (R3): the provider of its own, the team of those that
 * the municipality keeps. @returns whether it was.
 */
export async function remindOfDeadline(tx: Transaction, deadlineId: string): Promise<boolean> {
  // Locked, so that what is done at this moment is not reminded of.
  const deadline = await lockDeadlineCase(tx, deadlineId);
  if (deadline === undefined) return false;
  const { id, kind, due, toldOn, followUpId, providerId } = deadline;
  const reminder = nearestReminder(deadlineReminders(deadline, toldOn), tx.today);
  if (reminder === null || !(await takeReminder(tx, { kind: 'deadline', id, due }, reminder))) return false;
  if (isInternalDeadline(kind)) await tellTeam(tx, toTeam(deadline, tx.today));
  else if (providerId !== null) await tellProvider(tx, { followUpId, providerId, ...toProvider(deadline, tx.today) });
  tx.appendEvent({
    ...{ kind: 'deadline.reminded', subjectKind: 'deadline', subjectId: id, followUpId },
    summary: `Påminde om ${AWAITED[kind].name}, sista dag ${formatDate(due)}`,
    after: { due, daysBefore: reminder.daysBefore },
  });
  return true;
}

function subjectOf({ kind, due, caseNumber }: DeadlineCase, days: number): string {
  const { name } = AWAITED[kind];
  return days < 0
    ? `Tiden har gått ut: ${name}, ärende ${caseNumber}`
    : `Påminnelse: ${name} senast ${formatDate(due)}, ärende ${caseNumber}`;
}

function toProvider(deadline: DeadlineCase, today: string) {
  const { kind, due, municipality, unit, caseNumber } = deadline;
  const { awaited, ask } = AWAITED[kind];
  const days = daysBetween(today, due);
  return {
    kind: 'reminder',
    subject: subjectOf(deadline, days),
    text: [
      days < 0
        ? `${municipality} väntar på ${awaited}. Tiden gick ut ${formatDateLong(due)}. ${ask} så snart ni kan.`
        : `${municipality} väntar på ${awaited}. ${ask} senast ${formatDateLong(due)} (${daysInWords(days)}).`,
      `Det gäller ${unit}, ärende ${caseNumber}.`,
    ],
  } as const;
}

function toTeam(deadline: DeadlineCase, today: string) {
  const { kind, due, provider, unit, caseNumber, followUpId } = deadline;
  const { awaited, ask } = AWAITED[kind];
  const days = daysBetween(today, due);
  return {
    followUpId,
    kind: 'reminder',
    path: deadlinePath(deadline),
    subject: subjectOf(deadline, days),
    text: [
      days < 0
        ? `${awaited}, och tiden gick ut ${formatDateLong(due)}. ${ask} så snart du kan.`
        : `${awaited} senast ${formatDateLong(due)} (${daysInWords(days)}).`,
      `Det gäller ${provider}, ${unit}, ärende ${caseNumber}.`,
    ],
  } as const;
}

/** The part of the case page where a deadline is worked with; a re-check is a case of its own. */
const TABS: Readonly<Record<DeadlineKind, string>> = {
  'fact-check': '/faktakontroll',
  'action-plan': '/atgardsplan',
  'plan-evaluation': '/atgardsplan',
  recheck: '',
  'sanction-answer': '/pafoljder',
};

/** Where in the client a deadline is worked with. */
export function deadlinePath({ kind, followUpId }: Pick<DeadlineCase, 'kind' | 'followUpId'>): string {
  return `/uppfoljningar/${followUpId}${TABS[kind]}`;
}
