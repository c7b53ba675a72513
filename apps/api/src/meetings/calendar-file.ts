import { createEvent, type EventAttributes } from 'ics';

/** Someone in a calendar file. */
export interface CalendarPerson {
  name: string;
  email: string;
}

/** A meeting as a calendar takes it (RFC 5545, RFC 5546). Instants, never local times. */
export interface CalendarMeeting {
  /** `CANCEL` takes it out of the calendar again. */
  method: 'REQUEST' | 'CANCEL';
  /** The same for as long as the meeting lives. */
  uid: string;
  /** One more with each file that is sent, or a calendar ignores it. */
  sequence: number;
  sentAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  description: string;
  location: string;
  organizer: CalendarPerson;
  attendees: readonly CalendarPerson[];
}

/** The text of an .ics file. Times are written in UTC, so that the night when the clock is changed is no riddle. */
export function calendarFile(meeting: CalendarMeeting): string {
  const { method, uid, sequence, title, description, location, organizer, attendees } = meeting;
  // `timestamp` (DTSTAMP) is read by the package and missing in its types.
  const event: EventAttributes & { timestamp: number } = {
    ...{ productId: '-//Insyn//SV', method, uid, sequence },
    ...{ start: utc(meeting.startsAt), startInputType: 'utc', startOutputType: 'utc' },
    ...{ end: utc(meeting.endsAt), endInputType: 'utc', endOutputType: 'utc' },
    timestamp: meeting.sentAt.getTime(),
    title: oneLine(title),
    description: plain(description),
    location: oneLine(location),
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    organizer: { name: parameter(organizer.name), email: organizer.email },
    attendees: attendees.map(({ name, email }) => ({
      ...{ name: parameter(name), email, rsvp: method === 'REQUEST', role: 'REQ-PARTICIPANT' as const },
      ...(method === 'REQUEST' && { partstat: 'NEEDS-ACTION' as const }),
    })),
  };
  const { error, value } = createEvent(event);
  if (error || value === null) throw new Error(`The calendar file could not be made: ${JSON.stringify(error)}`);
  return value;
}

function utc(instant: Date): [number, number, number, number, number] {
  const month = instant.getUTCMonth() + 1;
  return [instant.getUTCFullYear(), month, instant.getUTCDate(), instant.getUTCHours(), instant.getUTCMinutes()];
}

/** No control characters: a line break in a name would begin a property of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function plain(text: string): string {
  return text
    .split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u)
    .map(oneLine)
    .join('\n');
}

/** A parameter stands between double quotes and cannot hold one (RFC 5545 §3.2). */
function parameter(text: string): string {
  return oneLine(text).replace(/"/g, '’').replace(/\\/g, '/');
}
