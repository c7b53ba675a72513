import type { ActionsProgressView, FollowUpView, RecheckActionView, RecheckView, Saved } from '@insyn/api-schema';
import type { RecheckVerdict } from '@insyn/domain';
import { aFollowUp, answered, type AssessedFixture, type FollowUpFixture } from './follow-up-factory.js';
import type { Answer, TestApp } from './test-app.js';

/** What has become of the actions of an approved follow-up, and its re-checks. */
export async function progressOf({ id, officer }: FollowUpFixture): Promise<ActionsProgressView> {
  return answered(await officer.get(`/api/follow-ups/${id}/actions-progress`), 200).json<ActionsProgressView>();
}

/** Sent for approval with the outcome that the rule proposes, or as `change` says, and approved. */
export async function decide(root: FollowUpFixture, change: object = {}): Promise<void> {
  const { id, officer, manager } = root;
  const { contentVersion } = await root.view();
  const { outcome } = (await officer.get(`/api/follow-ups/${id}/judgement-proposal`)).json<{ outcome: string }>();
  const body = { contentVersion, outcome, text: 'Avtalet följs.', noFactCheckReason: 'Gjordes vid mötet.' };
  answered(await officer.post(`/api/follow-ups/${id}/submit`, { ...body, ...change }), 200);
  answered(await manager.post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false }), 200);
  answered(await manager.post(`/api/follow-ups/${id}/approve`, { contentVersion }), 200);
}

/** The text of the second requirement of {@link approvedWithTwo}. */
export const OTHER_REQUIREMENT = 'Utse ansvarig för introduktionen';

/** Approved with the requirement of the factory and one more, both on the same deficiency. */
export async function approvedWithTwo(t: TestApp): Promise<AssessedFixture & { otherId: string }> {
  const root = await aFollowUp(t).readyToSubmit();
  const { id, officer, findingId, clauseIds } = root;
  const ties = { findingIds: [findingId], clauseIds: [clauseIds['§ 15']] };
  const more = { kind: 'requirement', text: OTHER_REQUIREMENT, ...ties };
  const otherId = answered(await officer.post(`/api/follow-ups/${id}/actions`, more), 201).json<Saved>().id;
  await decide(root);
  return { ...root, otherId };
}

/** The last re-check that was booked for a root, through the officer's and the manager's own routes. */
export async function recheckOf(root: FollowUpFixture): Promise<RecheckFixture> {
  const booked = (await progressOf(root)).rechecks.at(-1);
  if (booked === undefined) throw new Error('No re-check is booked.');
  return new RecheckFixture(root, booked.id);
}

export class RecheckFixture {
  public constructor(
    public readonly root: FollowUpFixture,
    public readonly id: string,
  ) {}

  public async view(): Promise<FollowUpView> {
    return answered(await this.root.officer.get(`/api/follow-ups/${this.id}`), 200).json<FollowUpView>();
  }

  public async recheck(): Promise<RecheckView> {
    return answered(await this.root.officer.get(`/api/follow-ups/${this.id}/recheck`), 200).json<RecheckView>();
  }

  public async action(actionId: string): Promise<RecheckActionView> {
    const found = (await this.recheck()).actions.find((action) => action.actionId === actionId);
    if (found === undefined) throw new Error('The requirement is not in the scope of the re-check.');
    return found;
  }

  public async move(verb: string, reason?: string): Promise<Answer> {
    const { contentVersion } = await this.view();
    const body = { contentVersion, ...(reason !== undefined && { reason }) };
    return this.root.officer.post(`/api/follow-ups/${this.id}/${verb}`, body);
  }

  /** Started, with a meeting as its evidence, and being assessed. @returns the meeting's id. */
  public async assessing(heldOn = '2026-11-25'): Promise<string> {
    answered(await this.move('start'), 200);
    const meeting = { heldOn, title: 'Återkontroll på plats', form: 'at-provider', participants: [] };
    const held = answered(await this.root.officer.post(`/api/follow-ups/${this.id}/meetings`, meeting), 201);
    answered(await this.move('assess'), 200);
    return held.json<Saved>().id;
  }

  /** Judges a requirement on the evidence given, as the officer's page saves it. */
  public async judge(actionId: string, verdict: RecheckVerdict | null, change: object = {}): Promise<Answer> {
    const { version, evidenceIds } = await this.action(actionId);
    const found = { verdict, note: 'Rutinen har gåtts igenom.', before: null, after: null, evidenceIds };
    const url = `/api/follow-ups/${this.id}/recheck/actions/${actionId}`;
    return this.root.officer.put(url, { version, ...found, ...change });
  }

  public async submit(change: object = {}): Promise<Answer> {
    const { officer } = this.root;
    answered(await officer.post(`/api/follow-ups/${this.id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await this.view();
    const proposal = answered(await officer.get(`/api/follow-ups/${this.id}/judgement-proposal`), 200);
    const { outcome } = proposal.json<{ outcome: string }>();
    const body = { contentVersion, outcome, text: 'Kraven har prövats.', noFactCheckReason: 'Bara handlingar.' };
    return officer.post(`/api/follow-ups/${this.id}/submit`, { ...body, ...change });
  }

  public async approve(): Promise<Answer> {
    const { manager } = this.root;
    answered(await manager.post(`/api/follow-ups/${this.id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion } = await this.view();
    return manager.post(`/api/follow-ups/${this.id}/approve`, { contentVersion });
  }
}
