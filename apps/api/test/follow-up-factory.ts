import type { FollowUpView } from '@insyn/api-schema';
import { aContract, type ContractFixture } from './contract-fixture.js';
import type { Answer, Browser, SpecMunicipality, TestApp } from './test-app.js';

/** A follow-up made through the routes, with what a spec wants to point at. */
export interface FollowUpFixture extends ContractFixture {
  readonly id: string;
  /** The clauses in scope by number: '§ 7' (critical), '§ 8', '§ 15', '§ 23' (tender promise). */
  readonly clauseIds: Readonly<Record<string, string>>;
  readonly officer: Browser;
  readonly manager: Browser;
  view(browser?: Browser): Promise<FollowUpView>;
}

/** What an assessed follow-up holds. */
export interface AssessedFixture extends FollowUpFixture {
  readonly meetingId: string;
  readonly reviewId: string;
  readonly findingId: string;
  readonly requirementId: string;
}

const CLAUSES = `Nummer;Rubrik;Text;Typ;Kritisk;Fokusområde
§ 7;Genomförandeplan;Varje kund ska ha en aktuell genomförandeplan.;krav;ja;Dokumentation
§ 8;Dokumentation;Händelser av vikt ska dokumenteras.;krav;;Dokumentation
§ 15;Bemanning;Ordinarie personal ska introduceras före första passet.;krav;;Bemanning
§ 23;Handledning;Personalen ska ha handledning varje månad.;mervärde;;Bemanning
§ 40;Utveckling;Verksamheten ska pröva nya arbetssätt.;mål;;Utveckling
`;

const people = new WeakMap<TestApp, Map<string, Promise<Browser>>>();
let seed = 7000;

function browserOf(t: TestApp, who: 'officer' | 'manager', municipality: SpecMunicipality): Promise<Browser> {
  const known = people.get(t) ?? new Map<string, Promise<Browser>>();
  people.set(t, known);
  const key = `${who} ${municipality.id}`;
  const browser = known.get(key) ?? t.signIn(t.people[who](municipality));
  known.set(key, browser);
  return browser;
}

/** Fails with the answer where it is not the one wanted. */
export function answered(answer: Answer, status: number): Answer {
  if (answer.statusCode === status) return answer;
  throw new Error(`Expected ${String(status)}, got ${String(answer.statusCode)}: ${answer.body}`);
}

/** A follow-up of the municipality's officer in the state that the spec needs: `aFollowUp(t).assessing()`. */
export function aFollowUp(
  t: TestApp,
  options: { municipality?: SpecMunicipality; body?: object; contract?: ContractFixture } = {},
) {
  return new FollowUpFactory(t, options.municipality ?? t.m1, options.body ?? {}, options.contract ?? null);
}

class FollowUpFactory {
  public constructor(
    private readonly t: TestApp,
    private readonly municipality: SpecMunicipality,
    private readonly body: object,
    /** The contract of an earlier round; null for one of its own. */
    private readonly contract: ContractFixture | null,
  ) {}

  /** Opened, with §§ 7, 8, 15 and 23 in its scope. */
  public async planned(): Promise<FollowUpFixture> {
    const officer = await browserOf(this.t, 'officer', this.municipality);
    const manager = await browserOf(this.t, 'manager', this.municipality);
    const contract = this.contract ?? (await aContract(officer, this.municipality, (seed += 1)));
    if (this.contract === null) await addClauses(officer, contract.contractId);
    const { contractId, unitId } = contract;
    const wanted = { contractId, unitId, kind: 'planned', year: 2026, focusAreas: ['Dokumentation', 'Bemanning'] };
    const opened = answered(await officer.post('/api/follow-ups', { ...wanted, ...this.body }), 201);
    const { id } = opened.json<{ id: string }>();
    const view = async (browser: Browser = officer) =>
      answered(await browser.get(`/api/follow-ups/${id}`), 200).json<FollowUpView>();
    const clauseIds = Object.fromEntries((await view()).clauses.map((clause) => [clause.number, clause.id]));
    return { ...contract, id, clauseIds, officer, manager, view };
  }

  public async gathering(): Promise<FollowUpFixture> {
    return move(await this.planned(), 'start');
  }

  public async assessing(): Promise<FollowUpFixture> {
    return move(await this.gathering(), 'assess');
  }

