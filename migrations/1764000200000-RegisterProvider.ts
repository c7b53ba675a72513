import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a municipality makes a provider known: it may not write the global row, and may not learn whether it was there.
 * A known number keeps the name and the form that it has.
 */
export class RegisterProvider1764000200000 implements MigrationInterface {
  public readonly name = 'RegisterProvider1764000200000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function register_provider(text, text, text, uuid)');
  }
}

const UP = `
create function register_provider(p_number text, p_legal_name text, p_form text, p_id uuid default gen_random_uuid())
returns uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  v_id uuid;
begin
  if nullif(current_setting('app.municipality', true), '') is null then
    raise exception 'A provider is registered by a municipality.' using errcode = 'insufficient_privilege';
  end if;
  if p_number !~ '^[0-9]{10}$' or length(p_legal_name) not between 1 and 200 then
    raise exception 'A provider has a number of ten digits and a name.' using errcode = 'invalid_parameter_value';
  end if;
  insert into provider (id, organisation_number, legal_name, form) values (p_id, p_number, p_legal_name, p_form)
  on conflict (organisation_number) do nothing;
  select id into strict v_id from provider where organisation_number = p_number;
  return v_id;
end
$$;
revoke execute on function register_provider(text, text, text, uuid) from public;
grant execute on function register_provider(text, text, text, uuid) to insyn_staff, insyn_jobs;
`;
