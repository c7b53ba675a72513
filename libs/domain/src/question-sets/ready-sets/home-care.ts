import type { Question } from '../question.js';
import { deficiency, improvementArea, sectionOf, seriousDeficiency, when } from './ready-question.js';

const OPERATION = sectionOf('Verksamheten', [
  {
    id: 'customers-total',
    number: '1.1',
    kind: 'number',
    text: 'Hur många kunder har hemtjänst hos er?',
    guidance: 'Räkna alla kunder den sista dagen i förra månaden, oavsett kommun.',
    unit: 'kunder',
    min: 0,
  },
  {
    id: 'customers-municipality',
    number: '1.2',
    kind: 'number',
    text: 'Hur många av kunderna kommer från vår kommun?',
    unit: 'kunder',
    min: 0,
  },
  {
    id: 'hours-performed',
    number: '1.3',
    kind: 'share',
    text: 'Hur många av förra månadens beviljade timmar utförde ni?',
    unit: 'timmar',
  },
  {
    id: 'missed-visits',
    number: '1.4',
    kind: 'number',
    text: 'Hur många planerade besök uteblev under förra månaden utan att kunden hade tackat nej?',
    unit: 'besök',
    min: 0,
  },
  {
    id: 'on-call',
    number: '1.5',
    kind: 'choice',
    text: 'När kan kunder och medarbetare nå en ansvarig arbetsledare?',
    options: ['Dygnet runt', 'Alla tider då hemtjänst ges', 'Bara på kontorstid'],
    finding: deficiency('Ansvarig arbetsledare går bara att nå på kontorstid', 'Bara på kontorstid'),
  },
]);

const STAFF = sectionOf('Personal', [
  {
    id: 'staff-by-form',
    number: '2.1',
    kind: 'table',
    text: 'Hur många är anställda, fördelat på anställningsform?',
    guidance: 'En rad för varje form: månadsanställda, timanställda, behovsanställda.',
    columns: [
      { id: 'form', text: 'Anställningsform', kind: 'text' },
      { id: 'people', text: 'Antal personer', kind: 'number' },
      { id: 'assistant-nurses', text: 'Varav undersköterskor', kind: 'share' },
    ],
  },
  {
    id: 'sick-leave-short',
    number: '2.2',
    kind: 'share',
    text: 'Hur många av årets schemalagda arbetstimmar föll bort genom kort sjukfrånvaro?',
    guidance: 'Kort frånvaro är dag 1–14. Ange timmar av alla schemalagda timmar, inte procent.',
    unit: 'timmar',
  },
  {
    id: 'sick-leave-long',
    number: '2.3',
    kind: 'share',
    text: 'Hur många av årets schemalagda arbetstimmar föll bort genom lång sjukfrånvaro?',
    guidance: 'Lång frånvaro är från dag 15. Ange timmar av alla schemalagda timmar, inte procent.',
    unit: 'timmar',
  },
  {
    id: 'turnover',
    number: '2.4',
    kind: 'share',
    text: 'Hur många av dem som var anställda vid årets början har slutat under året?',
    unit: 'personer',
  },
  {
    id: 'language',
    number: '2.5',
    kind: 'share',
    text: 'Hur många av medarbetarna har de kunskaper i svenska som arbetet kräver?',
    unit: 'medarbetare',
    finding: deficiency('Alla medarbetare har inte de språkkunskaper som krävs'),
  },
  {
    id: 'introduced',
    number: '2.6',
    kind: 'share',
    text: 'Hur många av årets nyanställda har gått igenom hela introduktionen enligt er checklista?',
    unit: 'nyanställda',
    finding: deficiency('Introduktionen är inte genomförd för alla nyanställda'),
  },
  {
    id: 'training',
    number: '2.7',
    kind: 'yes-no',
    text: 'Har medarbetarna erbjudits kompetensutveckling under året, utöver introduktionen?',
    finding: deficiency('Ingen kompetensutveckling har erbjudits under året', 'Nej'),
  },
  {
    id: 'training-given',
    number: '2.7b',
    kind: 'text',
    text: 'Vilken kompetensutveckling har genomförts, och för hur många?',
    condition: when('training', 'Ja'),
  },
  {
    id: 'confidentiality',
    number: '2.8',
    kind: 'share',
    text: 'Hur många av de anställda har skrivit under att de har fått information om tystnadsplikten?',
    unit: 'anställda',
    finding: deficiency('Alla anställda har inte skrivit under om tystnadsplikten'),
  },
]);

