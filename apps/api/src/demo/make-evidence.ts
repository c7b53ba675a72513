import { addDays, type CalendarDate, drawSample } from '@insyn/domain';
import type { Chance } from './chance.js';
import { MEETING_NOTES, OBSERVATIONS, SIGNALS } from './content/judgement-words.js';
import { FIRST_NAMES, SURNAMES, type DemoPerson } from './content/people.js';
import { twelveMonthsTo, workingDay } from './days.js';
import type { DemoContract, DemoDates, DemoEvidence, DemoFigure, DemoStage } from './demo-case.js';

interface EvidenceOrder {
  contract: DemoContract;
  dates: DemoDates;
  stage: DemoStage;
  officer: DemoPerson;
  inDepth: boolean;
  /** Every reviewed file has a current plan. */
  gentle: boolean;
  today: CalendarDate;
}

const CURRENT_PLAN = 'current';
const FORMS = ['digital', 'at-provider', 'at-municipality'] as const;

/** What has been gathered: the letter first; the rest lies between it and the day when the assessing began. */
export function makeEvidence(chance: Chance, order: EvidenceOrder): DemoEvidence[] {
  const { contract, dates, stage, officer, inDepth, gentle, today } = order;
  const evidence: DemoEvidence[] = [
    {
      key: 'letter',
      kind: 'document',
      heldOn: dates.started,
      title: 'Informationsbrev med begäran om uppgifter',
      text: 'Brevet anger vilka handlingar som behövs och när de ska ha kommit in.',
    },
  ];
  if (inDepth) {
    evidence.push({
      key: 'signal',
      kind: 'signal',
      heldOn: dates.started,
      title: 'Signal om verksamheten',
      text: chance.one(SIGNALS),
    });
  }
  const participants = participantsOf(chance, contract, officer);
  if (stage === 'gathering' && chance.happens(50)) {
    const heldOn = workingDay(today, -chance.between(2, 12));
    const meeting = { form: chance.one(FORMS), participants };
    return [...evidence, { key: 'meeting', kind: 'meeting', heldOn, title: 'Uppföljningsmöte', text: '', meeting }];
  }
  const last = stage === 'gathering' ? dates.started : dates.assessing;
  const meeting = between(dates.started, last, 60);
  evidence.push(
    {
      key: 'answer',
      kind: 'document',
      heldOn: between(dates.started, last, 40),
      title: 'Skriftliga uppgifter från utföraren',
      text: 'Rutiner, årshjul och förteckning över avvikelser och synpunkter.',
    },
    {
      key: 'meeting',
      kind: 'meeting',
      heldOn: meeting,
      title: 'Uppföljningsmöte',
      text: chance.one(MEETING_NOTES),
      meeting: {
        form: chance.one(FORMS),
        participants,
      },
    },
    planReview(chance, contract, last, { stage, gentle }),
  );
  if (chance.happens(40)) {
    evidence.push({
      key: 'visit',
      kind: 'observation',
      heldOn: last,
      title: 'Besök i verksamheten',
      text: chance.one(OBSERVATIONS),
    });
  }
  return evidence;
}

/** How many of the reviewed files have a current plan; null where no review was made. */
export function planResult(evidence: DemoEvidence[]): { found: number; of: number } | null {
  const review = evidence.find(({ review: held }) => held !== undefined)?.review;
  if (review === undefined) return null;
  return {
    found: review.files.filter(({ results }) => results[CURRENT_PLAN] === 'yes').length,
    of: review.files.length,
  };
}

/** The figures of the overview, some counted and some as the provider gave them (R4). */
export function makeFigures(chance: Chance, contract: DemoContract, dates: DemoDates): DemoFigure[] {
  const period = twelveMonthsTo(dates.started);
  const persons = contract.unit.places ?? chance.between(12, 90);
  const staff = persons + chance.between(6, 30);
  const hourly = chance.between(5, Math.max(6, Math.floor(staff / 3)));
  const by = `${contract.provider.legalName}, underlag saknas`;
  const sickLeave = `${chance.between(2, 11)},${chance.between(0, 9)} %`;
  const workdays = staff * 220;
  const figures: DemoFigure[] = [
    {
      name: 'Personer med insats',
      unit: 'persons',
      period,
      aboutPersons: true,
      counted: { found: persons, total: null },
    },
    { name: 'Medarbetare', unit: 'persons', period, aboutPersons: true, counted: { found: staff, total: null } },
    { name: 'Timanställda', unit: 'share', period, aboutPersons: true, counted: { found: hourly, total: staff } },
  ];
  if (chance.happens(50)) {
    figures.push({
      name: 'Sjukfrånvaro',
      unit: 'percent',
      period,
      aboutPersons: false,
      reported: { words: sickLeave, by },
    });
  } else {
    const found = Math.round((workdays * chance.between(20, 90)) / 1000);
    figures.push({
      name: 'Sjukfrånvaro, dagar',
      unit: 'share',
      period,
      aboutPersons: false,
      counted: { found, total: workdays },
    });
  }
  return figures;
}

function planReview(
  chance: Chance,
  contract: DemoContract,
  heldOn: CalendarDate,
  { stage, gentle }: Pick<EvidenceOrder, 'stage' | 'gentle'>,
): DemoEvidence {
  const population = contract.unit.places ?? chance.between(12, 60);
  const size = Math.min(population, chance.between(6, 12));
  const seed = `${contract.reference} ${heldOn}`;
  const most = stage === 'closed' ? 0.3 : 0.6;
  const missing = gentle || chance.happens(30) ? 0 : chance.between(1, Math.max(1, Math.floor(size * most)));
  const { order, numbers } = drawSample({ population, size, seed });
  const without = new Set(order.slice(0, missing));
  const census = size === population;
  return {
    key: 'review',
    kind: 'document-review',
    heldOn,
    title: 'Granskning av genomförandeplaner',
    text: census ? 'Samtliga akter granskades.' : 'Akterna drogs slumpmässigt inför granskningen.',
    review: {
      method: census ? 'census' : 'random',
      population,
      size,
      seed: census ? null : seed,
      questions: [{ id: CURRENT_PLAN, text: 'Finns en aktuell genomförandeplan?' }],
      files: numbers.map((number) => ({
        number,
        results: { [CURRENT_PLAN]: without.has(number) ? 'no' : 'yes' },
        note: '',
      })),
    },
  };
}

/** Who takes part in the meeting, from both sides. */
function participantsOf(
  chance: Chance,
  contract: DemoContract,
  officer: DemoPerson,
): NonNullable<DemoEvidence['meeting']>['participants'] {
  return [
    ...contract.contacts.map(({ name, role }) => ({ side: 'provider' as const, name, role })),
    { side: 'provider', name: personName(chance), role: 'samordnare' },
    { side: 'municipality', name: officer.name, role: officer.title },
    { side: 'municipality', name: personName(chance), role: 'biståndshandläggare' },
  ];
}

function personName(chance: Chance): string {
  return `${chance.one(FIRST_NAMES)} ${chance.one(SURNAMES)}`;
}

/** The day so many percent of the way from one day to another. */
function between(from: CalendarDate, to: CalendarDate, percent: number): CalendarDate {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return addDays(from, Math.floor((Math.max(days, 0) * percent) / 100));
}
