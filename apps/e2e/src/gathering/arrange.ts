import { randomUUID } from 'node:crypto';
import type { ContractView } from '@insyn/api-schema';
import type { APIResponse, Page } from '@playwright/test';
import { story } from './story.js';

/** Registers the case that the journey gathers evidence in, through the routes; it is `gathering`. @returns its id. */
export async function aCaseToGatherIn(officer: Page): Promise<string> {
  const post = async (path: string, data: object): Promise<{ id: string; contentVersion: number }> => {
    const headers = { 'idempotency-key': randomUUID() };
    return answered(await officer.request.post(path, { data, headers }));
  };
  const session = await answered<{ committees: { id: string }[] }>(await officer.request.get('/api/session'));
  const { organisationNumber, name: legalName } = story.provider;
  const provider = await post('/api/providers', { organisationNumber, legalName, form: 'company' });
  await post(`/api/providers/${provider.id}/contacts`, story.contact);
  const unit = await post(`/api/providers/${provider.id}/units`, {
    ...{ name: story.provider.unit, serviceTypes: ['personal-assistance'], laws: ['LSS 9 § 2'] },
  });
  const contract = await post('/api/contracts', {
    ...{ reference: story.contract, kind: 'contract', regime: 'LOU', committeeId: session.committees[0]?.id },
    ...{ providerId: provider.id, unitIds: [unit.id], startsOn: '2025-01-01', endsOn: '2027-12-31' },
    ...{ extensionMonths: [12], latestEnd: '2028-12-31', serviceTypes: ['personal-assistance'] },
  });
  const { version } = await clauseSet(officer, contract.id);
  const clauses = [
    'Nummer;Rubrik;Text;Typ',
    ...story.clauses.map((each) => `${each.number};${each.heading};${each.text};Krav`),
  ];
  await officer.request
    .post(`/api/contracts/${contract.id}/clauses/import`, {
      data: { clauseSetVersion: version, csv: clauses.join('\n'), replace: false },
      headers: { 'idempotency-key': randomUUID() },
    })
    .then(answered);
  const { clauses: scope } = await clauseSet(officer, contract.id);
  const followUp = await post('/api/follow-ups', {
    ...{ contractId: contract.id, unitId: unit.id, kind: 'planned', year: new Date().getFullYear() },
    ...{ focusAreas: [], clauseIds: scope.map(({ id }) => id) },
  });
  const opened = await answered<{ contentVersion: number }>(
    await officer.request.get(`/api/follow-ups/${followUp.id}`),
  );
  await post(`/api/follow-ups/${followUp.id}/start`, { contentVersion: opened.contentVersion });
  const set = await post('/api/question-sets', { name: story.setName, serviceType: 'personal-assistance' });
  await officer.request
    .put(`/api/question-sets/${set.id}/questions`, {
      data: { versionNumber: 1, version: 1, questions: story.questions },
    })
    .then(answered);
  return followUp.id;
}

async function clauseSet(officer: Page, contractId: string): Promise<ContractView['clauseSet']> {
  const view = await answered<ContractView>(await officer.request.get(`/api/contracts/${contractId}`));
  return view.clauseSet;
}

async function answered<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return (await response.json()) as T;
}
