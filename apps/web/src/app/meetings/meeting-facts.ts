import type { EvidenceView } from '@insyn/api-schema';
import { formatDateLong, MEETING_FORM_LABELS } from '@insyn/domain';
import type { Tone } from '../ui/tone.js';
import { swedishTime } from './swedish-time.js';

/** "onsdag 25 november 2026 kl. 9.30–11.00", with the times as far as they are known. */
export function meetingTimeText({ heldOn, meeting }: EvidenceView): string {
  const day = formatDateLong(heldOn);
  if (!meeting?.startsAt || !meeting.endsAt) return day;
  return $localize`${day} kl. ${swedishTime(meeting.startsAt)}–${swedishTime(meeting.endsAt)}`;
}

/** In what form and where: "digitalt", "hos utföraren, Storgatan 1". */
export function meetingPlaceText({ meeting }: EvidenceView): string {
  if (!meeting) return '';
  return [MEETING_FORM_LABELS[meeting.form].toLowerCase(), meeting.place].filter(Boolean).join(', ');
}

/** What is still to come looks different from what is over; how it went is no matter of a colour (R8). */
export function meetingTone(state: NonNullable<EvidenceView['meeting']>['state']): Tone {
  return state === 'planned' ? 'info' : 'none';
}
