import type { PortalTask } from '@insyn/api-schema';
import type { CalendarDate } from '@insyn/domain';

/** One thing that a provider has been asked for, of whatever kind, as far as letters and invitations speak of it. */
export interface PortalTaskRow {
  readonly kind: PortalTask['kind'];
  readonly id: string;
  readonly municipalityId: string;
  readonly providerId: string;
  readonly followUpId: string;
  readonly municipality: string;
  readonly provider: string;
  readonly title: string;
  /** Whether it waits for the provider, and until when. */
  readonly waits: boolean;
  readonly due: CalendarDate;
}

// Read under the provider's role, whose policies give the rows of the person's providers, in whatever municipality.
const ALL = `
select 'request' as kind, r.id, r.municipality_id as "municipalityId", r.provider_id as "providerId",
  r.follow_up_id as "followUpId", r.letter ->> 'municipality' as municipality, r.letter ->> 'provider' as provider,
  r.title, r.state in ('sent', 'answering', 'returned') as waits, r.due::text as due, r.sent_on as "sentOn"
from information_request r where r.letter is not null
union all
select 'fact-check', c.id, c.municipality_id, c.provider_id, c.follow_up_id,
  c.content #>> '{report,municipality,name}', c.content ->> 'provider', c.content #>> '{report,title}',
  c.state = 'sent', (case when d.due is null then c.sent_on else d.due end)::text, c.sent_on
from fact_check c
  left join deadline d on d.municipality_id = c.municipality_id and d.kind = 'fact-check' and d.subject_id = c.id
union all
select 'action-plan', p.id, p.municipality_id, p.provider_id, p.follow_up_id, p.demand ->> 'municipality',
  p.demand ->> 'provider', p.demand ->> 'title', p.state in ('demanded', 'returned'),
  (case when d.due is null then (p.demand ->> 'due')::date else d.due end)::text, p.sent_on
from action_plan p
  left join deadline d on d.municipality_id = p.municipality_id and d.kind = 'action-plan' and d.subject_id = p.id
union all
select 'sanction', s.id, s.municipality_id, s.provider_id, s.follow_up_id, s.letter ->> 'municipality',
  s.letter ->> 'provider', s.label, s.state = 'sent' and d.state is not distinct from 'open',
  (case when d.due is null then s.sent_on else d.due end)::text, s.sent_on
from sanction s
  left join deadline d on d.municipality_id = s.municipality_id and d.kind = 'sanction-answer' and d.subject_id = s.id
where s.letter is not null and s.sent_on is not null`;

/** $1 the request, fact check, action plan or sanction. */
export const PORTAL_TASK = `select * from (${ALL}) t where t.id = $1`;

/** What the provider was asked for last; what waits goes first. $1 the provider. */
export const NEWEST_TASK = `
select * from (${ALL}) t where t."providerId" = $1 order by t.waits desc, t."sentOn" desc, t.id desc limit 1`;
