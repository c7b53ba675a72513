import { Injectable } from '@nestjs/common';
import type { MyWorkView, WaitingForMe } from '@insyn/api-schema';
import { compareDates } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Clock } from '../settings/clock.js';
import { MY_WORK_SQL } from './my-work.sql.js';
import {
  type Case,
  decisionStep,
  type EscalatedDeadline,
  escalatedStep,
  requestStep,
  sanctionStep,
  type SentRequest,
  stepsOf,
  waitingFor,
  type WaitingSanction,
} from './next-steps.js';

interface Work {
  mine: Case[];
  toDecide: Case[];
  atManager: Case[];
  toApprove: Case[];
  toPublish: Case[];
  requests: SentRequest[];
  escalated: EscalatedDeadline[];
  sanctions: WaitingSanction[];
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
    const mine = work.mine.map((item) => stepsOf(item, today));
    const requests = work.requests.map((request) => ({ request, step: requestStep(request, today) }));
    const waiting = [
      ...mine.flatMap(({ forMe }) => forMe),
      ...work.toDecide.map((item) => decisionStep(item, today)),
      ...work.toApprove.map((item) => waitingFor(undated(item), today, 'Godkänn publiceringen', publication(item))),
      ...work.toPublish.map((item) => waitingFor(undated(item), today, 'Publicera rapporten', publication(item))),
      ...requests.flatMap(({ step }) => step ?? []),
      ...work.escalated.map((deadline) => escalatedStep(deadline, today)),
      ...work.sanctions.map((sanction) => sanctionStep(sanction, today)),
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
        ...mine.flatMap(({ forOthers }) => forOthers),
        ...requests
          .filter(({ step }) => step === null)
          .map(
            ({
              request: {
                case: { id, title },
                due,
              },
            }) => ({
              ...{ followUpId: id, title, due, who: 'Utföraren svarar på frågor' },
            }),
          ),
      ],
      year: { year, ...work.year },
      meetings: work.meetings,
    };
  }
}

/** By date, and those without one last. */
function byDue(a: WaitingForMe, b: WaitingForMe): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  return compareDates(a.due, b.due);
}

/** A report waits to be published without a day of its own; the case's day was that of its decision. */
function undated(item: Case): Case {
  return { ...item, due: null };
}
