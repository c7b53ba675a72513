import type { DemoAssessment, DemoCase } from '../demo-case.js';

const MEETING = ['review-meeting'];

function met(clauses: string | string[], text: string, evidence: string[] = MEETING): DemoAssessment {
  return { clauses: typeof clauses === 'string' ? [clauses] : clauses, verdict: 'met', text, evidence };
}

/** Söderäng clause by clause, with §§ 7 och 8 and §§ 18 och 19 judged together. */
export const SODERANG_ASSESSMENT: Pick<DemoCase, 'assessments' | 'findings' | 'actions'> = {
  assessments: [
    met(['7', '8'], 'Insatserna ges enligt lag, föreskrifter och kommunens riktlinjer, så som de är beslutade.'),
    met(
      '9',
      'Stödet är personligt utformat och ges av ett begränsat antal assistenter. De enskilda har inflytande över hur stödet ges.',
      ['review-meeting', 'survey'],
    ),
    met(
      '10',
      'Tillståndet är uppvisat. Efter en tid i tillfälliga lokaler hyr utföraren egna, som är tillgängliga och har rum för möten och arbetsplatsträffar.',
    ),
    met(
      '11',
      'Parterna underrättar varandra om viktiga förändringar. Utföraren hör av sig när en insats inte kan ges enligt planen.',
      ['takeover-meetings'],
    ),
    met(
      '12',
      'Bemanning och kompetens räcker för en god kvalitet, och en arbetsledare kan nås dygnet runt. Ordinarie assistenter har minst gymnasieutbildning, medan det är svårt att hitta timvikarier som har det. ' +
        'Kompetensplanerna görs vid medarbetarsamtalen. Utanför kontorstid finns en jourpatrull.',
      ['review-meeting', 'staff-meeting'],
    ),
    met(
      '13',
      'Kontrollen görs enligt lagen (2010:479) om registerkontroll av personal som utför vissa insatser åt barn med funktionshinder.',
    ),
    {
      clauses: ['15'],
      verdict: 'partly-met',
      text: 'Utföraren påbörjar planen så snart beställningen har kommit. Sju av nio slumpvis dragna ärenden har en aktuell plan. I de övriga pågår arbetet men planen är inte godkänd, vilket ibland tar längre tid än avtalets 15 dagar.',
      evidence: ['plan-review'],
    },
    met(
      '16',
      'Där det finns en individuell plan ser utföraren till att den följs, och den som vill ha en får stöd att begära den.',
    ),
    met(
      '17',
      'Rutinerna är kända av personalen, och även de enskilda har informerats om lex Sarah. En avvikelse har rapporterats sedan starten; den gällde arbetsmiljön och är åtgärdad.',
    ),
    {
      clauses: ['18', '19'],
      verdict: 'partly-met',
      text: 'Dokumentationen sker enligt gällande regler och förvaras säkert; ett brandsäkert skåp är beställt. I kommunens system har anteckningarna varit sparsamma, bland annat för att alla inte vill ha en dator i hemmet. En ny rutin har därför införts under uppföljningen.',
      evidence: ['plan-review', 'new-routine'],
    },
    met('20', 'Utföraren arbetar fortlöpande med kvalitet och har ett ledningssystem enligt SOSFS 2011:9.'),
    met('21', 'Mötena har hållits som planerat. Båda parter beskriver en god dialog med respektive handläggare.', [
      'review-meeting',
      'takeover-meetings',
    ]),
    met('22', 'Samverkan sker med vården, anhöriga och företrädare när den enskilde önskar det.'),
    met(
      '23',
      'De enskilda vet vart de kan vända sig. Inga formella klagomål har kommit in; frågor löses i vardagen av arbetsledningen. I brukarundersökningen svarade mindre än hälften.',
      ['review-meeting', 'survey'],
    ),
    met('24', 'Medarbetarna får kunskap om tystnadsplikten vid anställningen.'),
    met('32', 'Försäkringen är uppvisad och motsvarar avtalet.'),
    met('36', 'Utföraren följer lagstiftningen mot diskriminering och har en plan för likabehandling.'),
    met('M1', 'Båda poolerna finns och används.'),
    met('M2', 'Jourpatrullen finns och har egen bil. Servicecentret ligger i utförarens lokaler.'),
    met('M3', 'Dator har erbjudits i varje hem. De som avstått omfattas av den nya rutinen för dokumentation.', [
      'new-routine',
    ]),
    met('M4', 'De enskilda erbjuds att delta i intervjuer och utformar introduktionen tillsammans med gruppchefen.'),
    met('M5', 'Rådet har bildats och har behandlat rekrytering och introduktion.'),
    met('M6', 'Bildstöd används när barn deltar i valet av assistent.'),
    met(
      'M7',
      'Ersättningens användning gås igenom med var och en, och de enskilda erbjuds att delta vid lönesättning.',
    ),
    met('M8', 'Utbildningen har hållits en gång under varje halvår.'),
    met('M9', 'Handledning ges vid behov, i grupp eller enskilt.', ['review-meeting', 'staff-meeting']),
    met('M10', 'Kompetensanalysen är gjord och utbildningarna är beskrivna. En webbutbildning i arbetsmiljö tas fram.'),
    met('M11', 'Värderingarna tas upp vid introduktion och medarbetarsamtal. Utföraren vill höja yrkets status.'),
  ],
  findings: [
    {
      key: 'documentation',
      kind: 'improvement-area',
      severity: null,
      title: 'Sparsamma anteckningar i kommunens system',
      text: 'Vid granskningen fanns få anteckningar i systemet, och det gick inte alltid att följa hur insatsen getts.',
      legalGround: null,
      remedied: 'En ny rutin med sammanställning varje vecka infördes under uppföljningen.',
      clauses: ['18', '19'],
      evidence: ['plan-review', 'new-routine'],
    },
    {
      key: 'plans',
      kind: 'improvement-area',
      severity: null,
      title: 'Planer väntar på godkännande',
      text: 'Där planen inte var aktuell fanns ett utkast. Utföraren kartlägger de dagliga rutinerna redan från första dagen.',
      legalGround: null,
      remedied: null,
      clauses: ['15'],
      evidence: ['plan-review'],
    },
    {
      key: 'takeover',
      kind: 'strength',
      severity: null,
      title: 'Övertagandet har skett med bibehållen kontinuitet',
      text: 'Alla enskilda och nästan alla medarbetare följde med till den nya utföraren.',
      legalGround: null,
      remedied: null,
      clauses: ['11', '12'],
      evidence: ['takeover-meetings', 'staff-meeting'],
    },
  ],
  actions: [
    {
      kind: 'recommendation',
      text: 'Bevaka att planer som väntar på godkännande blir klara.',
      effectMeasure: 'Antal aktuella planer, av antal granskade ärenden',
      findings: ['plans'],
      clauses: ['15'],
      state: 'noted',
    },
  ],
};
