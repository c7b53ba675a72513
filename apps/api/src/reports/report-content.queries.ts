import type {
  ActionKind,
  CalendarDate,
  CheckResult,
  ClauseKind,
  ContractKind,
  EvidenceKind,
  FigureSource,
  FindingKind,
  FollowUpKind,
  Outcome,
  ParticipantSide,
  ProviderForm,
  RecheckVerdict,
  Regime,
  SampleMethod,
  ServiceType,
  Severity,
  Verdict,
} from '@insyn/domain';
import type { EffectShare, ReviewQuestion } from '@insyn/api-schema';
import { NotFound } from '../http/problem.js';
import type { Transaction } from '../database/transaction.js';
import { FACT_CHECK, RECHECK, REPEATED } from './report-follow-up.sql.js';

/** Everything that a report is made of, as the rows hold it on the day of approval. */
export interface ReportContent {
  title: string;
  caseNumber: string;
  year: number;
  kind: FollowUpKind;
  background: string;
  purpose: string;
  summary: string;
  reportDate: CalendarDate | null;
  noFactCheckReason: string | null;
  recheckMonths: number;
  municipality: string;
  committee: string;
  provider: { name: string; organisationNumber: string; form: ProviderForm };
  unit: string;
  contract: {
    reference: string;
    regime: Regime;
    kind: ContractKind;
    startsOn: CalendarDate;
    endsOn: CalendarDate;
    latestEnd: CalendarDate;
    serviceTypes: ServiceType[];
  };
  clauses: ClauseContent[];
  evidence: EvidenceContent[];
  figures: FigureContent[];
  findings: FindingContent[];
  actions: ActionContent[];
  judgement: JudgementContent | null;
  /** What a re-check judges in place of clauses; null of any other follow-up. */
  recheck: RecheckContent | null;
  /** The latest fact check that was not taken back; null where none was held. */
  factCheck: FactCheckContent | null;
  /** The clauses not met now that earlier rounds of the contract did not meet either (R15). */
  repeated: { clauseNumber: string; years: number[] }[];
}

export interface RecheckContent {
  number: number;
  root: { caseNumber: string; approvedOn: CalendarDate; outcome: Outcome };
  actions: {
    text: string;
    clauseIds: string[];
    verdict: RecheckVerdict | null;
    note: string;
    before: EffectShare | null;
    after: EffectShare | null;
    evidence: { date: CalendarDate; title: string }[];
  }[];
}

export interface FactCheckContent {
  sentOn: CalendarDate;
  due: CalendarDate;
  answered: boolean;
  remarks: number;
  accepted: number;
}

export interface ClauseContent {
  id: string;
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  critical: boolean;
  focusArea: string;
  assessmentId: string | null;
  verdict: Verdict | null;
  assessmentText: string;
}

export interface EvidenceContent {
  id: string;
  heldOn: CalendarDate;
  kind: EvidenceKind;
  title: string;
  participants: { side: ParticipantSide; name: string; role: string }[];
  review: {
    method: SampleMethod;
    population: number;
    size: number;
    questions: ReviewQuestion[];
    files: { results: Record<string, CheckResult> }[];
  } | null;
}

export interface FigureContent {
  name: string;
  period: string;
  source: FigureSource;
  found: number | null;
  total: number | null;
  reportedWords: string | null;
  reportedBy: string | null;
  aboutPersons: boolean;
}

export interface FindingContent {
  id: string;
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  legalGround: string | null;
  remedied: string | null;
  clauseIds: string[];
  evidenceIds: string[];
}

export interface ActionContent {
  id: string;
  kind: ActionKind;
  text: string;
  dueDate: CalendarDate | null;
  findingIds: string[];
  clauseIds: string[];
}

export interface JudgementContent {
  outcome: Outcome;
  grounds: { text: string }[];
  text: string;
  departureReason: string | null;
  authorName: string;
  authorTitle: string | null;
}

/** Reads the whole content of a follow-up in one statement, as JSON built by PostgreSQL. */
export async function readReportContent(tx: Transaction, followUpId: string): Promise<ReportContent> {
  const [row] = await tx.query<{ content: ReportContent }>(REPORT_CONTENT, [tx.municipalityId, followUpId]);
  if (row === undefined) throw new NotFound();
  return row.content;
}

