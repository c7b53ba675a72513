import { formatDate } from '../calendar/swedish-format.js';
import type { DemandedAction, PlanField, PlanItem, PlanMeasure } from './action-plan.js';
import { isShare, lastDay } from './plan-gaps.js';

/** A plain question about what is written, beside its field. It never stops anything. */
export interface PlanHint {
  readonly field: PlanField;
  readonly message: string;
}

const VAGUE =
  /(?<!\p{L})(?:se över|ser över|ses över|sett över|översyn|titta på|tittar på|jobba vidare|arbeta vidare|arbetar vidare|fortsätta arbeta|fortsätter arbeta|diskutera|diskuterar|påminna|påminner|tänka på|försöka|försöker|bli bättre|förbättra)(?!\p{L})/iu;
const SOMETIME =
  /(?<!\p{L})(?:löpande|kontinuerligt|vid behov|snarast|så snart som möjligt|så fort som möjligt|framöver|under året|regelbundet|med jämna mellanrum|efter hand)(?!\p{L})/iu;
const EVERYBODY =
  /^(?:vi|alla|alla medarbetare|all personal|personalen|medarbetarna|gruppen|teamet|verksamheten|företaget|bolaget|utföraren|enheten|ledningen)$/iu;
const NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}[\p{Ll}.]*(?:-\p{Lu}\p{Ll}+)?)+$/u;
const ROLE =
  /(?:chef|ansvarig|samordnare|sköterska|ledare|föreståndare|konsult|administratör|handläggare|utvecklare|pedagog|terapeut|ordförande|direktör|controller|assistent|undersköterska)(?!\p{L})/iu;
const BLAME =
  /(?<!\p{L})(?:glömt|slarv|slarvat|mänskliga faktorn|tidsbrist|hög arbetsbelastning|sjukdom|okunskap)(?!\p{L})/iu;

/**
 * Plain help while a plan is written: "vi ska se över" without an owner or a day is questioned, as are a day that never
 * comes, everybody as the one responsible, a name in place of a role, a cause that is only blame, a target no higher than
 * before, and a last measure after the requirement's own day. Never in the way of handing in (R13 is `planGaps`).
 */
export function planHints(item: PlanItem, requirement?: Pick<DemandedAction, 'due'>): PlanHint[] {
  if (item.kind === 'recommendation') return [];
  return [
    ...causeHints(item.cause),
    ...item.measures.flatMap(measureHints),
    ...dueHints(item.measures, requirement?.due ?? null),
    ...effectHints(item),
  ];
}

function causeHints(cause: string): PlanHint[] {
  if (!BLAME.test(cause)) return [];
  const message = 'Vad gjorde att det kunde hända? Skriv vad i rutiner, bemanning eller kunskap som behöver ändras.';
  return [{ field: 'cause', message }];
}

function measureHints({ text, responsible, due }: PlanMeasure, index: number): PlanHint[] {
  const hints: PlanHint[] = [];
  const hint = (key: keyof PlanMeasure, message: string) => hints.push({ field: `measures.${index}.${key}`, message });
  const vague = VAGUE.exec(text)?.[0].toLowerCase();
  if (vague !== undefined) {
    const lacking = [...(due === null ? ['när'] : []), ...(responsible.trim() === '' ? ['av vem'] : [])];
    const asked = lacking.length === 0 ? '' : ` ${capitalised(lacking.join(' och '))} ska det göras?`;
    hint('text', `”${vague}” säger inte vad som blir annorlunda. Skriv vad som ska vara gjort.${asked}`);
  }
  const sometime = SOMETIME.exec(text)?.[0].toLowerCase();
  if (sometime !== undefined)
    hint('text', `”${sometime}” är ingen tid. Skriv hur ofta, eller vilken dag det är klart.`);
  const who = responsible.trim();
  if (EVERYBODY.test(who)) hint('responsible', 'Ansvaret behöver ligga på en roll, till exempel enhetschef.');
  else if (NAME.test(who) && !ROLE.test(who))
    hint('responsible', 'Skriv en roll, till exempel enhetschef, inte en persons namn.');
  return hints;
}

function dueHints(measures: readonly PlanMeasure[], due: string | null): PlanHint[] {
  const last = lastDay(measures);
  if (due === null || last === null || last <= due) return [];
  const index = measures.findIndex((measure) => measure.due === last);
  const message = `Kravet ska vara åtgärdat senast ${formatDate(due)}. Åtgärden är klar senare än så.`;
  return [{ field: `measures.${index}.due`, message }];
}

function effectHints({ effect }: PlanItem): PlanHint[] {
  const { how, before, target } = effect;
  const hints: PlanHint[] = [];
  if (how.trim() !== '' && VAGUE.test(how)) {
    hints.push({ field: 'effect.how', message: 'Skriv vad som går att se eller räkna när åtgärden har verkat.' });
  }
  if (before === null || target === null || !isShare(before) || !isShare(target)) return hints;
  const gain = target.k * before.n - before.k * target.n;
  const same = 'Målet är detsamma som läget före.';
  const lower = 'Målet är lägre än läget före. Är det något som ska minska? Skriv det i så fall.';
  if (gain <= 0) hints.push({ field: 'effect.target', message: gain === 0 ? same : lower });
  return hints;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
