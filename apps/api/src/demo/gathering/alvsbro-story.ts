import { workingDay, yearOf } from '../days.js';
import { COMPANIES } from './companies.js';
import type { GatheringStory } from './gathering-story.js';
import { assistanceLetter, homeCareLetter } from './letters.js';
import { HOME_CARE_FIGURES, reportedYear } from './provider-figures.js';

/** The second municipality asks two of the same companies: one has answered, one has not opened the letter. */
export async function tellAlvsbro(story: GatheringStory): Promise<void> {
  const { today } = story.at;
  const year = yearOf(today);
  story.turnTo(16, 60);
  const request = await story.send('hemljus', 'home-care', homeCareLetter(year, workingDay(today, -4)));
  story.turnTo(16, 65);
  await story.mailsGo();
  const person = story.person('hemljus');
  story.turnTo(11, 30);
  await story.gathering.read(person, request);
  const figures = {
    ...HOME_CARE_FIGURES,
    customers: 112,
    ours: 54,
    plans: 51,
    meetingDay: workingDay(today, -11),
    year: reportedYear(today),
  };
  await story.gathering.answer(person, request, story.answers(request, figures));
  await story.addFiles(person, request, COMPANIES.hemljus.provider.legalName, year);
  story.turnTo(6, 80);
  await story.gathering.submit(person, request);
  await story.mailsGo();
  story.turnTo(5, 60);
  const letter = assistanceLetter(year, workingDay(today, -16), [story.staff(0).name]);
  await story.send('lindstigen', 'personal-assistance', letter);
  story.turnTo(5, 65);
  await story.mailsGo();
}
