import type { HitSettlement, PublicationState, ScreenHitKind } from './publication.js';

/** The Swedish words for where a publication stands. */
export const PUBLICATION_STATE_LABELS: Record<PublicationState, string> = {
  waiting: 'Väntar',
  approved: 'Godkänd för publicering',
  published: 'Publicerad',
  withdrawn: 'Tillbakadragen',
};

/** The Swedish words for what the screen finds (R17). */
export const SCREEN_HIT_KIND_LABELS: Record<ScreenHitKind, string> = {
  'identity-number': 'Personnummer',
  phone: 'Telefonnummer',
  email: 'E-postadress',
  'participant-name': 'Namn på deltagare',
  'small-count': 'Litet antal personer',
};

/** The Swedish words for how a hit was settled (R17). */
export const HIT_SETTLEMENT_LABELS: Record<HitSettlement, string> = {
  masked: 'Maskad',
  generalised: 'Generaliserad',
  'let-through': 'Släppt igenom',
};
