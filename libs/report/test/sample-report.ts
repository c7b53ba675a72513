import type { ReportData } from '../src/index.js';
import { QUALITY, SAMPLE_CLAUSES } from './sample-clauses.js';

// A lifelike report of an invented follow-up: invented municipality, provider and persons.

/** The sample, with whatever a spec changes in it. */
export function sampleReport(changes: Partial<ReportData> = {}): ReportData {
  return { ...SAMPLE, ...changes };
}

const SAMPLE: ReportData = {
  schemaVersion: 1,
  variant: 'internal',
  title: 'Björkens assistans, personlig assistans',
  municipality: { name: 'Lunda kommun', committeeName: 'Socialnämnden' },
  caseNumber: 'SON/2026/0476/739',
  version: 1,
  versionNote: null,
  reportDate: '2026-12-11',
  drawnUpBy: { name: 'Maja Sandell', title: 'Verksamhetsutvecklare' },
  approvedBy: { name: 'Karin Åberg', title: 'Enhetschef' },
  provider: { name: 'Björkens assistans AB', organisationNumber: '556012-5790' },
  unit: { name: 'Björken Lunda' },
  serviceTypes: ['Personlig assistans'],
  contract: {
    reference: 'SUN 2022-149',
    regime: 'LOU',
    kind: 'contract',
    start: '2022-09-01',
    end: '2026-08-31',
    latestEnd: '2028-08-31',
  },
  year: 2026,
  kindLabel: 'Planerad uppföljning',
  background:
    'Kommunen ansvarar för att de insatser som den köper håller god kvalitet och följer avtalet. Varje utförare av personlig ' +
    'assistans följs därför upp varje år.',
  purpose:
    'Uppföljningen ska visa om verksamheten uppfyller lagar, föreskrifter och avtalets krav, och ge allmänheten insyn i hur ' +
    'uppdraget utförs.',
  focusAreas: ['Personal, ledning och kompetens', QUALITY],
  basis: [
    {
      id: 'e1',
      date: '2026-11-20',
      kind: 'meeting',
      kindLabel: 'Möte',
      title: 'Digitalt uppföljningsmöte',
      text: 'Genomgång av inskickade svar, rutiner och planer.',
      participants: [
        { side: 'provider', name: 'Tove Carlmark', role: 'Operativ chef' },
        { side: 'provider', name: 'Łukasz Żurek', role: 'Kundansvarig' },
        { side: 'municipality', name: 'Maja Sandell', role: 'Verksamhetsutvecklare' },
        { side: 'municipality', name: 'Jonas Brandt', role: 'Avtalscontroller' },
      ],
    },
    {
      id: 'e2',
      date: '2026-11-06',
      kind: 'document',
      kindLabel: 'Handling',
      title: 'Svar på informationsbrev',
      text: 'Utföraren har svarat på frågorna och skickat sina rutiner i tid.',
      participants: [],
    },
    {
      id: 'e3',
      date: '2026-11-24',
      kind: 'document-review',
      kindLabel: 'Granskning av akter',
      title: 'Genomförandeplaner',
      text: null,
      participants: [],
    },
  ],
  overview:
    'Verksamheten leds av en operativ chef med stöd av en kundansvarig. Rutiner finns i ett digitalt ledningssystem som alla ' +
    'medarbetare når under arbetstid.',
  figures: [
    { name: 'Kunder totalt', period: '2026', display: '180 personer', source: 'reported', note: null },
    { name: 'Kunder från kommunen', period: '2026', display: '16 personer', source: 'counted', note: null },
    {
      name: 'Medarbetare introducerade enligt rutin',
      period: '2026',
      display: '10 av 10',
      source: 'counted',
      note: null,
    },
    {
      name: 'Korttidsfrånvaro',
      period: '2025',
      display: '34,73%',
      source: 'reported',
      note: 'Underlag saknas',
    },
  ],
  clauses: SAMPLE_CLAUSES,
  findings: [
    {
      id: 'f1',
      kind: 'deficiency',
      kindLabel: 'Brist',
      severity: 'serious',
      title: 'Inga planer för kompetensutveckling',
      text: 'Ingen av de tio medarbetarna har en individuell plan.',
      legalGround: null,
      clauseNumbers: ['14'],
      evidenceTitles: ['Digitalt uppföljningsmöte'],
      remedied: null,
    },
    {
      id: 'f2',
      kind: 'deficiency',
      kindLabel: 'Brist',
      severity: 'minor',
      title: 'Planer saknas för två av nio',
      text: 'Arbetet pågår men är inte klart.',
      legalGround: '6 § LSS',
      clauseNumbers: ['15', '16'],
      evidenceTitles: ['Genomförandeplaner', 'Svar på informationsbrev'],
      remedied: null,
    },
    {
      id: 'f3',
      kind: 'strength',
      kindLabel: 'Styrka',
      severity: null,
      title: 'God introduktion',
      text: 'Checklistan används och följs upp.',
      legalGround: null,
      clauseNumbers: ['12'],
      evidenceTitles: ['Svar på informationsbrev'],
      remedied: null,
    },
    {
      id: 'f4',
      kind: 'improvement-area',
      kindLabel: 'Förbättringsområde',
      severity: null,
      title: 'Synpunkter följs inte upp samlat',
      text: 'Rutinen behöver ses över tillsammans med medarbetarna.',
      legalGround: null,
      clauseNumbers: [],
      evidenceTitles: ['Digitalt uppföljningsmöte'],
      remedied: null,
    },
  ],
  samples: [
    {
      title: 'Genomförandeplaner',
      population: 16,
      size: 9,
      method: 'random',
      results: [
        { question: 'Det finns en aktuell genomförandeplan', found: 7, of: 9, interval: { low: 9, high: 14 } },
        {
          question: 'Planen är upprättad tillsammans med den enskilde',
          found: 9,
          of: 9,
          interval: { low: 12, high: 16 },
        },
      ],
    },
  ],
  judgement: {
    outcome: 'not-approved',
    label: 'Inte godkänd',
    grounds: [
      'En allvarlig brist: inga planer för kompetensutveckling (§ 14).',
      'En kritisk punkt uppfylls delvis (§ 15).',
    ],
    text:
      'Verksamheten har god ordning på introduktion och bemanning. Planer saknas för några personer, och det finns inga planer ' +
      'för medarbetarnas utveckling. Utföraren är medveten om bristerna och har börjat åtgärda dem.',
    departureReason: null,
  },
  actions: [
    {
      id: 'a1',
      kind: 'requirement',
      label: 'Krav',
      text: 'Säkerställ att varje person har en aktuell genomförandeplan.',
      clauseNumbers: ['15'],
      findingTitles: ['Planer saknas för två av nio'],
      dueDate: '2027-03-11',
    },
    {
      id: 'a2',
      kind: 'requirement',
      label: 'Krav',
      text: 'Ta fram en utvecklingsplan för varje medarbetare.',
      clauseNumbers: ['14'],
      findingTitles: ['Inga planer för kompetensutveckling'],
      dueDate: '2027-03-11',
    },
    {
      id: 'a3',
      kind: 'recommendation',
      label: 'Rekommendation',
      text: 'Se över rutinen för synpunkter tillsammans med medarbetarna.',
      clauseNumbers: [],
      findingTitles: ['Synpunkter följs inte upp samlat'],
      dueDate: null,
    },
  ],
  recheckDue: '2027-03-11',
  citations: [
    {
      label: 'Lag (1993:387) om stöd och service till vissa funktionshindrade',
      url: 'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/_sfs-1993-387/',
    },
    {
      label: 'Socialstyrelsens föreskrifter (SOSFS 2011:9) om ledningssystem för systematiskt kvalitetsarbete',
      url: null,
    },
  ],
  noFactCheckReason: null,
  chain: [
    {
      actionLabel: 'Krav',
      actionText: 'Säkerställ att varje person har en aktuell genomförandeplan.',
      clauseNumbers: ['15', '16'],
      finding: 'Planer saknas för två av nio',
      evidence: [
        { date: '2026-11-24', title: 'Genomförandeplaner' },
        { date: '2026-11-06', title: 'Svar på informationsbrev' },
      ],
    },
    {
      actionLabel: 'Krav',
      actionText: 'Ta fram en utvecklingsplan för varje medarbetare.',
      clauseNumbers: ['14'],
      finding: 'Inga planer för kompetensutveckling',
      evidence: [{ date: '2026-11-20', title: 'Digitalt uppföljningsmöte' }],
    },
    {
      actionLabel: 'Rekommendation',
      actionText: 'Se över rutinen för synpunkter tillsammans med medarbetarna.',
      clauseNumbers: [],
      finding: 'Synpunkter följs inte upp samlat',
      evidence: [{ date: '2026-11-20', title: 'Digitalt uppföljningsmöte' }],
    },
  ],
};
