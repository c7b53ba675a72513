import { REQUEST_ROW } from '../answers/answers.sql.js';

// Read under the provider's role, whose policies give the rows of the person's providers, in whatever municipality.

/** $1 the request. */
export const MUNICIPALITY_OF_REQUEST = `
select municipality_id as "municipalityId" from information_request where id = $1`;

/** $1 the request. */
export const PORTAL_REQUEST = `select ${REQUEST_ROW} from information_request r where r.id = $1`;

/** The newest submission of each of the provider's other requests. $1 the provider, $2 the request. */
export const EARLIER_SUBMISSIONS = `
select r.title, r.letter ->> 'municipality' as municipality, r.questions, s.content, s.submitted_at as "submittedAt"
from information_request r
  join lateral (
    select content, submitted_at from answer_submission s
    where s.municipality_id = r.municipality_id and s.request_id = r.id
    order by s.number desc limit 1) s on true
where r.provider_id = $1 and r.id <> $2
order by s.submitted_at desc
limit 20`;

/** $1 the file, as long as it has not been taken away. */
export const PORTAL_FILE = `
select municipality_id as "municipalityId", sha256, file_name as "fileName", media_type as "mediaType"
from answer_file where id = $1 and removed_at is null`;

/** $1 the document; one without a PDF is not there yet. */
export const PORTAL_DOCUMENT = `
select title, pdf_sha256 as sha256 from issued_document where id = $1 and pdf_sha256 is not null`;

/** $1 the provider. */
export const PEOPLE_OF_PROVIDER = `
select a.id as "accountId", a.name, a.email, m.is_primary as "primary"
from membership m join account a on a.id = m.account_id
where m.provider_id = $1 and m.role = 'provider'
order by m.is_primary desc, a.name, a.id`;

/** Those that can still be used. $1 the provider, $2 now. */
export const WAITING_INVITATIONS = `
select id, name, email, expires_at as "expiresAt" from provider_invitation
where provider_id = $1 and used_at is null and revoked_at is null and expires_at > $2
order by expires_at desc, id`;

/** $1 the invitation. */
export const MUNICIPALITY_OF_INVITATION = `
select municipality_id as "municipalityId" from provider_invitation where id = $1`;

/** The municipalities that have asked a provider for something. $1 the provider. */
export const MUNICIPALITIES_OF_PROVIDER = `
select municipality_id as "municipalityId" from information_request where provider_id = $1
union
select municipality_id from fact_check where provider_id = $1
union
select municipality_id from action_plan where provider_id = $1
union
select municipality_id from sanction where provider_id = $1
order by 1`;
