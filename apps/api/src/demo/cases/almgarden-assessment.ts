import type { DemoCase } from '../demo-case.js';

/** Clause by clause, what was found, and what is required: the middle of the chain of the Almgården case. */
export const ALMGARDEN_ASSESSMENT: Pick<DemoCase, 'assessments' | 'findings' | 'actions'> = {
  assessments: [
    {
      clauses: ['12'],
      verdict: 'met',
      text:
        'Introduktionen har två delar: en genomgång på kontoret och ett antal pass hos kunden tillsammans med en erfaren assistent. En checklista följs och kundansvarig följer upp med båda parter. ' +
        'Vid rekrytering vägs den enskildes önskemål tyngst.',
      evidence: ['answer', 'meeting'],
    },
    {
      clauses: ['13'],
      verdict: 'met',
      text: 'Utdrag begärs in före anställning och kontrollen framgår av checklistan för rekrytering.',
      evidence: ['answer'],
    },
    {
      clauses: ['14'],
      verdict: 'not-met',
      text:
        'Ingen kompetensutveckling har erbjudits under året, och det finns inga individuella planer. Ledningen anser att kompetensen räcker för uppdraget i dag men planerar en inventering och planer för de två kommande åren.',
      evidence: ['meeting'],
    },
    {
      clauses: ['15'],
      verdict: 'partly-met',
      text:
        'Den plan som finns är upprättad tillsammans med den enskilde och innehåller det som avtalet anger. En plan saknas, och utförarens egenkontroll visar att planer inte alltid följs upp inom ett år.',
      evidence: ['review', 'meeting'],
    },
    {
      clauses: ['16'],
      verdict: 'not-met',
      text: 'Ingen genomförandeplan har sänts till kommunen under året. Utföraren kände till skyldigheten men hade inte gett någon i uppgift att göra det.',
      evidence: ['review', 'meeting'],
    },
    {
      clauses: ['17'],
      verdict: 'met',
      text:
        'En avvikelse har rapporterats under året. Den gällde en insats som uteblev när en medarbetare hastigt blev frånvarande. Den hanterades enligt rutinen, som därefter ändrades. Avvikelser är en stående punkt på arbetsplatsträffarna.',
      evidence: ['answer', 'meeting'],
    },
    {
      clauses: ['18'],
      verdict: 'met',
      text: 'Dokumentationen förs fortlöpande och kontrolleras varje månad av kundansvarig. Medarbetarna når rutinerna både digitalt och på papper.',
      evidence: ['answer', 'review'],
    },
    {
      clauses: ['20'],
      verdict: 'met',
      text:
        'Ledningssystemet är digitalt och följer SOSFS 2011:9. Egenkontrollen görs enligt årshjulet och omfattar enkäter till medarbetare och kunder, med gott resultat. Målen för nästa år är mer inflytande för kunderna och lägre frånvaro.',
      evidence: ['answer'],
    },
    {
      clauses: ['21'],
      verdict: 'met',
      text: 'Begärda uppgifter kom in i tid. De kompletteringar som behövdes lämnades efter överenskommelse.',
      evidence: ['letter', 'answer'],
    },
    {
      clauses: ['23'],
      verdict: 'partly-met',
      text:
        'Två synpunkter har kommit in under året. Den ena gällde språkkunskaper och motivation i vardagen, den andra svårigheter att få kontakt med kontoret. Båda har besvarats och lett till ändringar. ' +
        'Ett muntligt klagomål på bemanningen antecknades däremot inte.',
      evidence: ['answer', 'meeting'],
    },
  ],
  findings: [
    {
      key: 'no-plan',
      kind: 'deficiency',
      severity: 'serious',
      title: 'Aktuell genomförandeplan saknas',
      text: 'I en av akterna finns ingen plan. Att den enskilde har avböjt framgår inte av dokumentationen, och utföraren har inte beskrivit hur stödet då ska ges.',
      legalGround: '6 § lagen (1993:387) om stöd och service till vissa funktionshindrade',
      remedied: null,
      clauses: ['15'],
      evidence: ['review'],
    },
    {
      key: 'not-followed-up',
      kind: 'deficiency',
      severity: 'minor',
      title: 'Planer följs inte upp inom ett år',
      text: 'Utförarens egen kontroll visar planer som är äldre än ett år utan uppföljning.',
      legalGround: null,
      remedied: null,
      clauses: ['15'],
      evidence: ['answer', 'meeting'],
    },
    {
      key: 'not-shared',
      kind: 'deficiency',
      severity: 'minor',
      title: 'Planer sänds inte till kommunen',
      text: 'Rutinen finns men följs inte, och ingen har ansvaret för att planerna sänds.',
      legalGround: null,
      remedied: null,
      clauses: ['16'],
      evidence: ['review', 'meeting'],
    },
    {
      key: 'no-training',
      kind: 'deficiency',
      severity: 'minor',
      title: 'Individuella planer för kompetensutveckling saknas',
      text: 'Medarbetarna har inte erbjudits någon utbildning under året, och ingen av dem har en plan.',
      legalGround: null,
      remedied: null,
      clauses: ['14'],
      evidence: ['meeting'],
    },
    {
      key: 'complaints',
      kind: 'improvement-area',
      severity: null,
      title: 'Muntliga klagomål antecknas inte',
      text: 'Ledningen säger själv att klagomålet borde ha registrerats och att rutinen ska gås igenom med medarbetarna.',
      legalGround: null,
      remedied: null,
      clauses: ['23'],
      evidence: ['meeting'],
    },
    {
      key: 'introduction',
      kind: 'strength',
      severity: null,
      title: 'Introduktionen är genomtänkt',
      text: 'Introduktionen anpassas till den enskilde och följs upp med både kund och medarbetare.',
      legalGround: null,
      remedied: null,
      clauses: ['12'],
      evidence: ['answer', 'meeting'],
    },
  ],
  actions: [
    {
      kind: 'requirement',
      text: 'Säkerställ att genomförandeplan och dokumentation finns för var och en som i dag saknar det.',
      effectMeasure: 'Antal personer med aktuell plan, av antal personer',
      findings: ['no-plan'],
      clauses: ['15'],
      state: 'open',
    },
    {
      kind: 'requirement',
      text: 'Säkerställ att varje genomförandeplan följs upp minst en gång om året.',
      effectMeasure: 'Antal planer som är yngre än ett år, av antal planer',
      findings: ['not-followed-up'],
      clauses: ['15'],
      state: 'open',
    },
    {
      kind: 'requirement',
      text: 'Säkerställ att rutinen för att sända genomförandeplaner till kommunen följs.',
      effectMeasure: 'Antal planer som sänts, av antal planer',
      findings: ['not-shared'],
      clauses: ['16'],
      state: 'open',
    },
    {
      kind: 'requirement',
      text: 'Ta fram en individuell plan för kompetensutveckling tillsammans med varje medarbetare.',
      effectMeasure: 'Antal medarbetare med plan, av antal medarbetare',
      findings: ['no-training'],
      clauses: ['14'],
      state: 'open',
    },
    {
      kind: 'recommendation',
      text: 'Revidera rutinen för synpunkter och klagomål så att även muntliga klagomål tas om hand.',
      effectMeasure: 'Antal registrerade synpunkter per halvår, före och efter',
      findings: ['complaints'],
      clauses: ['23'],
      state: 'open',
    },
  ],
};
