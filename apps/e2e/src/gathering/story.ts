import type { QuestionSetVersionView } from '@insyn/api-schema';

type Question = QuestionSetVersionView['questions'][number];

const question = (id: string, number: string, kind: Question['kind'], text: string, more: Partial<Question> = {}) => ({
  ...{ id, number, kind, text, section: 'Dokumentation', guidance: '', legalGround: '', clauseNumber: '', unit: '' },
  ...{ required: true, min: null, max: null, options: [], columns: [], condition: null, finding: null },
  ...more,
});

/** The invented case of the journey: who is asked what. */
export const story = {
  provider: { organisationNumber: '5594110073', name: 'Lindhagens omsorg AB', unit: 'Lindhagens omsorg, Lunda' },
  contact: { name: 'Signe Dahlman', role: 'verksamhetschef', email: 'signe.dahlman@lindhagen.example' },
  password: 'Rönnbär och blåsippor 7',
  contract: 'SON 2025-411',
  clauses: [
    { number: '3', heading: 'Bemanning', text: 'Utföraren ska ha den personal som uppdraget kräver.' },
    { number: '4', heading: 'Genomförandeplan', text: 'Varje kund ska ha en aktuell genomförandeplan.' },
  ],
  questions: [
    question('routine', '1', 'yes-no', 'Har ni en skriftlig rutin för genomförandeplaner?'),
    question('routine-why', '1b', 'text', 'Varför saknas rutinen?', {
      condition: { questionId: 'routine', equals: 'Nej' },
    }),
    question('plans', '2', 'share', 'Hur många kunder har en aktuell plan?', { unit: 'kunder' }),
    question('followed', '3', 'text', 'Hur följer ni upp planerna?'),
  ],
  setName: 'Genomförandeplaner, kort',
  requestTitle: 'Informationsbegäran om genomförandeplaner',
  answer: 'Enhetschefen går igenom alla planer varje kvartal.',
  writtenOffline: 'Enhetschefen går igenom alla planer varje kvartal och antecknar det i en lista.',
  returned: 'Skriv också hur kunden är med när planen följs upp.',
  completed: 'Kunden är med vid varje uppföljning och får planen skriftligt.',
  meeting: { title: 'Uppföljningsmöte på enheten', agenda: 'Hur planerna följs upp' },
  notes: ['Chefen visar listan över planer.', 'Två planer är äldre än ett år.'] as const,
} as const;
