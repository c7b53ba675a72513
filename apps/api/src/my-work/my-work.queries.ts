import { Injectable } from '@nestjs/common';
import type { MyWorkView, WaitingForMe } from '@insyn/api-schema';
import {
  clauseName,
  compareDates,
  daysBetween,
  SERVICE_TYPE_LABELS,
  type CalendarDate,
  type RequestState,
  type ServiceType,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Clock } from '../settings/clock.js';
import { MY_WORK_SQL } from './my-work.sql.js';

/** A case as it is named in the lists. */
interface NamedCase {
  id: string;
  title: string;
  unit: string;
  serviceTypes: ServiceType[];
  caseNumber: string;
}

/** A case in which somebody is to do something. */
interface Case extends NamedCase {
  state: string;
  due: CalendarDate | null;
  unassessed: string[];
  requirements: number;
  returned: boolean;
  publicationId: string | null;
}

/** A request that waits for the provider, or whose answers wait for the officer. */
interface SentRequest {
  id: string;
  title: string;
  state: RequestState;
  due: CalendarDate;
  extensionWaits: boolean;
  case: NamedCase;
}

interface Work {
  mine: Case[];
  toDecide: Case[];
  atManager: Case[];
  toApprove: Case[];
  toPublish: Case[];
  requests: SentRequest[];
  year: { done: number; ongoing: number; notStarted: number };
  meetings: MyWorkView['meetings'];
}

@Injectable()
export class MyWorkQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits for the person, by role and by date; what waits for others; the year; the meetings to come. */
  public async myWork(user: StaffUser): Promise<MyWorkView> {
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    const [row] = await this.db.read<{ work: Work }>(user, {
      name: 'my-work',
      text: MY_WORK_SQL,
      values: [
        user.municipalityId,
        permittedCommittees(user, 'follow-up.read'),
        user.accountId,
        today,
        year,
        permittedCommittees(user, 'follow-up.write'),
        permittedCommittees(user, 'follow-up.decide'),
        permittedCommittees(user, 'publication.approve'),
        permittedCommittees(user, 'publication.publish'),
      ],
    });
    const work = row?.work;
    if (work === undefined) throw new Error('The work list always has one row.');
    const publication = (item: Case) => `/publicerat/${item.publicationId ?? ''}`;
    const waiting = [
      ...work.mine.map((item) => waitingFor(item, today, nextStepOf(item), `/uppfoljningar/${item.id}${tabOf(item)}`)),
      ...work.toDecide.map((item) =>
        waitingFor(item, today, 'Besluta om bedömningen', `/uppfoljningar/${item.id}/beslut`),
      ),
      ...work.toApprove.map((item) => waitingFor(item, today, 'Godkänn publiceringen', publication(item))),
      ...work.toPublish.map((item) => waitingFor(item, today, 'Publicera rapporten', publication(item))),
      ...work.requests.flatMap((request) => requestForMe(request, today)),
    ];
    return {
      waitingForMe: waiting.sort(byDue),
      waitingForOthers: [
        ...work.atManager.map(({ id, title, due }) => ({
          followUpId: id,
          title,
          due,
          who: 'Enhetschefen beslutar om bedömningen',
        })),
        ...work.requests
          .filter((request) => requestForMe(request, today).length === 0)
          .map(({ case: { id, title }, due }) => ({ followUpId: id, title, due, who: 'Utföraren svarar på frågor' })),
      ],
      year: { year, ...work.year },
      meetings: work.meetings,
    };
  }
}

/** What a request asks of the officer; nothing while the provider still has time. */
function requestForMe(request: SentRequest, today: CalendarDate): WaitingForMe[] {
  const { id, title, state, due, extensionWaits } = request;
  const isAnswered = state === 'answered';
  const step = isAnswered
    ? `Läs svaren på ”${title}”`
    : extensionWaits
      ? `Besluta om längre svarstid för ”${title}”`
      : due < today
        ? `Svarstiden har gått ut för ”${title}”`
        : null;
  if (step === null) return [];
  const item = { ...request.case, due: isAnswered ? null : due };
  return [waitingFor(item, today, step, `/uppfoljningar/${item.id}/informationsbegaran/${id}`)];
}

function waitingFor(
  item: NamedCase & Pick<Case, 'due'>,
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

function nextStepOf({ state, unassessed, requirements, returned }: Case): string {
  if (state === 'planned') return 'Starta uppföljningen';
  if (state === 'gathering') return 'Samla underlag';
  if (state === 'fact-check') return 'Vänta in faktakontrollen';
  if (state === 'remedying') {
    if (requirements === 0) return 'Avsluta uppföljningen';
    return requirements === 1 ? 'Återkontroll: 1 krav återstår' : `Återkontroll: ${requirements} krav återstår`;
  }
  if (returned) return 'Rätta efter återlämnandet';
  if (unassessed.length === 0) return 'Lämna till beslut';
  return unassessed.length <= 3 ? `Bedöm ${named(unassessed)}` : `Bedöm ${unassessed.length} avtalspunkter`;
}

/** The tab of the case page where the next step is taken. */
function tabOf({ state, unassessed, returned }: Case): string {
  if (state === 'gathering') return '/underlag';
  if (state === 'assessing') return unassessed.length > 0 || returned ? '/bedomning' : '/beslut';
  return state === 'remedying' ? '/krav' : '';
}

function named(numbers: string[]): string {
  return clauseName(...numbers).replace(/^Punkt/, 'punkt');
}

/** By date, and those without one last. */
function byDue(a: WaitingForMe, b: WaitingForMe): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  return compareDates(a.due, b.due);
}
