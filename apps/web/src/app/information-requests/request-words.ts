import type { RequestListItem } from '@insyn/api-schema';
import type { RequestState } from '@insyn/domain';
import type { Tone } from '../ui/tone.js';

/** A state tells how far a request has come, never how well it went (R8). */
export const REQUEST_TONES: Record<RequestState, Tone> = {
  sent: 'none',
  answering: 'info',
  answered: 'info',
  returned: 'info',
  closed: 'none',
  withdrawn: 'none',
};

/** "Läst, 12 av 43 frågor besvarade": how far the provider has come. */
export function progressText(request: RequestListItem): string {
  const { readAt, startedAt, answered, asked, answeredAt, state } = request;
  const count = $localize`${answered} av ${asked} frågor besvarade`;
  if (answeredAt || state === 'returned') return count;
  if (startedAt) return $localize`Påbörjad, ${count}`;
  return readAt ? $localize`Läst, inte påbörjad` : $localize`Inte läst än`;
}
