import type { Question } from '../question.js';
import { deficiency, improvementArea, sectionOf, seriousDeficiency, when } from './ready-question.js';

const NO_PERSONS = 'Skriv så att ingen person kan kännas igen.';

const CUSTOMERS = sectionOf('Kunderna och deras planer', [
  {
    id: 'contact-person',
    number: '3.1',
    kind: 'share',
    text: 'Hur många av kunderna från vår kommun har en utsedd kontaktperson hos er?',
    unit: 'kunder',
    finding: deficiency('Alla kunder har inte en utsedd kontaktperson'),
  },
  {
    id: 'current-plan',
    number: '3.2',
    kind: 'share',
    text: 'Hur många av kunderna från vår kommun har en aktuell genomförandeplan?',
    guidance:
      'En plan är aktuell när den stämmer med gällande beslut och behov. Räkna inte planer som är under arbete.',
    legalGround: '6 § LSS',
    unit: 'kunder',
    finding: deficiency('Alla kunder har inte en aktuell genomförandeplan'),
  },
  {
    id: 'plan-declined',
    number: '3.3',
    kind: 'number',
    text: 'Hur många kunder från vår kommun har tackat nej till en genomförandeplan?',
    guidance: 'Räkna bara dem där det är dokumenterat att kunden har tackat nej.',
    unit: 'kunder',
    min: 0,
  },
  {
    id: 'plan-followed-up',
    number: '3.4',
    kind: 'share',
    text: 'Hur många av genomförandeplanerna har följts upp de senaste tolv månaderna?',
    legalGround: '6 § LSS',
    unit: 'planer',
    finding: deficiency('Alla genomförandeplaner är inte uppföljda inom tolv månader'),
  },
  {
    id: 'plan-shared',
    number: '3.5',
    kind: 'share',
    text: 'Hur många av genomförandeplanerna har ni lämnat till kommunen så som avtalet säger?',
    unit: 'planer',
    finding: deficiency('Alla genomförandeplaner har inte lämnats till kommunen'),
  },
  {
    id: 'influence',
    number: '3.6',
    kind: 'text',
    text: 'Hur påverkar kunden vilka som anställs, hur de introduceras och hur assistansen ges?',
    legalGround: '6 § LSS',
  },
  {
    id: 'customer-survey',
    number: '3.7',
    kind: 'yes-no',
    text: 'Har ni under de senaste två åren frågat kunderna vad de tycker om assistansen?',
    finding: improvementArea('Kunderna har inte tillfrågats de senaste två åren', 'Nej'),
  },
  {
    id: 'customer-survey-response',
    number: '3.7b',
    kind: 'share',
    text: 'Hur många av de tillfrågade kunderna svarade?',
    unit: 'kunder',
    condition: when('customer-survey', 'Ja'),
  },
  {
    id: 'customer-survey-outcome',
    number: '3.7c',
    kind: 'text',
    text: 'Vad visade svaren, och vad har ni ändrat med anledning av dem?',
    guidance: NO_PERSONS,
    condition: when('customer-survey', 'Ja'),
  },
]);

const ROUTINES = sectionOf('Rutiner och dokumentation', [
  {
    id: 'routines',
    number: '4.1',
    kind: 'yes-no',
    text: 'Finns aktuella skriftliga rutiner för alla områden som avtalet tar upp?',
    guidance: 'Minst introduktion, social dokumentation, genomförandeplaner, klagomål, avvikelser och lex Sarah.',
    legalGround: 'SOSFS 2011:9',
    finding: deficiency('Skriftliga rutiner saknas för något av avtalets områden', 'Nej'),
  },
  {
    id: 'routines-missing',
    number: '4.1b',
    kind: 'multiple-choice',
    text: 'Vilka rutiner saknas eller behöver skrivas om?',
    options: [
      'Introduktion',
      'Social dokumentation',
      'Genomförandeplaner',
      'Synpunkter och klagomål',
      'Avvikelser',
      'Lex Sarah',
      'Frånvaro och vikarier',
    ],
    condition: when('routines', 'Nej'),
  },
  {
    id: 'routines-access',
    number: '4.2',
    kind: 'multiple-choice',
    text: 'Hur kommer assistenterna åt rutinerna under arbetspasset?',
    options: ['I telefon eller dator', 'På papper hos kunden', 'Bara på kontoret', 'De har ingen tillgång'],
    finding: deficiency(
      'Assistenterna kommer inte åt rutinerna under arbetspasset',
      'Bara på kontoret',
      'De har ingen tillgång',
    ),
  },
  {
    id: 'documentation-check',
    number: '4.3',
    kind: 'choice',
    text: 'Hur ofta kontrollerar ni den sociala dokumentationen?',
    options: ['Varje vecka', 'Varje månad', 'Några gånger om året', 'Aldrig'],
    finding: deficiency('Den sociala dokumentationen kontrolleras inte', 'Aldrig'),
  },
  {
    id: 'documentation-storage',
    number: '4.4',
    kind: 'yes-no',
    text: 'Förvaras akterna så att obehöriga inte kommer åt dem och så att de klarar en brand?',
    finding: seriousDeficiency('Akterna förvaras inte säkert', 'Nej'),
  },
]);

