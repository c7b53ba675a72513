import { Injectable } from '@nestjs/common';
import type { AgendaProposal } from '@insyn/api-schema';
import { type AgendaClause, type AgendaQuestion, type AgendaRequirement, agendaOf } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';

@Injectable()
export class AgendaProposalQueries {
  public constructor(private readonly db: Database) {}

  /** What is open in a follow-up, as the items of an agenda for the officer to change. @throws NotFound */
  public async propose(user: StaffUser, followUpId: string): Promise<AgendaProposal> {
    const [open] = await this.db.read<OpenRow>(user, {
      name: 'agenda-proposal',
      text: OPEN,
      values: [user.municipalityId, followUpId, permittedCommittees(user, 'follow-up.read')],
    });
    if (open === undefined) throw new NotFound();
    const items = agendaOf({
      unassessedClauses: open.clauses.filter(({ assessed }) => !assessed),
      missingEvidenceClauses: open.clauses.filter(({ proven }) => !proven),
      questionsReturned: open.questions,
      openRequirements: open.requirements,
    });
    return {
      items: items.map(({ text, place }) => ({ text, place, clauseId: place.kind === 'clause' ? place.id : null })),
    };
  }
}

interface OpenRow {
  clauses: (AgendaClause & { assessed: boolean; proven: boolean })[];
  questions: AgendaQuestion[];
  requirements: AgendaRequirement[];
}

// A clause is proven by evidence that counts: a meeting that is only planned and a request without answers do not.
// Returned are the questions of the last round of a request that waits for them. A re-check has its parent's requirements.
const OPEN = `
select
  (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'heading', c.heading,
      'assessed', exists (
        select 1 from assessment_clause ac
          join assessment a on a.municipality_id = ac.municipality_id and a.id = ac.assessment_id
        where ac.municipality_id = $1 and ac.clause_id = c.id and a.follow_up_id = f.id and a.verdict is not null),
      'proven', exists (
        select 1 from assessment_clause ac
          join assessment a on a.municipality_id = ac.municipality_id and a.id = ac.assessment_id
          join assessment_evidence ae on ae.municipality_id = a.municipality_id and ae.assessment_id = a.id
          left join meeting m on m.municipality_id = ae.municipality_id and m.evidence_id = ae.evidence_id
          left join information_request q on q.municipality_id = ae.municipality_id and q.evidence_id = ae.evidence_id
        where ac.municipality_id = $1 and ac.clause_id = c.id and a.follow_up_id = f.id
          and (m.state is null or m.state = 'held') and (q.id is null or q.answered_at is not null)))
      order by c.sort_key, c.id), '[]')
    from follow_up_clause fc
      join clause c on c.municipality_id = fc.municipality_id and c.id = fc.clause_id
    where fc.municipality_id = $1 and fc.follow_up_id = f.id) as clauses,
  (select coalesce(json_agg(json_build_object('id', x.question ->> 'id', 'number', x.question ->> 'number',
      'text', x.question ->> 'text') order by r.id, x.position), '[]')
    from information_request r
      cross join lateral jsonb_array_elements(r.questions) with ordinality as x (question, position)
    where r.municipality_id = $1 and r.follow_up_id = f.id and r.state = 'returned'
      and exists (
        select 1 from returned_question t
        where t.municipality_id = $1 and t.request_id = r.id and t.question_id = x.question ->> 'id'
          and t.submission_id = (select s.id from answer_submission s
            where s.municipality_id = $1 and s.request_id = r.id order by s.number desc limit 1))) as questions,
  (select coalesce(json_agg(json_build_object('id', a.id, 'text', a.text, 'dueDate', a.due_date)
      order by a.due_date, a.id), '[]')
    from action a
    where a.municipality_id = $1 and a.kind = 'requirement' and a.state in ('open', 'planned', 'reported-done', 'remains')
      and (a.follow_up_id = f.id or a.follow_up_id = f.parent_id)) as requirements
from follow_up f
where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
