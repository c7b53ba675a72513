import { v7 as uuidv7 } from 'uuid';
import { DocumentRenderingService } from '../src/documents/document-rendering.service.js';
import { issueDocument } from '../src/documents/issue-document.js';
import { queueMail } from '../src/mails/queue-mail.js';
import { ReportRenderingService } from '../src/reports/report-rendering.service.js';
import { sampleMinutes } from './documents.js';
import { checkFacts } from './fact-check-rows.js';
import { aFollowUp, answered, type AssessedFixture } from './follow-up-factory.js';
import { sendTable } from './multipart.js';
import { planFile } from './plan-rows.js';
import { sendRound } from './request-rows.js';
import { decideSanction, disputeFile } from './sanction-rows.js';
import { sendNow } from './sent-mail.js';
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
  const attachment = idFrom(answered(await sendTable(officer, `/api/follow-ups/${id}/attachments`), 201));
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
  await sendNow(t, municipalityId, ids.mail);
  return ids;
}

/** The same municipality as those of its other committee see it: the second officer and the second manager. */
export function otherCommittee(t: TestApp): { t: TestApp; municipality: SpecMunicipality } {
  const people = { ...t.people, officer: t.people.secondOfficer, manager: t.people.secondManager };
  const seen = Object.create(t, { people: { value: people } }) as TestApp;
  return { t: seen, municipality: { ...t.m1, committeeId: t.m1.otherCommitteeId } };
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
