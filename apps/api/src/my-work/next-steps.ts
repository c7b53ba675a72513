import type { WaitingForMe, WaitingForOthers } from '@insyn/api-schema';
import {
  type CalendarDate,
  clauseName,
  daysBetween,
  DEADLINE_KIND_LABELS,
  type DeadlineKind,
  type FollowUpKind,
  type RequestState,
  SANCTION_KIND_LABELS,
  type SanctionKind,
  SERVICE_TYPE_LABELS,
  type ServiceType,
} from '@insyn/domain';

/** A case as it is named in the lists. */
export interface NamedCase {
  id: string;
  title: string;
  unit: string;
  serviceTypes: ServiceType[];
  caseNumber: string;
}

/** A case in which somebody is to do something. */
export interface Case extends NamedCase {
  kind: FollowUpKind;
  state: string;
  due: CalendarDate | null;
  unassessed: string[];
  requirements: number;
  returned: boolean;
  /** The decision was handed over to the reader. */
  handedOver: boolean;
  /** Its re-check is booked or under way, and stands in the list itself. */
  recheckBooked: boolean;
  publicationId: string | null;
  /** The latest fact check of a case that has one out; else null. */
  factCheck: { state: 'sent' | 'answered' | 'silent' | 'closed'; due: CalendarDate | null; unanswered: number } | null;
  /** The action plan of a case that is being remedied; else null. */
  plan: { state: 'demanded' | 'submitted' | 'returned' | 'accepted'; due: CalendarDate | null } | null;
}

/** A request that waits for the provider, or whose answers wait for the officer. */
export interface SentRequest {
  id: string;
  title: string;
  state: RequestState;
  due: CalendarDate;
  extensionWaits: boolean;
  case: NamedCase;
}

/** A deadline that the managers were told of. */
export interface EscalatedDeadline {
  kind: DeadlineKind | 'information-request';
  due: CalendarDate;
  case: NamedCase;
}

/** A sanction that waits for the manager. */
export interface WaitingSanction {
  kind: SanctionKind;
  state: 'decided' | 'disputed';
  case: NamedCase;
}

/** What a case asks of the reader, or of whom it waits. */
export interface Steps {
  forMe: WaitingForMe[];
  forOthers: WaitingForOthers[];
}

/** A row of what waits for the reader. */
export function waitingFor(
  item: NamedCase & { due: CalendarDate | null },
  today: CalendarDate,
  nextStep: string,
  href: string,
): WaitingForMe {
  const services = item.serviceTypes.map((type) => SERVICE_TYPE_LABELS[type].toLowerCase()).join(' och ');
  const late = item.due === null ? 0 : daysBetween(item.due, today);
  return {
    followUpId: item.id,
    title: item.title,
    subtitle: [item.unit, services].filter((part) => part !== '').join(', '),
    caseNumber: item.caseNumber,
    due: item.due,
    overdueDays: late > 0 ? late : null,
    nextStep,
    href,
  };
}

/** What one of the reader's own cases asks of the reader, and what it waits for. */
export function stepsOf(item: Case, today: CalendarDate): Steps {
  const home = `/uppfoljningar/${item.id}`;
  if (item.state === 'fact-check' && item.factCheck !== null) return stepsOfFactCheck(item, item.factCheck, today);
  if (item.state === 'remedying' || item.state === 'rechecking') {
    const plan = stepsOfPlan(item, today);
    // The re-check that is booked says itself what comes next.
    const isDone = item.state === 'remedying' && item.requirements === 0;
    if (!isDone && (item.recheckBooked || item.state === 'rechecking')) return plan;
    return { ...plan, forMe: [...plan.forMe, waitingFor(item, today, nextStepOf(item), `${home}/krav`)] };
  }
  return { forMe: [waitingFor(item, today, nextStepOf(item), `${home}${tabOf(item)}`)], forOthers: [] };
}

function stepsOfFactCheck(item: Case, { state, due, unanswered }: NonNullable<Case['factCheck']>, today: CalendarDate) {
  const { id: followUpId, title } = item;
  const page = `/uppfoljningar/${followUpId}/faktakontroll`;
  if (state === 'sent')
    return { forMe: [], forOthers: [{ followUpId, title, due, who: 'Utföraren kontrollerar fakta' }] };
  const step =
    unanswered > 0
      ? `Besvara ${unanswered === 1 ? 'en synpunkt' : `${unanswered} synpunkter`} på utkastet`
      : 'Lämna till beslut efter faktakontrollen';
  const href = unanswered > 0 ? page : `/uppfoljningar/${followUpId}/beslut`;
  return { forMe: [waitingFor(item, today, step, href)], forOthers: [] };
}

