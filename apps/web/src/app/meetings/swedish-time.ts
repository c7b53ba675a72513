import { type CalendarDate, stockholmDate, stockholmTime } from '@insyn/domain';

const MINUTE_MS = 60_000;
/** Summer time first: of the hour that comes twice in October, the first is meant. */
const OFFSETS = [120, 60];

/** The instant at which clocks in Sweden show this day and time; null for the hour that is skipped in March. */
export function swedishInstant(date: CalendarDate, time: string): string | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = OFFSETS.map((minutes) => new Date(asUtc - minutes * MINUTE_MS)).find(
    (instant) => stockholmDate(instant) === date && stockholmTime(instant) === time,
  );
  return shown?.toISOString() ?? null;
}

/** "14:32" in Sweden, as a time field holds it; empty for null. */
export function swedishTime(instant: string | null): string {
  return instant === null ? '' : stockholmTime(new Date(instant));
}
