import { generateOrganisationNumber } from '@insyn/domain';
import type { Browser, SpecMunicipality } from './test-app.js';

/** A provider with a unit and a contract of the officer's committee, made through the routes. */
export interface ContractFixture {
  providerId: string;
  unitId: string;
  contractId: string;
}

/** Registers an invented provider; another for each seed. */
export async function registerProvider(officer: Browser, seed: number, legalName: string): Promise<string> {
  const organisationNumber = generateOrganisationNumber(seed);
  return idOf(await officer.post('/api/providers', { organisationNumber, legalName, form: 'company' }));
}

/** Adds a unit that the provider operates. */
export async function addUnit(officer: Browser, providerId: string, name: string): Promise<string> {
  const unit = { name, serviceTypes: ['personal-assistance'], laws: ['LSS 9 § 2'] };
  return idOf(await officer.post(`/api/providers/${providerId}/units`, unit));
}

/** What a sound contract is sent as. */
export function contractRequest(
  municipality: SpecMunicipality,
  providerId: string,
  unitId: string,
  reference: string,
): Record<string, unknown> {
  return {
    reference,
    kind: 'contract',
    regime: 'LOU',
    committeeId: municipality.committeeId,
    providerId,
    unitIds: [unitId],
    startsOn: '2024-03-01',
    endsOn: '2026-02-28',
    extensionMonths: [12, 12],
    latestEnd: '2028-02-29',
    serviceTypes: ['personal-assistance'],
  };
}

/** A provider, a unit and a contract; the seed makes numbers and names that are its own. */
export async function aContract(
  officer: Browser,
  municipality: SpecMunicipality,
  seed: number,
): Promise<ContractFixture> {
  const providerId = await registerProvider(officer, seed, `Omsorgsbolaget ${String(seed)} AB`);
  const unitId = await addUnit(officer, providerId, `Enhet ${String(seed)}`);
  const request = contractRequest(municipality, providerId, unitId, `SON 2024-${String(seed)}`);
  return { providerId, unitId, contractId: idOf(await officer.post('/api/contracts', request)) };
}

function idOf(answer: { statusCode: number; body: string; json(): { id: string } }): string {
  if (answer.statusCode !== 201) throw new Error(`Expected 201, got ${String(answer.statusCode)}: ${answer.body}`);
  return answer.json().id;
}
