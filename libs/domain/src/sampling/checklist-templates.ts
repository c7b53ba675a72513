/** A checklist to begin a document review from. The officer changes, adds and removes questions. */
export interface ChecklistTemplate {
  readonly id: string;
  readonly title: string;
  /** What one file of the review is: "genomförandeplan", "akt". */
  readonly fileNoun: string;
  /** Each can be answered with yes, no or not applicable for one file; yes is always what is wanted. */
  readonly questions: readonly string[];
}

/** The checklists that the product comes with. */
export const CHECKLIST_TEMPLATES: readonly ChecklistTemplate[] = [
  {
    id: 'implementation-plan',
    title: 'Genomförandeplan',
    fileNoun: 'genomförandeplan',
    questions: [
      'Finns en genomförandeplan?',
      'Är planen aktuell, så att den stämmer med gällande beslut och behov?',
      'Har planen mål som går att följa upp?',
      'Framgår vad som ska göras, av vem, när och hur?',
      'Framgår hur den enskilde har varit delaktig, eller att den enskilde har avböjt?',
      'Är planen godkänd eller undertecknad av den enskilde eller dennes företrädare?',
      'Har planen datum och namn på den som har upprättat den?',
      'Har planen följts upp inom 12 månader?',
      'Är en kontaktperson eller motsvarande utsedd och angiven i planen?',
      'Har planen delats med kommunen så som avtalet säger?',
    ],
  },
  {
    id: 'social-documentation',
    title: 'Social dokumentation',
    fileNoun: 'akt',
    questions: [
      'Finns anteckningar om händelser av betydelse under den granskade tiden?',
      'Har varje anteckning datum och namn på den som har skrivit den?',
      'Är anteckningarna skrivna i nära anslutning till det som hände?',
      'Går det att följa hur insatsen genomförs mot målen i genomförandeplanen?',
      'Framgår vad som gjordes när något avvek från planen?',
      'Framgår den enskildes egen uppfattning där den har betydelse?',
      'Är språket sakligt och respektfullt?',
      'Förvaras dokumentationen så att obehöriga inte kommer åt den?',
    ],
  },
  {
    id: 'personnel-file',
    title: 'Personalakt',
    fileNoun: 'personalakt',
    questions: [
      'Finns ett undertecknat anställningsavtal?',
      'Är utdrag ur belastningsregistret kontrollerat före anställningen, där det krävs?',
      'Finns ett undertecknat intyg om tystnadsplikt?',
      'Är introduktionen genomförd och dokumenterad enligt checklista?',
      'Är utbildning och erfarenhet styrkt så som avtalet kräver?',
      'Finns en individuell plan för kompetensutveckling?',
      'Har ett medarbetarsamtal hållits inom 12 månader?',
      'Är kunskaperna i svenska prövade så som avtalet kräver?',
      'Har medarbetaren fått information om skyldigheten att rapportera missförhållanden (lex Sarah)?',
    ],
  },
  {
    id: 'deviation',
    title: 'Avvikelser och klagomål',
    fileNoun: 'ärende',
    questions: [
      'Är händelsen beskriven med tid och plats?',
      'Är orsaken utredd?',
      'Är en åtgärd beslutad, med ansvarig och datum?',
      'Har den som klagade eller berördes fått återkoppling?',
      'Är åtgärdens effekt följd upp?',
      'Är det bedömt om händelsen är ett missförhållande som ska rapporteras (lex Sarah)?',
    ],
  },
];