const REPORT_CONTENT = `
select json_build_object(
  'title', f.title, 'caseNumber', f.case_number, 'year', f.year, 'kind', f.kind, 'background', f.background,
  'purpose', f.purpose, 'summary', f.summary, 'reportDate', f.report_date, 'noFactCheckReason', f.no_fact_check_reason,
  'recheckMonths', m.recheck_months, 'municipality', m.name, 'committee', c.name,
  'provider', json_build_object('name', p.legal_name, 'organisationNumber', p.organisation_number, 'form', p.form),
  'unit', u.name,
  'contract', json_build_object('reference', k.reference, 'regime', k.regime, 'kind', k.kind, 'startsOn', k.starts_on,
    'endsOn', k.ends_on, 'latestEnd', k.latest_end, 'serviceTypes', k.service_types),
  'clauses', coalesce((
    select json_agg(json_build_object('id', l.id, 'number', l.number, 'heading', l.heading, 'text', l.text, 'kind', l.kind,
      'critical', l.critical, 'focusArea', l.focus_area, 'assessmentId', a.id, 'verdict', a.verdict,
      'assessmentText', coalesce(a.text, '')) order by l.sort_key)
    from follow_up_clause s
      join clause l on l.municipality_id = s.municipality_id and l.id = s.clause_id
      left join assessment_clause ac on ac.municipality_id = s.municipality_id and ac.follow_up_id = s.follow_up_id
        and ac.clause_id = s.clause_id
      left join assessment a on a.municipality_id = ac.municipality_id and a.id = ac.assessment_id
    where s.municipality_id = f.municipality_id and s.follow_up_id = f.id), '[]'),
  'evidence', coalesce((
    select json_agg(json_build_object('id', e.id, 'heldOn', e.held_on, 'kind', e.kind, 'title', e.title,
      'participants', coalesce((
        select json_agg(json_build_object('side', mp.side, 'name', mp.name, 'role', mp.role) order by mp.id)
        from meeting_participant mp where mp.municipality_id = e.municipality_id and mp.evidence_id = e.id
          and mp.attended is not false), '[]'),
      'review', (
        select json_build_object('method', r.method, 'population', r.population, 'size', r.size, 'questions', r.questions,
          'files', coalesce((
            select json_agg(json_build_object('results', rf.results) order by rf.file_number)
            from reviewed_file rf
            where rf.municipality_id = r.municipality_id and rf.evidence_id = r.evidence_id and not rf.replaced), '[]'))
        from document_review r where r.municipality_id = e.municipality_id and r.evidence_id = e.id))
      order by e.held_on, e.id)
    from evidence e
      left join meeting m on m.municipality_id = e.municipality_id and m.evidence_id = e.id
      left join information_request q on q.municipality_id = e.municipality_id and q.evidence_id = e.id
    where e.municipality_id = f.municipality_id and e.follow_up_id = f.id
      and (m.state is null or m.state = 'held') and (q.id is null or q.answered_at is not null)), '[]'),
  'figures', coalesce((
    select json_agg(json_build_object('name', g.name, 'period', g.period, 'source', g.source, 'found', g.found,
      'total', g.total, 'reportedWords', g.reported_words, 'reportedBy', g.reported_by, 'aboutPersons', g.about_persons)
      order by g.position, g.id)
    from figure g where g.municipality_id = f.municipality_id and g.follow_up_id = f.id), '[]'),
  'findings', coalesce((
    select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'severity', n.severity, 'title', n.title, 'text', n.text,
      'legalGround', n.legal_ground, 'remedied', n.remedied,
      'clauseIds', (select coalesce(json_agg(x.clause_id), '[]') from finding_clause x
        where x.municipality_id = n.municipality_id and x.finding_id = n.id),
      'evidenceIds', (select coalesce(json_agg(x.evidence_id), '[]') from finding_evidence x
        where x.municipality_id = n.municipality_id and x.finding_id = n.id)) order by n.position, n.id)
    from finding n where n.municipality_id = f.municipality_id and n.follow_up_id = f.id), '[]'),
  'actions', coalesce((
    select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'text', t.text, 'dueDate', t.due_date,
      'clauseIds', (select coalesce(json_agg(x.clause_id), '[]') from action_clause x
        where x.municipality_id = t.municipality_id and x.action_id = t.id),
      'findingIds', (select coalesce(json_agg(x.finding_id), '[]') from action_finding x
        where x.municipality_id = t.municipality_id and x.action_id = t.id)) order by t.position, t.id)
    from action t where t.municipality_id = f.municipality_id and t.follow_up_id = f.id), '[]'),
  'judgement', (
    select json_build_object('outcome', j.outcome, 'grounds', j.grounds, 'text', j.text,
      'departureReason', j.departure_reason, 'authorName', w.name, 'authorTitle', w.title)
    from judgement j left join account w on w.id = j.author_id
    where j.municipality_id = f.municipality_id and j.follow_up_id = f.id and j.status = 'proposed'
    order by j.id desc limit 1),
  'recheck', ${RECHECK},
  'factCheck', ${FACT_CHECK},
  'repeated', ${REPEATED}
) as content
from follow_up f
  join municipality m on m.id = f.municipality_id
  join committee c on c.municipality_id = f.municipality_id and c.id = f.committee_id
  join provider p on p.id = f.provider_id
  join unit u on u.municipality_id = f.municipality_id and u.id = f.unit_id
  join contract k on k.municipality_id = f.municipality_id and k.id = f.contract_id
where f.municipality_id = $1 and f.id = $2`;
