import { v7 as uuidv7 } from 'uuid';
import { runAsOwner } from './as-owner.js';
import type { DemoContract } from './demo-case.js';

/** Makes the global rows of providers, which no tenant may write. @returns their ids by organisation number. */
export async function registerProviders(
  ownerUrl: string,
  providers: readonly DemoContract['provider'][],
): Promise<Map<string, string>> {
  const wanted = [...new Map(providers.map((provider) => [provider.organisationNumber, provider])).values()];
  const rows = await runAsOwner<{ id: string; organisation_number: string }>(
    ownerUrl,
    `with wanted as (
       select * from jsonb_to_recordset($1::jsonb) as w (id uuid, organisation_number text, legal_name text, form text)
     ), made as (
       insert into provider (id, organisation_number, legal_name, form) select * from wanted
       on conflict (organisation_number) do nothing returning id, organisation_number
     )
     select id, organisation_number from made
     union all select p.id, p.organisation_number from provider p join wanted using (organisation_number)`,
    [
      JSON.stringify(
        wanted.map(({ organisationNumber, legalName, form }) => ({
          id: uuidv7(),
          organisation_number: organisationNumber,
          legal_name: legalName,
          form,
        })),
      ),
    ],
  );
  return new Map(rows.map((row) => [row.organisation_number, row.id]));
}
