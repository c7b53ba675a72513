/** The invented case of the journey: two requirements, of which one takes two re-checks. */
export const story = {
  provider: { organisationNumber: '5594110214', name: 'Björkhaga assistans AB', unit: 'Björkhaga, Lunda' },
  contact: { name: 'Elin Sandmark', role: 'verksamhetschef', email: 'elin.sandmark@bjorkhaga.example' },
  password: 'Kastanj och vinteräpple 9',
  contract: 'SON 2025-412',
  clauses: [
    { number: '5', heading: 'Introduktion', text: 'Ny personal ska introduceras innan den arbetar ensam.' },
    { number: '6', heading: 'Genomförandeplan', text: 'Varje kund ska ha en aktuell genomförandeplan.' },
  ],
  meeting: 'Uppföljningsmöte hos utföraren',
  findings: { '5': 'Introduktionen är inte skriven ned', '6': 'Två planer är äldre än ett år' },
  requirements: {
    '5': 'Ta fram en skriven introduktion och använd den',
    '6': 'Se till att varje kund har en aktuell plan',
  },
  judgement: 'Utföraren följer avtalet i det mesta. Två krav ställs.',
  noFactCheck: 'Utkastet gicks igenom med utföraren vid mötet.',
  plan: {
    '5': { cause: 'Introduktionen har gått från mun till mun.', measure: 'Skriv en introduktion i tolv steg' },
    '6': { cause: 'Ingen har haft uppgiften att bevaka datumen.', measure: 'Gå igenom alla planer' },
  },
  role: 'Enhetschef',
  effect: 'Enhetschefen räknar varje månad.',
  incomplete: 'Skriv också hur de som redan är anställda får introduktionen.',
  completed: 'Ingen har haft uppgiften, och listan har saknat datum.',
  reported: 'Alla nya har gått igenom de tolv stegen.',
  recheckMeetings: ['Återkontroll över video', 'Andra återkontrollen över video'],
  sanction: {
    step: 'Skriftlig varning',
    grounds: 'Två planer är fortfarande äldre än ett år.',
    dispute: 'Båda planerna blev klara dagen efter återkontrollen.',
    answer: 'Vi har sett planerna och tar tillbaka varningen.',
    withdrawn: 'Planerna var klara innan varningen nådde utföraren.',
  },
} as const;