const QUALITY = sectionOf('Systematiskt kvalitetsarbete', [
  {
    id: 'management-system',
    number: '5.1',
    kind: 'yes-no',
    text: 'Har ni ett ledningssystem för kvalitet som används i det dagliga arbetet?',
    legalGround: 'SOSFS 2011:9',
    finding: seriousDeficiency('Ledningssystem för systematiskt kvalitetsarbete saknas', 'Nej'),
  },
  {
    id: 'self-checks',
    number: '5.2',
    kind: 'table',
    text: 'Vilka egenkontroller har ni gjort under året, och vad visade de?',
    legalGround: 'SOSFS 2011:9',
    columns: [
      { id: 'checked', text: 'Vad som kontrollerades', kind: 'text' },
      { id: 'held-on', text: 'Datum', kind: 'date' },
      { id: 'passed', text: 'Utan anmärkning', kind: 'share' },
      { id: 'measure', text: 'Åtgärd', kind: 'text' },
    ],
  },
  {
    id: 'complaints',
    number: '5.3',
    kind: 'number',
    text: 'Hur många synpunkter och klagomål har kommit in under året?',
    legalGround: 'SOSFS 2011:9',
    unit: 'ärenden',
    min: 0,
  },
  {
    id: 'deviations',
    number: '5.4',
    kind: 'table',
    text: 'Vilka avvikelser har rapporterats under året?',
    guidance: `En rad för varje slag av avvikelse. Lämna tabellen tom om inga har rapporterats. ${NO_PERSONS}`,
    legalGround: 'SOSFS 2011:9',
    required: false,
    columns: [
      { id: 'type', text: 'Slag av avvikelse', kind: 'text' },
      { id: 'count', text: 'Antal', kind: 'number' },
      { id: 'measure', text: 'Åtgärd', kind: 'text' },
    ],
  },
  {
    id: 'lex-sarah-informed',
    number: '5.5',
    kind: 'share',
    text: 'Hur många av de anställda har under året fått information om skyldigheten att rapportera enligt lex Sarah?',
    legalGround: '24 b § LSS',
    unit: 'anställda',
    finding: deficiency('Alla anställda har inte fått årlig information om lex Sarah'),
  },
  {
    id: 'lex-sarah-reports',
    number: '5.6',
    kind: 'number',
    text: 'Hur många rapporter enligt lex Sarah har lämnats under året?',
    guidance: NO_PERSONS,
    legalGround: '24 b § LSS',
    unit: 'rapporter',
    min: 0,
  },
]);

const TERMS = sectionOf('Försäkring och övriga villkor', [
  {
    id: 'insurance',
    number: '6.1',
    kind: 'yes-no',
    text: 'Har ni en gällande ansvarsförsäkring med de belopp som avtalet kräver?',
    finding: seriousDeficiency('Ansvarsförsäkring enligt avtalet saknas', 'Nej'),
  },
  {
    id: 'insurance-until',
    number: '6.1b',
    kind: 'date',
    text: 'Till och med vilken dag gäller försäkringen?',
    condition: when('insurance', 'Ja'),
  },
  {
    id: 'insurance-certificate',
    number: '6.1c',
    kind: 'file',
    text: 'Bifoga försäkringsbeviset.',
    condition: when('insurance', 'Ja'),
  },
  {
    id: 'tender-promises',
    number: '6.2',
    kind: 'text',
    text: 'Hur håller ni det som ni lovade utöver kraven i ert anbud?',
    guidance: 'Ta upp löftena ett i taget. Lämna tomt om ni inte fick mervärdespoäng.',
    required: false,
  },
]);

/** What is asked about customers, routines, quality and terms in personal assistance. */
export const PERSONAL_ASSISTANCE_QUALITY: Question[] = [...CUSTOMERS, ...ROUTINES, ...QUALITY, ...TERMS];
