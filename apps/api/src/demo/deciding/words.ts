import type { PlaceKind, RemarkOutcome } from '@insyn/domain';

// What people write while they decide and follow through; all of it invented.

export const FACT_CHECK_MESSAGE =
  'Hej! Tack för ett bra möte. Här kommer utkastet till rapport. Titta särskilt på siffrorna i översikten och på det som står ' +
  'om planerna.';

export const NO_FACT_CHECK =
  'Bara handlingar som utföraren själv har lämnat har använts, och de gicks igenom tillsammans med utföraren vid mötet.';

/** What a manager sends a judgement back with, and how the officer takes care of it. */
export const RETURNED_WITH: { place: { kind: PlaceKind; id?: string }; text: string; answer: string }[] = [
  {
    place: { kind: 'report-text', id: 'summary' },
    text: 'Sammanfattningen behöver säga vilka krav som är allvarligast. Nämnden läser den först.',
    answer:
      'Sammanfattningen börjar nu med det allvarligaste kravet, och de övriga följer i samma ordning som i rapporten.',
  },
  {
    place: { kind: 'judgement' },
    text: 'Motivera varför verksamheten inte kan godkännas med anmärkning i stället.',
    answer: 'Motiveringen hänvisar nu till den kritiska avtalspunkten och till varför en anmärkning inte räcker.',
  },
];

/** What a provider remarks on, with the heading of the section that it is about. */
export const REMARKS: { heading: RegExp; text: string }[] = [
  {
    heading: /Genomförandeplaner/u,
    text: 'Planerna som saknades i granskningen är upprättade sedan i förra veckan. De enskilda har godkänt dem.',
  },
  {
    heading: /Översikt/u,
    text: 'Antalet medarbetare stämmer inte. Två av dem som räknats är timanställda sedan i våras.',
  },
  {
    heading: /Kompetens/u,
    text: 'Utbildningen i hot och våld hölls den andra veckan i månaden. Närvarolistan kan visas på plats.',
  },
  {
    heading: /Avvikelser|Klagomål|Synpunkter/u,
    text: 'Vi går igenom avvikelserna varje månad, inte varje kvartal som det står i utkastet.',
  },
];

export const ANSWERS_TO_REMARKS: { outcome: RemarkOutcome; text: string }[] = [
  {
    outcome: 'not-accepted',
    text: 'Bedömningen gäller hur det såg ut när akterna granskades. Att planerna är klara nu prövas vid återkontrollen.',
  },
  { outcome: 'accepted', text: 'Uppgiften är ändrad i översikten efter er förteckning över anställda.' },
  { outcome: 'accepted', text: 'Texten är kompletterad med när utbildningen hölls.' },
  { outcome: 'accepted', text: 'Ändrat till varje månad.' },
];

/** What an action plan says of one requirement. `counted` names what is counted; none where nothing is. */
export interface PlanWords {
  cause: string;
  measures: { text: string; responsible: string }[];
  how: string;
  counted: { measure: string; before: [number, number]; target: [number, number] } | null;
}

/** What is wrong with plans: by the clause that it is about. */
export const PLAN_OF_CLAUSE: Record<string, PlanWords> = {
  '14': {
    cause: 'Utbildning har bokats av varje enhet för sig. Ingen har haft hela bilden av vem som gått vad.',
    measures: [
      { text: 'Ta fram en utbildningsplan för året med namngivna tillfällen', responsible: 'Verksamhetschef' },
      { text: 'Registrera genomförd utbildning i personalsystemet', responsible: 'Administrativ samordnare' },
    ],
    how: 'Antalet medarbetare som gått årets utbildning räknas varje månad.',
    counted: { measure: 'medarbetare som gått årets utbildning', before: [11, 28], target: [28, 28] },
  },
  '15': {
    cause: 'Datum för uppföljning har stått i den enskildes akt och inte bevakats av någon.',
    measures: [
      { text: 'Upprätta de planer som saknas tillsammans med den enskilde', responsible: 'Kundansvarig' },
      { text: 'Lägg in bevakning av datum i journalsystemet', responsible: 'Enhetschef' },
    ],
    how: 'Stickprov bland akterna den sista veckan i varje månad.',
    counted: { measure: 'aktuella genomförandeplaner', before: [6, 10], target: [10, 10] },
  },
  '17': {
    cause: 'Avvikelser skrivs, men ingen har haft tid avsatt för att utreda dem och återkoppla.',
    measures: [
      { text: 'Avsätt två timmar i veckan för utredning av avvikelser', responsible: 'Enhetschef' },
      { text: 'Ta upp utredda avvikelser på varje arbetsplatsträff', responsible: 'Samordnare' },
    ],
    how: 'Antalet avvikelser med beskriven åtgärd räknas varje månad.',
    counted: { measure: 'avvikelser med beskriven åtgärd', before: [9, 17], target: [17, 17] },
  },
  '23': {
    cause: 'Synpunkter har besvarats muntligt och inte skrivits ned, så att de inte har gått att följa upp.',
    measures: [
      { text: 'Registrera varje synpunkt och svaret på den', responsible: 'Kvalitetsansvarig' },
      { text: 'Lämna ut skriftlig information om hur man lämnar en synpunkt', responsible: 'Kontaktpersonerna' },
    ],
    how: 'Registret gås igenom varje kvartal.',
    counted: { measure: 'synpunkter med svar', before: [5, 12], target: [12, 12] },
  },
  '26': {
    cause: 'Schemat har lagts efter turernas längd. Hur många olika medarbetare det ger har ingen mätt.',
    measures: [
      { text: 'Ta ut antalet medarbetare per enskild ur planeringssystemet', responsible: 'Planerare' },
      { text: 'Lägg om schemat så att varje enskild möter högst tio på två veckor', responsible: 'Enhetschef' },
    ],
    how: 'Mätningen görs var fjortonde dag och redovisas till kommunen varje halvår.',
    counted: { measure: 'enskilda med högst tio medarbetare', before: [14, 40], target: [40, 40] },
  },
  M1: {
    cause: 'De egna poolerna byggdes upp under våren men stod utan rekryteringsansvarig när två slutade.',
    measures: [{ text: 'Anställ fyra timvikarier till de egna poolerna', responsible: 'Verksamhetschef' }],
    how: 'Bemanningsplanen visar vilka som hör till varje pool.',
    counted: null,
  },
  M2: {
    cause: 'Rådet har kallats när någon har haft tid, inte efter en plan.',
    measures: [{ text: 'Lägg in fyra möten om året i årshjulet och kalla till dem', responsible: 'Kvalitetsansvarig' }],
    how: 'Minnesanteckningar från varje möte skickas till kommunen.',
    counted: null,
  },
};

