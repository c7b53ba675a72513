import type { BlockerView, Id } from '@insyn/api-schema';

/** Where in the client a place of a follow-up is shown. */
export interface PlaceLink {
  path: string[];
  query: Record<string, string>;
  fragment?: string;
}

/** The page, and the spot on it, where what a blocker or a comment points at can be mended. */
export function placeLink(followUpId: Id, place: BlockerView['place']): PlaceLink {
  const to = (tab: string, query: Record<string, string> = {}, fragment?: string): PlaceLink => ({
    path: tab ? ['/uppfoljningar', followUpId, tab] : ['/uppfoljningar', followUpId],
    query,
    ...(fragment ? { fragment } : {}),
  });
  const { kind, id } = place;
  if (kind === 'clause') return to('bedomning', id ? { punkt: id } : {});
  if (kind === 'finding') return to('bedomning', id ? { iakttagelse: id } : {}, id && `finding-${id}`);
  if (kind === 'action') return to('krav', {}, id && `action-${id}`);
  if (kind === 'evidence') return to('underlag', {}, id && `evidence-${id}`);
  if (kind === 'figure') return to('', {}, id && `figure-${id}`);
  if (kind === 'report-text') return to('', {}, id && `text-${id}`);
  if (kind === 'fact-check') return to('faktakontroll');
  if (kind === 'action-plan') return to('atgardsplan');
  if (kind === 'return-comment') return to('beslut', {}, id && `comment-${id}`);
  return kind === 'judgement' ? to('beslut') : to('');
}
