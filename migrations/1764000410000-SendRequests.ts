import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What sending a request takes: which request a mail is about, and two narrow questions about a provider's accounts, which
 * the municipality otherwise sees nothing of.
 */
export class SendRequests1764000410000 implements MigrationInterface {
  public readonly name = 'SendRequests1764000410000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}

const UP = `
alter table mail add column request_id uuid;
alter table mail add constraint mail_request_id_fk foreign key (municipality_id, request_id)
  references information_request (municipality_id, id);
create index mail_request_id_ix on mail (municipality_id, request_id);

-- Whether the one who has this address can sign in for the provider already. Asked of providers that the municipality has
-- registered only, and answered with an id that says nothing by itself.
create function provider_account_of(p_provider uuid, p_email text) returns uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id
  from account a
    join membership m on m.account_id = a.id and m.provider_id = p_provider and m.role = 'provider'
  where a.email = lower(btrim(p_email))
    and exists (select 1 from provider_registration r where r.provider_id = p_provider
      and r.municipality_id = nullif(current_setting('app.municipality', true), '')::uuid)
$$;
revoke execute on function provider_account_of(uuid, text) from public;
grant execute on function provider_account_of(uuid, text) to insyn_staff, insyn_jobs;

-- Which of the accounts that have worked with a request still answer for its provider, so that nobody who has left is mailed.
create function request_accounts(p_request uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct m.account_id
  from information_request r
    join membership m on m.provider_id = r.provider_id and m.role = 'provider'
  where r.id = p_request and r.municipality_id = nullif(current_setting('app.municipality', true), '')::uuid
    and (m.account_id = r.read_by
      or exists (select 1 from answer a where a.municipality_id = r.municipality_id and a.request_id = r.id
        and a.changed_by = m.account_id)
      or exists (select 1 from answer_submission s where s.municipality_id = r.municipality_id and s.request_id = r.id
        and s.submitted_by = m.account_id)
      or exists (select 1 from due_extension x where x.municipality_id = r.municipality_id and x.request_id = r.id
        and x.asked_by = m.account_id)
      or exists (select 1 from provider_invitation i where i.municipality_id = r.municipality_id and i.request_id = r.id
        and i.used_by = m.account_id))
$$;
revoke execute on function request_accounts(uuid) from public;
grant execute on function request_accounts(uuid) to insyn_staff, insyn_jobs;
`;

const DOWN = `
drop function request_accounts(uuid);
drop function provider_account_of(uuid, text);
alter table mail drop column request_id;
`;
