import { type CalendarDate, drawSample, generateOrganisationNumber } from '@insyn/domain';
import { socialServicesAct, twelveMonthsTo, workingDay, yearOf } from '../days.js';
import type { DemoCase } from '../demo-case.js';
import { ASSISTANCE_CLAUSES, ASSISTANCE_PROMISES } from './assistance-contract.js';

const COMPANY = 'Björkens assistans AB';
const FILES = { population: 16, size: 9, seed: 'bjorken-2026-planer' };

/** A follow-up in the middle of its assessment: eight clauses of ten have a verdict, and one finding lacks its action. */
export function bjorken(today: CalendarDate): DemoCase {
  const year = yearOf(today);
  const meeting = workingDay(today, 3);
  const { order } = drawSample(FILES);
  const missing = new Set([order[2], order[6]]);
  return {
    contract: {
      provider: { organisationNumber: generateOrganisationNumber(103), legalName: COMPANY, form: 'company', note: '' },
      contacts: [
        {
          name: 'Stina Falkman',
          role: 'verksamhetschef',
          email: 'stina.falkman@bjorken.example',
          phone: '070-174 06 35',
        },
      ],
      unit: {
        name: 'Björkens assistans',
        serviceTypes: ['personal-assistance'],
        laws: ['LSS 9 § 2', 'SFB 51 kap.'],
        places: null,
      },
      reference: 'SUN 2022-149',
      kind: 'contract',
      regime: 'LOU',
      startsOn: `${year - 3}-02-01`,
      endsOn: `${year + 1}-01-31`,
      extensionMonths: [12, 12],
      latestEnd: `${year + 3}-01-31`,
      clauses: [...ASSISTANCE_CLAUSES, ...ASSISTANCE_PROMISES],
    },
    committee: 'SON',
    wantedNumber: 476,
    officer: 'Maja Sandell',
    kind: 'planned',
    year,
    title: `Björkens assistans, personlig assistans ${year}`,
    background: `Socialnämnden följer varje år upp sina utförare enligt ${socialServicesAct(today)} och avtalet.`,
    purpose: 'Uppföljningen ska visa om avtalet följs och ge allmänheten insyn i verksamheten.',
    summary:
      'Verksamheten ger personlig assistans till 16 personer i kommunen. Den leds av en verksamhetschef med två gruppchefer.',
    stage: 'assessing',
    publication: null,
    dates: {
      created: workingDay(today, 41),
      started: workingDay(today, 16),
      assessing: workingDay(today, 2),
      submitted: workingDay(today, 0),
      decided: workingDay(today, 0),
      published: workingDay(today, 0),
      ended: workingDay(today, 0),
    },
    decisionDue: workingDay(today, -2),
    noFactCheckReason: '',
    scope: ['12', '13', '14', '15', '16', '17', '18', '23', 'M1', 'M2'],
    evidence: [
      {
        key: 'answer',
        kind: 'document',
        heldOn: workingDay(today, 8),
        title: 'Skriftliga uppgifter från utföraren',
        text: '”Alla utom två har en aktuell plan.”',
      },
      {
        key: 'meeting',
        kind: 'meeting',
        heldOn: meeting,
        title: 'Digitalt uppföljningsmöte',
        text: 'Genomgång av personal, kompetensutveckling och planer. Frågorna om avvikelser hanns inte med.',
        meeting: {
          form: 'digital',
          participants: [
            { side: 'provider', name: 'Stina Falkman', role: 'verksamhetschef' },
            { side: 'provider', name: 'Arvid Lönnqvist', role: 'gruppchef' },
            { side: 'municipality', name: 'Maja Sandell', role: 'verksamhetsutvecklare' },
            { side: 'municipality', name: 'Karin Åberg', role: 'verksamhetsutvecklare' },
          ],
        },
      },
      {
        key: 'review',
        kind: 'document-review',
        heldOn: meeting,
        title: 'Granskning av planer',
        text: 'Akterna drogs slumpmässigt inför mötet.',
        review: {
          method: 'random',
          ...FILES,
          questions: [{ id: 'current', text: 'Finns en aktuell genomförandeplan?' }],
          files: [...order]
            .sort((a, b) => a - b)
            .map((number) => ({
              number,
              results: { current: missing.has(number) ? ('no' as const) : ('yes' as const) },
              note: missing.has(number) ? 'Planen är inte godkänd av den enskilde.' : '',
            })),
        },
      },
      {
        key: 'next-meeting',
        kind: 'meeting',
        heldOn: workingDay(today, -2),
        title: 'Kompletterande möte om §§ 17 och 23',
        text: '',
        meeting: {
          form: 'digital',
          participants: [
            { side: 'provider', name: 'Stina Falkman', role: 'verksamhetschef' },
            { side: 'municipality', name: 'Maja Sandell', role: 'verksamhetsutvecklare' },
          ],
        },
      },
    ],
    figures: [
      {
        name: 'Personer med assistans',
        unit: 'persons',
        period: twelveMonthsTo(meeting),
        aboutPersons: true,
        counted: { found: 16, total: null },
      },
      {
        name: 'Korttidsfrånvaro, dagar',
        unit: 'share',
        period: twelveMonthsTo(meeting),
        aboutPersons: false,
        counted: { found: 312, total: 9180 },
      },
    ],
    assessments: [
      { clauses: ['12'], verdict: 'met', text: 'Bemanning och introduktion följer avtalet.', evidence: ['meeting'] },
      {
        clauses: ['13'],
        verdict: 'met',
        text: 'Kontrollen görs före anställning och antecknas.',
        evidence: ['answer'],
      },
      {
        clauses: ['14'],
        verdict: 'not-met',
        text: 'Ingen utbildning har erbjudits under året, och det finns inga planer för medarbetarnas utveckling.',
        evidence: ['meeting'],
      },
      {
        clauses: ['15'],
        verdict: 'partly-met',
        text: 'Sju av nio granskade ärenden har en aktuell plan. I de två övriga pågår arbetet men planen är inte godkänd av den enskilde.',
        evidence: ['review', 'answer'],
      },
      { clauses: ['16'], verdict: 'met', text: 'Aktuella planer har sänts till kommunen.', evidence: ['answer'] },
      { clauses: ['18'], verdict: 'met', text: 'Dokumentationen kontrolleras varje månad.', evidence: ['answer'] },
      { clauses: ['M1'], verdict: 'met', text: 'Båda vikariepoolerna finns och används.', evidence: ['meeting'] },
      { clauses: ['M2'], verdict: 'met', text: 'Rådet har träffats varje kvartal.', evidence: ['answer'] },
    ],
    findings: [
      {
        key: 'plans',
        kind: 'deficiency',
        severity: 'minor',
        title: 'Planer saknas för två av nio',
        text: 'I två av de nio granskade ärendena är planen inte godkänd av den enskilde.',
        legalGround: null,
        remedied: null,
        clauses: ['15'],
        evidence: ['review', 'answer'],
      },
    ],
    actions: [
      {
        kind: 'requirement',
        text: 'Säkerställ att varje person har en aktuell plan, senast vid återkontrollen.',
        effectMeasure: 'Antal aktuella planer, av antal granskade ärenden',
        findings: ['plans'],
        clauses: ['15'],
        state: 'open',
      },
    ],
    judgement: null,
    cancelReason: null,
    returnComments: [],
    generalised: {},
  };
}
