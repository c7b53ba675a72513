import { Injectable } from '@nestjs/common';
import type { Page, RequestListItem, RequestOptions, RequestView, RoundListItem, RoundView } from '@insyn/api-schema';
import { deadlineInDays, WAITING_STATES } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { isPermitted, permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { Clock } from '../settings/clock.js';
import { LIST, OPTIONS, ROUND, ROUND_REQUESTS, ROUNDS, VIEW } from './information-requests.sql.js';
import { type ListRow, listItem, requestView, type ViewRow } from './request-view.js';

/** A list in one row, so that a case without requests is told from one that is not there. */
interface Listed {
  rows: ListRow[];
}

interface OptionsRow extends Omit<RequestOptions, 'proposedDue'> {
  committeeId: string;
}

@Injectable()
export class InformationRequestsQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The requests of a case, newest first. @throws NotFound for a case that the person does not see. */
  public async list(user: StaffUser, followUpId: string): Promise<RequestListItem[]> {
    const values = [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')];
    const [listed] = await this.db.read<Listed>(user, { name: 'request-list', text: LIST, values });
    if (listed === undefined) throw new NotFound();
    const today = this.clock.today();
    return listed.rows.map((row) => listItem(row, row.questions, today));
  }

  /** What a new request can be made of; sets for the unit's services first. @throws NotFound */
  public async options(user: StaffUser, followUpId: string): Promise<RequestOptions> {
    const values = [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')];
    const [row] = await this.db.read<OptionsRow>(user, { name: 'request-options', text: OPTIONS, values });
    if (row === undefined) throw new NotFound();
    const { contacts, questionSets, questionnaireDays } = row;
    const proposedDue = deadlineInDays(this.clock.today(), questionnaireDays);
    return { contacts, questionSets, proposedDue, questionnaireDays };
  }

  /** One request with its answers, rounds, extensions and mail. @throws NotFound */
  public async view(user: StaffUser, id: string): Promise<RequestView> {
    const values = [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')];
    const [row] = await this.db.read<ViewRow>(user, { name: 'request-view', text: VIEW, values });
    if (row === undefined) throw new NotFound();
    return requestView(row, this.clock.today(), isPermitted(user, 'follow-up.write', row.committeeId));
  }

  /** The rounds of the person's committees, newest first. */
  public async rounds(user: StaffUser, after: string | undefined): Promise<Page<RoundListItem>> {
    const [id] = cursorOf(after, 'id');
    const values = [user.municipalityId, permittedCommittees(user, 'follow-up.read'), id, PAGE_SIZE + 1];
    const rows = await this.db.read<RoundListItem>(user, { name: 'round-list', text: ROUNDS, values });
    return pageOf(
      rows,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** One round: who has read, begun and answered. @throws NotFound */
  public async round(user: StaffUser, id: string): Promise<RoundView> {
    const committees = permittedCommittees(user, 'follow-up.read');
    const values = [user.municipalityId, id, committees];
    const [round] = await this.db.read<Omit<RoundView, 'counts' | 'requests'> & Pick<ListRow, 'questions'>>(user, {
      ...{ name: 'round-view', text: ROUND, values },
    });
    if (round === undefined) throw new NotFound();
    const rows = await this.db.read<{ row: Omit<ListRow, 'questions'> }>(user, {
      ...{ name: 'round-requests', text: ROUND_REQUESTS, values },
    });
    const { questions, ...rest } = round;
    const today = this.clock.today();
    const requests = rows.map(({ row }) => listItem(row, questions, today));
    const count = (holds: (item: RequestListItem) => boolean): number => requests.filter(holds).length;
    const counts = {
      sent: requests.length,
      read: count(({ readAt }) => readAt !== null),
      started: count(({ startedAt }) => startedAt !== null),
      answered: count(({ state }) => state === 'answered' || state === 'closed'),
      overdue: count(({ state, due }) => WAITING_STATES.includes(state) && due < today),
    };
    return { ...rest, counts, requests };
  }
}
