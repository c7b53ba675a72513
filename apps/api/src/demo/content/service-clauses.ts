import type { ServiceType } from '@insyn/domain';
import { clause, type ClauseTemplate, INFLUENCE, PROMISES, QUALITY, SAFETY, STAFF } from './clause-templates.js';

const PLANS = clause('15', 'Genomförandeplaner', QUALITY, {
  text: 'Utföraren upprättar en plan tillsammans med den enskilde inom 15 dagar och följer upp den minst en gång om året.',
  critical: true,
  verification: 'Granskning av planer, slumpmässigt urval',
  met: [
    'Planerna är upprättade tillsammans med den enskilde och följs upp varje år.',
    'De granskade planerna är aktuella, konkreta och undertecknade.',
  ],
  partly: [
    {
      assessment: 'De flesta planer är aktuella, men några har inte följts upp på mer än ett år.',
      finding: 'Planer följs inte upp i tid',
      findingText:
        'Vid granskningen fanns planer som är äldre än ett år. Utföraren har inget stöd för att bevaka datumen.',
      severity: 'minor',
      action: 'Säkerställ att varje plan följs upp minst en gång om året.',
      effect: 'Antal aktuella planer, av antal granskade akter',
    },
  ],
  notMet: [
    {
      assessment: 'Flera enskilda saknar plan, och de planer som finns är inte upprättade tillsammans med dem.',
      finding: 'Genomförandeplaner saknas',
      findingText: 'Utan plan vet varken den enskilde eller personalen hur insatsen ska ges.',
      severity: 'serious',
      legalGround: '6 § lagen (1993:387) om stöd och service till vissa funktionshindrade',
      action: 'Säkerställ att varje person har en aktuell plan som upprättats tillsammans med henne eller honom.',
      effect: 'Antal aktuella planer, av antal granskade akter',
    },
  ],
});

const CONTINUITY = clause('26', 'Kontinuitet', INFLUENCE, {
  text: 'Den enskilde möter så få olika medarbetare som möjligt och har en namngiven kontaktperson.',
  verification: 'Utdrag ur planeringssystemet',
  met: [
    'Varje enskild har en kontaktperson som är känd av alla i arbetsgruppen. Schemat läggs för att hålla antalet nere.',
    'Utföraren mäter kontinuiteten varje månad och tar upp resultatet med personalen.',
  ],
  partly: [
    {
      assessment: 'Kontaktpersoner finns, men kontinuiteten mäts inte och flera enskilda beskriver många nya ansikten.',
      finding: 'Kontinuiteten mäts inte',
      findingText: 'Utan mätning kan utföraren inte visa om målet nås.',
      severity: 'minor',
      action: 'Börja mäta kontinuiteten och redovisa den till kommunen varje halvår.',
      effect: 'Antal medarbetare per enskild under två veckor, före och efter',
    },
  ],
});

const GOAL = clause('G1', 'Delaktighet', INFLUENCE, {
  text: 'Den enskildes inflytande över vardagen ska öka från år till år.',
  kind: 'goal',
  verification: 'Brukarundersökning och möte',
  met: [
    'Undersökningen bland de enskilda visar ett gott resultat, och husmöten eller enskilda samtal hålls varje månad.',
    'De enskilda deltar i planeringen av veckan, och deras önskemål syns i planerna.',
  ],
  partly: [
    {
      assessment: 'De enskilda tillfrågas, men det framgår inte vad deras svar har lett till.',
      finding: 'Svar från de enskilda återkopplas inte',
      findingText: 'Resultatet av undersökningen har inte gåtts igenom med dem som svarade.',
      severity: 'minor',
      action: 'Återkoppla resultatet av undersökningen till de enskilda.',
      effect: 'Antal enskilda som fått återkoppling, av antal som svarat',
      recommendationOnly: true,
    },
  ],
});

function promise(number: string, heading: string, text: string, met: string[], missing: string): ClauseTemplate {
  return clause(number, heading, PROMISES, {
    text,
    kind: 'tender-promise',
    verification: 'Möte och underlag från utföraren',
    met,
    partly: [
      {
        assessment: missing,
        finding: `${heading}: löftet i anbudet är inte infriat fullt ut`,
        findingText:
          'Utföraren fick poäng för löftet vid upphandlingen. Det har inte genomförts i den omfattning som anbudet anger.',
        severity: 'minor',
        action: `Infria löftet i anbudet: ${heading.toLowerCase()}.`,
        effect: 'Redovisning av vad som genomförts, mot vad anbudet anger',
      },
    ],
  });
}

const POOL = promise(
  'M1',
  'Vikariepool',
  'Anbudet lovar en egen vikariepool för varje enskild och en gemensam för hela verksamheten.',
  [
    'Båda vikariepoolerna finns och används. Det framgår av bemanningsplanen.',
    'Poolen räcker till även under sommaren.',
  ],
  'Den gemensamma vikariepoolen finns, men de egna poolerna är inte på plats för alla.',
);

const COUNCIL = promise(
  'M2',
  'Brukarråd',
  'Anbudet lovar ett brukarråd som träffas varje kvartal och tar upp rekrytering och introduktion.',
  [
    'Rådet har träffats enligt plan och minnesanteckningarna är uppvisade.',
    'Rådet är igång och har påverkat introduktionen.',
  ],
  'Rådet har träffats bara en gång under året.',
);

const INDIVIDUAL_PLAN = clause('16', 'Individuell plan', QUALITY, {
  text: 'Där den enskilde har en individuell plan enligt LSS ser utföraren till att den följs.',
  met: [
    'De individuella planerna är kända och återspeglas i genomförandeplanerna.',
    'Utföraren medverkar i planeringen när den enskilde önskar det.',
  ],
});

