import type { Page } from '@playwright/test';
import { answered, moveCase, postAs, readCase, registerCase, type RegisteredCase } from '../arrange.js';
import { story } from './story.js';

/** Registers a case with two requirements that waits for a manager's decision, through the routes. */
export async function aCaseToDecide(officer: Page): Promise<RegisteredCase> {
  const registered = await registerCase(officer, story);
  const { id, clauseIds } = registered;
  const post = postAs(officer);
  await moveCase(officer, id, 'assess');
  const evidenceIds = [(await post(`/api/follow-ups/${id}/meetings`, meeting())).id];
  for (const number of ['5', '6'] as const) {
    const ids = [clauseIds[number]];
    const text = story.findings[number];
    await officer.request
      .put(`/api/follow-ups/${id}/assessments`, {
        data: { clauseIds: ids, version: null, verdict: 'not-met', text, evidenceIds },
      })
      .then(answered);
    const finding = { kind: 'deficiency', severity: 'minor', title: text, clauseIds: ids, evidenceIds };
    const { id: findingId } = await post(`/api/follow-ups/${id}/findings`, finding);
    const requirement = { kind: 'requirement', text: story.requirements[number], findingIds: [findingId] };
    await post(`/api/follow-ups/${id}/actions`, { ...requirement, clauseIds: ids });
  }
  await post(`/api/follow-ups/${id}/conflict-declaration`, { hasConflict: false });
  const { version } = await readCase(officer, id);
  await officer.request
    .patch(`/api/follow-ups/${id}`, {
      data: { version, background: 'Avtalet följs upp varje år.', purpose: 'Att se om avtalet följs.' },
    })
    .then(answered);
  const { contentVersion } = await readCase(officer, id);
  await post(`/api/follow-ups/${id}/submit`, {
    ...{ contentVersion, outcome: 'approved-with-remarks', text: story.judgement },
    ...{ noFactCheckReason: story.noFactCheck },
  });
  return registered;
}

function meeting() {
  return {
    ...{ heldOn: today(), title: story.meeting, form: 'at-provider' },
    text: 'Verksamhetschefen berättade om introduktionen och planerna.',
    participants: [{ side: 'provider', name: story.contact.name, role: story.contact.role }],
  };
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
}
