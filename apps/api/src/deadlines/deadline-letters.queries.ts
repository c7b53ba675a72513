import { Injectable } from '@nestjs/common';
import type { DeadlineLetterView } from '@insyn/api-schema';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import { DEADLINE_LETTER, type DeadlineLetterRow, letterView } from './deadline-letter-view.js';

/** The letters that gave a provider another day. */
@Injectable()
export class DeadlineLettersQueries {
  public constructor(private readonly db: Database) {}

  /** Those of a case. @throws NotFound for a case that one does not see. */
  public async ofCase(user: StaffUser, followUpId: string): Promise<DeadlineLetterView[]> {
    const values = [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')];
    const statement = { name: 'deadline-letters', text: OF_CASE, values };
    const [found] = await this.db.read<{ letters: DeadlineLetterRow[] }>(user, statement);
    if (found === undefined) throw new NotFound();
    return found.letters.map((row) => letterView(row, 'staff'));
  }
}

const OF_CASE = `
select (
  select coalesce(jsonb_agg(to_jsonb(x) order by x.id desc), '[]') from (
    select ${DEADLINE_LETTER} from issued_document d
    where d.municipality_id = $1 and d.follow_up_id = f.id and d.kind = 'deadline-change') x) as letters
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
