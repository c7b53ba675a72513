import { clause, type ClauseTemplate, INFLUENCE, QUALITY, SAFETY, STAFF } from './clause-templates.js';

/** Clauses that nearly every contract has, whatever the service. */
export const GENERAL_CLAUSES: ClauseTemplate[] = [
  clause('11', 'Samarbete med kommunen', QUALITY, {
    text: 'Utföraren och kommunen håller varandra underrättade om sådant som påverkar uppdraget och möts minst två gånger om året.',
    met: [
      'Parterna har träffats enligt plan under året. Förändringar i ledningen har meddelats i god tid.',
      'Samarbetet fungerar väl. Utföraren hör av sig när en insats inte kan ges som beslutet säger.',
    ],
    partly: [
      {
        assessment: 'Mötena har hållits, men två byten av verksamhetschef meddelades först i efterhand.',
        finding: 'Byte av chef meddelas för sent',
        findingText:
          'Kommunen fick veta om chefsbytena först när de redan hade skett. Avtalet säger att de ska meddelas i förväg.',
        severity: 'minor',
        action: 'Meddela kommunen innan en ny verksamhetschef tillträder.',
        effect: 'Antal byten som meddelats i förväg, av antal byten',
      },
    ],
  }),
  clause('12', 'Personal och bemanning', STAFF, {
    text: 'Utföraren har den bemanning som behövs för att ge insatserna som de är beslutade och introducerar varje medarbetare.',
    critical: true,
    verification: 'Möte, bemanningsplan och introduktionschecklistor',
    met: [
      'Bemanningen följer besluten. Varje ny medarbetare introduceras i två steg och går bredvid en erfaren kollega.',
      'Schemat visar att alla pass är bemannade. Introduktionen följs upp av närmaste chef efter en månad.',
      'Det finns en vikariepool som räcker till. En ansvarig arbetsledare kan nås dygnet runt.',
    ],
    partly: [
      {
        assessment: 'Bemanningen räcker på vardagar, men på helger har flera pass stått utan ordinarie medarbetare.',
        finding: 'Bemanningen på helger räcker inte till',
        findingText:
          'Bemanningsplanen för hösten visar luckor på lördagar och söndagar. Luckorna har fyllts med övertid.',
        severity: 'minor',
        action: 'Säkerställ att helgpassen är bemannade enligt planen.',
        effect: 'Antal obemannade helgpass per månad, före och efter',
      },
      {
        assessment: 'Introduktionen görs, men checklistorna är inte undertecknade för alla nyanställda.',
        finding: 'Introduktionen kan inte styrkas',
        findingText: 'För några av dem som anställts under året saknas en undertecknad checklista för introduktionen.',
        severity: 'minor',
        action: 'Säkerställ att introduktionen dokumenteras för varje ny medarbetare.',
        effect: 'Antal nyanställda med undertecknad checklista, av antal nyanställda',
      },
    ],
    notMet: [
      {
        assessment:
          'Flera insatser har uteblivit under hösten eftersom vikarier saknats. Det finns ingen plan för frånvaro.',
        finding: 'Insatser uteblir när personal är frånvarande',
        findingText:
          'Uteblivna insatser har upprepats och ingen plan finns för hur frånvaro ska täckas. De enskilda har inte kompenserats.',
        severity: 'serious',
        action: 'Ta fram och följ en plan för bemanning vid frånvaro.',
        effect: 'Antal uteblivna insatser per månad, före och efter',
      },
    ],
  }),
  clause('13', 'Registerkontroll', STAFF, {
    text: 'Utföraren kontrollerar utdrag ur belastningsregistret innan någon anställs i arbete med barn.',
    critical: true,
    verification: 'Stickprov i personalakter',
    met: [
      'Utdrag begärs in före anställning och kontrollen antecknas. Rutinen är känd av dem som rekryterar.',
      'Kontrollen görs för alla som anställs och framgår av checklistan vid rekrytering.',
    ],
    partly: [
      {
        assessment: 'Kontrollen görs, men det antecknas inte alltid vilken dag utdraget visades upp.',
        finding: 'Datum för registerkontroll saknas i några fall',
        findingText: 'I personalakterna framgår att utdrag har visats, men inte när.',
        severity: 'minor',
        action: 'Komplettera rutinen så att datum för registerkontrollen antecknas.',
        effect: 'Antal akter med datum, av antal granskade akter',
        recommendationOnly: true,
      },
    ],
  }),
  clause('14', 'Kompetensutveckling', STAFF, {
    text: 'Utföraren har en plan för varje medarbetares kompetensutveckling och erbjuder utbildning varje år.',
    verification: 'Möte och kompetensutvecklingsplaner',
    met: [
      'Planerna görs vid medarbetarsamtalet och följs upp varje år. Handledning ges vid behov.',
      'Alla medarbetare har erbjudits utbildning i bemötande och i förflyttningsteknik under året.',
    ],
    partly: [
      {
        assessment: 'Utbildning har erbjudits, men planerna för medarbetarna är inte uppdaterade sedan förra året.',
        finding: 'Planerna för kompetensutveckling är gamla',
        findingText: 'Planerna har inte följts upp under året, och nyanställda saknar plan.',
        severity: 'minor',
        action: 'Uppdatera planen för varje medarbetares kompetensutveckling.',
        effect: 'Antal medarbetare med aktuell plan, av antal medarbetare',
      },
    ],
    notMet: [
      {
        assessment: 'Ingen utbildning har erbjudits under året och det finns inga planer för medarbetarnas utveckling.',
        finding: 'Medarbetarna har inte erbjudits kompetensutveckling',
        findingText: 'Ledningen bedömer att kompetensen räcker, men har ingen inventering att stödja det på.',
        severity: 'minor',
        action: 'Ta fram en plan för varje medarbetares kompetensutveckling.',
        effect: 'Antal medarbetare med plan, av antal medarbetare',
      },
    ],
  }),
  clause('17', 'Avvikelser och lex Sarah', QUALITY, {
    text: 'Utföraren har en rutin för avvikelser och missförhållanden, gör den känd för personalen och underrättar kommunen utan dröjsmål.',
    critical: true,
    verification: 'Möte, rutin och förteckning över avvikelser',
    met: [
      'Rutinen är känd och används. Avvikelserna följs upp på arbetsplatsträffarna och åtgärderna är beskrivna.',
      'Avvikelser rapporteras i ett digitalt system. Kommunen har underrättats om de händelser som avtalet anger.',
    ],
    partly: [
      {
        assessment: 'Avvikelser rapporteras, men det framgår inte alltid vilken åtgärd de ledde till.',
        finding: 'Åtgärder efter avvikelser beskrivs inte',
        findingText: 'I flera avvikelser är händelsen väl beskriven men rutan för åtgärd är tom.',
        severity: 'minor',
        legalGround: '6 § lagen (1993:387) om stöd och service till vissa funktionshindrade',
        action: 'Säkerställ att varje avvikelse får en beskriven och uppföljd åtgärd.',
        effect: 'Antal avvikelser med beskriven åtgärd, av antal avvikelser',
      },
    ],
    notMet: [
      {
        assessment:
          'Inga avvikelser har rapporterats under året, fast flera händelser har framkommit vid mötet. Rutinen är inte känd.',
        finding: 'Händelser rapporteras inte som avvikelser',
        findingText:
          'Personalen vet inte när en händelse ska rapporteras. Ledningen får därmed inte veta vad som behöver ändras.',
        severity: 'serious',
        legalGround: 'Föreskrifterna SOSFS 2011:9 om ledningssystem för systematiskt kvalitetsarbete',
        action: 'Gör rutinen för avvikelser känd för all personal och följ upp att den används.',
        effect: 'Antal rapporterade avvikelser per kvartal, före och efter',
      },
    ],
  }),
  clause('18', 'Social dokumentation', QUALITY, {
    text: 'Utföraren dokumenterar genomförandet fortlöpande och förvarar handlingarna så att ingen obehörig når dem.',
    verification: 'Granskning av akter',
    met: [
      'Anteckningarna är sakliga och fortlöpande. Egenkontroll av dokumentationen görs varje månad.',
      'Dokumentationen följer genomförandeplanen och förvaras inlåst eller i system med behörighet.',
    ],
    partly: [
      {
        assessment: 'Dokumentationen är saklig men gles. I några akter går det veckor mellan anteckningarna.',
        finding: 'Anteckningar saknas under långa perioder',
        findingText: 'Av akterna går det inte alltid att följa om insatsen har getts som planen säger.',
        severity: 'minor',
        action: 'Säkerställ att händelser av vikt dokumenteras fortlöpande.',
        effect: 'Antal akter med anteckning varje månad, av antal granskade akter',
      },
    ],
    notMet: [
      {
        assessment: 'Dokumentationen förs i anteckningsböcker hos de enskilda och förs inte över till akten.',
        finding: 'Akterna saknar löpande anteckningar',
        findingText: 'I de granskade akterna finns knappt några anteckningar alls från hösten.',
        severity: 'serious',
        action: 'Säkerställ att genomförandet dokumenteras i akten.',
        effect: 'Antal akter med anteckning varje månad, av antal granskade akter',
      },
    ],
  }),
  clause('20', 'Ledningssystem för kvalitet', QUALITY, {
    text: 'Utföraren har ett ledningssystem för systematiskt kvalitetsarbete och gör egenkontroll enligt ett årshjul.',
    verification: 'Möte, årshjul och kvalitetsberättelse',
    met: [
      'Ledningssystemet är digitalt och lätt att hitta i. Egenkontrollerna är gjorda enligt årshjulet.',
      'Egenkontrollen omfattar enkäter, dokumentation och läkemedel. Resultaten tas upp med personalen.',
    ],
    partly: [
      {
        assessment: 'Ledningssystemet finns, men flera rutiner är inte reviderade på över två år.',
        finding: 'Rutiner revideras inte',
        findingText: 'Årshjulet anger att rutinerna ses över varje år. Det har inte gjorts.',
        severity: 'minor',
        action: 'Se över rutinerna enligt årshjulet.',
        effect: 'Antal rutiner som setts över under året, av antal rutiner',
        recommendationOnly: true,
      },
    ],
  }),
  clause('23', 'Synpunkter och klagomål', INFLUENCE, {
    text: 'Utföraren tar emot, utreder och besvarar synpunkter och klagomål och informerar den enskilde om hur man lämnar dem.',
    verification: 'Möte och förteckning över synpunkter',
    met: [
      'De synpunkter som kommit in har utretts och besvarats. Information om hur man lämnar en synpunkt ges vid start.',
      'Rutinen är känd. Synpunkterna tas upp på arbetsplatsträffarna och har lett till ändringar i schemat.',
    ],
    partly: [
      {
        assessment: 'Synpunkter besvaras, men muntliga klagomål antecknas inte och kan därför inte följas upp.',
        finding: 'Muntliga klagomål antecknas inte',
        findingText: 'Ledningen beskriver klagomål som inte finns i förteckningen.',
        severity: 'minor',
        action: 'Se över rutinen så att även muntliga klagomål tas om hand.',
        effect: 'Antal registrerade synpunkter per halvår, före och efter',
        recommendationOnly: true,
      },
    ],
    notMet: [
      {
        assessment:
          'Det finns ingen förteckning över synpunkter, och de enskilda har inte fått veta hur de lämnar dem.',
        finding: 'Synpunkter tas inte om hand',
        findingText: 'Utföraren kan inte visa vilka synpunkter som kommit in eller vad de har lett till.',
        severity: 'minor',
        action: 'Inför en rutin för synpunkter och informera de enskilda om den.',
        effect: 'Antal besvarade synpunkter, av antal inkomna',
      },
    ],
  }),
  clause('24', 'Sekretess och tystnadsplikt', SAFETY, {
    text: 'Utföraren ser till att alla medarbetare känner till och skriver under sin tystnadsplikt.',
    verification: 'Stickprov i personalakter',
    met: [
      'Tystnadsplikten gås igenom vid anställning och undertecknas. Den tas upp på arbetsplatsträff en gång om året.',
      'Underskrivna förbindelser finns i de personalakter som granskats.',
    ],
  }),
  clause('32', 'Försäkringar', SAFETY, {
    text: 'Utföraren har en ansvarsförsäkring som håller kommunen skadeslös.',
    verification: 'Försäkringsbrev',
    met: [
      'Försäkringsbrevet är uppvisat och gäller hela avtalstiden.',
      'Ansvarsförsäkringen är förnyad. Beloppet är lägst 10 miljoner kronor.',
    ],
  }),
  clause('36', 'Likabehandling', INFLUENCE, {
    text: 'Utföraren följer lagstiftningen mot diskriminering och arbetar för likabehandling av enskilda och medarbetare.',
    met: [
      'Det finns en aktuell plan för likabehandling som tagits fram tillsammans med medarbetarna.',
      'Rutiner finns för hur kränkningar anmäls och utreds. Inga ärenden har förekommit under året.',
    ],
  }),
];
