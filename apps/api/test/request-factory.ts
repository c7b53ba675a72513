import type { InformationLetter, PortalRequestView } from '@insyn/api-schema';
import type { AnswerValue, CalendarDate, Question, WantedDocument } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../src/sessions/password.js';
import { aFollowUp, answered, type FollowUpFixture } from './follow-up-factory.js';
import { type Browser, PASSWORD, type SpecMunicipality, type SpecPerson, type TestApp } from './test-app.js';

/** Somebody who answers for a provider, with a browser at its door. */
export interface ProviderPerson extends SpecPerson {
  readonly providerId: string;
  readonly browser: Browser;
}

/** A request that was sent to a provider, with what a spec wants to point at. */
export interface RequestFixture {
  readonly id: string;
  readonly followUp: FollowUpFixture;
  readonly municipality: SpecMunicipality;
  readonly providerId: string;
  /** The primary contact of the provider. */
  readonly person: ProviderPerson;
  readonly questions: readonly Question[];
  /** As the provider sees it. */
  view(browser?: Browser): Promise<PortalRequestView>;
  /** Answers a question as the provider, over what is stored. */
  answer(questionId: string, value: AnswerValue | null, comment?: string): Promise<void>;
}

export interface RequestWishes {
  readonly municipality?: SpecMunicipality;
  /** Who answers; otherwise a new person of the follow-up's provider. Another's: the provider becomes that person's. */
  readonly person?: ProviderPerson;
  readonly questions?: readonly Question[];
  readonly wantedDocuments?: readonly WantedDocument[];
  readonly title?: string;
  readonly sentOn?: CalendarDate;
  readonly due?: CalendarDate;
}

/** A question of the specs, a required yes or no unless the changes say otherwise. */
export function specQuestion(changes: Partial<Question> & { id: string; number: string }): Question {
  return {
    ...{ section: 'Ledning', text: `Fråga ${changes.number}?`, guidance: '', legalGround: '', clauseNumber: '' },
    ...{ kind: 'yes-no', required: true, unit: '', min: null, max: null, options: [], columns: [] },
    ...{ condition: null, finding: null, ...changes },
  };
}

/** 1.1 routines (yes/no), 1.1b why (text, when 1.1 is Nej), 2.1 plans (n of N), 3.1 staff (number, optional), 4.1 policy (file, optional). */
export const SPEC_QUESTIONS: readonly Question[] = [
  specQuestion({ id: 'routines', number: '1.1', text: 'Finns skriftliga rutiner?' }),
  specQuestion({
    ...{ id: 'why', number: '1.1b', kind: 'text', text: 'Varför inte?' },
    condition: { questionId: 'routines', equals: 'Nej' },
  }),
  specQuestion({
    ...{ id: 'plans', number: '2.1', section: 'Planer', kind: 'share', text: 'Hur många har en aktuell plan?' },
    ...{ unit: 'kunder', guidance: 'Räkna dem med beslut från kommunen.' },
  }),
  specQuestion({
    ...{ id: 'staff', number: '3.1', section: 'Personal', kind: 'number', text: 'Antal anställda', required: false },
    ...{ unit: 'personer', min: 0, max: 500 },
  }),
  specQuestion({ id: 'policy', number: '4.1', section: 'Försäkring', kind: 'file', required: false }),
];

/** A complete set of answers to `SPEC_QUESTIONS`. */
export const SPEC_ANSWERS: readonly [questionId: string, value: AnswerValue][] = [
  ['routines', { kind: 'yes-no', yes: true }],
  ['plans', { kind: 'share', n: 7, of: 9 }],
];

/** An account of a provider, signed in. */
export async function aProviderPerson(
  t: TestApp,
  providerId: string,
  options: { name?: string; primary?: boolean } = {},
): Promise<ProviderPerson> {
  const { name = 'Tove Granlund', primary = false } = options;
  const accountId = uuidv7();
  const email = `${name.split(' ')[0]?.toLowerCase() ?? ''}.${accountId.slice(-12)}@utforare.example`;
  passwordHash ??= hashPassword(PASSWORD);
  await t.asOwner('insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    ...[accountId, email, name, await passwordHash],
  ]);
  await t.asOwner(
    "insert into membership (id, account_id, provider_id, role, is_primary) values ($1, $2, $3, 'provider', $4)",
    [uuidv7(), accountId, providerId, primary],
  );
  const person = { accountId, email, name, municipality: null };
  return { ...person, providerId, browser: await t.signIn(person) };
}

let passwordHash: Promise<string> | undefined;

/**
 * A request of a follow-up that gathers, with rows put in as the owner: `await aRequest(t).sent()`. Sent on 16 November
 * 2026, due on 7 December 2026, answered through the portal's routes.
 */
export function aRequest(t: TestApp, wishes: RequestWishes = {}) {
  return new RequestFactory(t, wishes);
}

class RequestFactory {
  public constructor(
    private readonly t: TestApp,
    private readonly wishes: RequestWishes,
  ) {}

  public async sent(): Promise<RequestFixture> {
    const { municipality = this.t.m1, questions = SPEC_QUESTIONS } = this.wishes;
    const followUp = await aFollowUp(this.t, { municipality }).gathering();
    const person = this.wishes.person ?? (await aProviderPerson(this.t, followUp.providerId, { primary: true }));
    const { providerId } = person;
    const id = await this.#insert(followUp, municipality, providerId, questions);
    const { browser } = person;
    const view = async (by: Browser = browser) =>
      answered(await by.get(`/api/portal/requests/${id}`), 200).json<PortalRequestView>();
    const answer = async (questionId: string, value: AnswerValue | null, comment = '') => {
      const version = (await view()).answers.find((one) => one.questionId === questionId)?.version ?? null;
      const body = { version, value, comment };
      answered(await browser.put(`/api/portal/requests/${id}/answers/${questionId}`, body), 200);
    };
    return { id, followUp, municipality, providerId, person, questions, view, answer };
  }

