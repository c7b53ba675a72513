import { randomUUID } from 'node:crypto';
import type { ContractView, FollowUpView } from '@insyn/api-schema';
import type { APIResponse, Page } from '@playwright/test';

/** What a journey's case is registered from. */
export interface CaseStory {
  readonly provider: { readonly organisationNumber: string; readonly name: string; readonly unit: string };
  readonly contact: { readonly name: string; readonly role: string; readonly email: string };
  readonly contract: string;
  readonly clauses: readonly { readonly number: string; readonly heading: string; readonly text: string }[];
}

/** A registered case, with the clauses of its scope by number. */
export interface RegisteredCase {
  readonly id: string;
  readonly contractId: string;
  readonly clauseIds: Readonly<Record<string, string>>;
}

/** Registers provider, unit, contract, clauses and a follow-up through the routes; it is `gathering`. */
export async function registerCase(officer: Page, story: CaseStory): Promise<RegisteredCase> {
  const post = postAs(officer);
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
  const rows = story.clauses.map((each) => `${each.number};${each.heading};${each.text};Krav`);
  const csv = ['Nummer;Rubrik;Text;Typ', ...rows].join('\n');
  await post(`/api/contracts/${contract.id}/clauses/import`, { clauseSetVersion: version, csv, replace: false });
  const { clauses: scope } = await clauseSet(officer, contract.id);
  const { id } = await post('/api/follow-ups', {
    ...{ contractId: contract.id, unitId: unit.id, kind: 'planned', year: new Date().getFullYear() },
    ...{ focusAreas: [], clauseIds: scope.map(({ id }) => id) },
  });
  await moveCase(officer, id, 'start');
  return { id, contractId: contract.id, clauseIds: Object.fromEntries(scope.map((each) => [each.number, each.id])) };
}

/** The follow-up as the page's own person sees it. */
export async function readCase(page: Page, id: string): Promise<FollowUpView> {
  return answered<FollowUpView>(await page.request.get(`/api/follow-ups/${id}`));
}

/** Takes an act of the workflow that asks for nothing but the content that was read. */
export async function moveCase(page: Page, id: string, act: string): Promise<void> {
  const { contentVersion } = await readCase(page, id);
  await postAs(page)(`/api/follow-ups/${id}/${act}`, { contentVersion });
}

/** Sends commands as the page's own person, each once. */
export function postAs(page: Page) {
  return async (path: string, data: object): Promise<{ id: string }> => {
    const headers = { 'idempotency-key': randomUUID() };
    return answered(await page.request.post(path, { data, headers }));
  };
}

/** The body of an answer. @throws Error with the answer where the server refused. */
export async function answered<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function clauseSet(officer: Page, contractId: string): Promise<ContractView['clauseSet']> {
  const view = await answered<ContractView>(await officer.request.get(`/api/contracts/${contractId}`));
  return view.clauseSet;
}
