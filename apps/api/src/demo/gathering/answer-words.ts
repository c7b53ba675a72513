import type { AnswerValue } from '@insyn/domain';
import { yearOf } from '../days.js';
import type { ProviderFigures } from './provider-figures.js';

/** An answer as the provider writes it; a comment where the number alone would be misread. */
export interface WordedAnswer {
  value: AnswerValue;
  comment?: string;
}

const share = (n: number, of: number): AnswerValue => ({ kind: 'share', n, of });
const number = (amount: number): AnswerValue => ({ kind: 'number', number: amount });
const text = (words: string): AnswerValue => ({ kind: 'text', text: words });
const choice = (option: string): AnswerValue => ({ kind: 'choice', option });
const several = (...options: string[]): AnswerValue => ({ kind: 'multiple-choice', options });
const yesNo = (yes: boolean): AnswerValue => ({ kind: 'yes-no', yes });
const table = (...rows: Record<string, string>[]): AnswerValue => ({ kind: 'table', rows });

/** Answers to what both shipped sets ask, by the question's id. */
export function commonAnswers(of: ProviderFigures): Record<string, WordedAnswer> {
  const staff = of.employed + of.hourly;
  return {
    'customers-total': { value: number(of.customers) },
    'customers-municipality': { value: number(of.ours) },
    'sick-leave-short': {
      value: share(of.shortLeave, of.hours),
      comment: 'Timmar enligt lönesystemet.',
    },
    'sick-leave-long': { value: share(of.longLeave, of.hours) },
    turnover: { value: share(of.left, of.employed) },
    language: { value: share(staff - 1, staff), comment: 'En medarbetare går kurs i yrkessvenska.' },
    introduced: { value: share(of.left + 2, of.left + 2) },
    training: { value: yesNo(of.trained) },
    confidentiality: { value: share(staff, staff) },
    'contact-person': { value: share(of.ours, of.ours) },
    'current-plan': { value: share(of.plans, of.ours) },
    'plan-followed-up': { value: share(Math.max(of.plans - 2, 0), of.plans) },
    'management-system': { value: yesNo(true) },
    complaints: { value: number(of.complaints) },
    'lex-sarah-reports': { value: number(0) },
    'customer-survey': { value: yesNo(true) },
    insurance: { value: yesNo(true) },
    'meeting-day': { value: { kind: 'date', date: of.meetingDay } },
    'anything-else': {
      value: text('Vi byter planeringssystem nästa kvartal. Det kan märkas i siffrorna för nästa tertial.'),
    },
  };
}

