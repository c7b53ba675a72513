import { answered, type FollowUpFixture } from './follow-up-factory.js';

/** Answers every comment of the last return, so that the judgement can be sent anew. */
export async function answerComments({ id, officer, view }: FollowUpFixture): Promise<void> {
  const returned = (await view()).judgements.findLast(({ status }) => status === 'returned');
  for (const comment of returned?.comments ?? []) {
    const body = { version: comment.version, text: 'Texten är kompletterad.' };
    answered(await officer.put(`/api/follow-ups/${id}/return-comments/${comment.id}/answer`, body), 200);
  }
}
