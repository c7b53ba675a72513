import type {
  ContractSanctionsView,
  FollowUpSanctionsView,
  PortalSanctionView,
  SanctionFileView,
  SanctionStepView,
  SanctionView,
} from '@insyn/api-schema';
import { ReceivedDisputesService } from '../src/sanctions/received-disputes.service.js';
import { aFollowUp, answered, type AssessedFixture } from './follow-up-factory.js';
import { PDF, sendFile, type SentFile } from './multipart.js';
import { aProviderPerson, type ProviderPerson } from './request-factory.js';
import type { Answer, Browser, SpecMunicipality, TestApp } from './test-app.js';

/** The ladder of the specs, as it is typed. */
export const SPEC_LADDER = [
  {
    kind: 'warning',
    label: 'Skriftlig varning',
    terms: 'Vid första avvikelsen.',
    amountRule: '',
    clauseNumber: '§ 15',
  },
  {
    ...{ kind: 'penalty', label: 'Vite', terms: 'När varning inte har hjälpt.', clauseNumber: null },
    amountRule: '2 procent av månadsersättningen',
  },
  { kind: 'termination', label: 'Hävning', terms: '', amountRule: '', clauseNumber: null },
] as const;

/** A case with a requirement that remains, under a contract with `SPEC_LADDER`. */
export interface SanctionCase extends AssessedFixture {
  readonly municipality: SpecMunicipality;
  readonly steps: Readonly<Record<'warning' | 'penalty' | 'termination', SanctionStepView>>;
  /** The primary contact of the provider. */
  readonly person: ProviderPerson;
  ofContract(browser?: Browser): Promise<ContractSanctionsView>;
  ofFollowUp(browser?: Browser): Promise<FollowUpSanctionsView>;
  /** What is sent to decide a step, with the changes that the spec wants. */
  body(step: keyof SanctionCase['steps'], changes?: object): object;
  post(step: keyof SanctionCase['steps'], changes?: object, browser?: Browser): Promise<Answer>;
  /** Decides a step. @returns the sanction's id. */
  decide(step: keyof SanctionCase['steps'], changes?: object): Promise<string>;
  sanction(id: string, browser?: Browser): Promise<SanctionView>;
  /** Acts on a sanction as the manager, on the version that stands. */
  act(id: string, verb: string, body?: object, browser?: Browser): Promise<Answer>;
  /** Decides a step and sends it. @returns the sanction's id. */
  send(step: keyof SanctionCase['steps'], changes?: object): Promise<string>;
  /** Lays a file ready for a dispute as the provider; what came of it. */
  sendFile(id: string, file?: SentFile): Promise<Answer>;
  layFile(id: string, file?: SentFile): Promise<SanctionFileView>;
  /** Disputes it as the provider; the job has taken it in. */
  dispute(id: string, text?: string): Promise<void>;
  portal(id: string, browser?: Browser): Promise<PortalSanctionView>;
  /** What is registered in the case, oldest first. */
  records(): Promise<{ direction: string; publicTitle: string }[]>;
  /** What is mailed in the case, oldest first. */
  mails(): Promise<{ kind: string; to: string; subject: string; text: string }[]>;
}

export const AMOUNT = { amount: 12_500, amountBasis: '2 procent av 625 000 kr' };

export async function aSanctionCase(
  t: TestApp,
  options: { municipality?: SpecMunicipality; ladder?: readonly object[] } = {},
): Promise<SanctionCase> {
  const { municipality = t.m1, ladder = SPEC_LADDER } = options;
  const followUp = await aFollowUp(t, { municipality }).readyToSubmit();
  const { id, officer, manager, contractId, requirementId } = followUp;
  const save = { version: 1, steps: ladder };
  answered(await officer.put(`/api/contracts/${contractId}/sanction-ladder`, save), 200);
  await t.asOwner("update follow_up set state = 'remedying' where id = $1", [id]);
  await t.asOwner("update action set state = 'remains' where id = $1", [requirementId]);
  answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
  const person = await aProviderPerson(t, followUp.providerId, { primary: true });
  const ofContract = async (browser: Browser = manager) =>
    answered(await browser.get(`/api/contracts/${contractId}/sanctions`), 200).json<ContractSanctionsView>();
  const ofFollowUp = async (browser: Browser = manager) =>
    answered(await browser.get(`/api/follow-ups/${id}/sanctions`), 200).json<FollowUpSanctionsView>();
  const found = await ofContract();
  const steps = Object.fromEntries(found.ladder.map((step) => [step.kind, step])) as SanctionCase['steps'];
  const body = (step: keyof SanctionCase['steps'], changes: object = {}) => ({
    ...{ ladderVersion: found.ladderVersion, stepId: steps[step].id, actionIds: [requirementId] },
    ...{ grounds: 'Rutinen för introduktion saknas fortfarande.', severe: false, severeReason: '' },
    ...(step === 'penalty' ? AMOUNT : { amount: null, amountBasis: '' }),
    ...changes,
  });
  const post = (step: keyof SanctionCase['steps'], changes: object = {}, browser: Browser = manager) =>
    browser.post(`/api/follow-ups/${id}/sanctions`, body(step, changes));
  const decide = async (step: keyof SanctionCase['steps'], changes: object = {}) =>
    answered(await post(step, changes), 201).json<{ id: string }>().id;
  const sanction = async (sanctionId: string, browser: Browser = manager) =>
    answered(await browser.get(`/api/sanctions/${sanctionId}`), 200).json<SanctionView>();
  const act = async (sanctionId: string, verb: string, more: object = {}, browser: Browser = manager) => {
    const { version } = await sanction(sanctionId);
    return browser.post(`/api/sanctions/${sanctionId}/${verb}`, { version, ...more });
  };
  const send = async (step: keyof SanctionCase['steps'], changes: object = {}) => {
    const sanctionId = await decide(step, changes);
    answered(await act(sanctionId, 'send'), 200);
    return sanctionId;
  };
  const dispute = async (sanctionId: string, text = 'Rutinen finns sedan i våras.') => {
    answered(await person.browser.post(`/api/portal/sanctions/${sanctionId}/dispute`, { text }), 200);
    await t.app.get(ReceivedDisputesService).receive(municipality.id, sanctionId);
  };
  const file: SentFile = { name: 'schema.pdf', bytes: PDF };
  const lay = (sanctionId: string, sent: SentFile = file) =>
    sendFile(person.browser, `/api/portal/sanctions/${sanctionId}/files`, sent);
  const layFile = async (sanctionId: string, sent: SentFile = file) =>
    answered(await lay(sanctionId, sent), 201).json<SanctionFileView>();
  const portal = async (sanctionId: string, browser: Browser = person.browser) =>
    answered(await browser.get(`/api/portal/sanctions/${sanctionId}`), 200).json<PortalSanctionView>();
  const records = () =>
    t.asOwner<{ direction: string; publicTitle: string }>(
      'select direction, public_title as "publicTitle" from record where follow_up_id = $1 order by id',
      [id],
    );
  const mails = () =>
    t.asOwner<{ kind: string; to: string; subject: string; text: string }>(
      `select m.kind, a.email as to, m.subject, m.text from mail m left join account a on a.id = m.to_account_id
       where m.follow_up_id = $1 order by m.id`,
      [id],
    );
  return {
    ...{ ...followUp, municipality, steps, person, ofContract, ofFollowUp, body, post, decide, sanction, act, send },
    ...{ dispute, portal, layFile, sendFile: lay, records, mails },
  };
}
