import { Injectable } from '@nestjs/common';
import type { FollowUpView, HistoryItem, Page } from '@insyn/api-schema';
import type { HistoryQuery } from '@insyn/api-schema/server';
import { type CalendarDate, changesInWords, eventKindsOf, historyGroupOf } from '@insyn/domain';
import { Database } from '../database/database.js';
import { type FollowUpContent, loadContent } from '../follow-ups/follow-up-content.js';
import type { StaffUser } from '../http/current-user.js';
import { cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Invalid, NotFound } from '../http/problem.js';
import { Clock } from '../settings/clock.js';
import { viewAsItWas } from './as-it-was.js';
import { historyHref } from './history-href.js';
import { AS_OF_SQL, HISTORY_SQL } from './history.sql.js';

/** An event with what it is told by. */
interface Row {
  id: string;
  sequence: string;
  at: string;
  accountId: string | null;
  colleague: string | null;
  provider: string | null;
  kind: string;
  subjectKind: string;
  subjectId: string;
  followUp: { id: string; title: string };
  content: { summary: string; before?: unknown; after?: unknown; door?: 'provider' } | null;
}

/** What has happened in a case, and how it was on a day. */
@Injectable()
export class HistoryQueries {
  public constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of what has happened in a case and in the other ones of its chain (the first follow-up and its re-checks), newest
   * first. @throws NotFound
   */
  public async history(user: StaffUser, followUpId: string, query: HistoryQuery): Promise<Page<HistoryItem>> {
    const [sequence] = cursorOf(query.after, 'number');
    const only = query.group === undefined ? undefined : eventKindsOf(query.group);
    const [found] = await this.db.read<{ events: Row[] }>(user, {
      name: `follow-up-history${sequence === null ? '' : ' after'}${only === undefined ? '' : ' of group'}`,
      text: HISTORY_SQL[sequence === null ? 'first' : 'next'][only === undefined ? 'all' : 'group'],
      values: [
        ...[user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read'), PAGE_SIZE + 1],
        ...(only === undefined ? [] : [only.nouns, only.kinds, only.exceptKinds]),
        ...(sequence === null ? [] : [sequence]),
      ],
    });
    if (found === undefined) throw new NotFound();
    return pageOf(
      found.events,
      (row) => [row.sequence],
      (row) => itemOf(row, followUpId),
    );
  }

  /**
   * The follow-up as it was when a day ended, to be read only; as it is now where nothing has changed since.
   * @throws NotFound also for a day before it was opened, Invalid at `on` for one that has not come.
   */
  public async asOf(user: StaffUser, followUpId: string, day?: CalendarDate): Promise<FollowUpView> {
    const today = this.clock.today();
    const on = day ?? today;
    if (on > today) throw new Invalid([{ field: 'on', message: 'Välj en dag som har varit.' }]);
    const [found] = await this.db.read<{ content: FollowUpContent | null; notAnswered: string[] }>(user, {
      name: 'follow-up-as-of',
      text: AS_OF_SQL,
      values: [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read'), on],
    });
    if (found === undefined) throw new NotFound();
    const now = () => loadContent((statement) => this.db.read(user, statement), user, followUpId);
    return viewAsItWas(found.content ?? (await now()), found.notAnswered);
  }
}

function itemOf(row: Row, followUpId: string): HistoryItem {
  const { id, at, kind, content, followUp } = row;
  return {
    ...{ id, at, kind, by: actorOf(row), group: historyGroupOf(kind) ?? 'workflow' },
    summary: content?.summary ?? 'Uppgiften är gallrad',
    changes: changesInWords(kind, content?.before, content?.after),
    of: followUp.id === followUpId ? null : followUp,
    href: historyHref(row),
  };
}

/** A provider's people are not for the staff to know by name: what they did, the provider did. */
function actorOf({ accountId, colleague, provider, content }: Row): string | null {
  if (accountId === null) return null;
  return colleague ?? (content?.door === 'provider' ? provider : null) ?? 'Okänd';
}
