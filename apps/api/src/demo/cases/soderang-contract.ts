import type { DemoClause } from '../demo-case.js';
import { PROMISE_AREA, QUALITY_AREA, STAFF_AREA } from './assistance-contract.js';

const SERVICE_AREA = 'Tjänstens utförande';
const SAFETY_AREA = 'Trygghet och säkerhet';

type Row = [number: string, heading: string, focusArea: string, text: string];

const REQUIREMENTS: Row[] = [
  [
    '7',
    'Lagar och riktlinjer',
    SERVICE_AREA,
    'Insatserna ges enligt gällande lagar, föreskrifter och kommunens riktlinjer.',
  ],
  [
    '8',
    'Krav på tjänstens utförande',
    SERVICE_AREA,
    'Insatserna ges så som de är beslutade, vid varje tidpunkt på dygnet.',
  ],
  [
    '10',
    'Tillstånd och lokaler',
    SAFETY_AREA,
    'Utföraren har tillstånd för verksamheten och lokaler som är tillgängliga och ändamålsenliga.',
  ],
  ['11', 'Samarbete', SERVICE_AREA, 'Parterna håller varandra underrättade om sådant som påverkar uppdraget.'],
  [
    '12',
    'Personal',
    STAFF_AREA,
    'Bemanning och kompetens räcker för en god kvalitet, och en arbetsledare kan nås dygnet runt.',
  ],
  ['13', 'Registerkontroll', STAFF_AREA, 'Registerutdrag kontrolleras innan någon anställs i arbete med barn.'],
  [
    '15',
    'Genomförandeplaner',
    QUALITY_AREA,
    'En plan upprättas tillsammans med den enskilde inom 15 dagar från beställningen.',
  ],
  [
    '16',
    'Individuell plan',
    QUALITY_AREA,
    'Där den enskilde har en individuell plan ser utföraren till att den följs.',
  ],
  [
    '17',
    'Avvikelser och missförhållanden',
    QUALITY_AREA,
    'Rutiner för avvikelser och missförhållanden finns, är kända och följs.',
  ],
  ['18', 'Dokumentation', QUALITY_AREA, 'Genomförandet dokumenteras enligt gällande regler och förvaras säkert.'],
  [
    '19',
    'Dokumentation i kommunens system',
    QUALITY_AREA,
    'Utföraren dokumenterar fortlöpande i det system som kommunen tillhandahåller.',
  ],
  [
    '20',
    'Kvalitet',
    QUALITY_AREA,
    'Utföraren arbetar fortlöpande med kvalitet enligt gällande föreskrifter om ledningssystem.',
  ],
  [
    '21',
    'Uppföljning',
    QUALITY_AREA,
    'Utföraren medverkar i kommunens uppföljning och lämnar de uppgifter som begärs.',
  ],
  ['22', 'Samverkan', SERVICE_AREA, 'Utföraren samverkar med andra när den enskilde önskar det.'],
  ['23', 'Klagomål', QUALITY_AREA, 'Synpunkter och klagomål tas om hand, utreds och redovisas på begäran.'],
  ['24', 'Sekretess och tystnadsplikt', SAFETY_AREA, 'Medarbetarna känner till och följer reglerna om tystnadsplikt.'],
  [
    '32',
    'Försäkringar',
    SAFETY_AREA,
    'Ansvarsförsäkringen omfattar lägst tio miljoner kronor vid skada på person eller sak.',
  ],
  ['36', 'Likabehandling', SERVICE_AREA, 'Utföraren följer lagstiftningen mot diskriminering.'],
];

const PROMISES: [number: string, heading: string, text: string][] = [
  ['M1', 'Två vikariepooler', 'En vikariepool för varje enskild och en gemensam för hela företaget.'],
  ['M2', 'Jourpatrull', 'En jourpatrull med bil och ett servicecenter i kommunen.'],
  ['M3', 'Bärbar dator', 'En bärbar dator med uppkoppling erbjuds i varje hem.'],
  [
    'M4',
    'Medbestämmande vid rekrytering',
    'Den enskilde är med i hela rekryteringen och i utformningen av introduktionen.',
  ],
  ['M5', 'Brukarråd', 'Ett brukarråd behandlar gemensamma frågor som rekrytering och introduktion.'],
  ['M6', 'Barnperspektiv', 'Barn får stöd i kommunikation för att kunna delta i valet av assistent.'],
  ['M7', 'Ersättningens användning', 'Användningen av assistansersättningen utformas tillsammans med den enskilde.'],
  ['M8', 'Utbildning om ersättningen', 'Utbildning om ersättning och budget erbjuds en gång i halvåret.'],
  ['M9', 'Handledning', 'Medarbetarna erbjuds fortlöpande handledning.'],
  ['M10', 'Kompetensutveckling', 'Kompetensanalys, plan och utbildningsutbud finns för alla yrkesgrupper.'],
  ['M11', 'Värdegrund', 'Värderingarna är en bärande del av personalens utveckling.'],
];

const CRITICAL = new Set(['12', '13', '15', '17']);

/** The clauses of the Söderäng contract: §§ 7–36, one goal, and the promises that the tender was awarded points for. */
export const SODERANG_CLAUSES: DemoClause[] = [
  ...REQUIREMENTS.map(([number, heading, focusArea, text]) => ({
    number,
    heading,
    text,
    focusArea,
    kind: 'requirement' as const,
    critical: CRITICAL.has(number),
    verification: number === '15' ? 'Granskning av planer, slumpmässigt urval' : 'Möte och handlingar',
  })),
  {
    number: '9',
    heading: 'Mål och inriktning',
    text: 'Stödet är personligt utformat, ges av ett begränsat antal assistenter och ger den enskilde inflytande över sin vardag.',
    focusArea: SERVICE_AREA,
    kind: 'goal',
    critical: false,
    verification: 'Möte och brukarundersökning',
  },
  ...PROMISES.map(([number, heading, text]) => ({
    number,
    heading,
    text,
    focusArea: PROMISE_AREA,
    kind: 'tender-promise' as const,
    critical: false,
    verification: 'Genomgång av anbudet vid möte',
  })),
];
