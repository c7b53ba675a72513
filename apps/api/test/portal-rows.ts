import { aFactCheck } from './fact-check-factory.js';
import { PDF, sendFile } from './multipart.js';
import { aPlan } from './plan-factory.js';
import { aProviderPerson, aRequest, type ProviderPerson, type RequestFixture } from './request-factory.js';
import { aSanctionCase } from './sanction-factory.js';
import type { TestApp } from './test-app.js';

/** A provider's rows of each kind that stands in a path. */
export interface PortalRows {
  readonly request: RequestFixture;
  readonly file: string;
  readonly document: string;
  readonly invitation: string;
  readonly colleague: ProviderPerson;
  readonly factCheck: string;
  readonly remark: string;
  readonly factCheckFile: string;
  readonly sanction: string;
  readonly sanctionFile: string;
  readonly plan: string;
  readonly requirement: string;
  readonly planFile: string;
}

/** A provider with a row of each kind. */
export async function portalRowsOf(t: TestApp): Promise<PortalRows> {
  const request = await aRequest(t).answering();
  const { browser } = request.person;
  const url = `/api/portal/requests/${request.id}`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { questionId: 'policy' } };
  const file = (await sendFile(browser, `${url}/files`, place)).json<{ id: string; sha256: string }>();
  const invitation = (
    await browser.post('/api/portal/invitations', {
      ...{ providerId: request.providerId, taskId: request.id, email: 'kollega@x.example', name: 'K' },
    })
  ).json();
  const [document] = await t.asOwner<{ id: string }>(
    `insert into issued_document (municipality_id, id, follow_up_id, provider_id, kind, subject_id, title, content, seal,
       pdf_sha256, pdf_size, rendered_at)
     values ($1, gen_random_uuid(), $2, $3, 'information-letter', $4, 'Informationsbrev', '{}', 'x', $5, 1, now())
     returning id`,
    [t.m1.id, request.followUp.id, request.providerId, request.id, file.sha256],
  );
  const colleague = await aProviderPerson(t, request.providerId, { name: 'Bo Ek' });
  const checked = await factCheckOf(t, request.providerId);
  const punished = await sanctionOf(t, request.providerId);
  const planned = await planRowsOf(t, request.providerId);
  const rows = { request, file: file.id, document: document?.id ?? '', invitation: invitation.id, colleague };
  return { ...rows, ...punished, ...checked, ...planned };
}

/** A fact check of the provider with a remark and its file, made through the routes by another's people. */
async function factCheckOf(
  t: TestApp,
  providerId: string,
): Promise<Pick<PortalRows, 'factCheck' | 'remark' | 'factCheckFile'>> {
  const made = await aFactCheck(t).sent();
  const remark = await made.remark();
  const url = `/api/portal/fact-checks/${made.id}/files`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { remarkId: remark.id } };
  const file = (await sendFile(made.person.browser, url, place)).json<{ id: string }>();
  for (const change of [
    'update fact_check set provider_id = $1 where id = $2',
    'update fact_check_remark set provider_id = $1 where fact_check_id = $2',
    'update fact_check_file set provider_id = $1 where fact_check_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, made.id]);
  }
  return { factCheck: made.id, remark: remark.id, factCheckFile: file.id };
}

/** A demanded action plan of the provider with a file, made through the routes by another's people. */
async function planRowsOf(
  t: TestApp,
  providerId: string,
): Promise<Pick<PortalRows, 'plan' | 'requirement' | 'planFile'>> {
  const made = await aPlan(t).demanded();
  const url = `/api/portal/action-plans/${made.id}/files`;
  const place = { name: 'a.pdf', bytes: PDF, fields: { actionId: made.requirementId } };
  const file = (await sendFile(made.person.browser, url, place)).json<{ id: string }>();
  for (const change of [
    'update action_plan set provider_id = $1 where id = $2',
    'update action_plan_file set provider_id = $1 where plan_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, made.id]);
  }
  return { plan: made.id, requirement: made.requirementId, planFile: file.id };
}

/** A warning that was sent to the provider, with a file for its dispute, made through the routes to another. */
async function sanctionOf(t: TestApp, providerId: string): Promise<Pick<PortalRows, 'sanction' | 'sanctionFile'>> {
  const made = await aSanctionCase(t);
  const id = await made.send('warning');
  const file = await made.layFile(id);
  for (const change of [
    'update sanction set provider_id = $1 where id = $2',
    'update sanction_event set provider_id = $1 where sanction_id = $2',
    'update sanction_file set provider_id = $1 where sanction_id = $2',
    'update deadline set provider_id = $1 where subject_id = $2',
    'update issued_document set provider_id = $1 where subject_id = $2',
  ]) {
    await t.asOwner(change, [providerId, id]);
  }
  return { sanction: id, sanctionFile: file.id };
}