  /** Begun: the first of `SPEC_QUESTIONS` is answered. */
  public async answering(): Promise<RequestFixture> {
    const request = await this.sent();
    const [first] = SPEC_ANSWERS;
    if (first !== undefined) await request.answer(...first);
    return request;
  }

  /** Handed in once, with `SPEC_ANSWERS`. */
  public async answered(): Promise<RequestFixture> {
    const request = await this.sent();
    for (const [questionId, value] of SPEC_ANSWERS) await request.answer(questionId, value);
    await submit(request);
    return request;
  }

  async #insert(
    followUp: FollowUpFixture,
    municipality: SpecMunicipality,
    providerId: string,
    questions: readonly Question[],
  ): Promise<string> {
    const { t, wishes } = this;
    const [id, setId, versionId, evidenceId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const { accountId } = t.people.officer(municipality);
    const title = wishes.title ?? 'Uppföljning 2026';
    const sentOn = wishes.sentOn ?? '2026-11-16';
    const due = wishes.due ?? '2026-12-07';
    const letter = await letterOf({ t, followUp, municipality, title, sentOn, due, questions, wishes });
    await t.asOwner(
      `insert into question_set (municipality_id, id, name, service_type, created_by)
       values ($1, $2, 'Personlig assistans', 'personal-assistance', $3)`,
      [municipality.id, setId, accountId],
    );
    await t.asOwner(
      `insert into question_set_version (municipality_id, id, question_set_id, number, questions, frozen, updated_by)
       values ($1, $2, $3, 1, $4, true, $5)`,
      [municipality.id, versionId, setId, JSON.stringify(questions), accountId],
    );
    await t.asOwner(
      `insert into evidence (municipality_id, id, follow_up_id, kind, held_on, title, created_by)
       values ($1, $2, $3, 'information-request', $4, $5, $6)`,
      [municipality.id, evidenceId, followUp.id, sentOn, title, accountId],
    );
    await t.asOwner(
      `insert into information_request (municipality_id, id, follow_up_id, provider_id, question_set_version_id,
         evidence_id, title, letter, questions, wanted_documents, state, sent_on, due, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'sent', $11, $12, $13)`,
      [
        ...[municipality.id, id, followUp.id, providerId, versionId, evidenceId, title, JSON.stringify(letter)],
        ...[JSON.stringify(questions), JSON.stringify(letter.wantedDocuments), sentOn, due, accountId],
      ],
    );
    await t.asOwner(
      `insert into request_contact (municipality_id, id, request_id, provider_id, name, email)
       values ($1, $2, $3, $4, 'Tove Granlund', 'tove@utforare.example')`,
      [municipality.id, uuidv7(), id, providerId],
    );
    return id;
  }
}

/** Hands the answers in through the portal. */
export async function submit(request: RequestFixture): Promise<void> {
  const { version } = await request.view();
  answered(await request.person.browser.post(`/api/portal/requests/${request.id}/submit`, { version }), 200);
}

/** Sends questions back after the latest round, as the officer's side does; rows put in as the owner. */
export async function sendBack(t: TestApp, request: RequestFixture, questionIds: readonly string[]): Promise<void> {
  const { accountId } = t.people.officer(request.municipality);
  for (const questionId of questionIds) {
    await t.asOwner(
      `insert into returned_question (municipality_id, id, request_id, provider_id, submission_id, question_id, comment,
         created_by)
       select s.municipality_id, $2, s.request_id, s.provider_id, s.id, $3, 'Skriv mer.', $4
       from answer_submission s where s.request_id = $1 order by s.number desc limit 1`,
      [request.id, uuidv7(), questionId, accountId],
    );
  }
  await t.asOwner("update information_request set state = 'returned', version = version + 1 where id = $1", [
    request.id,
  ]);
}

interface Told {
  readonly t: TestApp;
  readonly followUp: FollowUpFixture;
  readonly municipality: SpecMunicipality;
  readonly title: string;
  readonly sentOn: CalendarDate;
  readonly due: CalendarDate;
  readonly questions: readonly Question[];
  readonly wishes: RequestWishes;
}

async function letterOf(told: Told): Promise<InformationLetter> {
  const { t, followUp, municipality, title, sentOn, due, questions, wishes } = told;
  const [row] = await t.asOwner<{ caseNumber: string; provider: string; unit: string; reference: string }>(
    `select f.case_number as "caseNumber", p.legal_name as provider, u.name as unit, c.reference
     from follow_up f join contract c on c.id = f.contract_id join unit u on u.id = f.unit_id, provider p
     where f.id = $1 and p.id = $2`,
    [followUp.id, wishes.person?.providerId ?? followUp.providerId],
  );
  return {
    municipality: municipality.name,
    committee: 'Socialnämnden',
    committeeId: municipality.committeeId,
    letterhead: '',
    caseNumber: row?.caseNumber ?? '',
    title,
    provider: row?.provider ?? '',
    unit: { id: followUp.unitId, name: row?.unit ?? '' },
    contractReference: row?.reference ?? '',
    message: 'Vi följer upp avtalet.',
    sender: { name: 'Maja Lindgren', title: 'Verksamhetsutvecklare', email: 'maja@ekbacka.example' },
    visitors: [],
    visit: '',
    questionSet: { name: 'Personlig assistans', number: 1, questions: questions.length },
    wantedDocuments: [...(wishes.wantedDocuments ?? [])],
    ...{ sentOn, due, address: 'https://insyn.example/utforare' },
  };
}
