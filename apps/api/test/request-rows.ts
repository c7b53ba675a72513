import { v7 as uuidv7 } from 'uuid';
import { DocumentRenderingService } from '../src/documents/document-rendering.service.js';
import { ReceivedAnswersService } from '../src/information-requests/received-answers.service.js';
import { answered, type AssessedFixture } from './follow-up-factory.js';
import { sendTable } from './multipart.js';
import { SPEC_ANSWERS, SPEC_QUESTIONS } from './request-factory.js';
import { aContact, aSetOf } from './sendable-case.js';
import { sendNow } from './sent-mail.js';
import type { Browser, SpecMunicipality, TestApp } from './test-app.js';

/** A round of one request that is answered on the provider's behalf, with a file and more time asked for; its jobs are done. */
export async function sendRound(
  t: TestApp,
  officer: Browser,
  { id: followUpId, providerId }: AssessedFixture,
  municipality: SpecMunicipality,
) {
  await aContact(officer, providerId, 'Tove Carlmark');
  const { versionId: questionSetVersionId } = await aSetOf(officer, SPEC_QUESTIONS, 'personal-assistance', 'Tertial');
  const letter = { questionSetVersionId, title: 'Tertial 3', message: '', visit: '', visitors: [], due: '2026-12-09' };
  const wantedDocuments = [{ text: 'Ledningssystem', required: true }];
  const wanted = { ...letter, wantedDocuments, name: 'Tertial 3', followUpIds: [followUpId] };
  const sent = answered(await officer.post('/api/request-rounds', wanted), 201);
  const round = sent.json<{ id: string }>().id;
  const overview = (await officer.get(`/api/request-rounds/${round}`)).json<{ requests: { id: string }[] }>();
  const request = overview.requests[0]?.id ?? '';
  const url = `/api/information-requests/${request}`;
  for (const [questionId, value] of SPEC_ANSWERS) {
    answered(await officer.put(`${url}/answers/${questionId}`, { version: null, value, comment: '' }), 200);
  }
  const file = answered(await sendTable(officer, `${url}/files`, { wantedDocumentId: 'd1' }), 201);
  answered(await officer.post(`${url}/submit`, { version: 1 }), 200);
  const dueExtension = uuidv7();
  await t.asOwner(
    `insert into due_extension (municipality_id, id, request_id, provider_id, wanted_due, reason, asked_by, asked_at)
     values ($1, $2, $3, $4, '2026-12-16', 'Sjukdom.', $5, now())`,
    [municipality.id, dueExtension, request, providerId, t.providerPerson.accountId],
  );
  await jobsOf(t, municipality.id, request);
  return { request, round, dueExtension, answerFile: file.json<{ id: string }>().id };
}

/** Does what the queue would do for a request, or waits until it has done it. */
async function jobsOf(t: TestApp, municipalityId: string, requestId: string): Promise<void> {
  const ids = async (text: string) => (await t.asOwner<{ id: string }>(text, [requestId])).map(({ id }) => id);
  for (const id of await ids('select id from answer_submission where request_id = $1')) {
    await t.app.get(ReceivedAnswersService).receive(municipalityId, id);
  }
  const documents = `select id from issued_document where pdf_sha256 is null and (subject_id = $1
    or subject_id in (select id from answer_submission where request_id = $1))`;
  for (const id of await ids(documents)) await t.app.get(DocumentRenderingService).render(municipalityId, id);
  const mails = "select id from mail where request_id = $1 and state = 'waiting'";
  for (const id of await ids(mails)) await sendNow(t, municipalityId, id);
}
