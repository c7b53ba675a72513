import { draftReportOf, type FactCheckDraftData, type FactCheckReceiptData } from '../src/index.js';
import { HEAD } from './sample-documents.js';
import { sampleReport } from './sample-report.js';

// The fact check of the sample report: invented municipality, provider and persons.

/** What a letter to the sample's provider has in common with the others. */
export const LETTER = {
  ...HEAD,
  title: 'Björkens assistans, personlig assistans',
  provider: 'Björkens assistans AB',
  unit: 'Björken Lunda',
  contract: { reference: 'SUN 2022-149', kind: 'contract' },
  sender: { name: 'Maja Sandell', title: 'Verksamhetsutvecklare', email: 'maja.sandell@lunda.example' },
  address: 'https://insyn.lunda.example/utforare',
} as const;

export function sampleFactCheckDraft(changes: Partial<FactCheckDraftData> = {}): FactCheckDraftData {
  return {
    ...LETTER,
    number: 1,
    message:
      'Hej! Tack för ett bra möte den 20 november. Här kommer utkastet. Titta särskilt på siffrorna i översikten.',
    sentOn: '2026-11-25',
    due: '2026-12-09',
    report: draftReportOf(sampleReport({ reportDate: '2026-11-25' })),
    ...changes,
  };
}

export function sampleFactCheckReceipt(changes: Partial<FactCheckReceiptData> = {}): FactCheckReceiptData {
  return {
    ...HEAD,
    title: LETTER.title,
    provider: LETTER.provider,
    unit: LETTER.unit,
    number: 1,
    submittedBy: 'Tove Carlmark',
    submittedAt: '2026-12-08T13:20:00.000Z',
    due: '2026-12-09',
    late: false,
    remarks: [
      {
        place: '§ 15 Genomförandeplan',
        text: 'De två planerna som saknades vid granskningen är upprättade den 1 december.\n\nDe bifogas utan namn.',
        files: ['planer-avidentifierade.pdf'],
      },
      { place: 'Översikt', text: 'Kunder totalt är 178, inte 180. Vi räknade fel i svaret.', files: [] },
    ],
    files: [{ fileName: 'planer-avidentifierade.pdf', size: 231_400, sha256: '5b'.repeat(32) }],
    seal: 'fac75e41'.repeat(8),
    ...changes,
  };
}
