import type { ReportData } from '../src/index.js';
import { sampleReport } from './sample-report.js';

/** The report of the sample's first re-check: invented municipality, provider and persons. */
export function sampleRecheckReport(changes: Partial<ReportData> = {}): ReportData {
  return sampleReport({ ...RECHECK, ...changes });
}

const RECHECK: Partial<ReportData> = {
  title: 'Återkontroll 1: Björkens assistans, personlig assistans',
  kindLabel: 'Återkontroll',
  year: 2027,
  version: 2,
  versionNote: 'Återkontroll',
  reportDate: '2027-03-11',
  background: '',
  purpose: '',
  focusAreas: [],
  basis: [
    {
      id: 'e4',
      date: '2027-03-04',
      kind: 'document-review',
      kindLabel: 'Granskning av akter',
      title: 'Genomförandeplaner, återkontroll',
      text: null,
      participants: [],
    },
  ],
  overview: '',
  figures: [],
  clauses: [],
  findings: [],
  samples: [],
  actions: [],
  chain: [],
  citations: [],
  judgement: {
    outcome: 'approved-with-remarks',
    label: 'Godkänd med anmärkning',
    grounds: ['Ett krav kvarstår: utvecklingsplaner (§ 14).'],
    text: 'Planerna för personerna är i ordning. Utvecklingsplanerna är påbörjade men inte klara.',
    departureReason: null,
  },
  recheckDue: '2027-06-11',
  decisionGround: 'Fattat på delegation enligt punkt 4.3 i delegationsordningen, SON 2026-01-20 § 7',
  noFactCheckReason: 'Bara handlingar som utföraren själv har lämnat har prövats.',
  recheck: {
    number: 1,
    root: { caseNumber: 'SON/2026/0476/739', approvedOn: '2026-12-11', outcomeLabel: 'Inte godkänd' },
    actions: [
      {
        text: 'Säkerställ att varje person har en aktuell genomförandeplan.',
        clauseNumbers: ['15'],
        outcome: 'verified',
        outcomeLabel: 'Åtgärdat',
        note: 'Alla nio planer har granskats och är aktuella.\n\nRutinen för månadskontroll används.',
        before: '7 av 9 (78 %)',
        after: '9 av 9 (100 %)',
        evidence: [{ date: '2027-03-04', title: 'Genomförandeplaner, återkontroll' }],
      },
      {
        text: 'Ta fram en utvecklingsplan för varje medarbetare.',
        clauseNumbers: ['14'],
        outcome: 'remains',
        outcomeLabel: 'Kvarstår',
        note: 'Fyra av tio medarbetare har en plan.',
        before: '0 av 10 (0 %)',
        after: '4 av 10 (40 %)',
        evidence: [
          { date: '2027-03-04', title: 'Genomförandeplaner, återkontroll' },
          { date: '2027-02-26', title: 'Utföraren anmälde klart' },
        ],
      },
    ],
  },
};
