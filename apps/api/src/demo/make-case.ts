import { type CalendarDate, SERVICE_TYPE_LABELS } from '@insyn/domain';
import { caseProposal } from './case-facts.js';
import type { Chance } from './chance.js';
import {
  BACKGROUNDS,
  CANCEL_REASONS,
  IN_DEPTH_BACKGROUND,
  JUDGEMENT_TEXTS,
  NO_FACT_CHECK_REASONS,
  PURPOSE,
  RETURN_COMMENTS,
} from './content/judgement-words.js';
import type { DemoPerson } from './content/people.js';
import { socialServicesAct, workingDay, yearOf } from './days.js';
import type { DemoCase, DemoDates, DemoPublication, DemoStage } from './demo-case.js';
import { isApproved, isProposed } from './demo-case.js';
import { makeAssessments } from './make-assessments.js';
import type { WordedContract } from './make-contract.js';
import { makeEvidence, makeFigures } from './make-evidence.js';

/** The stages in the order in which cases get them: every stage comes early, and those that are most usual come often. */
const STAGES: DemoStage[] = [
  ...([
    'deciding',
    'remedying',
    'gathering',
    'closed',
    'planned',
    'assessing',
    'returned',
    'closed',
    'remedying',
  ] as const),
  ...([
    'cancelled',
    'gathering',
    'closed',
    'deciding',
    'planned',
    'remedying',
    'closed',
    'assessing',
    'closed',
  ] as const),
];

/** How far publication has come, by the place among the stages; all others are published. */
const PUBLICATIONS = new Map<number, DemoPublication>([
  [3, 'waiting'],
  [7, 'screened'],
  [11, 'withdrawn'],
  [14, 'approved'],
]);

function publicationOf({ index, earlierRound }: CaseOrder): DemoPublication {
  return (earlierRound ? undefined : PUBLICATIONS.get(index % STAGES.length)) ?? 'published';
}

/** What every follow-up looks at: competence, plans, documentation. */
const ALWAYS = new Set(['14', '15', '18']);

/** What a case is made for. */
export interface CaseOrder {
  /** The place of the case among the municipality's. */
  index: number;
  /** An earlier round of a contract that has a later one: closed, and about a year older. */
  earlierRound: boolean;
  committee: string;
  officer: DemoPerson;
  /** Where the case has come and when, instead of what its place gives. */
  stage?: DemoStage;
  dates?: DemoDates;
  today: CalendarDate;
}

/** A case by chance, at the stage that its place gives; a finished one has no blocker left. */
export function makeCase(chance: Chance, { contract, templates }: WordedContract, order: CaseOrder): DemoCase {
  const stage = order.stage ?? (order.earlierRound ? 'closed' : (STAGES[order.index % STAGES.length] ?? 'planned'));
  const approved = isApproved({ stage });
  const dates = order.dates ?? makeDates(chance, stage, order);
  const year = yearOf(approved ? dates.decided : dates.created);
  const kind = order.index % 7 === 3 ? 'in-depth' : order.index % 11 === 5 ? 'thematic' : 'planned';
  const scoped = scopeOf(chance, templates, kind === 'thematic');
  const hasContent = stage !== 'planned' && stage !== 'cancelled';
  // Two of three fall short on lesser things only, so that every outcome is seen.
  const gentle = order.index % 3 !== 0;
  const evidence = hasContent
    ? makeEvidence(chance, {
        contract,
        dates,
        stage,
        officer: order.officer,
        inDepth: kind === 'in-depth',
        gentle,
        today: order.today,
      })
    : [];
  const demoCase: DemoCase = {
    contract,
    committee: order.committee,
    officer: order.officer.name,
    kind,
    year,
    title: `${contract.unit.name}, ${serviceOf(contract)} ${year}`,
    background: hasContent ? backgroundOf(chance, kind, dates) : '',
    purpose: hasContent ? PURPOSE : '',
    summary: '',
    stage,
    publication: approved ? publicationOf(order) : null,
    dates,
    decisionDue: dueOf(chance, stage, dates, order),
    noFactCheckReason: chance.one(NO_FACT_CHECK_REASONS),
    scope: scoped.map(({ number }) => number),
    evidence,
    figures: hasContent ? makeFigures(chance, contract, dates) : [],
    ...makeAssessments(chance, { templates: scoped, stage, evidence, gentle }),
    judgement: null,
    cancelReason: stage === 'cancelled' ? chance.one(CANCEL_REASONS) : null,
    returnComments: stage === 'returned' ? returnComments(chance, scoped) : [],
    generalised: {},
  };
  demoCase.summary = summaryOf(demoCase);
  if (isProposed(demoCase)) {
    const { outcome } = caseProposal(demoCase);
    demoCase.judgement = { outcome, text: chance.one(JUDGEMENT_TEXTS[outcome]), departureReason: null };
  }
  return demoCase;
}

