import type { InformationLetterData, MinutesData, ReceiptData } from '../src/index.js';

// Lifelike documents of an invented follow-up: invented municipality, provider and persons.

export const HEAD = {
  municipality: 'Lunda kommun',
  committee: 'Socialnämnden',
  letterhead: 'Box 12, 123 21 Lunda\nTelefon 0123-45 67 00',
  caseNumber: 'SON/2026/0476/739',
};

export function sampleLetter(changes: Partial<InformationLetterData> = {}): InformationLetterData {
  return {
    ...HEAD,
    title: 'Begäran om uppgifter inför uppföljning av personlig assistans',
    provider: 'Björkens assistans AB',
    unit: { name: 'Björken Lunda' },
    contractReference: 'SUN 2022-149',
    message:
      'Hej! Nu är det dags för årets uppföljning av personlig assistans. I år tittar vi särskilt på hur ni bemannar och på ' +
      'hur genomförandeplanerna följs upp.\n\nUppgifterna ska gälla den 30 september 2026 om inget annat står i frågan.',
    sender: { name: 'Maja Sandell', title: 'Verksamhetsutvecklare', email: 'maja.sandell@lunda.example' },
    visitors: ['Maja Sandell, verksamhetsutvecklare', 'Jonas Brandt, avtalscontroller'],
    visit: 'Vi besöker er fredag 20 november 2026 klockan 9–12 på ert kontor i Lunda.',
    questionSet: { name: 'Personlig assistans', number: 2, questions: 34 },
    wantedDocuments: [
      { text: 'Rutin för lex Sarah', required: true },
      { text: 'Bevis om ansvarsförsäkring', required: true },
      { text: 'Kvalitetsberättelse för det senaste året', required: false },
    ],
    sentOn: '2026-10-19',
    due: '2026-11-02',
    address: 'https://insyn.lunda.example/utforare',
    ...changes,
  };
}

export function sampleReceipt(changes: Partial<ReceiptData> = {}): ReceiptData {
  return {
    ...HEAD,
    title: 'Begäran om uppgifter inför uppföljning av personlig assistans',
    provider: 'Björkens assistans AB',
    unit: 'Björken Lunda',
    round: 1,
    submittedBy: 'Tove Carlmark',
    onBehalf: false,
    submittedAt: '2026-11-02T22:59:59.000Z',
    due: '2026-11-02',
    late: false,
    answers: [
      { number: '1.1', question: 'Hur många tillsvidareanställda har ni?', answer: '42', comment: '' },
      {
        number: '2.4',
        question: 'Har alla kunder en aktuell genomförandeplan?',
        answer: '7 av 9',
        comment: 'Två kunder är nya sedan i september.\n\nDeras planer blir klara i november.',
      },
      { number: '2.4b', question: 'Varför saknas planer?', answer: '', comment: '' },
    ],
    files: [
      { fileName: 'rutin-lex-sarah.pdf', size: 184_320, sha256: '3f'.repeat(32) },
      { fileName: 'försäkringsbevis 2026, undertecknat och inskannat.pdf', size: 2_411_724, sha256: 'a9'.repeat(32) },
      { fileName: 'tom.csv', size: 12, sha256: '07'.repeat(32) },
    ],
    seal: 'c0ffee42'.repeat(8),
    ...changes,
  };
}

export function sampleMinutes(changes: Partial<MinutesData> = {}): MinutesData {
  return {
    ...HEAD,
    title: 'Uppföljningsmöte med Björkens assistans',
    provider: 'Björkens assistans AB',
    unit: 'Björken Lunda',
    heldOn: '2026-11-20',
    startsAt: '2026-11-20T08:00:00.000Z',
    endsAt: '2026-11-20T11:00:00.000Z',
    form: 'Hos utföraren',
    place: 'Storgatan 4, Lunda',
    drawnUpBy: { name: 'Maja Sandell', title: 'Verksamhetsutvecklare' },
    drawnUpOn: '2026-11-23',
    participants: [
      { side: 'provider', name: 'Tove Carlmark', role: 'Operativ chef', attended: true },
      { side: 'municipality', name: 'Maja Sandell', role: 'Verksamhetsutvecklare', attended: true },
      { side: 'municipality', name: 'Jonas Brandt', role: 'Avtalscontroller', attended: true },
      { side: 'provider', name: 'Łukasz Żurek', role: 'Kundansvarig', attended: false },
    ],
    text: 'Mötet inleddes med en presentation av verksamheten.',
    agenda: [
      {
        text: '§ 7 Genomförandeplan: underlag',
        notes: [
          {
            author: 'Maja Sandell',
            writtenAt: '2026-11-20T08:14:00.000Z',
            text: 'Två planer saknas. Utföraren skickar dem senast den 4 december.',
          },
          { author: 'Jonas Brandt', writtenAt: '2026-11-21T15:02:00.000Z', text: 'Planerna har kommit in.' },
        ],
      },
      { text: 'Krav: Inför en rutin för registerkontroll (senast 1 oktober 2026)', notes: [] },
    ],
    otherNotes: [
      { author: 'Jonas Brandt', writtenAt: '2026-11-20T10:50:00.000Z', text: 'Nästa möte bokas i februari.' },
    ],
    ...changes,
  };
}
