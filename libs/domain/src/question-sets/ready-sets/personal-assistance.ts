import type { Question } from '../question.js';
import { PERSONAL_ASSISTANCE_QUALITY } from './personal-assistance-quality.js';
import { deficiency, improvementArea, sectionOf, seriousDeficiency, when } from './ready-question.js';

const NO_NAMES = 'Skriv roller, aldrig namn på personer.';

const OPERATION = sectionOf('Verksamheten', [
  {
    id: 'permit-number',
    number: '1.1',
    kind: 'text',
    text: 'Vilket diarienummer har ert tillstånd att bedriva personlig assistans?',
    guidance: 'Skriv numret så som det står i beslutet från Inspektionen för vård och omsorg.',
    legalGround: '23 § LSS',
  },
  {
    id: 'customers-total',
    number: '1.2',
    kind: 'number',
    text: 'Hur många kunder har ni sammanlagt?',
    guidance: 'Räkna alla kunder med personlig assistans hos er den sista dagen i förra månaden, oavsett kommun.',
    unit: 'kunder',
    min: 0,
  },
  {
    id: 'customers-municipality',
    number: '1.3',
    kind: 'number',
    text: 'Hur många av kunderna kommer från vår kommun?',
    guidance: 'Räkna samma dag som i fråga 1.2.',
    unit: 'kunder',
    min: 0,
  },
  {
    id: 'management',
    number: '1.4',
    kind: 'text',
    text: 'Hur är verksamheten ledd, och vem ansvarar för den dagliga driften?',
    guidance: NO_NAMES,
  },
  {
    id: 'manager-qualified',
    number: '1.5',
    kind: 'yes-no',
    text: 'Har den som ansvarar för driften den utbildning och erfarenhet som avtalet kräver?',
    finding: deficiency('Driftansvarig saknar den utbildning eller erfarenhet som avtalet kräver', 'Nej'),
  },
  {
    id: 'on-call',
    number: '1.6',
    kind: 'yes-no',
    text: 'Kan kunder och assistenter nå en ansvarig arbetsledare dygnet runt?',
    finding: deficiency('Ansvarig arbetsledare går inte att nå dygnet runt', 'Nej'),
  },
  {
    id: 'on-call-how',
    number: '1.6b',
    kind: 'text',
    text: 'Hur når de arbetsledaren på kvällar, nätter och helger?',
    condition: when('on-call', 'Ja'),
  },
]);

const STAFF = sectionOf('Personal', [
  {
    id: 'staff-by-form',
    number: '2.1',
    kind: 'table',
    text: 'Hur många är anställda, fördelat på anställningsform?',
    guidance:
      'En rad för varje form: månadsanställda, timanställda, behovsanställda. Räkna även anhöriga som är anställda.',
    columns: [
      { id: 'form', text: 'Anställningsform', kind: 'text' },
      { id: 'people', text: 'Antal personer', kind: 'number' },
      { id: 'schooled', text: 'Med gymnasieutbildning eller mer', kind: 'share' },
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
    guidance: 'Räkna månadsanställda och timanställda med fast schema.',
    unit: 'personer',
  },
  {
    id: 'language',
    number: '2.5',
    kind: 'share',
    text: 'Hur många av assistenterna har de kunskaper i svenska som arbetet och dokumentationen kräver?',
    unit: 'assistenter',
    finding: deficiency('Alla assistenter har inte de språkkunskaper som krävs'),
  },
  {
    id: 'introduced',
    number: '2.6',
    kind: 'share',
    text: 'Hur många av årets nyanställda har gått igenom hela introduktionen enligt er checklista?',
    guidance: 'Räkna dem där checklistan är ifylld och sparad.',
    unit: 'nyanställda',
    finding: deficiency('Introduktionen är inte genomförd för alla nyanställda'),
  },
  {
    id: 'training',
    number: '2.7',
    kind: 'yes-no',
    text: 'Har assistenterna erbjudits kompetensutveckling under året, utöver introduktionen?',
    legalGround: '6 § LSS',
    finding: deficiency('Ingen kompetensutveckling har erbjudits under året', 'Nej'),
  },
  {
    id: 'training-given',
    number: '2.7b',
    kind: 'table',
    text: 'Vilken kompetensutveckling har genomförts?',
    columns: [
      { id: 'subject', text: 'Innehåll', kind: 'text' },
      { id: 'took-part', text: 'Deltagare av anställda', kind: 'share' },
      { id: 'held-on', text: 'Datum', kind: 'date' },
    ],
    condition: when('training', 'Ja'),
  },
  {
    id: 'training-reason',
    number: '2.7c',
    kind: 'text',
    text: 'Varför har ingen kompetensutveckling erbjudits, och vad planerar ni?',
    condition: when('training', 'Nej'),
  },
  {
    id: 'development-plans',
    number: '2.8',
    kind: 'share',
    text: 'Hur många av de fast anställda har en egen plan för sin kompetensutveckling?',
    unit: 'anställda',
    finding: deficiency('Alla fast anställda har inte en egen plan för kompetensutveckling'),
  },
  {
    id: 'supervision',
    number: '2.9',
    kind: 'multiple-choice',
    text: 'Vilken handledning får assistenterna?',
    options: ['Enskild handledning', 'Handledning i grupp', 'Extern handledare', 'Ingen handledning'],
    finding: improvementArea('Assistenterna får ingen handledning', 'Ingen handledning'),
  },
  {
    id: 'works-with-children',
    number: '2.10',
    kind: 'yes-no',
    text: 'Ger ni personlig assistans åt barn?',
    legalGround: 'lag 2010:479',
  },
  {
    id: 'register-checks',
    number: '2.10b',
    kind: 'share',
    text: 'För hur många av dem som arbetar hos barn kontrollerades registerutdrag innan de anställdes?',
    legalGround: 'lag 2010:479',
    unit: 'anställda',
    condition: when('works-with-children', 'Ja'),
    finding: seriousDeficiency('Registerutdrag är inte kontrollerade för alla som arbetar hos barn'),
  },
  {
    id: 'confidentiality',
    number: '2.11',
    kind: 'share',
    text: 'Hur många av de anställda har skrivit under att de har fått information om tystnadsplikten?',
    unit: 'anställda',
    finding: deficiency('Alla anställda har inte skrivit under om tystnadsplikten'),
  },
]);

/** The questions of personal assistance, under LSS 9 § 2 and the social insurance code. */
export const PERSONAL_ASSISTANCE: Question[] = [...OPERATION, ...STAFF, ...PERSONAL_ASSISTANCE_QUALITY];
