import { type CalendarDate, formatDate, stockholmDate } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Invalid } from '../http/problem.js';

/** When a meeting is: its day in Sweden and, where it is known, from and to which instant. */
export interface MeetingTime {
  heldOn: CalendarDate;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** What a request says of it; what is undefined is not said. */
export interface WantedTime {
  heldOn?: CalendarDate | undefined;
  startsAt?: string | null | undefined;
  endsAt?: string | null | undefined;
}

/**
 * The time that a request gives a meeting. Instants are compared as instants, so a meeting over the hour that comes twice
 * in October is as long as it is; its day is the Swedish day on which it begins.
 * @throws Invalid at the field: half a time, an end that is not after the start, a day that is not that of the start.
 */
export function meetingTime(wanted: WantedTime, before: MeetingTime | null): MeetingTime {
  const startsAt = instant(wanted.startsAt, before?.startsAt ?? null);
  const endsAt = instant(wanted.endsAt, before?.endsAt ?? null);
  if ((startsAt === null) !== (endsAt === null)) {
    const field = startsAt === null ? 'startsAt' : 'endsAt';
    throw new Invalid([{ field, message: 'Ange både när mötet börjar och när det slutar.' }]);
  }
  if (startsAt === null || endsAt === null) {
    const heldOn = wanted.heldOn ?? before?.heldOn;
    if (heldOn === undefined) throw new Invalid([{ field: 'heldOn', message: 'Ange mötets dag.' }]);
    return { heldOn, startsAt, endsAt };
  }
  if (endsAt <= startsAt) throw new Invalid([{ field: 'endsAt', message: 'Mötet måste sluta efter att det börjar.' }]);
  const day = stockholmDate(startsAt);
  if (wanted.heldOn !== undefined && wanted.heldOn !== day) {
    throw new Invalid([{ field: 'heldOn', message: `Mötet börjar ${formatDate(day)}. Ange den dagen.` }]);
  }
  return { heldOn: day, startsAt, endsAt };
}

/** @throws Invalid at `heldOn` for a meeting that was held on a day that has not come. */
export function requireHeld(tx: Transaction, heldOn: CalendarDate): void {
  if (heldOn <= tx.today) return;
  throw new Invalid([{ field: 'heldOn', message: 'Dagen har inte varit än. Ange mötet som planerat.' }]);
}

function instant(wanted: string | null | undefined, before: Date | null): Date | null {
  if (wanted === undefined) return before;
  return wanted === null ? null : new Date(wanted);
}
