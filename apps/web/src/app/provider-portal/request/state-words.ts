import type { RequestState } from '@insyn/domain';

/** Where a request stands, as the provider sees it: what the municipality has sent is new to them. */
export const STATE_WORDS: Record<RequestState, string> = {
  sent: $localize`Ny`,
  answering: $localize`Påbörjad`,
  answered: $localize`Inlämnad`,
  returned: $localize`Ska kompletteras`,
  closed: $localize`Avslutad`,
  withdrawn: $localize`Återkallad`,
};