/** Answers to what only the set of personal assistance asks. */
export function assistanceAnswers(of: ProviderFigures): Record<string, WordedAnswer> {
  const staff = of.employed + of.hourly;
  return {
    ...commonAnswers(of),
    'permit-number': { value: text(`8.3.2-${14000 + of.customers}/${of.year - 4}`) },
    management: {
      value: text(
        'Verksamheten leds av en verksamhetschef med två gruppchefer. En kundansvarig svarar för varje assistansgrupp och för planerna.',
      ),
    },
    'manager-qualified': { value: yesNo(true) },
    'on-call': { value: yesNo(true) },
    'on-call-how': { value: text('Genom en jourtelefon som bemannas av gruppcheferna. Numret finns hos varje kund.') },
    'staff-by-form': {
      value: table(
        { form: 'Månadsanställda', people: String(of.employed), schooled: `${of.employed - 3} av ${of.employed}` },
        { form: 'Timanställda', people: String(of.hourly), schooled: `${of.hourly - 5} av ${of.hourly}` },
      ),
    },
    'training-given': {
      value: table(
        { subject: 'Förflyttning och lyft', 'took-part': `${staff - 4} av ${staff}`, 'held-on': `${of.year}-03-17` },
        { subject: 'Social dokumentation', 'took-part': `${staff - 9} av ${staff}`, 'held-on': `${of.year}-05-20` },
      ),
    },
    'training-reason': {
      value: text(
        'Vi har prioriterat introduktion. En inventering av kompetensen pågår, och utbildning planeras till nästa halvår.',
      ),
    },
    'development-plans': { value: share(4, of.employed), comment: 'Planer görs klara vid nästa medarbetarsamtal.' },
    supervision: { value: several('Handledning i grupp') },
    'works-with-children': { value: yesNo(true) },
    'register-checks': { value: share(6, 6) },
    'plan-declined': { value: number(1) },
    'plan-shared': { value: share(Math.max(of.plans - 3, 0), of.plans), comment: 'Resten skickas den här månaden.' },
    influence: {
      value: text(
        'Kunden är med vid intervjun, väljer bland sökande och bestämmer vem som går bredvid under introduktionen.',
      ),
    },
    'customer-survey-response': { value: share(118, of.customers) },
    'customer-survey-outcome': {
      value: text(
        'De flesta är nöjda. Flera vill veta tidigare vem som kommer när ordinarie är borta; schemat skickas nu ut på torsdagar.',
      ),
    },
    routines: { value: yesNo(false) },
    'routines-missing': { value: several('Synpunkter och klagomål') },
    'routines-access': { value: several('I telefon eller dator', 'På papper hos kunden') },
    'documentation-check': { value: choice('Varje månad') },
    'documentation-storage': { value: yesNo(true) },
    'self-checks': {
      value: table(
        {
          checked: 'Social dokumentation',
          'held-on': `${of.year}-04-14`,
          passed: '15 av 18',
          measure: 'Genomgång i två grupper',
        },
        {
          checked: 'Genomförandeplaner',
          'held-on': `${of.year}-09-08`,
          passed: `${of.plans} av ${of.ours}`,
          measure: 'Planer skrivs om',
        },
      ),
    },
    deviations: {
      value: table(
        { type: 'Utebliven insats', count: '1', measure: 'Rutinen för sjukfrånvaro är omskriven' },
        { type: 'Fel i dokumentation', count: String(of.deviations - 1), measure: 'Genomgång på arbetsplatsträff' },
      ),
    },
    'lex-sarah-informed': { value: share(staff - 2, staff) },
    'insurance-until': { value: { kind: 'date', date: `${yearOf(of.meetingDay) + 1}-06-30` } },
    'tender-promises': { value: text('Vikariepoolen finns och används. Brukarrådet har träffats två gånger av fyra.') },
  };
}

/** Answers to what only the set of home care asks. */
export function homeCareAnswers(of: ProviderFigures): Record<string, WordedAnswer> {
  const staff = of.employed + of.hourly;
  return {
    ...commonAnswers(of),
    'hours-performed': { value: share(4_612, 4_850), comment: 'Skillnaden är mest sjukhusvistelser och tackade nej.' },
    'missed-visits': { value: number(4), comment: 'Alla fyra samma dag, då planeringssystemet låg nere.' },
    'on-call': { value: choice('Alla tider då hemtjänst ges') },
    'staff-by-form': {
      value: table(
        {
          form: 'Månadsanställda',
          people: String(of.employed),
          'assistant-nurses': `${Math.floor(of.employed * 0.7)} av ${of.employed}`,
        },
        { form: 'Timanställda', people: String(of.hourly), 'assistant-nurses': `2 av ${of.hourly}` },
      ),
    },
    'training-given': {
      value: text(`Bemötande vid demenssjukdom, ${staff - 8} av ${staff}. Basal hygien, ${staff} av ${staff}.`),
    },
    continuity: { value: number(11.5) },
    keys: { value: yesNo(true) },
    'routines-access': { value: several('I telefonen') },
    'self-checks': {
      value: table(
        { checked: 'Basal hygien', 'held-on': `${of.year}-03-11`, passed: '29 av 32' },
        { checked: 'Social dokumentation', 'held-on': `${of.year}-08-26`, passed: '17 av 20' },
      ),
    },
    deviations: { value: number(of.deviations) },
  };
}
