import type { DemoClause } from '../demo-case.js';

export const STAFF_AREA = 'Personal, ledning och kompetens';
export const QUALITY_AREA = 'Kvalitetsarbete och dokumentation';
export const PROMISE_AREA = 'Mervärden ur anbudet';

function clause(number: string, heading: string, text: string, rest: Partial<DemoClause> = {}): DemoClause {
  return {
    number,
    heading,
    text,
    kind: 'requirement',
    focusArea: QUALITY_AREA,
    critical: false,
    verification: 'Möte och handlingar',
    ...rest,
  };
}

/** The clauses of a contract on personal assistance, as two of the cases have them. */
export const ASSISTANCE_CLAUSES: DemoClause[] = [
  clause(
    '12',
    'Personal',
    'Utföraren har den bemanning som behövs för att ge varje beviljad timme och introducerar varje medarbetare enligt en fast rutin.',
    { focusArea: STAFF_AREA, verification: 'Möte, bemanningsplan och checklistor' },
  ),
  clause(
    '13',
    'Registerkontroll',
    'Utföraren kontrollerar utdrag ur belastningsregistret innan någon anställs i arbete med barn.',
    {
      focusArea: STAFF_AREA,
      critical: true,
      verification: 'Stickprov i personalakter',
    },
  ),
  clause(
    '14',
    'Kompetensutveckling',
    'Varje medarbetare har en individuell plan för sin kompetensutveckling och erbjuds utbildning varje år.',
    {
      focusArea: STAFF_AREA,
      verification: 'Möte och planer',
    },
  ),
  clause(
    '15',
    'Genomförandeplaner',
    'Utföraren upprättar en plan tillsammans med den enskilde inom 15 dagar och följer upp den minst en gång om året.',
    { critical: true, verification: 'Granskning av planer' },
  ),
  clause(
    '16',
    'Delning av planer',
    'Utföraren sänder en aktuell genomförandeplan till kommunen när den är upprättad och när den har ändrats.',
    {
      verification: 'Kommunens register över inkomna planer',
    },
  ),
  clause(
    '17',
    'Avvikelser och lex Sarah',
    'Utföraren har en rutin för avvikelser och missförhållanden, gör den känd för personalen och underrättar kommunen utan dröjsmål.',
    { critical: true, verification: 'Möte, rutin och förteckning' },
  ),
  clause(
    '18',
    'Dokumentation',
    'Utföraren dokumenterar genomförandet fortlöpande och kontrollerar dokumentationen regelbundet.',
    {
      verification: 'Egenkontroll och granskning av akter',
    },
  ),
  clause(
    '20',
    'Ledningssystem',
    'Utföraren har ett ledningssystem för systematiskt kvalitetsarbete och gör egenkontroll enligt ett årshjul.',
  ),
  clause(
    '21',
    'Medverkan i uppföljning',
    'Utföraren lämnar de uppgifter som kommunen begär för sin uppföljning inom den tid som anges.',
  ),
  clause(
    '23',
    'Synpunkter och klagomål',
    'Utföraren tar emot, utreder och besvarar synpunkter och klagomål, även sådana som lämnas muntligt.',
  ),
];

/** What the other of the two contracts was awarded points for. */
export const ASSISTANCE_PROMISES: DemoClause[] = [
  clause(
    'M1',
    'Vikariepool',
    'Anbudet lovar en egen vikariepool för varje enskild och en gemensam för hela verksamheten.',
    {
      kind: 'tender-promise',
      focusArea: PROMISE_AREA,
    },
  ),
  clause('M2', 'Brukarråd', 'Anbudet lovar ett brukarråd som träffas varje kvartal.', {
    kind: 'tender-promise',
    focusArea: PROMISE_AREA,
  }),
];