function stepsOfPlan(item: Case, today: CalendarDate): Steps {
  const { id: followUpId, title, plan } = item;
  if (plan === null || plan.state === 'accepted') return { forMe: [], forOthers: [] };
  const { state, due } = plan;
  const page = `/uppfoljningar/${followUpId}/atgardsplan`;
  const mine = (step: string) => ({ forMe: [waitingFor({ ...item, due }, today, step, page)], forOthers: [] });
  if (state === 'submitted') return mine('Bedöm åtgärdsplanen');
  if (due !== null && due < today) return mine('Åtgärdsplanen har inte kommit i tid');
  const who = state === 'returned' ? 'Utföraren kompletterar åtgärdsplanen' : 'Utföraren tar fram en åtgärdsplan';
  return { forMe: [], forOthers: [{ followUpId, title, due, who }] };
}

/** What a case asks of the manager who is to decide. */
export function decisionStep(item: Case, today: CalendarDate): WaitingForMe {
  const step = item.handedOver ? 'Besluta om bedömningen, som har lämnats över till dig' : 'Besluta om bedömningen';
  return waitingFor(item, today, step, `/uppfoljningar/${item.id}/beslut`);
}

/** What a request asks of the officer; nothing while the provider still has time. */
export function requestStep(request: SentRequest, today: CalendarDate): WaitingForMe | null {
  const { id, title, state, due, extensionWaits } = request;
  const isAnswered = state === 'answered';
  const step = isAnswered
    ? `Läs svaren på ”${title}”`
    : extensionWaits
      ? `Besluta om längre svarstid för ”${title}”`
      : due < today
        ? `Svarstiden har gått ut för ”${title}”`
        : null;
  if (step === null) return null;
  const item = { ...request.case, due: isAnswered ? null : due };
  return waitingFor(item, today, step, `/uppfoljningar/${item.id}/informationsbegaran/${id}`);
}

/** What a deadline that has passed asks of the manager. */
export function escalatedStep({ kind, due, case: item }: EscalatedDeadline, today: CalendarDate): WaitingForMe {
  const what = kind === 'information-request' ? 'Svar på informationsbegäran' : DEADLINE_KIND_LABELS[kind];
  return waitingFor({ ...item, due }, today, `Ta upp förseningen: ${what.toLowerCase()}`, `/uppfoljningar/${item.id}`);
}

/** What a sanction asks of the manager. */
export function sanctionStep({ kind, state, case: item }: WaitingSanction, today: CalendarDate): WaitingForMe {
  const what = SANCTION_KIND_LABELS[kind].toLowerCase();
  const step = state === 'decided' ? `Skicka beslutet om ${what}` : `Bemöt bestridandet av ${what}`;
  return waitingFor({ ...item, due: null }, today, step, `/uppfoljningar/${item.id}/pafoljder`);
}

function nextStepOf({ kind, state, unassessed, requirements, returned }: Case): string {
  const isRecheck = kind === 're-check';
  if (state === 'planned') return isRecheck ? 'Starta återkontrollen' : 'Starta uppföljningen';
  if (state === 'gathering') return isRecheck ? 'Samla underlag till återkontrollen' : 'Samla underlag';
  if (state === 'fact-check') return 'Vänta in faktakontrollen';
  if (state === 'remedying') {
    if (requirements === 0) return 'Avsluta uppföljningen';
    return requirements === 1 ? 'Återkontroll: 1 krav återstår' : `Återkontroll: ${requirements} krav återstår`;
  }
  if (returned) return 'Rätta efter återlämnandet';
  if (isRecheck) return 'Pröva kraven i återkontrollen';
  if (unassessed.length === 0) return 'Lämna till beslut';
  return unassessed.length <= 3 ? `Bedöm ${named(unassessed)}` : `Bedöm ${unassessed.length} avtalspunkter`;
}

/** The tab of the case page where the next step is taken. */
function tabOf({ kind, state, unassessed, returned }: Case): string {
  if (state === 'gathering') return '/underlag';
  if (state === 'assessing' && kind === 're-check') return '/krav';
  if (state === 'assessing') return unassessed.length > 0 || returned ? '/bedomning' : '/beslut';
  return '';
}

function named(numbers: string[]): string {
  return clauseName(...numbers).replace(/^Punkt/, 'punkt');
}
