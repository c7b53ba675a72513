import { ReportRenderingService } from '../src/reports/report-rendering.service.js';
import { aFollowUp, answered } from './follow-up-factory.js';
import type { Browser, SpecMunicipality, TestApp } from './test-app.js';

/** The kinds of rows whose ids stand in paths. */
export const ROW_KINDS = [
  ...['provider', 'contact', 'unit', 'contract', 'clause', 'followUp', 'evidence', 'meeting', 'review'],
  ...['reviewedFile', 'figure', 'assessment', 'finding', 'action', 'attachment', 'report', 'publication', 'screenHit'],
  ...['questionSet', 'questionSetVersion'],
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
/** A real row of each kind; `people` and `committee` for the ids that stand in bodies only. */
export type Rows = Readonly<Record<RowKind, string>> & { readonly committee: string; readonly person: string };

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
        kind: 'observation',
        heldOn: '2026-11-14',
        title: 'Platsbesök',
      }),
      201,
    ),
  );
  const attachment = idFrom(answered(await upload(officer, `/api/follow-ups/${id}/attachments`), 201));
  const copyOf = { ready: 'personal-assistance' };
  const set = { name: 'Personlig assistans', serviceType: 'personal-assistance', copyOf };
  const questionSet = idFrom(answered(await officer.post('/api/question-sets', set), 201));
  const questionSetView = (await officer.get(`/api/question-sets/${questionSet}`)).json<{ current: { id: string } }>();
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
  };
  for (const kind of ROW_KINDS) if (!rows[kind]) throw new Error(`There is no row of the kind ${kind}.`);
  const person = t.people.officer(municipality).accountId;
  return { ...(rows as Record<RowKind, string>), committee: municipality.committeeId, person };
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
