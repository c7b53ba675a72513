import { Injectable } from '@nestjs/common';
import type { DeadlineItem, ListedDeadlineKind, Page } from '@insyn/api-schema';
import type { DeadlineListQuery } from '@insyn/api-schema/server';
import {
  type CalendarDate,
  daysBetween,
  DEADLINE_KEEPER_OF,
  type DeadlineState,
  type DeadlineUnit,
  formatDate,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { Clock } from '../settings/clock.js';
import { termInWords } from './deadline-words.js';
import { DEADLINES_SQL } from './deadlines.sql.js';
import { deadlinePath } from './remind-of-deadline.js';

interface Row {
  id: string;
  kind: ListedDeadlineKind;
  followUpId: string;
  caseNumber: string;
  title: string;
  subject: string | null;
  provider: string;
  unit: string;
  due: CalendarDate;
  state: DeadlineState;
  baseDate: CalendarDate;
  amount: number | null;
  unitOfTime: DeadlineUnit | null;
  setBy: 'rule' | 'person';
  reason: string | null;
  escalatedOn: CalendarDate | null;
  contractEnds: CalendarDate | null;
  committeeId: string;
  version: number;
}

/** The lists of deadlines, for the officer and for the manager. */
@Injectable()
export class DeadlinesQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of deadlines of every kind, the nearest first; those that run unless another state is asked for. */
  public async list(user: StaffUser, query: DeadlineListQuery): Promise<Page<DeadlineItem>> {
    const [due, id] = cursorOf(query.after, 'date', 'id');
    const scope = query.scope ?? 'mine';
    const isFirst = due === null;
    const today = this.clock.today();
    const rows = await this.db.read<Row>(user, {
      name: `deadlines ${scope}${isFirst ? '' : ' after'}`,
      text: DEADLINES_SQL[scope][isFirst ? 'first' : 'next'],
      values: [
        ...[user.municipalityId, permittedCommittees(user, 'follow-up.read'), user.accountId],
        ...[query.state ?? 'open', query.kind ?? null, PAGE_SIZE + 1, today],
        ...(isFirst ? [] : [due, id]),
      ],
    });
    return pageOf(
      rows,
      (row) => [row.due, row.id],
      (row) => itemOf(row, today, isPermitted(user, 'follow-up.write', row.committeeId)),
    );
  }
}

function itemOf(row: Row, today: CalendarDate, mayWrite: boolean): DeadlineItem {
  const { amount, unitOfTime: unit, contractEnds, kind, state, due, baseDate, followUpId } = row;
  const { id, caseNumber, title, subject, provider, setBy, reason, escalatedOn, version } = row;
  const isRequest = kind === 'information-request';
  return {
    ...{ id, kind, followUpId, caseNumber, title, subject, provider, unit: row.unit },
    ...{ due, state, baseDate, setBy, reason, escalatedOn, version },
    daysLeft: daysBetween(today, due),
    rule:
      amount === null || unit === null
        ? `Satt vid utskicket ${formatDate(baseDate)}`
        : termInWords({ baseDate, amount, unit }),
    waitsFor: isRequest ? 'provider' : DEADLINE_KEEPER_OF[kind],
    href: isRequest ? `/uppfoljningar/${followUpId}/informationsbegaran/${row.id}` : deadlinePath({ kind, followUpId }),
    warning:
      state === 'open' && contractEnds !== null ? `Avtalet går ut ${formatDate(contractEnds)}, före sista dag.` : null,
    mayMove: mayWrite && state === 'open' && !isRequest,
  };
}
