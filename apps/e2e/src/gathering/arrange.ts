import type { Page } from '@playwright/test';
import { answered, postAs, registerCase } from '../arrange.js';
import { story } from './story.js';

/** Registers the case that the journey gathers evidence in, and its question set. @returns the follow-up's id. */
export async function aCaseToGatherIn(officer: Page): Promise<string> {
  const { id } = await registerCase(officer, story);
  const set = await postAs(officer)('/api/question-sets', { name: story.setName, serviceType: 'personal-assistance' });
  await officer.request
    .put(`/api/question-sets/${set.id}/questions`, {
      data: { versionNumber: 1, version: 1, questions: story.questions },
    })
    .then(answered);
  return id;
}
