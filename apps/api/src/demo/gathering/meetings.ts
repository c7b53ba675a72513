import type { CalendarDate } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import type { StaffUser } from '../../http/current-user.js';
import { InterviewsService } from '../../interviews/interviews.service.js';
import { MeetingInvitationsService } from '../../meetings/meeting-invitations.service.js';
import { MeetingMinutesService } from '../../meetings/meeting-minutes.service.js';
import { MeetingNotesService } from '../../meetings/meeting-notes.service.js';
import { MeetingsService } from '../../meetings/meetings.service.js';
import { ObservationsService } from '../../observations/observations.service.js';
import { COMPANIES, type CompanyName } from './companies.js';
import type { GatheringStory } from './gathering-story.js';
import { AGENDA, INTERVIEWS, NOTES, OBSERVATION } from './meeting-words.js';
import { pastDay } from './past-days.js';

/** A meeting that has been held was agreed on some days before: invited with its agenda, on the day that came. */
export async function inviteToMeeting(
  story: GatheringStory,
  company: CompanyName,
  daysAgo: number,
  heldDaysAgo: number,
): Promise<void> {
  const evidenceId = await planMeeting(story, company, daysAgo, pastDay(story.at.today, heldDaysAgo));
  story.case(company).gathered.set('meeting', evidenceId);
}

/** Plans a meeting, with its agenda and people of both sides, and sends the invitations. @returns its evidence's id. */
export async function planMeeting(
  story: GatheringStory,
  company: CompanyName,
  daysAgo: number,
  day: CalendarDate,
): Promise<string> {
  const { db } = story.tools;
  const [officer, colleague] = [story.staff(0), story.staff(1)];
  const found = story.case(company);
  story.turnTo(daysAgo, 110);
  const clauses = await clausesOf(story, found.followUpId);
  const { id, version } = await new MeetingsService(db).add(officer, found.followUpId, {
    heldOn: day,
    title: 'Uppföljningsmöte',
    text: '',
    form: company === 'lindstigen' ? 'digital' : 'at-provider',
    startsAt: `${day}T08:00:00.000Z`,
    endsAt: `${day}T09:30:00.000Z`,
    place: company === 'lindstigen' ? '' : 'Utförarens kontor, Bangatan 4',
    link: company === 'lindstigen' ? 'https://mote.example/uppfoljning' : '',
    participants: [
      ...[officer, colleague].map((user) => municipalSide(user)),
      ...COMPANIES[company].people.map(({ name, role, email }) => ({ side: 'provider' as const, name, role, email })),
    ],
    agenda: AGENDA.map(({ text, clause }) => ({ text, clauseId: clauses.get(clause) ?? null })),
  });
  story.turnTo(daysAgo, 120);
  await new MeetingInvitationsService(db).invite(officer, id, { version });
  await story.mailsGo();
  return id;
}

/** The meeting as it was held: notes by two people as they wrote them, who came, and the minutes. */
export async function holdMeeting(story: GatheringStory, company: CompanyName, daysAgo: number): Promise<void> {
  const { db, clock } = story.tools;
  const evidenceId = story.case(company).gathered.get('meeting') ?? '';
  const [officer, colleague] = [story.staff(0), story.staff(1)];
  const meetings = new MeetingsService(db);
  const notes = new MeetingNotesService(db, clock);
  const items = await rowsOf(story, 'meeting_agenda_item', evidenceId);
  for (const [at, { item, text, byColleague }] of NOTES.entries()) {
    story.turnTo(daysAgo, 4 + at * 9);
    await notes.save(byColleague ? colleague : officer, uuidv7(), {
      ...{ evidenceId, agendaItemId: items[item] ?? null, text, version: null },
      writtenAt: clock.now().toISOString(),
    });
  }
  story.turnTo(daysAgo, 95);
  const participants = await rowsOf(story, 'meeting_participant', evidenceId);
  const { version } = await meetings.attend(officer, evidenceId, {
    participants: participants.map((id) => ({ id, attended: true })),
  });
  await meetings.hold(officer, evidenceId, { version });
  story.turnTo(daysAgo, 140);
  await new MeetingMinutesService(db).drawUp(officer, evidenceId);
}

/** A visit on one day: what was seen, and two interviews, which take no names. */
export async function visitOnce(story: GatheringStory, company: CompanyName, daysAgo: number): Promise<void> {
  const { db } = story.tools;
  const { followUpId, gathered } = story.case(company);
  const officer = story.staff(0);
  const heldOn = story.turnTo(daysAgo, 200);
  const { id } = await new ObservationsService(db).add(officer, followUpId, { heldOn, ...OBSERVATION });
  gathered.set('visit', id);
  const interviews = new InterviewsService(db);
  for (const interview of INTERVIEWS) await interviews.add(officer, followUpId, { heldOn, ...interview });
}

function municipalSide({ name, title, email }: StaffUser) {
  return { side: 'municipality' as const, name, role: title ?? 'handläggare', email };
}

async function clausesOf(story: GatheringStory, followUpId: string): Promise<Map<string, string>> {
  const user = story.staff(0);
  const rows = await story.tools.db.read<{ number: string; id: string }>(user, {
    name: 'demo-clauses',
    text: `select c.number, c.id from follow_up_clause f
      join clause c on c.municipality_id = f.municipality_id and c.id = f.clause_id
      where f.municipality_id = $1 and f.follow_up_id = $2`,
    values: [user.municipalityId, followUpId],
  });
  return new Map(rows.map(({ number, id }) => [number, id]));
}

const ROWS = {
  meeting_agenda_item:
    'select id from meeting_agenda_item where municipality_id = $1 and evidence_id = $2 order by position',
  meeting_participant: 'select id from meeting_participant where municipality_id = $1 and evidence_id = $2 order by id',
};

async function rowsOf(story: GatheringStory, table: keyof typeof ROWS, evidenceId: string): Promise<string[]> {
  const user = story.staff(0);
  const values = [user.municipalityId, evidenceId];
  const rows = await story.tools.db.read<{ id: string }>(user, { name: `demo-${table}`, text: ROWS[table], values });
  return rows.map(({ id }) => id);
}
