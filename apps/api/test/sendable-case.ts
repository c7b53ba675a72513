import type { RequestView } from '@insyn/api-schema';
import type { Question } from '@insyn/domain';
import { aFollowUp, answered, type FollowUpFixture } from './follow-up-factory.js';
import { SPEC_QUESTIONS } from './request-factory.js';
import type { Answer, Browser, SpecMunicipality, TestApp } from './test-app.js';

/** A case that gathers, with contacts and a question set: everything that a request takes. */
export interface SendableCase extends FollowUpFixture {
  readonly contactIds: readonly string[];
  readonly questionSetId: string;
  readonly versionId: string;
  /** What is sent, with the changes that the spec wants. */
  body(changes?: object): object;
  post(changes?: object, browser?: Browser): Promise<Answer>;
  /** Sends it. @returns the request's id. */
  send(changes?: object): Promise<string>;
  request(id: string): Promise<RequestView>;
}

/** A question set of the municipality, through the routes. */
export async function aSetOf(
  officer: Browser,
  questions: readonly Question[] = SPEC_QUESTIONS,
  serviceType = 'personal-assistance',
  name = 'Personlig assistans',
): Promise<{ questionSetId: string; versionId: string }> {
  const set = answered(await officer.post('/api/question-sets', { name, serviceType }), 201);
  const questionSetId = set.json<{ id: string }>().id;
  const body = { versionNumber: 1, version: 1, questions };
  const saved = answered(await officer.put(`/api/question-sets/${questionSetId}/questions`, body), 200);
  return { questionSetId, versionId: saved.json<{ versionId: string }>().versionId };
}

/** A contact of a provider with the address `<first name>@utforare.example`, or with none. */
export async function aContact(
  officer: Browser,
  providerId: string,
  name: string,
  email: string | null = `${name.split(' ')[0]?.toLowerCase() ?? ''}@utforare.example`,
): Promise<string> {
  const contact = { name, role: 'Verksamhetschef', email };
  return answered(await officer.post(`/api/providers/${providerId}/contacts`, contact), 201).json<{ id: string }>().id;
}

export async function aSendableCase(
  t: TestApp,
  options: { municipality?: SpecMunicipality; ownRun?: boolean; contacts?: readonly string[] } = {},
): Promise<SendableCase> {
  const { municipality = t.m1, ownRun = false, contacts = ['Tove Granlund', 'Ulla Berg'] } = options;
  const followUp = await aFollowUp(t, { municipality }).gathering();
  const { officer, providerId, id } = followUp;
  if (ownRun) await t.asOwner("update provider set form = 'own-run' where id = $1", [providerId]);
  const contactIds: string[] = [];
  for (const name of contacts) contactIds.push(await aContact(officer, providerId, name));
  const { questionSetId, versionId } = await aSetOf(officer);
  const body = (changes: object = {}) => ({
    ...{ contactIds, questionSetVersionId: versionId, title: 'Uppföljning 2026', message: 'Vi följer upp avtalet.' },
    ...{ visit: 'Möte hos er i januari', visitors: ['Maja Lindgren'], due: '2026-12-09' },
    wantedDocuments: [{ text: 'Ledningssystem', required: false }],
    ...changes,
  });
  const post = (changes: object = {}, browser: Browser = officer) =>
    browser.post(`/api/follow-ups/${id}/information-requests`, body(changes));
  const send = async (changes: object = {}) => answered(await post(changes), 201).json<{ id: string }>().id;
  const request = async (requestId: string) =>
    answered(await officer.get(`/api/information-requests/${requestId}`), 200).json<RequestView>();
  return { ...followUp, contactIds, questionSetId, versionId, body, post, send, request };
}

/** The mails about a request, oldest first, as they are stored. */
export function mailsOf(t: TestApp, requestId: string): Promise<StoredMail[]> {
  return t.asOwner<StoredMail>(
    `select kind, coalesce(to_address, (select email from account a where a.id = to_account_id)) as address, subject, text
     from mail where request_id = $1 order by id`,
    [requestId],
  );
}

export interface StoredMail extends Record<string, unknown> {
  readonly kind: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
}
