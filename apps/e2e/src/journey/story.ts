/** The invented case of the journey: whom it is about and what is written. */
export const story = {
  provider: {
    organisationNumber: '559345-1239',
    wrongNumber: '559345-1231',
    name: 'Tallbackens assistans AB',
    unit: 'Tallbackens assistans, Lunda',
  },
  contract: { reference: 'SON 2024-318' },
  clauses: {
    broken: [
      'Nummer;Rubrik;Text;Typ;Kritisk;Fokusområde',
      '7;Bemanning;Utföraren ska ha den personal som uppdraget kräver, alla dagar.;Krav;nej;Bemanning',
      '15;Genomförandeplan;Varje kund ska ha en aktuell genomförandeplan.;Krav;nej;Dokumentation',
      '15;Avvikelser;Utföraren ska rapportera och utreda avvikelser.;Krav;ja;Kvalitetsarbete',
      'M1;Fast kontaktperson;Varje kund får en fast kontaktperson.;Mervärde;nej;Bemanning',
    ].join('\n'),
    mended: ['15;Avvikelser', '16;Avvikelser'] as const,
  },
  meeting: {
    title: 'Möte med enhetschefen',
    notes: 'Enhetschefen berättade hur scheman läggs och hur avvikelser tas om hand.',
    participant: 'Hjördis Fagerlund',
    role: 'enhetschef',
  },
  review: {
    title: 'Granskning av genomförandeplaner',
    question: 'Finns en aktuell genomförandeplan?',
    population: 30,
    size: 6,
  },
  document: { title: 'Rutin för avvikelser', file: 'rutin-avvikelser.csv' },
  figure: { name: 'Kunder i enheten', period: 'oktober', value: 42 },
  finding: {
    title: 'Planer saknas i flera akter',
    text: 'I granskningen saknades en aktuell plan i en av akterna. Hjördis Fagerlund uppger att planen var påbörjad.',
  },
  requirement: 'Upprätta aktuella genomförandeplaner för alla kunder.',
  recommendation: 'Gå igenom rutinen för genomförandeplaner med all personal.',
  judgement: 'Utföraren ger en trygg insats. Dokumentationen behöver bli bättre.',
  judgementCorrected: 'Utföraren ger en trygg insats. Dokumentationen av genomförandeplaner behöver bli bättre.',
  noFactCheck: 'Utföraren har läst utkastet vid mötet och hade inga synpunkter.',
  returnComment: 'Skriv vilken dokumentation det gäller.',
  commentAnswer: 'Motiveringen säger nu vilka granskade akter den vilar på.',
} as const;