/** Where nothing is said of the clause itself. */
export const OTHER_PLAN: PlanWords = {
  cause: 'Rutinen fanns men var inte känd av alla, och ingen hade i uppdrag att följa upp den.',
  measures: [
    { text: 'Skriv om rutinen så att det står vem som gör vad och när', responsible: 'Enhetschef' },
    { text: 'Gå igenom rutinen med alla på två arbetsplatsträffar', responsible: 'Samordnare' },
  ],
  how: 'Egenkontroll efter tre månader, med redovisning till kommunen.',
  counted: null,
};

export const INCOMPLETE =
  'Orsaken är väl beskriven, men åtgärden säger inte hur ni ser till att det håller. Komplettera med hur det följs upp efter ' +
  'att åtgärden är klar, och vem som gör det.';
export const SUFFICIENT = 'Åtgärden svarar mot orsaken, och effekten går att se.';

export const REPORTED_DONE = 'Åtgärderna är genomförda enligt planen. Vi visar gärna underlaget på plats.';

/** What a re-check found of a requirement. */
export const RECHECK_VERIFIED = 'Underlaget visar att åtgärderna är genomförda och att arbetssättet används.';
export const RECHECK_REMAINS =
  'Arbetet har börjat, men effekten syns inte ännu. Flera av de planer som granskades saknar uppföljning.';
export const RECHECK_DOCUMENTS = 'Rutiner, närvarolistor och utdrag som utföraren har skickat in.';
export const RECHECK_MEETING =
  'Vi gick igenom det första kravet tillsammans med verksamhetschefen och såg hur arbetssättet används. Underlaget till det ' +
  'andra kravet skickas efter mötet.';
export const RECHECK_JUDGEMENT =
  'Återkontrollen gällde bara de krav som var öppna. Bedömningen vilar på handlingar och ett möte med utföraren.';

export const LADDER_WORDS = {
  warning: 'Utföraren får en skriftlig varning när ett krav inte har åtgärdats inom angiven tid.',
  reduction: 'Om bristen kvarstår efter varning har kommunen rätt till prisavdrag till dess att den är avhjälpt.',
  rule: '2 % av ersättningen för den månad som bristen upptäcktes, dock högst 50 000 kronor.',
  termination: 'Avtalet kan sägas upp om utföraren trots varning och prisavdrag inte rättar en väsentlig brist.',
};

export const WARNING_GROUNDS =
  'Vid återkontrollen kvarstod ett krav som skulle ha varit åtgärdat. Utföraren har inte visat när det blir klart.';
export const REDUCTION_GROUNDS =
  'Utföraren har fått en skriftlig varning. Vid genomgången en månad senare hade inget ytterligare gjorts, och kravet kvarstår.';
export const REDUCTION_BASIS = '2 % av ersättningen för den senaste månaden, 1 220 000 kronor, avrundat nedåt.';
export const DISPUTE =
  'Vi bestrider prisavdraget. Rutinen infördes den första i månaden och personalen har fått utbildning. Att granskningen ' +
  'gjordes innan utbildningen var klar bör inte leda till avdrag för hela månaden.';

/** The paper that comes with it. */
export const COURSE_LIST = [
  'Utbildning i genomförandeplaner',
  'Hela arbetsgruppen, tre tillfällen i oktober.',
  'Genomgång av den nya rutinen, egen övning och uppföljning i grupp.',
] as const;

export const TRANSFER_REASON =
  'Bolaget har köpts av Morgonsol Vård och Omsorg AB, som tar över verksamheten och personalen.';

export const PROPOSAL = [
  'Nämnden beslutar att bedömningen av verksamheten är ”inte godkänd”.',
  'Utföraren ska lämna en åtgärdsplan inom 30 dagar.',
].join('\n');
