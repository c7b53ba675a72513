import { addMonths, type CalendarDate, generateOrganisationNumber } from '@insyn/domain';
import { dayInWords, socialServicesAct, twelveMonthsTo, workingDay, yearOf } from '../days.js';
import type { DemoCase } from '../demo-case.js';
import { ASSISTANCE_CLAUSES } from './assistance-contract.js';
import { ALMGARDEN_ASSESSMENT } from './almgarden-assessment.js';

const COMPANY = 'Almgårdens Assistans AB';

/**
 * A follow-up of personal assistance that ended with four requirements and one recommendation: not approved. The report is
 * dated after everything it tells of, and each requirement has its clause, finding and evidence.
 */
export function almgarden(today: CalendarDate): DemoCase {
  const letter = workingDay(today, 82);
  const meeting = workingDay(today, 68);
  const review = workingDay(today, 60);
  const submitted = workingDay(today, 48);
  const decided = workingDay(today, 43);
  const published = workingDay(today, 36);
  const year = yearOf(decided);
  const period = twelveMonthsTo(letter);
  return {
    contract: {
      provider: { organisationNumber: generateOrganisationNumber(101), legalName: COMPANY, form: 'company', note: '' },
      contacts: [
        {
          name: 'Tova Ljungkvist',
          role: 'operativ chef',
          email: 'tova.ljungkvist@almgarden.example',
          phone: '070-174 06 05',
        },
        {
          name: 'Elis Sandqvist',
          role: 'kundansvarig',
          email: 'elis.sandqvist@almgarden.example',
          phone: '070-174 06 11',
        },
      ],
      unit: {
        name: 'Almgårdens personliga assistans',
        serviceTypes: ['personal-assistance'],
        laws: ['LSS 9 § 2', 'SFB 51 kap.'],
        places: null,
      },
      reference: `SUN ${year - 4}-087`,
      kind: 'contract',
      regime: 'LOU',
      startsOn: `${year - 3}-01-01`,
      endsOn: `${year}-12-31`,
      extensionMonths: [12, 12],
      latestEnd: `${year + 2}-12-31`,
      clauses: ASSISTANCE_CLAUSES,
    },
    committee: 'SON',
    officer: 'Maja Sandell',
    kind: 'planned',
    year,
    title: `Almgården, personlig assistans ${year}`,
    background:
      `Socialnämnden följer varje år upp de utförare som ger beslutade insatser åt kommunens invånare. Uppföljningen grundas på ${socialServicesAct(decided)} ` +
      'och lagen (1993:387) om stöd och service till vissa funktionshindrade, som båda kräver att insatserna är av god kvalitet, vem som än utför dem. ' +
      'Verksamhetens eget kvalitetsarbete prövas mot SOSFS 2011:9.',
    purpose:
      'Uppföljningen ska visa om avtalet följs och om de enskilda får det stöd de har rätt till. Den ska också ge allmänheten insyn i hur verksamheten sköts.',
    summary:
      `${COMPANY} leds av en styrelse, en operativ chef, enhetschefer och kundansvariga. Bolaget har 180 kunder i hela landet, varav två kunder får sin assistans genom Lunda kommun. ` +
      'I det arbetslag som ger insatserna arbetar 10 personliga assistenter med olika utbildning. Utföraren uppger att korttidsfrånvaron är 34,73 %, långtidsfrånvaron 5 % och personalomsättningen 20,27 %; ' +
      'underlaget till uppgifterna har inte lämnats, och de jämförs därför inte med andra utförare.',
    stage: 'remedying',
    publication: 'published',
    dates: {
      created: workingDay(today, 95),
      started: letter,
      assessing: review,
      submitted,
      decided,
      published,
      ended: decided,
    },
    decisionDue: workingDay(today, 40),
    noFactCheckReason:
      'Sakuppgifterna gicks igenom med operativ chef vid mötet, och utföraren har läst anteckningarna.',
    scope: ASSISTANCE_CLAUSES.map((clause) => clause.number),
    evidence: [
      {
        key: 'letter',
        kind: 'document',
        heldOn: letter,
        title: 'Informationsbrev med begäran om uppgifter',
        text: 'Brevet sändes till operativ chef med en lista över de handlingar som behövdes. Svar kom inom den tid som angavs.',
      },
      {
        key: 'answer',
        kind: 'document',
        heldOn: workingDay(today, 73),
        title: 'Skriftliga uppgifter från utföraren',
        text: 'Rutiner för introduktion, dokumentation, synpunkter, avvikelser och genomförandeplaner, årshjul för egenkontroll och resultat av enkäter.',
      },
      {
        key: 'meeting',
        kind: 'meeting',
        heldOn: meeting,
        title: 'Digitalt uppföljningsmöte',
        text:
          'Genomgång av personal, ledning och kvalitetsarbete. Ingen utbildning har erbjudits under året. En inventering av kompetensen planeras. ' +
          'Ledningen berättade också om ett muntligt klagomål som inte antecknats.',
        meeting: {
          form: 'digital',
          participants: [
            { side: 'provider', name: 'Tova Ljungkvist', role: 'operativ chef' },
            { side: 'provider', name: 'Elis Sandqvist', role: 'kundansvarig' },
            { side: 'municipality', name: 'Maja Sandell', role: 'verksamhetsutvecklare' },
            { side: 'municipality', name: 'Moa Ringdahl', role: 'biståndshandläggare' },
          ],
        },
      },
      {
        key: 'review',
        kind: 'document-review',
        heldOn: review,
        title: 'Granskning av genomförandeplaner',
        text: 'De akter som gäller personer från kommunen granskades. Innehållet i upprättade planer motsvarar avtalet.',
        review: {
          method: 'drawn-elsewhere',
          population: 180,
          size: 2,
          seed: null,
          questions: [
            { id: 'current', text: 'Finns en aktuell genomförandeplan?' },
            { id: 'shared', text: 'Har planen sänts till kommunen?' },
          ],
          files: [
            { number: 1, results: { current: 'yes', shared: 'no' }, note: '' },
            {
              number: 2,
              results: { current: 'no', shared: 'no' },
              note: 'Plan saknas; den enskilde har avböjt enligt utföraren.',
            },
          ],
        },
      },
    ],
    figures: [
      {
        name: 'Kunder i hela bolaget',
        unit: 'persons',
        period,
        aboutPersons: true,
        counted: { found: 180, total: null },
      },
      { name: 'Kunder från kommunen', unit: 'share', period, aboutPersons: true, counted: { found: 2, total: 180 } },
      {
        name: 'Personliga assistenter',
        unit: 'persons',
        period,
        aboutPersons: true,
        counted: { found: 10, total: null },
      },
      {
        name: 'Korttidsfrånvaro',
        unit: 'percent',
        period,
        aboutPersons: false,
        reported: { words: '34,73 %', by: `${COMPANY}, underlag saknas` },
      },
      {
        name: 'Långtidsfrånvaro',
        unit: 'percent',
        period,
        aboutPersons: false,
        reported: { words: '5 %', by: `${COMPANY}, underlag saknas` },
      },
      {
        name: 'Personalomsättning',
        unit: 'percent',
        period,
        aboutPersons: false,
        reported: { words: '20,27 %', by: `${COMPANY}, underlag saknas` },
      },
    ],
    ...ALMGARDEN_ASSESSMENT,
    judgement: {
      outcome: 'not-approved',
      text:
        'Verksamheten har god ordning på introduktion, avvikelser och egenkontroll och har lämnat de uppgifter som begärts. Ledningen känner till vad som behöver utvecklas. ' +
        'Bristerna i genomförandeplaner och kompetensutveckling är ändå sådana att verksamheten inte kan godkännas i årets uppföljning. ' +
        `Kraven följs upp vid en återkontroll, senast ${dayInWords(workingDay(addMonths(decided, 3), 0))}.`,
      departureReason: null,
    },
    cancelReason: null,
    returnComments: [],
    generalised: {
      'två kunder': 'ett fåtal kunder',
      '2 av 180': 'Ett fåtal',
      '1 av 2': 'inte alla',
      '0 av 2': 'inga',
    },
  };
}
