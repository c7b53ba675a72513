import { addMonths, type CalendarDate, CHECKLIST_TEMPLATES, drawSample, SERVICE_TYPES } from '@insyn/domain';
import type { Chance } from '../chance.js';
import type { DemoMunicipality } from '../content/people.js';
import { workingDay, yearOf } from '../days.js';
import type { DemoCase, DemoDates, DemoEvidence, DemoStage, GatheringRole } from '../demo-case.js';
import { makeCase } from '../make-case.js';
import { makeContract, type WordedContract } from '../make-contract.js';
import { COMPANIES, type Company, type CompanyName } from './companies.js';
import { pastDay } from './past-days.js';

/** How many days before today things happened in last year's round. */
const LAST_YEAR = { created: 392, started: 384, assessing: 352, submitted: 343, decided: 338, published: 330 };
/** When this year's rounds began: before anything is sent. */
const BEGUN = { created: 34, started: 27 };
/** When the assessing of the one case that has come that far began. */
export const ASSESSING_BEGAN = 2;

const IN_LUNDA: CompanyName[] = [
  'lindstigen',
  'hemljus',
  'vinterbro',
  'sundet',
  'ronnbaret',
  'solvandan',
  'asbacken',
  'kastanjen',
];
const IN_ALVSBRO: CompanyName[] = ['lindstigen', 'hemljus'];

/** The cases of a municipality that step 2 is shown on, last year's round first; only the first two have any. */
export function gatheringCases(
  chance: Chance,
  municipality: DemoMunicipality,
  place: number,
  today: CalendarDate,
): DemoCase[] {
  const officer = municipality.people.find(({ role }) => role === 'officer');
  const committee = municipality.committees[0]?.prefix;
  const names = [IN_LUNDA, IN_ALVSBRO][place] ?? [];
  if (officer === undefined || committee === undefined) return [];
  const order = { committee, officer, today, index: 1 };
  return names.flatMap((name, at) => {
    const worded = contractOf(chance, COMPANIES[name], municipality.name.replace(' kommun', ''), { place, at, today });
    const made = (role: GatheringRole, stage: DemoStage, dates: DemoDates, earlierRound = false): DemoCase => {
      const demoCase = { ...makeCase(chance, worded, { ...order, earlierRound, stage, dates }), gathering: role };
      return stage === 'gathering' ? { ...demoCase, evidence: [], figures: [], summary: '' } : demoCase;
    };
    if (name === 'ronnbaret') return [withReviews(made(name, 'assessing', thisYear(today)), today)];
    const current = made(name, 'gathering', thisYear(today));
    if (name !== 'lindstigen' || place !== 0) return [current];
    return [made('lindstigen-last-year', 'closed', lastYear(today), true), current];
  });
}

/** A contract like the invented ones, with this company and a unit of its own in the municipality. */
function contractOf(
  chance: Chance,
  { provider, serviceType, people }: Company,
  town: string,
  { place, at, today }: { place: number; at: number; today: CalendarDate },
): WordedContract {
  // Every third place is for own run operations.
  const first = SERVICE_TYPES.indexOf(serviceType);
  const { contract, templates } = makeContract(
    chance,
    first % 3 === 2 ? first + SERVICE_TYPES.length : first,
    place,
    today,
  );
  return {
    templates,
    contract: {
      ...contract,
      provider,
      contacts: people.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
      unit: { ...contract.unit, name: `${provider.legalName.split(' ')[0] ?? ''}, ${town}` },
      reference: `SUN ${yearOf(contract.startsOn) - 1}-${String(701 + at * 3)}`,
      startsOn: addMonths(contract.startsOn, -12),
    },
  };
}

function thisYear(today: CalendarDate): DemoDates {
  const assessing = pastDay(today, ASSESSING_BEGAN);
  const day = workingDay(today, 0);
  const later = { submitted: day, decided: day, published: day, ended: day };
  return { created: pastDay(today, BEGUN.created), started: pastDay(today, BEGUN.started), assessing, ...later };
}

function lastYear(today: CalendarDate): DemoDates {
  const day = (daysAgo: number) => pastDay(today, daysAgo);
  const { created, started, assessing, submitted, decided, published } = LAST_YEAR;
  return {
    ...{ created: day(created), started: day(started), assessing: day(assessing), submitted: day(submitted) },
    ...{ decided: day(decided), published: day(published), ended: day(published) },
  };
}

/** Adds to a case what is reviewed by the checklists of the product: all of the plans' questions, and personnel files. */
function withReviews(demoCase: DemoCase, today: CalendarDate): DemoCase {
  const plans = checklist('implementation-plan').slice(1);
  const evidence = demoCase.evidence.map((item): DemoEvidence => {
    if (item.review === undefined) return item;
    const files = item.review.files.map((file, at) => ({
      ...file,
      results: { ...file.results, ...Object.fromEntries(plans.map(({ id }, place) => [id, answerOf(at, place)])) },
    }));
    return { ...item, review: { ...item.review, questions: [...item.review.questions, ...plans], files } };
  });
  return { ...demoCase, evidence: [...evidence, personnelReview(demoCase, today)] };
}

function personnelReview({ contract }: DemoCase, today: CalendarDate): DemoEvidence {
  const [population, size] = [46, 8];
  const seed = `${contract.reference} personalakter`;
  const questions = checklist('personnel-file');
  return {
    key: 'personnel-review',
    kind: 'document-review',
    heldOn: pastDay(today, ASSESSING_BEGAN + 1),
    title: 'Granskning av personalakter',
    text: 'Akterna drogs slumpmässigt och lästes på plats. Inga kopior togs.',
    review: {
      ...{ method: 'random', population, size, seed, questions },
      files: drawSample({ population, size, seed }).numbers.map((number, at) => ({
        number,
        results: Object.fromEntries(questions.map(({ id }, place) => [id, answerOf(at + 3, place)])),
        note: at === 2 ? 'Introduktionens checklista är ifylld men inte daterad.' : '',
      })),
    },
  };
}

/** Most is as it should be; what is not lies spread over the files. */
function answerOf(file: number, question: number): 'yes' | 'no' | 'not-applicable' {
  const place = (file * 5 + question * 3) % 17;
  if (place === 4) return 'no';
  return place === 11 ? 'not-applicable' : 'yes';
}

function checklist(id: string): { id: string; text: string }[] {
  const template = CHECKLIST_TEMPLATES.find((one) => one.id === id);
  if (template === undefined) throw new Error(`The product has no checklist ${id}.`);
  return template.questions.map((text, at) => ({ id: `q${at + 1}`, text }));
}