  /** With evidence, every clause assessed, a deficiency on § 15, a requirement and no conflict declared: nothing stops it. */
  public async readyToSubmit(): Promise<AssessedFixture> {
    const followUp = await this.assessing();
    const { id, officer, clauseIds } = followUp;
    answered(await officer.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    const post = async (path: string, body: object) =>
      answered(await officer.post(`/api/follow-ups/${id}/${path}`, body), 201).json<{ id: string }>().id;
    const meetingId = await post('meetings', MEETING);
    const reviewId = await post('document-reviews', REVIEW);
    await answerReview(followUp, reviewId);
    await post('figures', {
      ...{ name: 'Kunder', unit: 'persons', period: '2026', source: 'counted', found: 16, aboutPersons: true },
    });
    for (const [number, verdict, text] of VERDICTS) {
      const clauseId = clauseIds[number];
      const body = { clauseIds: [clauseId], version: null, verdict, text, evidenceIds: [meetingId] };
      answered(await officer.put(`/api/follow-ups/${id}/assessments`, body), 200);
    }
    const findingId = await post('findings', {
      kind: 'deficiency',
      severity: 'minor',
      title: 'Introduktionen är inte samlad',
      text: 'Ny personal får olika introduktion beroende på vem som möter dem.',
      clauseIds: [clauseIds['§ 15']],
      evidenceIds: [meetingId],
    });
    const requirementId = await post('actions', {
      kind: 'requirement',
      text: 'Ta fram en rutin för introduktion av ny personal',
      dueDate: '2027-02-01',
      findingIds: [findingId],
      clauseIds: [clauseIds['§ 15']],
    });
    const texts = { background: 'Avtalet följs upp årligen.', purpose: 'Att se om avtalet följs.' };
    const { version } = await followUp.view();
    answered(await officer.patch(`/api/follow-ups/${id}`, { version, ...texts }), 200);
    return { ...followUp, meetingId, reviewId, findingId, requirementId };
  }

  /** Sent for approval with the outcome that the rule proposes. */
  public async deciding(): Promise<AssessedFixture> {
    const followUp = await this.readyToSubmit();
    const { id, officer } = followUp;
    const { contentVersion } = await followUp.view();
    const proposal = answered(await officer.get(`/api/follow-ups/${id}/judgement-proposal`), 200);
    const { outcome } = proposal.json<{ outcome: string }>();
    const body = {
      contentVersion,
      outcome,
      text: 'Avtalet följs i huvudsak.',
      noFactCheckReason: 'Gjordes vid mötet.',
    };
    answered(await officer.post(`/api/follow-ups/${id}/submit`, body), 200);
    return followUp;
  }

  /** Approved by the manager of the committee, who has declared that there is no conflict of interest. */
  public async approved(): Promise<AssessedFixture> {
    const followUp = await this.deciding();
    const { id, manager } = followUp;
    answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await followUp.view();
    answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
    return followUp;
  }
}

const MEETING = {
  heldOn: '2026-11-12',
  title: 'Uppföljningsmöte',
  text: 'Verksamhetschefen berättade om introduktionen.',
  form: 'at-provider',
  participants: [
    { side: 'municipality', name: 'Maja Lindgren', role: 'Verksamhetsutvecklare' },
    { side: 'provider', name: 'Tove Granlund', role: 'Verksamhetschef' },
  ],
};

const REVIEW = {
  heldOn: '2026-11-13',
  title: 'Granskning av genomförandeplaner',
  method: 'random',
  population: 16,
  size: 9,
  seed: 'hösten 2026',
  questions: [{ text: 'Finns en aktuell genomförandeplan?' }],
};

const VERDICTS = [
  ['§ 7', 'met', 'Planerna är i huvudsak aktuella.'],
  ['§ 8', 'met', 'Dokumentationen förs löpande.'],
  ['§ 15', 'not-met', 'Introduktionen är inte samlad.'],
  ['§ 23', 'met', 'Handledning ges varje månad.'],
] as const;

/** Reads the clauses of the specs into a contract or an assignment. */
export async function addClauses(officer: Browser, contractId: string): Promise<void> {
  const contract = answered(await officer.get(`/api/contracts/${contractId}`), 200);
  const { clauseSet } = contract.json<{ clauseSet: { version: number } }>();
  const body = { clauseSetVersion: clauseSet.version, csv: CLAUSES, replace: false };
  answered(await officer.post(`/api/contracts/${contractId}/clauses/import`, body), 201);
}

async function move(followUp: FollowUpFixture, verb: string): Promise<FollowUpFixture> {
  const { contentVersion } = await followUp.view();
  answered(await followUp.officer.post(`/api/follow-ups/${followUp.id}/${verb}`, { contentVersion }), 200);
  return followUp;
}

/** Seven of the nine files have a current plan. */
async function answerReview(followUp: FollowUpFixture, reviewId: string): Promise<void> {
  const evidence = (await followUp.view()).evidence.find((item) => item.id === reviewId);
  for (const [index, file] of (evidence?.review?.files ?? []).entries()) {
    const body = { version: file.version, results: { q1: index < 7 ? 'yes' : 'no' } };
    answered(await followUp.officer.patch(`/api/reviewed-files/${file.id}`, body), 200);
  }
}
