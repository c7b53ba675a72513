import { addMonths, type CalendarDate, isCalendarDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';
import {
  type DemandedAction,
  emptyPlanItem,
  PLAN_LIMITS,
  type PlanEffect,
  type PlanField,
  type PlanItem,
  type PlanMeasure,
  type PlanShare,
} from './action-plan.js';

/** Something that a plan lacks, with its place and a Swedish sentence that names the requirement. */
export interface PlanGap {
  readonly actionId: string;
  readonly field: PlanField;
  readonly message: string;
}

/**
 * R13: what stops an action plan from being handed in, in the order of the requirements and their fields: a requirement
 * without cause, measure, responsible role, date, or how and when the effect shows. A measure may be done already, so its
 * day may have passed; the effect is not followed up before the last measure. `requirements` are those that wait for the
 * provider: one that has been found sufficient, or is no longer demanded, is left out. Recommendations need no answer.
 * Empty exactly when the plan can be handed in.
 */
export function planGaps(
  items: readonly PlanItem[],
  requirements: readonly DemandedAction[],
  today: CalendarDate,
): PlanGap[] {
  const byAction = new Map(items.map((item) => [item.actionId, item]));
  return requirements.flatMap(({ actionId, number }) => {
    const item = byAction.get(actionId) ?? emptyPlanItem(actionId, 'requirement');
    return gapsOf(item, today).map(({ field, message }) => ({
      actionId,
      field,
      message: `Krav ${number}: ${message}`,
    }));
  });
}

interface Gap {
  readonly field: PlanField;
  readonly message: string;
}

function gapsOf(item: PlanItem, today: CalendarDate): Gap[] {
  return [
    ...(isBlank(item.cause) ? [{ field: 'cause', message: 'skriv orsaken till bristen.' } as const] : []),
    ...(item.measures.length === 0 ? [{ field: 'measures', message: 'lägg till minst en åtgärd.' } as const] : []),
    ...item.measures.flatMap((measure, index) => measureGaps(measure, index, item.measures.length, today)),
    ...effectGaps(item.effect, lastDay(item.measures), today),
  ];
}

function measureGaps(
  { text, responsible, due }: PlanMeasure,
  index: number,
  count: number,
  today: CalendarDate,
): Gap[] {
  const which = count === 1 ? 'åtgärden' : `åtgärd ${index + 1}`;
  const gaps: Gap[] = [];
  const gap = (key: keyof PlanMeasure, message: string) => gaps.push({ field: `measures.${index}.${key}`, message });
  if (isBlank(text)) gap('text', `skriv vad ${which} är.`);
  if (isBlank(responsible)) gap('responsible', `ange vilken roll som ansvarar för ${which}.`);
  if (due === null) gap('due', `ange vilken dag ${which} ska vara klar.`);
  else if (!isNear(due, today)) gap('due', `kontrollera årtalet för ${which}.`);
  return gaps;
}

function effectGaps(effect: PlanEffect, last: CalendarDate | null, today: CalendarDate): Gap[] {
  const gaps: Gap[] = [];
  const gap = (key: keyof PlanEffect, message: string) => gaps.push({ field: `effect.${key}`, message });
  if (isBlank(effect.how)) gap('how', 'skriv hur effekten ska visa sig.');
  if (effect.followUpOn === null) gap('followUpOn', 'ange vilken dag effekten ska följas upp.');
  else if (!isNear(effect.followUpOn, today)) gap('followUpOn', 'kontrollera årtalet när effekten ska följas upp.');
  else if (last !== null && effect.followUpOn < last) {
    gap('followUpOn', `effekten kan inte följas upp innan den sista åtgärden är klar, ${formatDate(last)}.`);
  }
  const counted = effect.before !== null || effect.target !== null;
  if (counted && isBlank(effect.measure)) gap('measure', 'skriv vad det är som räknas.');
  for (const key of ['before', 'target'] as const) {
    const share = effect[key];
    if (share !== null && !isShare(share)) gap(key, 'antalet kan inte vara större än hur många det räknas av.');
  }
  return gaps;
}

/** Whether k of n can be counted: whole numbers, at least one in all and no more found than there are (R4). */
export function isShare({ k, n }: PlanShare): boolean {
  const whole = Number.isInteger(k) && Number.isInteger(n);
  return whole && n >= 1 && n <= PLAN_LIMITS.count && k >= 0 && k <= n;
}

/** The day when the last measure is done; null while no measure has a day. */
export function lastDay(measures: readonly PlanMeasure[]): CalendarDate | null {
  return measures.reduce<CalendarDate | null>(
    (last, { due }) => (isCalendarDate(due) && (last === null || due > last) ? due : last),
    null,
  );
}

function isBlank(text: string): boolean {
  // Signs that draw nothing (zero-width, soft hyphen, controls) are no text.
  return text.replaceAll(/[\s\p{C}\p{Z}\u2800\u3164\u115f\u1160\uffa0]/gu, '') === '';
}

function isNear(date: CalendarDate, today: CalendarDate): boolean {
  if (!isCalendarDate(date)) return false;
  const months = 12 * PLAN_LIMITS.years;
  return date >= addMonths(today, -months) && date <= addMonths(today, months);
}
