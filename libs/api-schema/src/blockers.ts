import type { FollowUpAction } from '@insyn/domain';
import type { Id } from './identity.js';

/** Something that stands in the way of an act, and where it is. */
export interface BlockerView {
  code: string;
  message: string;
  place: { kind: string; id?: Id };
}

/** An act that the reader may do now; with blockers it can be seen but not done. */
export interface ActionOffer {
  name: FollowUpAction;
  blockers: BlockerView[];
}
