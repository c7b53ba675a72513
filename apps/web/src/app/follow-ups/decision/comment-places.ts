import type { BlockerView, FollowUpView } from '@insyn/api-schema';
import { compareClauseNumbers, quotedStart } from '@insyn/domain';
import { shortNumber } from '../assess/clause-groups.js';

/** A place of a case that a comment can be tied to, and what it is called. */
export interface CommentPlace {
  kind: string;
  id?: string;
  label: string;
}

/** Every place of a case that a comment can be tied to: the judgement, the texts, the clauses, findings and actions. */
export function commentPlaces({ clauses, findings, actions }: FollowUpView): CommentPlace[] {
  const of = (kind: string, id: string, label: string): CommentPlace => ({ kind, id, label });
  return [
    { kind: 'judgement', label: $localize`Samlad bedömning` },
    of('report-text', 'background', $localize`Bakgrund`),
    of('report-text', 'purpose', $localize`Syfte`),
    of('report-text', 'summary', $localize`Sammanfattning`),
    ...clauses
      .toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading }) => of('clause', id, `${shortNumber(number)} ${heading}`)),
    ...findings.map(({ id, title }) => of('finding', id, $localize`Iakttagelse: ${title}`)),
    ...actions.map(({ id, text }) => of('action', id, $localize`Åtgärd: ${quotedStart(text)}`)),
  ];
}

/** What the place of a comment is called; one that is gone since is the case as a whole. */
export function placeName(view: FollowUpView, place: BlockerView['place']): string {
  const found = commentPlaces(view).find(({ kind, id }) => kind === place.kind && id === place.id);
  return found?.label ?? $localize`Hela uppföljningen`;
}