const CUSTOMERS = sectionOf('Kunderna och deras planer', [
  {
    id: 'contact-person',
    number: '3.1',
    kind: 'share',
    text: 'Hur många av kunderna från vår kommun har en fast omsorgskontakt?',
    legalGround: 'socialtjänstlagen 2025:400',
    unit: 'kunder',
    finding: deficiency('Alla kunder har inte en fast omsorgskontakt'),
  },
  {
    id: 'current-plan',
    number: '3.2',
    kind: 'share',
    text: 'Hur många av kunderna från vår kommun har en aktuell genomförandeplan?',
    guidance: 'En plan är aktuell när den stämmer med gällande beslut och behov.',
    unit: 'kunder',
    finding: deficiency('Alla kunder har inte en aktuell genomförandeplan'),
  },
  {
    id: 'plan-followed-up',
    number: '3.3',
    kind: 'share',
    text: 'Hur många av genomförandeplanerna har följts upp de senaste tolv månaderna?',
    unit: 'planer',
    finding: deficiency('Alla genomförandeplaner är inte uppföljda inom tolv månader'),
  },
  {
    id: 'continuity',
    number: '3.4',
    kind: 'number',
    text: 'Hur många olika medarbetare möter en kund i genomsnitt under fjorton dagar?',
    guidance: 'Räkna kunder med minst två besök om dagen. En decimal räcker.',
    unit: 'medarbetare',
    min: 0,
    max: 200,
  },
  {
    id: 'keys',
    number: '3.5',
    kind: 'yes-no',
    text: 'Förvaras och kvitteras kundernas nycklar eller digitala lås enligt en skriftlig rutin?',
    finding: deficiency('Skriftlig rutin för nycklar saknas eller följs inte', 'Nej'),
  },
]);

const QUALITY = sectionOf('Systematiskt kvalitetsarbete', [
  {
    id: 'management-system',
    number: '4.1',
    kind: 'yes-no',
    text: 'Har ni ett ledningssystem för kvalitet som används i det dagliga arbetet?',
    legalGround: 'SOSFS 2011:9',
    finding: seriousDeficiency('Ledningssystem för systematiskt kvalitetsarbete saknas', 'Nej'),
  },
  {
    id: 'routines-access',
    number: '4.2',
    kind: 'multiple-choice',
    text: 'Hur kommer medarbetarna åt rutinerna under arbetspasset?',
    legalGround: 'SOSFS 2011:9',
    options: ['I telefonen', 'På papper', 'Bara på kontoret', 'De har ingen tillgång'],
    finding: deficiency(
      'Medarbetarna kommer inte åt rutinerna under arbetspasset',
      'Bara på kontoret',
      'De har ingen tillgång',
    ),
  },
  {
    id: 'self-checks',
    number: '4.3',
    kind: 'table',
    text: 'Vilka egenkontroller har ni gjort under året, och vad visade de?',
    legalGround: 'SOSFS 2011:9',
    columns: [
      { id: 'checked', text: 'Vad som kontrollerades', kind: 'text' },
      { id: 'held-on', text: 'Datum', kind: 'date' },
      { id: 'passed', text: 'Utan anmärkning', kind: 'share' },
    ],
  },
  {
    id: 'complaints',
    number: '4.4',
    kind: 'number',
    text: 'Hur många synpunkter och klagomål har kommit in under året?',
    legalGround: 'SOSFS 2011:9',
    unit: 'ärenden',
    min: 0,
  },
  {
    id: 'deviations',
    number: '4.5',
    kind: 'number',
    text: 'Hur många avvikelser har rapporterats under året?',
    legalGround: 'SOSFS 2011:9',
    unit: 'avvikelser',
    min: 0,
  },
  {
    id: 'lex-sarah-reports',
    number: '4.6',
    kind: 'number',
    text: 'Hur många rapporter enligt lex Sarah har lämnats under året?',
    guidance: 'Skriv så att ingen person kan kännas igen.',
    legalGround: 'SOSFS 2011:5',
    unit: 'rapporter',
    min: 0,
  },
  {
    id: 'customer-survey',
    number: '4.7',
    kind: 'yes-no',
    text: 'Har ni under året frågat kunderna vad de tycker om hemtjänsten?',
    finding: improvementArea('Kunderna har inte tillfrågats under året', 'Nej'),
  },
]);

const TERMS = sectionOf('Försäkring och övriga villkor', [
  {
    id: 'insurance',
    number: '5.1',
    kind: 'yes-no',
    text: 'Har ni en gällande ansvarsförsäkring med de belopp som avtalet kräver?',
    finding: seriousDeficiency('Ansvarsförsäkring enligt avtalet saknas', 'Nej'),
  },
  {
    id: 'insurance-certificate',
    number: '5.1b',
    kind: 'file',
    text: 'Bifoga försäkringsbeviset.',
    condition: when('insurance', 'Ja'),
  },
]);

/** The questions of home care. */
export const HOME_CARE: Question[] = [...OPERATION, ...STAFF, ...CUSTOMERS, ...QUALITY, ...TERMS];