const MEALS = clause('27', 'Måltider', INFLUENCE, {
  text: 'Måltiderna är näringsriktiga, serveras i lugn miljö och nattfastan är så kort som möjligt.',
  verification: 'Observation och mätning av nattfasta',
  met: ['Måltiderna serveras i små grupper i lugn miljö. Mellanmål erbjuds sent på kvällen.'],
  partly: [
    {
      assessment: 'Maten är god och miljön lugn, men nattfastan är längre än avtalet anger för flera boende.',
      finding: 'Nattfastan är för lång',
      findingText: 'Utförarens egen mätning visar att kvällsmålet serveras tidigt och frukosten sent.',
      severity: 'minor',
      action: 'Korta nattfastan genom att erbjuda mål sent på kvällen och tidigt på morgonen.',
      effect: 'Antal boende med nattfasta under elva timmar, av antal boende',
    },
  ],
});

const MEDICINES = clause('28', 'Läkemedel och delegering', SAFETY, {
  text: 'Den som ger läkemedel har giltig delegering, och givna doser signeras.',
  critical: true,
  verification: 'Granskning av signeringslistor',
  met: ['Delegeringarna är giltiga och signeringen är fullständig i de granskade listorna.'],
  partly: [
    {
      assessment: 'Delegeringarna är giltiga, men signeringar saknas på flera listor från kvällar och helger.',
      finding: 'Signeringar saknas',
      findingText: 'Luckorna på listorna gäller kvällar och helger och har inte lett till avvikelser.',
      severity: 'minor',
      action: 'Säkerställ att givna läkemedel signeras och att luckor följs upp.',
      effect: 'Antal signeringslistor utan luckor, av antal granskade listor',
    },
  ],
  notMet: [
    {
      assessment: 'Läkemedel ges av personal vars delegering har gått ut.',
      finding: 'Delegeringar har gått ut',
      findingText: 'Vid granskningen fanns utgångna delegeringar för medarbetare som var i tjänst samma vecka.',
      severity: 'serious',
      action: 'Säkerställ att bara personal med giltig delegering ger läkemedel.',
      effect: 'Antal giltiga delegeringar, av antal granskade',
    },
  ],
});

const HOUSING = clause('29', 'Lokaler och brandskydd', SAFETY, {
  text: 'Lokalerna är tillgängliga och säkra, och brandskyddet kontrolleras varje kvartal.',
  verification: 'Besök på plats och protokoll',
  met: [
    'Lokalerna är ljusa och tillgängliga. Protokollen över brandskyddet är uppvisade.',
    'Utrymningsövning har hållits under året.',
  ],
  partly: [
    {
      assessment: 'Lokalerna är ändamålsenliga, men protokoll över brandskyddet saknas för ett kvartal.',
      finding: 'Protokoll över brandskyddet saknas',
      findingText: 'Kontrollen uppges vara gjord men kan inte styrkas.',
      severity: 'minor',
      action: 'Dokumentera kontrollen av brandskyddet varje kvartal.',
      effect: 'Antal kvartal med protokoll, av fyra',
      recommendationOnly: true,
    },
  ],
});

const ACTIVITY = clause('30', 'Meningsfull sysselsättning', INFLUENCE, {
  text: 'Deltagaren väljer mellan minst fyra aktiviteter, och insatsen prövas mot praktik eller arbete varje år.',
  met: ['Utbudet är brett och deltagarna väljer själva. Vägen till praktik prövas vid uppföljningen av planen.'],
  partly: [
    {
      assessment: 'Utbudet är brett, men vägen till praktik prövas inte varje år.',
      finding: 'Vägen till praktik prövas inte',
      findingText: 'I de granskade planerna finns ingen anteckning om praktik eller arbete.',
      severity: 'minor',
      action: 'Pröva vägen till praktik eller arbete vid varje uppföljning av planen.',
      effect: 'Antal planer där praktik har prövats, av antal granskade planer',
    },
  ],
});

const SUPERVISION = clause('31', 'Ledning i vardagen', STAFF, {
  text: 'Verksamhetschefen är närvarande i verksamheten och leder arbetet i vardagen.',
  met: ['Chefen är på plats flera dagar i veckan och är känd av de enskilda.'],
  partly: [
    {
      assessment: 'Chefen ansvarar för flera enheter och är på plats en dag i veckan.',
      finding: 'Ledningen är sällan på plats',
      findingText: 'Medarbetarna beskriver att frågor får vänta och att beslut dröjer.',
      severity: 'minor',
      action: 'Se över hur ledningen kan finnas närmare verksamheten.',
      effect: 'Antal dagar i veckan med chef på plats, före och efter',
      recommendationOnly: true,
    },
  ],
});

/** The clauses of each service beside the general ones. */
export const SERVICE_CLAUSES: Record<ServiceType, ClauseTemplate[]> = {
  'personal-assistance': [PLANS, INDIVIDUAL_PLAN, CONTINUITY, GOAL, POOL, COUNCIL],
  'home-care': [PLANS, CONTINUITY, MEDICINES, GOAL, POOL],
  'group-home': [PLANS, INDIVIDUAL_PLAN, MEDICINES, HOUSING, SUPERVISION, GOAL],
  'daily-activities': [PLANS, INDIVIDUAL_PLAN, ACTIVITY, HOUSING, GOAL],
  'nursing-home': [PLANS, MEALS, MEDICINES, HOUSING, SUPERVISION, GOAL, COUNCIL],
  'home-nursing': [PLANS, MEDICINES, CONTINUITY, SUPERVISION],
  'companion-service': [PLANS, CONTINUITY, GOAL],
  'respite-care': [PLANS, INDIVIDUAL_PLAN, CONTINUITY, SUPERVISION, GOAL],
};
