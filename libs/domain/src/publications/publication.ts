/** Where a report's publication stands; a timeline of its own (domain.md §5). */
export const PUBLICATION_STATES = ['waiting', 'approved', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What the first screen looks for (R17). */
export const SCREEN_HIT_KINDS = ['identity-number', 'phone', 'email', 'participant-name', 'small-count'] as const;
export type ScreenHitKind = (typeof SCREEN_HIT_KINDS)[number];

/** How a named person settled a hit (R17). */
export const HIT_SETTLEMENTS = ['masked', 'generalised', 'let-through'] as const;
export type HitSettlement = (typeof HIT_SETTLEMENTS)[number];
