import type { ActionPlanView, PortalPlanView } from '@insyn/api-schema';
import type { PlanItem, PlanVerdict } from '@insyn/domain';
import { ReceivedPlansService } from '../src/action-plans/received-plans.service.js';
import { aFollowUp, answered, type AssessedFixture } from './follow-up-factory.js';
import { aProviderPerson, type ProviderPerson } from './request-factory.js';
import type { Answer, SpecMunicipality, TestApp } from './test-app.js';

/** An action plan that has been demanded, with what a spec wants to point at. */
export interface PlanFixture {
  readonly id: string;
  readonly followUp: AssessedFixture;
  readonly municipality: SpecMunicipality;
  /** The primary contact of the provider. */
  readonly person: ProviderPerson;
  /** The only requirement of the demand. */
  readonly requirementId: string;
  /** As the provider sees it. */
  view(): Promise<PortalPlanView>;
  /** As the officer sees it; the newest of the case. */
  staffView(): Promise<ActionPlanView>;
  /** Writes a complete plan for the requirement, or the changed one, over what is stored. */
  write(changes?: Partial<Omit<PlanItem, 'actionId' | 'kind'>>): Promise<void>;
  submit(): Promise<Answer>;
  /** Judges the requirement, or these, as the officer. */
  judge(verdict: PlanVerdict, more?: { text?: string; due?: string | null; version?: number }): Promise<Answer>;
  /** Runs what the queue would: takes in what was handed in. */
  received(): Promise<void>;
}

/** A complete plan for one requirement (R13); the specs' today is 25 November 2026. */
export const SPEC_ITEM = {
  cause: 'Introduktionen ligger hos den som råkar arbeta den dagen.',
  measures: [{ text: 'En rutin är beslutad och känd', responsible: 'Enhetschef', due: '2027-01-15' }],
  effect: {
    how: 'Stickprov bland dem som har börjat sedan dess',
    followUpOn: '2027-02-01',
    measure: 'introducerade enligt rutinen',
    before: { k: 2, n: 5 },
    target: { k: 5, n: 5 },
  },
  answer: '',
} as const;

/** A plan of an approved follow-up: `await aPlan(t).submitted()`. */
export function aPlan(t: TestApp, wishes: { municipality?: SpecMunicipality } = {}) {
  return new PlanFactory(t, wishes.municipality ?? t.m1);
}

class PlanFactory {
  public constructor(
    private readonly t: TestApp,
    private readonly municipality: SpecMunicipality,
  ) {}

  /** Demanded at the approval; nothing is written yet. */
  public async demanded(): Promise<PlanFixture> {
    return planOf(this.t, await aFollowUp(this.t, { municipality: this.municipality }).approved(), this.municipality);
  }

  /** Handed in, with `SPEC_ITEM`, and taken in by the job. */
  public async submitted(): Promise<PlanFixture> {
    const plan = await this.demanded();
    await plan.write();
    answered(await plan.submit(), 200);
    await plan.received();
    return plan;
  }

  public async accepted(): Promise<PlanFixture> {
    const plan = await this.submitted();
    answered(await plan.judge('sufficient'), 200);
    return plan;
  }

  /** Sent back until 16 December 2026. */
  public async returned(): Promise<PlanFixture> {
    const plan = await this.submitted();
    answered(await plan.judge('incomplete', { text: 'Skriv när rutinen är känd.', due: '2026-12-16' }), 200);
    return plan;
  }
}

/** The plan of a follow-up that has been approved, with a new person of its provider, or the one that is known. */
export async function planOf(
  t: TestApp,
  followUp: AssessedFixture,
  municipality: SpecMunicipality,
  known?: ProviderPerson,
): Promise<PlanFixture> {
  const [row] = await t.asOwner<{ id: string; providerId: string }>(
    `select id, provider_id as "providerId" from action_plan where follow_up_id = $1 and state <> 'handed-over'`,
    [followUp.id],
  );
  if (row === undefined) throw new Error('No action plan was demanded.');
  const { id } = row;
  const person = known ?? (await aProviderPerson(t, row.providerId, { primary: true }));
  const { requirementId, officer } = followUp;
  const url = `/api/portal/action-plans/${id}`;
  const view = async () => answered(await person.browser.get(url), 200).json<PortalPlanView>();
  const staffView = async () => {
    const [newest] = answered(await officer.get(`/api/follow-ups/${followUp.id}/action-plans`), 200).json<
      ActionPlanView[]
    >();
    if (newest === undefined) throw new Error('The officer sees no action plan.');
    return newest;
  };
  return {
    ...{ id, followUp, municipality, person, requirementId, view, staffView },
    write: async (changes = {}) => {
      const { items } = await view();
      const version = items.find(({ actionId }) => actionId === requirementId)?.version ?? null;
      const body = { version, ...SPEC_ITEM, ...changes };
      answered(await person.browser.put(`${url}/items/${requirementId}`, body), 200);
    },
    submit: () => person.browser.post(`${url}/submit`),
    judge: async (verdict, { text = '', due, version } = {}) => {
      const verdicts = [{ actionId: requirementId, verdict, text }];
      const body = { version: version ?? (await staffView()).version, verdicts, ...(due === undefined ? {} : { due }) };
      return officer.post(`/api/action-plans/${id}/judge`, body);
    },
    received: () => t.app.get(ReceivedPlansService).receive(municipality.id, id),
  };
}
