import type { CalendarDate } from '@insyn/domain';
import { workingDay, yearOf } from '../days.js';
import { COMPANIES, type CompanyName } from './companies.js';
import type { GatheringRole } from '../demo-case.js';
import { ASSESSING_BEGAN } from './gathering-cases.js';
import type { GatheringStory } from './gathering-story.js';
import type { SentRequest } from './gathering.js';
import { assistanceLetter, COMPLETED, homeCareLetter, MORE_TIME, RETURNED } from './letters.js';
import { holdMeeting, inviteToMeeting, planMeeting, visitOnce } from './meetings.js';
import { pastDay } from './past-days.js';
import { HOME_CARE_FIGURES, LINDSTIGEN, type ProviderFigures, reportedYear } from './provider-figures.js';
import { attachSignal } from './signals.js';
import { insuranceCertificate, yearPlan } from './small-files.js';

/** Those of one round, which shows a request at each stage. */
export const ROUND: CompanyName[] = ['hemljus', 'vinterbro', 'sundet', 'ronnbaret', 'solvandan', 'asbacken'];
/**
 * How many days ago the round was sent, and when its time to answer ended. What must not fall on one day lies a week apart:
 * every day is moved to the working day before.
 */
const ROUND_SENT = 24;
const ROUND_DUE = 12;

/** Last year's round of Lindstigen, whose answers are offered in this year's: answered by two people and closed. */
export async function tellLastYear(story: GatheringStory): Promise<void> {
  const { today } = story.at;
  const sent = story.turnTo(382, 30);
  const year = yearOf(sent);
  const letter = assistanceLetter(year, pastDay(today, 362), [story.staff(0).name]);
  const request = await story.send('lindstigen-last-year', 'personal-assistance', letter);
  story.turnTo(382, 45);
  await story.mailsGo();
  const [nora, elliot] = [story.person('lindstigen'), story.person('lindstigen', 1)];
  story.turnTo(379, 20);
  await story.gathering.read(nora, request);
  const figures: ProviderFigures = {
    ...{ ...LINDSTIGEN, trained: true, ours: 8, plans: 6, complaints: 4, year: reportedYear(sent) },
    meetingDay: pastDay(today, 358),
  };
  const answers = story.answers(request, figures);
  story.turnTo(374, 100);
  await story.gathering.answer(nora, request, answers.slice(0, 14));
  story.turnTo(367, 60);
  await story.gathering.answer(elliot, request, answers.slice(14));
  await story.addFiles(elliot, request, COMPANIES.lindstigen.provider.legalName, year);
  story.turnTo(366, 200);
  await story.gathering.submit(nora, request);
  await story.mailsGo();
  story.turnTo(356, 90);
  await story.moves.close(story.staff(0), request.id, await story.gathering.versionOf(request));
}

/** This year in the first municipality: a round to six, a request that waits for more time, and one that is unread. */
export async function tellLunda(story: GatheringStory): Promise<void> {
  const { today } = story.at;
  const round = await sendRound(story);
  const assistance = await sendAssistance(story);
  await answerAll(story, 'ronnbaret', round, { reads: 22, submits: 20 }, { customers: 64, ours: 64, plans: 60 });
  await inviteToMeeting(story, 'ronnbaret', 15, 8);
  await answerHalf(story, round);
  await attachSignal(story, 'lindstigen', 13);
  await answerAll(story, 'sundet', round, { reads: 17, submits: 14 }, { complaints: 17, deviations: 31, left: 9 });
  await answerAll(story, 'hemljus', round, { reads: 15, submits: 13 }, { customers: 112, ours: 58, plans: 58 });
  await answerOnBehalf(story, round);
  await answerAssistance(story, assistance);
  await returnTwo(story, round);
  await holdMeeting(story, 'ronnbaret', 8);
  await visitOnce(story, 'ronnbaret', 6);
  await planMeeting(story, 'lindstigen', 5, workingDay(today, -7));
  // After the time was out.
  await answerAll(story, 'vinterbro', round, { reads: 6, submits: 5 }, { employed: 22, hourly: 9 });
  story.turnTo(4, 240);
  const done = round('ronnbaret');
  await story.moves.close(story.staff(0), done.id, await story.gathering.versionOf(done));
  story.turnTo(3, 150);
  await story.gathering.answer(story.person('sundet'), round('sundet'), [COMPLETED]);
  story.turnTo(ASSESSING_BEGAN, 30);
  const unread = assistanceLetter(yearOf(today), workingDay(today, -19), [story.staff(0).name]);
  await story.send('kastanjen', 'personal-assistance', unread);
  story.turnTo(ASSESSING_BEGAN, 40);
  await story.mailsGo();
}

type Round = (role: GatheringRole) => SentRequest;

