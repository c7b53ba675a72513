import { Injectable } from '@nestjs/common';
import type { Page, QuestionSetListItem, QuestionSetVersionView, QuestionSetView } from '@insyn/api-schema';
import type { QuestionSetListQuery } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { containsPattern, cursorOf, PAGE_SIZE, pageOf } from '../http/paging.js';
import { NotFound } from '../http/problem.js';
import { tidyQuestions } from './tidy-questions.js';

/** A version with the name of its set, for the name of a file. */
export interface NamedVersion {
  readonly setName: string;
  readonly version: QuestionSetVersionView;
}

/** Question sets belong to the municipality and to none of its committees: who may read cases may read them all. */
@Injectable()
export class QuestionSetsQueries {
  public constructor(private readonly db: Database) {}

  /** The question sets by name, those in use unless the archived are asked for. */
  public async list(user: StaffUser, query: QuestionSetListQuery): Promise<Page<QuestionSetListItem>> {
    const [name, id] = cursorOf(query.after, 'text', 'id');
    const values = [
      user.municipalityId,
      query.archived === 'true',
      query.serviceType ?? null,
      containsPattern(query.search),
      ...[name, id, PAGE_SIZE + 1],
    ];
    const rows = await this.db.read<QuestionSetListItem>(user, { name: 'question-set-list', text: LIST, values });
    return pageOf(
      rows,
      (row) => [row.name, row.id],
      (row) => row,
    );
  }

  /** One set with its newest version in full. @throws NotFound for one of another municipality. */
  public async view(user: StaffUser, id: string): Promise<QuestionSetView> {
    const values = [user.municipalityId, id];
    const [row] = await this.db.read<QuestionSetView>(user, { name: 'question-set-view', text: VIEW, values });
    if (row === undefined) throw new NotFound('Frågebatteriet finns inte.');
    return {
      ...row,
      editable: user.permissions.includes('question-set.write'),
      current: { ...row.current, questions: tidyQuestions(row.current.questions) },
    };
  }

  /** One version with its questions. @throws NotFound for one of another municipality. */
  public async version(user: StaffUser, id: string): Promise<QuestionSetVersionView> {
    return (await this.namedVersion(user, id)).version;
  }

  /** One version with the name of its set. @throws NotFound for one of another municipality. */
  public async namedVersion(user: StaffUser, id: string): Promise<NamedVersion> {
    const values = [user.municipalityId, id];
    const [row] = await this.db.read<NamedVersion>(user, { name: 'question-set-version', text: VERSION, values });
    if (row === undefined) throw new NotFound('Versionen av frågebatteriet finns inte.');
    const { setName, version } = row;
    return { setName, version: { ...version, questions: tidyQuestions(version.questions) } };
  }
}

// In all: $1 the municipality. Times are told by PostgreSQL as the API writes them.
// $2 the archived or those in use, $3 the service type, $4 words to look for, $5–$6 where the page before ended, $7 rows.
const LIST = `
select s.id, s.name, s.service_type as "serviceType", s.archived, v.number as "versionNumber", v.frozen,
  jsonb_array_length(v.questions) as questions,
  to_char(v.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
from (
  select s.id, s.name, s.service_type, s.archived
  from question_set s
  where s.municipality_id = $1 and s.archived = $2
    and ($3::text is null or s.service_type = $3)
    and ($4::text is null or s.name ilike $4)
    and ($5::text is null or (s.name, s.id) > ($5, $6::uuid))
  order by s.name, s.id
  limit $7
) s
cross join lateral (
  select v.number, v.frozen, v.questions, v.updated_at from question_set_version v
  where v.municipality_id = $1 and v.question_set_id = s.id order by v.number desc limit 1
) v
order by s.name, s.id`;

// $2 the set.
const VIEW = `
select s.id, s.name, s.service_type as "serviceType", s.archived, s.version,
  jsonb_build_object('id', v.id, 'questionSetId', s.id, 'number', v.number, 'frozen', v.frozen,
    'questions', v.questions, 'updatedBy', case when a.name is null then '' else a.name end,
    'updatedAt', to_char(v.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'version', v.version) as current,
  array(
    select jsonb_build_object('id', e.id, 'number', e.number, 'frozen', e.frozen,
      'questions', jsonb_array_length(e.questions),
      'updatedAt', to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from question_set_version e
    where e.municipality_id = $1 and e.question_set_id = s.id and e.number < v.number
    order by e.number desc) as earlier
from question_set s
cross join lateral (
  select v.id, v.number, v.frozen, v.questions, v.updated_by, v.updated_at, v.version from question_set_version v
  where v.municipality_id = $1 and v.question_set_id = s.id order by v.number desc limit 1
) v
left join account a on a.id = v.updated_by
where s.municipality_id = $1 and s.id = $2`;

// $2 the version.
const VERSION = `
select s.name as "setName",
  jsonb_build_object('id', v.id, 'questionSetId', s.id, 'number', v.number, 'frozen', v.frozen,
    'questions', v.questions, 'updatedBy', case when a.name is null then '' else a.name end,
    'updatedAt', to_char(v.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'version', v.version) as version
from question_set_version v
join question_set s on s.municipality_id = v.municipality_id and s.id = v.question_set_id
left join account a on a.id = v.updated_by
where v.municipality_id = $1 and v.id = $2`;