function scopeOf(
  chance: Chance,
  templates: WordedContract['templates'],
  thematic: boolean,
): WordedContract['templates'] {
  const plans = templates.filter(({ number }) => ALWAYS.has(number));
  const others = templates.filter(({ number }) => !ALWAYS.has(number));
  const chosen = new Set([...plans, ...chance.some(others, thematic ? 3 : chance.between(6, 9))]);
  return templates.filter((template) => chosen.has(template));
}

function makeDates(chance: Chance, stage: DemoStage, order: CaseOrder): DemoDates {
  const { today, earlierRound, index } = order;
  const underWay = !['published', 'withdrawn'].includes(publicationOf(order));
  const older = earlierRound ? 330 : 0;
  const decidedAgo = older + decidedDaysAgo(chance, stage, { index, underWay });
  const submittedAgo = decidedAgo + chance.between(3, 9);
  const assessingAgo = isProposed({ stage }) ? submittedAgo + chance.between(6, 14) : older + chance.between(2, 20);
  const startedAgo = stage === 'gathering' ? chance.between(6, 25) : assessingAgo + chance.between(18, 35);
  const createdAgo = stage === 'planned' ? chance.between(2, 30) : startedAgo + chance.between(4, 20);
  const day = (daysAgo: number) => {
    const date = workingDay(today, daysAgo);
    return date > today ? today : date;
  };
  return {
    created: day(createdAgo),
    started: day(startedAgo),
    assessing: day(assessingAgo),
    submitted: day(submittedAgo),
    decided: day(decidedAgo),
    published: day(Math.max(decidedAgo - chance.between(4, 12), 0)),
    ended: day(stage === 'cancelled' ? Math.max(startedAgo - 5, 0) : Math.max(decidedAgo - 20, 0)),
  };
}

function decidedDaysAgo(
  chance: Chance,
  stage: DemoStage,
  { index, underWay }: { index: number; underWay: boolean },
): number {
  // Some re-checks should be late.
  if (isApproved({ stage }) && underWay) return chance.between(5, 18);
  if (stage === 'remedying') return index % STAGES.length === 8 ? chance.between(98, 110) : chance.between(15, 85);
  if (stage === 'closed') return chance.between(25, 190);
  return stage === 'returned' ? chance.between(2, 5) : 0;
}

/** When the decision is due: in the future for what is planned, and for some of what is under way already past. */
function dueOf(chance: Chance, stage: DemoStage, dates: DemoDates, { today, index }: CaseOrder): CalendarDate {
  if (stage === 'planned') return workingDay(today, -chance.between(40, 120));
  if (isApproved({ stage })) return workingDay(dates.decided, -chance.between(0, 14));
  return workingDay(today, -(index % 3 === 2 ? -chance.between(1, 9) : chance.between(2, 30)));
}

function backgroundOf(chance: Chance, kind: DemoCase['kind'], dates: DemoDates): string {
  const first = kind === 'in-depth' ? IN_DEPTH_BACKGROUND : chance.one(BACKGROUNDS);
  return `${first} Grunden är ${socialServicesAct(dates.decided)}, avtalet och SOSFS 2011:9.`;
}

function summaryOf({ figures, contract }: DemoCase): string {
  const counted = new Map(figures.map((figure) => [figure.name, figure.counted?.found]));
  const [persons, staff] = [counted.get('Personer med insats'), counted.get('Medarbetare')];
  if (persons === undefined || staff === undefined) return '';
  return `${contract.unit.name} ger insatser till ${persons} personer och har ${staff} medarbetare. Verksamheten leds av en chef på plats.`;
}

function returnComments(chance: Chance, scoped: WordedContract['templates']): DemoCase['returnComments'] {
  return chance
    .some(scoped, 2)
    .map(({ number }, at) => ({ clause: number, text: RETURN_COMMENTS[at % RETURN_COMMENTS.length] ?? '' }));
}

function serviceOf({ unit }: DemoCase['contract']): string {
  const [service] = unit.serviceTypes;
  return service === undefined ? 'omsorg' : SERVICE_TYPE_LABELS[service].toLowerCase();
}
