import { addDays, addMonths, type CalendarDate, drawSample, generateOrganisationNumber } from '@insyn/domain';
import { dayInWords, socialServicesAct, twelveMonthsTo, workingDay, yearOf } from '../days.js';
import type { DemoCase, DemoEvidence } from '../demo-case.js';
import { SODERANG_ASSESSMENT } from './soderang-assessment.js';
import { SODERANG_CLAUSES } from './soderang-contract.js';

const COMPANY = 'Vidablick Omsorg AB';
const FILES = { population: 16, size: 9, seed: 'soderang-genomforandeplaner' };
/** Which of the drawn files had no plan that the person had approved; places in the drawn order, from 0. */
const NOT_CURRENT = new Set([3, 7]);

/**
 * A follow-up of personal assistance run under contract, clause by clause, with the promises of the tender judged one by
 * one and an improvement area that was remedied during the round: approved.
 */
export function soderang(today: CalendarDate): DemoCase {
  const takeover = firstOfMonth(addMonths(workingDay(today, 210), -13));
  const decided = workingDay(today, 150);
  const meeting = workingDay(today, 195);
  const visit = workingDay(today, 240);
  const review = workingDay(today, 180);
  const year = yearOf(decided);
  const endsOn = addDays(addMonths(takeover, 36), -1);
  const period = twelveMonthsTo(meeting);
  return {
    contract: {
      provider: {
        organisationNumber: generateOrganisationNumber(102),
        legalName: COMPANY,
        form: 'company',
        note: 'Tog över driften från kommunen.',
      },
      contacts: [
        {
          name: 'Henrika Stålbrand',
          role: 'verksamhetschef',
          email: 'henrika.stalbrand@vidablick.example',
          phone: '070-174 06 21',
        },
      ],
      unit: {
        name: 'Söderängs personliga assistans',
        serviceTypes: ['personal-assistance'],
        laws: ['LSS 9 § 2'],
        places: null,
      },
      reference: `SUN ${yearOf(takeover) - 1}-112`,
      kind: 'contract',
      regime: 'LOU',
      startsOn: takeover,
      endsOn,
      extensionMonths: [12],
      latestEnd: addDays(addMonths(takeover, 60), -1),
      clauses: SODERANG_CLAUSES,
    },
    committee: 'SON',
    officer: 'Maja Sandell',
    kind: 'planned',
    year,
    title: `Söderäng, personlig assistans ${year}`,
    background:
      `${COMPANY} driver sedan ${dayInWords(takeover)} Söderängs personliga assistans på uppdrag av socialnämnden. Avtalet löper till och med ${dayInWords(endsOn)} och kan förlängas med ett år. ` +
      `Uppföljningen grundas på ${socialServicesAct(decided)} och på lagen (1993:387) om stöd och service till vissa funktionshindrade. Kommunen har full insyn i verksamheten och dess dokumentation.`,
    purpose:
      'Uppföljningen ska visa om avtalet följs punkt för punkt, hur övertagandet av driften har gått och om utföraren har infriat det som gav poäng i anbudet.',
    summary:
      'Verksamheten ger personlig assistans till 16 personer, som alla valde att följa med vid övertagandet. Den leds av en verksamhetschef med gruppchefer under sig, och ledningen har förstärkts sedan starten. ' +
      'Av 97 anställda är 28 månadsanställda, 34 timanställda och 35 arbetar vid behov. Utföraren uppger att sjukfrånvaron är 3,4 %.',
    stage: 'closed',
    publication: 'published',
    dates: {
      created: workingDay(today, 270),
      started: workingDay(today, 260),
      assessing: workingDay(today, 178),
      submitted: workingDay(today, 157),
      decided,
      published: workingDay(today, 141),
      ended: decided,
    },
    decisionDue: workingDay(today, 145),
    noFactCheckReason: 'Utkastet lästes igenom tillsammans med verksamhetschefen innan det lämnades till beslut.',
    scope: SODERANG_CLAUSES.map((clause) => clause.number),
    evidence: [
      {
        key: 'takeover-meetings',
        kind: 'document',
        heldOn: workingDay(today, 225),
        title: 'Minnesanteckningar från årets fyra möten om övertagandet',
        text: 'Parterna har under året gått igenom hur driften togs över och hur utföraren arbetar med det som utlovades i anbudet.',
      },
      {
        key: 'staff-meeting',
        kind: 'meeting',
        heldOn: visit,
        title: 'Arbetsplatsträff med assistenterna',
        text: 'Assistenterna anser att övergången har gått bra, till stor del för att deras närmaste chef följde med. Ersättningen för jour uppfattas som sämre än tidigare.',
        meeting: {
          form: 'at-provider',
          participants: [
            { side: 'provider', name: 'Rune Hedkvist', role: 'gruppchef' },
            { side: 'municipality', name: 'Vera Norrbo', role: 'avdelningschef' },
            { side: 'municipality', name: 'Isak Tjärnberg', role: 'personalkonsult' },
          ],
        },
      },
      {
        key: 'review-meeting',
        kind: 'meeting',
        heldOn: meeting,
        title: 'Samlad genomgång av det gångna året',
        text: 'Avtalet gicks igenom punkt för punkt, därefter anbudets mervärden ett i taget. Brandsäkert skåp för akter saknades men var beställt.',
        meeting: {
          form: 'at-provider',
          participants: [
            { side: 'provider', name: 'Henrika Stålbrand', role: 'verksamhetschef' },
            { side: 'provider', name: 'Love Granstedt', role: 'kvalitetsansvarig' },
            { side: 'municipality', name: 'Maja Sandell', role: 'verksamhetsutvecklare' },
            { side: 'municipality', name: 'Vera Norrbo', role: 'avdelningschef' },
          ],
        },
      },
      planReview(review),
      {
        key: 'survey',
        kind: 'document',
        heldOn: workingDay(today, 200),
        title: 'Brukarundersökning',
        text: 'Resultatet är gott, men mindre än hälften av de tillfrågade svarade.',
      },
      {
        key: 'new-routine',
        kind: 'document',
        heldOn: workingDay(today, 170),
        title: 'Ny rutin för dokumentation i kommunens system',
        text: 'Händelser av vikt skrivs ned hos den enskilde och förs varje vecka in i systemet av den som är dokumentationsansvarig.',
      },
    ],
    figures: [
      {
        name: 'Personer med assistans',
        unit: 'persons',
        period,
        aboutPersons: true,
        counted: { found: 16, total: null },
      },
      { name: 'Månadsanställda', unit: 'share', period, aboutPersons: true, counted: { found: 28, total: 97 } },
      { name: 'Timanställda', unit: 'share', period, aboutPersons: true, counted: { found: 34, total: 97 } },
      { name: 'Arbetar vid behov', unit: 'share', period, aboutPersons: true, counted: { found: 35, total: 97 } },
      {
        name: 'Sjukfrånvaro',
        unit: 'percent',
        period,
        aboutPersons: false,
        reported: { words: '3,4 %', by: `${COMPANY}, underlag saknas` },
      },
    ],
    ...SODERANG_ASSESSMENT,
    judgement: {
      outcome: 'approved',
      text:
        'Verksamheten håller god kvalitet och följer avtalet. Ett förbättringsområde har funnits: anteckningarna i kommunens system har varit knapphändiga. Utföraren har infört en ny rutin, och bristen är avhjälpt. ' +
        'Mervärdena i anbudet är i allt väsentligt infriade.',
      departureReason: null,
    },
    cancelReason: null,
    returnComments: [],
    generalised: {},
  };
}

/** Nine files of sixteen, drawn by the seed; seven have a current plan. */
function planReview(heldOn: CalendarDate): DemoEvidence {
  const { order } = drawSample(FILES);
  const missing = new Set(order.filter((_, place) => NOT_CURRENT.has(place)));
  return {
    key: 'plan-review',
    kind: 'document-review',
    heldOn,
    title: 'Granskning av dokumentation och genomförandeplaner',
    text: 'Akterna drogs slumpmässigt. I de ärenden där planen inte var aktuell fanns ett utkast som väntade på den enskildes eller företrädarens godkännande.',
    review: {
      method: 'random',
      ...FILES,
      questions: [{ id: 'current', text: 'Finns en aktuell genomförandeplan?' }],
      files: [...order]
        .sort((a, b) => a - b)
        .map((number) => ({
          number,
          results: { current: missing.has(number) ? 'no' : 'yes' },
          note: missing.has(number) ? 'Plan under arbete, ännu inte godkänd.' : '',
        })),
    },
  };
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 8)}01`;
}
