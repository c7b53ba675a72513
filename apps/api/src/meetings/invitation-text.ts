import { formatDateLong, stockholmDate, stockholmTime } from '@insyn/domain';

/** What a mail about a meeting tells. */
export interface InvitationFacts {
  occasion: 'invited' | 'changed' | 'cancelled';
  to: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  form: string;
  place: string;
  link: string;
  agenda: readonly string[];
  /** Why it is cancelled. */
  reason: string;
  organizer: { name: string; email: string };
  municipality: string;
}

const SUBJECTS = { invited: 'Kallelse', changed: 'Ändrat möte', cancelled: 'Inställt möte' } as const;

/** The Swedish subject of a mail about a meeting. */
export function invitationSubject({ occasion, title, startsAt }: InvitationFacts): string {
  return `${SUBJECTS[occasion]}: ${title.replace(/\s+/gu, ' ')}, ${formatDateLong(stockholmDate(startsAt))}`;
}

/** The Swedish text of a mail about a meeting, for programs that do not read the calendar file. */
export function invitationText(facts: InvitationFacts): string {
  const { occasion, to, title, organizer, municipality, form, place, link, agenda, reason } = facts;
  const what = {
    invited: `Du är kallad till mötet ”${title}”.`,
    changed: `Mötet ”${title}” har ändrats. Det här gäller nu.`,
    cancelled: `Mötet ”${title}” är inställt och tas bort ur din kalender. Skäl: ${reason}`,
  }[occasion];
  const lines = [
    `Tid: ${meetingHours(facts)}`,
    `Form: ${form}`,
    ...(place ? [`Plats: ${place}`] : []),
    ...(link && occasion !== 'cancelled' ? [`Länk: ${link}`] : []),
  ];
  const items = agenda.map((text, index) => `${index + 1}. ${text}`);
  return [
    `Hej ${to}!`,
    what,
    lines.join('\n'),
    ...(items.length > 0 && occasion !== 'cancelled' ? [['Dagordning', ...items].join('\n')] : []),
    occasion === 'cancelled' ? '' : 'Mötet ligger bifogat som kalenderfil.',
    `${organizer.name}\n${municipality}\n${organizer.email}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** 'tisdag 1 december 2026 kl. 09:00–10:30', with summer or winter time on the days when the clock is changed. */
export function meetingHours({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const [from, to] = [stockholmDate(startsAt), stockholmDate(endsAt)];
  const isChange = clockChanges(from) || clockChanges(to);
  const time = (at: Date) => stockholmTime(at) + (isChange ? ` (${isSummer(at) ? 'sommartid' : 'normaltid'})` : '');
  const end = from === to ? time(endsAt) : `${formatDateLong(to)} kl. ${time(endsAt)}`;
  return `${formatDateLong(from)} kl. ${time(startsAt)}–${end}`;
}

const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' });

function isSummer(at: Date): boolean {
  return zone.formatToParts(at).some(({ type, value }) => type === 'timeZoneName' && value === 'GMT+02:00');
}

function clockChanges(day: string): boolean {
  return isSummer(new Date(`${day}T00:00:00Z`)) !== isSummer(new Date(`${day}T12:00:00Z`));
}
