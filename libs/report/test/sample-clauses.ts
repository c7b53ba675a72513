import type { ReportClause } from '../src/index.js';

function clause(number: string, heading: string, rest: Partial<ReportClause>): ReportClause {
  return {
    id: `clause-${number}`,
    number,
    heading,
    text: '',
    kind: 'requirement',
    kindLabel: 'Krav',
    critical: false,
    focusArea: 'Personal, ledning och kompetens',
    verdict: 'met',
    verdictLabel: 'Uppfylls',
    assessmentText: '',
    assessedWith: [],
    ...rest,
  };
}

/** The focus area of most clauses of the sample. */
export const QUALITY = 'Systematiskt kvalitetsarbete och dokumentation';

/** The clauses of the sample report: each verdict, each kind, two judged together. */
export const SAMPLE_CLAUSES: ReportClause[] = [
  clause('12', 'Personal och bemanning', {
    text: 'Utföraren ska ha den bemanning som krävs för att utföra uppdraget, och introducera varje medarbetare.',
    assessmentText:
      'Bemanningen följer besluten. Introduktionen sker i två steg: först på kontoret och sedan tillsammans med en erfaren ' +
      'assistent hos kunden. En checklista följs och undertecknas.\n\nAlla tio medarbetare har introducerats enligt rutinen.',
  }),
  clause('13', 'Registerkontroll', {
    critical: true,
    text: 'Utföraren ska kontrollera utdrag ur belastningsregistret innan någon anställs.',
    assessmentText: 'Kontrollen är gjord för samtliga anställda och dokumenterad.',
  }),
  clause('14', 'Kompetensutveckling', {
    text: 'Utföraren ska ha en plan för varje medarbetares kompetensutveckling.',
    verdict: 'not-met',
    verdictLabel: 'Uppfylls inte',
    assessmentText:
      'Ingen utbildning har erbjudits under året, och det finns inga planer för medarbetarnas utveckling. Ledningen anser att ' +
      'kompetensen räcker i dag men planerar en inventering till våren.',
  }),
  clause('15', 'Genomförandeplaner', {
    critical: true,
    focusArea: QUALITY,
    text: 'Utföraren upprättar en plan tillsammans med den enskilde inom 15 dagar och följer upp den minst en gång om året.',
    verdict: 'partly-met',
    verdictLabel: 'Uppfylls delvis',
    assessmentText:
      'Sju av nio granskade ärenden har en aktuell plan. I de två övriga pågår arbetet, men planen är inte klar.',
  }),
  clause('16', 'Delning av planer med kommunen', {
    focusArea: QUALITY,
    text: 'Genomförandeplanen ska sändas till kommunen när den är klar.',
    verdict: 'not-met',
    verdictLabel: 'Uppfylls inte',
    assessmentText: 'Ingen av planerna har sänts till kommunen.',
  }),
  clause('17', 'Avvikelser', {
    focusArea: QUALITY,
    assessmentText:
      'Avvikelser rapporteras, utreds och återkopplas. En avvikelse under året har lett till en ny rutin.',
    assessedWith: ['18'],
  }),
  clause('18', 'Rapporteringsskyldighet', { focusArea: QUALITY, assessmentText: '', assessedWith: ['17'] }),
  clause('23', 'Synpunkter och klagomål', {
    focusArea: QUALITY,
    text: 'Synpunkter ska tas emot, besvaras och användas i förbättringsarbetet.',
    verdict: 'cannot-be-assessed',
    verdictLabel: 'Går ej att bedöma',
    assessmentText: 'Två synpunkter kom in under året. Underlaget räcker inte för att bedöma hur de har använts.',
  }),
  clause('M1', 'Vikariepool', {
    kind: 'tender-promise',
    kindLabel: 'Mervärde i anbudet',
    focusArea: null,
    text: 'Utföraren håller en egen vikariepool.',
    assessmentText: 'Poolen finns och har åtta personer.',
  }),
  clause('M2', 'Nattjour', {
    kind: 'tender-promise',
    kindLabel: 'Mervärde i anbudet',
    focusArea: null,
    verdict: 'not-applicable',
    verdictLabel: 'Ej aktuell',
    assessmentText: 'Ingen kund från kommunen har insatser på natten.',
  }),
];

/** So many plain clauses, numbered from 1, for reports of many pages. */
export function sampleClauses(count: number): ReportClause[] {
  return Array.from({ length: count }, (_, index) =>
    clause(String(index + 1), `Punkt ${index + 1}`, {
      text: 'Utföraren ska utföra uppdraget enligt lag, föreskrifter och kommunens riktlinjer, och kunna visa hur.',
      assessmentText:
        'Arbetssättet är beskrivet i rutinen och känt av medarbetarna. Egenkontrollen visar att det följs, och resultatet ' +
        'redovisas för ledningen två gånger om året.\n\nDe exempel som har granskats stämmer med det som sades vid mötet.',
    }),
  );
}
