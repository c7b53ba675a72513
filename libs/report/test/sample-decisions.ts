import type { OfficialLetterData, SanctionLetterData } from '../src/index.js';
import { HEAD } from './sample-documents.js';
import { LETTER } from './sample-fact-checks.js';

// A step of the sanction ladder, and a matter put before the committee: invented municipality, provider and persons.

export function sampleSanction(changes: Partial<SanctionLetterData> = {}): SanctionLetterData {
  return {
    ...LETTER,
    sender: { name: 'Karin Åberg', title: 'Enhetschef', email: 'karin.aberg@lunda.example' },
    sentOn: '2027-03-19',
    decidedOn: '2027-03-18',
    step: {
      label: 'Prisavdrag',
      terms: 'Om utföraren inte avhjälper en påtalad brist inom angiven tid har kommunen rätt till prisavdrag.',
    },
    grounds:
      'Vid återkontrollen den 11 mars 2027 saknade fyra av nio personer fortfarande en aktuell genomförandeplan. Kravet ' +
      'ställdes den 11 december 2026 och skulle ha varit åtgärdat till återkontrollen.\n\nUtföraren fick en skriftlig varning ' +
      'i januari.',
    earlier: [{ label: 'Skriftlig varning', date: '2027-01-20' }],
    severeReason: null,
    requirements: [
      {
        text: 'Säkerställ att varje person har en aktuell genomförandeplan.',
        clauses: [{ number: '15', heading: 'Genomförandeplan' }],
      },
    ],
    amount: 40_000,
    amountBasis: '10 000 kronor för var och en av de 4 personer som saknar en aktuell plan.',
    clause: { number: '31', heading: 'Påföljder' },
    disputeBy: '2027-04-09',
    decidedBy: { name: 'Karin Åberg', title: 'Enhetschef' },
    decisionGround: 'Fattat på delegation enligt punkt 4.5 i delegationsordningen, SON 2026-01-20 § 7',
    ...changes,
  };
}

export function sampleOfficialLetter(changes: Partial<OfficialLetterData> = {}): OfficialLetterData {
  return {
    ...HEAD,
    title: 'Uppföljning av Björkens assistans AB: förslag till samlad bedömning',
    drawnUpOn: '2026-12-11',
    drawnUpBy: { name: 'Karin Åberg', title: 'Enhetschef' },
    proposals: [
      'Bedömningen av Björkens assistans AB vid Björken Lunda är ”inte godkänd”.',
      'Utföraren ska lämna en åtgärdsplan senast den 11 januari 2027.',
    ],
    summary: 'Uppföljningen visar en allvarlig brist och en kritisk punkt som uppfylls delvis.',
    matter:
      'Socialnämnden har följt upp personlig assistans hos Björkens assistans AB enligt avtal SUN 2022-149.\n\nNämnden har ' +
      'bestämt att den själv beslutar när en verksamhet inte godkänns (6 kap. 38 § kommunallagen (2017:725)).',
    assessment: 'Förvaltningen föreslår att verksamheten inte godkänns. Skälen finns i rapporten.',
    basis: [
      { date: '2026-12-11', title: 'Rapport, Björkens assistans, personlig assistans' },
      { date: '2026-12-08', title: 'Kvittens på faktakontroll' },
    ],
    sentTo: ['Björkens assistans AB'],
    ...changes,
  };
}
