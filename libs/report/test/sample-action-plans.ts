import type { ActionPlanData, ActionPlanDemandData } from '../src/index.js';
import { HEAD } from './sample-documents.js';
import { LETTER } from './sample-fact-checks.js';

// The demand for an action plan after the sample report, and the plan: invented municipality, provider and persons.

const PLANS = { number: '15', heading: 'Genomförandeplan' };
const COMPETENCE = { number: '14', heading: 'Kompetensutveckling' };

export function sampleDemand(changes: Partial<ActionPlanDemandData> = {}): ActionPlanDemandData {
  return {
    ...LETTER,
    approvedOn: '2026-12-11',
    outcomeLabel: 'Inte godkänd',
    requirements: [
      {
        text: 'Säkerställ att varje person har en aktuell genomförandeplan.',
        clauses: [PLANS],
        due: '2027-03-11',
        effectMeasure: 'antal aktuella planer av antalet kunder',
      },
      {
        text: 'Ta fram en utvecklingsplan för varje medarbetare.',
        clauses: [COMPETENCE, { number: '4.9', heading: '' }],
        due: null,
        effectMeasure: '',
      },
    ],
    recommendations: [{ text: 'Se över rutinen för synpunkter tillsammans med medarbetarna.', clauses: [] }],
    sentOn: '2026-12-11',
    due: '2027-01-11',
    recheckDue: '2027-03-11',
    consequences: [
      'Skriftlig varning.',
      'Prisavdrag med 10 000 kronor för varje påbörjad månad.',
      'Uppsägning av avtalet.',
    ],
    takenOverFrom: null,
    ...changes,
  };
}

export function samplePlan(changes: Partial<ActionPlanData> = {}): ActionPlanData {
  return {
    ...HEAD,
    title: LETTER.title,
    provider: LETTER.provider,
    unit: LETTER.unit,
    round: 2,
    submittedBy: 'Tove Carlmark',
    submittedAt: '2027-01-08T09:12:00.000Z',
    due: '2027-01-11',
    late: false,
    requirements: [
      {
        text: 'Säkerställ att varje person har en aktuell genomförandeplan.',
        clauses: [PLANS],
        cause: 'Ingen hade ansvar för att boka uppföljningen av planerna när en kundansvarig slutade.',
        measures: [
          { text: 'Upprätta de planer som saknas.', responsible: 'Kundansvarig', due: '2027-01-29' },
          { text: 'Inför en månadsvis kontroll av alla planer.', responsible: 'Operativ chef', due: '2027-02-15' },
        ],
        effect: {
          how: 'Vi räknar aktuella planer den sista varje månad.',
          on: '2027-02-28',
          before: '7 av 9 (78 %)',
          target: '9 av 9 (100 %)',
        },
        files: ['rutin-planer.pdf'],
      },
      {
        text: 'Ta fram en utvecklingsplan för varje medarbetare.',
        clauses: [COMPETENCE],
        cause: 'Det har inte funnits någon rutin för utvecklingssamtal.',
        measures: [{ text: 'Håll utvecklingssamtal med alla.', responsible: 'Operativ chef', due: '2027-03-01' }],
        effect: { how: 'Alla medarbetare har en undertecknad plan.', on: null, before: null, target: null },
        files: [],
      },
    ],
    recommendations: [
      { text: 'Se över rutinen för synpunkter.', clauses: [], answer: 'Vi tar upp den på arbetsplatsträffen i mars.' },
      { text: 'Byt larmets batterier varje år.', clauses: [], answer: '' },
    ],
    files: [{ fileName: 'rutin-planer.pdf', size: 88_211, sha256: 'b7'.repeat(32) }],
    seal: 'ac710a11'.repeat(8),
    ...changes,
  };
}
