import { v7 as uuidv7 } from 'uuid';
import { DocumentRenderingService } from '../src/documents/document-rendering.service.js';
import { issueDocument } from '../src/documents/issue-document.js';
import { ReceivedAnswersService } from '../src/information-requests/received-answers.service.js';
import { MailSendingService } from '../src/mails/mail-sending.service.js';
import { queueMail } from '../src/mails/queue-mail.js';
import { ReportRenderingService } from '../src/reports/report-rendering.service.js';
import { sampleMinutes } from './documents.js';
import { aFollowUp, answered, type AssessedFixture } from './follow-up-factory.js';
import { planFile } from './plan-rows.js';
import { decideSanction, disputeFile } from './sanction-rows.js';
import { SPEC_ANSWERS, SPEC_QUESTIONS } from './request-factory.js';
import { aContact, aSetOf } from './sendable-case.js';
import type { Browser, SpecMunicipality, TestApp } from './test-app.js';

/** The kinds of rows whose ids stand in paths. */
export const ROW_KINDS = [
  ...['provider', 'contact', 'unit', 'contract', 'clause', 'followUp', 'evidence', 'meeting', 'review'],
  ...['reviewedFile', 'figure', 'assessment', 'finding', 'action', 'attachment', 'report', 'publication', 'screenHit'],
  ...[
    'questionSet',
    'questionSetVersion',
    'document',
    'mail',
    'observation',
    'interview',
    'note',
    'signal',
    'committee',
    'request',
    'round',
    'dueExtension',
    'answerFile',
    'sanction',
    'sanctionFile',
    'recheck',
    'deadline',
    'delegation',
    'factCheck',
    'factCheckRemark',
    'factCheckFile',
    'actionPlan',
    'planFile',
  ],
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
/** A real row of each kind, and those whose ids stand in bodies only. */
export type Rows = Readonly<Record<RowKind | 'person' | 'participant' | 'agendaItem', string>>;

/** Rows that belong to the municipality and not to one of its committees. */
export const SHARED_BY_COMMITTEES: readonly RowKind[] = [
  ...(['provider', 'contact', 'unit', 'questionSet', 'questionSetVersion'] as const),
];

/** A case from contract to screened publication, all of it through the routes, with the id of each kind of row. */
export async function rowsOf(t: TestApp, municipality: SpecMunicipality): Promise<Rows> {
  const followUp = await aFollowUp(t, { municipality }).readyToSubmit();
  const { id, officer, manager } = followUp;
  const idFrom = (answer: { json(): { id: string } }) => answer.json().id;
  const contact = idFrom(
    answered(
      await officer.post(`/api/providers/${followUp.providerId}/contacts`, { name: 'Ulla Berg', role: 'Chef' }),
      201,
    ),
  );
  const evidence = idFrom(
    answered(
      await officer.post(`/api/follow-ups/${id}/evidence`, {
        kind: 'document',
        heldOn: '2026-11-14',
        title: 'Rutin för introduktion',
      }),
      201,
    ),
  );
  const attachment = idFrom(answered(await upload(officer, `/api/follow-ups/${id}/attachments`), 201));
  const copyOf = { ready: 'personal-assistance' };
  const set = { name: 'Personlig assistans', serviceType: 'personal-assistance', copyOf };
  const questionSet = idFrom(answered(await officer.post('/api/question-sets', set), 201));
  const questionSetView = (await officer.get(`/api/question-sets/${questionSet}`)).json<{ current: { id: string } }>();
  const gathered = await gather(officer, followUp);
  const { document, mail } = await issued(t, municipality.id, { followUpId: id, meetingId: followUp.meetingId });
  const requested = await sendRound(t, officer, followUp, municipality);
  const { contentVersion } = await followUp.view();
  const { outcome } = (await officer.get(`/api/follow-ups/${id}/judgement-proposal`)).json<{ outcome: string }>();
  const judgement = { contentVersion, outcome, text: 'Avtalet följs.', noFactCheckReason: 'Gjordes vid mötet.' };
  answered(await officer.post(`/api/follow-ups/${id}/submit`, judgement), 200);
  answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
  answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
  const view = await followUp.view();
  const report = view.reports[0]?.id ?? '';
  const publication = view.publicationId ?? '';
  await t.app.get(ReportRenderingService).render(municipality.id, report, 'internal');
  answered(await officer.post(`/api/publications/${publication}/screen`, { version: 1 }), 200);
  const screened = (await officer.get(`/api/publications/${publication}`)).json<{ hits: { id: string }[] }>();
  const checked = await checkFacts(t, { followUpId: id, report, attachment });
  const planned = await planFile(t, id, attachment);
  const sanction = await decideSanction(followUp);
  const sanctionFile = await disputeFile(t, sanction, attachment);
  const [recheck] = await t.asOwner<{ id: string }>('select id from follow_up where parent_id = $1', [id]);
  const [deadline] = await t.asOwner<{ id: string }>('select id from deadline where subject_id = $1', [recheck?.id]);
  const rows: Record<RowKind, string | undefined> = {
    provider: followUp.providerId,
    contact,
    unit: followUp.unitId,
    contract: followUp.contractId,
    clause: followUp.clauseIds['§ 7'],
    followUp: id,
    evidence,
    meeting: followUp.meetingId,
    review: followUp.reviewId,
    reviewedFile: view.evidence.find((item) => item.id === followUp.reviewId)?.review?.files[0]?.id,
    figure: view.figures[0]?.id,
    assessment: view.assessments[0]?.id,
    finding: followUp.findingId,
    action: followUp.requirementId,
    attachment,
    report,
    publication,
    screenHit: screened.hits[0]?.id,
    questionSet,
    questionSetVersion: questionSetView.current.id,
    document,
    mail,
    committee: municipality.committeeId,
    recheck: recheck?.id,
    deadline: deadline?.id,
    delegation: await delegate(t, municipality),
    sanction,
    sanctionFile,
    ...gathered,
    ...requested,
    ...checked,
    ...planned,
  };
  for (const kind of ROW_KINDS) if (!rows[kind]) throw new Error(`There is no row of the kind ${kind}.`);
  const person = t.people.officer(municipality).accountId;
  const meeting = view.evidence.find((item) => item.id === followUp.meetingId)?.meeting;
  const [participant = '', agendaItem = ''] = [meeting?.participants[0]?.id, meeting?.agenda[0]?.id];
  return { ...(rows as Record<RowKind, string>), person, participant, agendaItem };
}

/** An observation, an interview, a note of the meeting and a signal that became evidence. */
async function gather(officer: Browser, { id, unitId, meetingId }: AssessedFixture) {
  const heldOn = '2026-11-14';
  const post = async (url: string, body: object, status = 201) =>
    answered(await officer.post(url, body), status).json<{ id: string }>().id;
  const seen = { heldOn, title: 'Platsbesök', place: 'Matsalen', situation: 'Lunch' };
  const observation = await post(`/api/follow-ups/${id}/observations`, seen);
  const asked = { heldOn, title: 'Intervjuer', respondents: 'staff', persons: 4, form: 'on-site' };
  const interview = await post(`/api/follow-ups/${id}/interviews`, asked);
  const agenda = [{ text: 'Introduktion' }];
  answered(await officer.patch(`/api/meetings/${meetingId}`, { version: 1, agenda }), 200);
  const note = uuidv7();
  const words = { evidenceId: meetingId, text: 'Rutinen ses över.', writtenAt: '2026-11-25T08:59:00Z', version: null };
  answered(await officer.put(`/api/meeting-notes/${note}`, words), 200);
  const tip = { kind: 'tip', receivedOn: heldOn, title: 'Tips', text: 'Sena besök.' };
  const signal = await post(`/api/units/${unitId}/signals`, tip);
  await post(`/api/signals/${signal}/attach`, { version: 1, followUpId: id }, 200);
  return { observation, interview, note, signal };
}

/** A round of one request that is answered on the provider's behalf, with a file and more time asked for; its jobs are done. */
async function sendRound(
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
  const file = answered(await upload(officer, `${url}/files`, { wantedDocumentId: 'd1' }), 201);
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

/** A delegation of the manager; put in as the owner, since only a registrar of the committee may. */
async function delegate(t: TestApp, municipality: SpecMunicipality): Promise<string> {
  const id = uuidv7();
  const { accountId } = t.people.manager(municipality);
  await t.asOwner(
    `insert into delegation (municipality_id, id, committee_id, account_id, matter, reference, decided_on, valid_from, created_by)
     values ($1, $2, $3, $4, 'publication', 'SON § 7', '2026-01-20', '2026-02-01', $4)`,
    [municipality.id, id, municipality.committeeId, accountId],
  );
  return id;
}

/** A fact check that has been closed, with a remark and its file; put in as the owner, with the report that was sealed. */
async function checkFacts(
  t: TestApp,
  { followUpId, report, attachment }: { followUpId: string; report: string; attachment: string },
): Promise<{ factCheck: string; factCheckRemark: string; factCheckFile: string }> {
  const [factCheck, factCheckRemark, factCheckFile] = [uuidv7(), uuidv7(), uuidv7()];
  await t.asOwner(
    `insert into fact_check (municipality_id, id, follow_up_id, provider_id, number, state, content, content_version,
       outcome, sent_on, answered_at, created_by)
     select f.municipality_id, $1, f.id, f.provider_id, 1, 'closed',
       jsonb_build_object('report', r.snapshot, 'provider', 'Omsorg AB', 'message', ''), 1,
       '{"answers": [], "difference": []}', '2026-11-25', now(), f.created_by
     from follow_up f join report r on r.follow_up_id = f.id where f.id = $2 and r.id = $3`,
    [factCheck, followUpId, report],
  );
  await t.asOwner(
    `insert into fact_check_remark (municipality_id, id, fact_check_id, provider_id, place_kind, place_id, text, changed_by)
     select municipality_id, $1, id, provider_id, 'section', 'background', 'Fel.', created_by from fact_check where id = $2`,
    [factCheckRemark, factCheck],
  );
  await t.asOwner(
    `insert into fact_check_file (municipality_id, id, fact_check_id, remark_id, provider_id, file_name, media_type, size,
       sha256, uploaded_by)
     select c.municipality_id, $1, c.id, $2, c.provider_id, a.file_name, a.media_type, a.size, a.sha256, c.created_by
     from fact_check c, attachment a where c.id = $3 and a.id = $4`,
    [factCheckFile, factCheckRemark, factCheck, attachment],
  );
  return { factCheck, factCheckRemark, factCheckFile };
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
  for (let tries = 0; tries < 100; tries += 1) {
    const waiting = await ids(mails);
    if (waiting.length === 0) return;
    // One that the queue is sending at this moment is not sent by anybody else.
    for (const id of waiting)
      await t.app
        .get(MailSendingService)
        .send(municipalityId, id)
        .catch(() => undefined);
  }
  throw new Error('A mail of the request has not been sent.');
}

/** A document that has been rendered and a mail that has been sent, so that no job changes anything any more. */
async function issued(
  t: TestApp,
  municipalityId: string,
  { followUpId, meetingId }: { followUpId: string; meetingId: string },
): Promise<{ document: string; mail: string }> {
  const ids = await t.db.jobs(municipalityId, async (tx) => ({
    document: await issueDocument(tx, {
      ...{ kind: 'minutes', subjectId: meetingId, followUpId, title: 'Minnesanteckningar' },
      content: sampleMinutes(),
    }),
    mail: await queueMail(tx, {
      ...{ kind: 'meeting-invitation', followUpId, subject: 'Kallelse', text: 'Välkommen.' },
      to: { address: 'tove@bjorken.example', name: 'Tove Carlmark' },
    }),
  }));
  await t.app.get(DocumentRenderingService).render(municipalityId, ids.document);
  await t.app.get(MailSendingService).send(municipalityId, ids.mail);
  return ids;
}

/** The same municipality as those of its other committee see it: the second officer and the second manager. */
export function otherCommittee(t: TestApp): { t: TestApp; municipality: SpecMunicipality } {
  const people = { ...t.people, officer: t.people.secondOfficer, manager: t.people.secondManager };
  const seen = Object.create(t, { people: { value: people } }) as TestApp;
  return { t: seen, municipality: { ...t.m1, committeeId: t.m1.otherCommitteeId } };
}

/** Sends a small file as a browser's form does. */
export function upload(browser: Browser, url: string, fields: Record<string, string> = {}) {
  const boundary = 'grans';
  const part = (head: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const file = part(
    'name="file"; filename="namn.csv"\r\nContent-Type: text/csv',
    'Nummer;Rubrik;Text;Typ\r\n§ 99;Ny;Ny text.;krav\r\n',
  );
  return browser.request({
    method: 'POST',
    url,
    payload: `${texts.join('')}${file}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}

/** A digest of every row of every table but those that signing in and asking touch. */
export async function everythingStored(t: TestApp): Promise<Record<string, string>> {
  const tables = await t.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not in ('session', 'sign_in_attempt', 'migration') order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const digest = 'select md5(coalesce(string_agg(r::text, chr(10) order by r::text), $1)) as digest from ';
    const [row] = await t.asOwner<{ digest: string }>(digest + name + ' r', ['']);
    digests[name] = row?.digest ?? '';
  }
  return digests;
}