async function sendRound(story: GatheringStory): Promise<Round> {
  const { today } = story.at;
  const sent = story.turnTo(ROUND_SENT, 60);
  const year = yearOf(sent);
  await story.sending.sendRound(story.staff(0), {
    ...story.content('home-care', homeCareLetter(year, pastDay(today, ROUND_DUE))),
    name: `Hemtjänst, tertial ${tertialOf(sent)} ${year}`,
    followUpIds: ROUND.map((role) => story.case(role).followUpId),
  });
  story.turnTo(ROUND_SENT, 62);
  await story.mailsGo(...COMPANIES.asbacken.people.map(({ email }) => email));
  const requests = new Map<GatheringRole, SentRequest>();
  for (const role of ROUND) requests.set(role, await story.request(role));
  return (role) => {
    const request = requests.get(role);
    if (request === undefined) throw new Error(`The round has no request to ${role}.`);
    return request;
  };
}

async function sendAssistance(story: GatheringStory): Promise<SentRequest> {
  const { today } = story.at;
  const sent = story.turnTo(ROUND_SENT, 120);
  const visitors = [story.staff(0).name, story.staff(1).name];
  const letter = assistanceLetter(yearOf(sent), workingDay(today, -9), visitors);
  const request = await story.send('lindstigen', 'personal-assistance', letter);
  story.turnTo(ROUND_SENT, 125);
  await story.mailsGo();
  return request;
}

/** One person reads, answers everything and hands it in. */
async function answerAll(
  story: GatheringStory,
  name: CompanyName,
  round: Round,
  days: { reads: number; submits: number },
  differs: Partial<ProviderFigures>,
): Promise<void> {
  const [person, request] = [story.person(name), round(name)];
  story.turnTo(days.reads, 40);
  await story.gathering.read(person, request);
  story.turnTo(days.reads, 90);
  await story.gathering.answer(person, request, story.answers(request, homeCareFigures(story, differs)));
  story.turnTo(days.submits, 130);
  await story.addFiles(person, request, COMPANIES[name].provider.legalName, yearOf(story.at.today));
  story.turnTo(days.submits, 180);
  await story.gathering.submit(person, request);
  await story.mailsGo();
}

/** Read and begun; the time has run out. */
async function answerHalf(story: GatheringStory, round: Round): Promise<void> {
  const [person, request] = [story.person('solvandan'), round('solvandan')];
  story.turnTo(14, 20);
  await story.gathering.read(person, request);
  story.turnTo(14, 75);
  const answers = story.answers(request, homeCareFigures(story, { customers: 31, ours: 31, plans: 28 }));
  await story.gathering.answer(person, request, answers.slice(0, 9));
}

/** Two people of Lindstigen answer half of it, one answer taken from last year's round, and ask for more time. */
async function answerAssistance(story: GatheringStory, request: SentRequest): Promise<void> {
  const { today } = story.at;
  const { gathering } = story;
  const [nora, elliot] = [story.person('lindstigen'), story.person('lindstigen', 1)];
  story.turnTo(9, 210);
  await gathering.read(nora, request);
  await gathering.takeEarlier(nora, request, 'management');
  const year = reportedYear(today);
  const figures = { ...LINDSTIGEN, meetingDay: workingDay(today, -12), year };
  const answers = story.answers(request, figures).filter(({ questionId }) => questionId !== 'management');
  await gathering.answer(nora, request, answers.slice(0, 8));
  story.turnTo(9, 280);
  await gathering.answer(elliot, request, answers.slice(10, 19));
  const [wantedDocumentId = ''] = request.wantedDocumentIds;
  const company = COMPANIES.lindstigen.provider.legalName;
  await gathering.answer(
    elliot,
    request,
    answers.filter(({ questionId }) => questionId === 'insurance'),
  );
  await gathering.addFile(
    elliot,
    request,
    { questionId: 'insurance-certificate' },
    insuranceCertificate(company, year),
  );
  await gathering.addFile(elliot, request, { wantedDocumentId }, yearPlan(company, year));
  story.turnTo(9, 400);
  await gathering.askForTime(nora, request, workingDay(today, -23), MORE_TIME);
}

/** The mail never came through: the officer asks by telephone and fills the answers in. */
async function answerOnBehalf(story: GatheringStory, round: Round): Promise<void> {
  const [officer, request] = [story.staff(0), round('asbacken')];
  story.turnTo(13, 330);
  const figures = homeCareFigures(story, {
    customers: 12,
    ours: 12,
    employed: 6,
    hourly: 3,
    plans: 12,
    left: 1,
    deviations: 2,
  });
  await story.gathering.answer(officer, request, story.answers(request, figures));
  await story.addFiles(officer, request, COMPANIES.asbacken.provider.legalName, yearOf(story.at.today));
  await story.gathering.submit(officer, request);
  await story.mailsGo();
}

async function returnTwo(story: GatheringStory, round: Round): Promise<void> {
  const request = round('sundet');
  story.turnTo(9, 70);
  await story.moves.returnQuestions(story.staff(0), request.id, {
    version: await story.gathering.versionOf(request),
    questions: RETURNED,
    due: workingDay(story.at.today, -5),
  });
  await story.mailsGo();
}

function homeCareFigures({ at: { today } }: GatheringStory, differs: Partial<ProviderFigures>): ProviderFigures {
  return { ...HOME_CARE_FIGURES, meetingDay: workingDay(today, -10), year: reportedYear(today), ...differs };
}

function tertialOf(day: CalendarDate): number {
  return Math.ceil(Number(day.slice(5, 7)) / 4);
}
