import type { CalendarDate } from '@insyn/domain';
import type { Letter } from './gathering-story.js';

const OWN_DOCUMENTS = [
  { text: 'Årshjul för egenkontroll', required: true },
  { text: 'Förteckning över årets avvikelser och synpunkter, utan personuppgifter', required: false },
];

/** The letter before a follow-up of personal assistance. */
export function assistanceLetter(year: number, due: CalendarDate, visitors: string[]): Letter {
  return {
    title: `Uppgifter inför uppföljning av personlig assistans ${year}`,
    message:
      'Vi följer upp hur avtalet om personlig assistans följs. Svara på frågorna och skicka handlingarna före mötet, så att vi kan läsa dem i förväg.\n\n' +
      'Uppgifter om andelar lämnas som antal av antal, inte i procent. Skriv så att ingen person kan kännas igen.',
    due,
    visit: 'Digitalt möte efter att svaren har kommit. Därefter granskar vi ett urval av genomförandeplaner.',
    visitors,
    wantedDocuments: OWN_DOCUMENTS,
  };
}

/** The letter of a tertial's round to all providers of home care. */
export function homeCareLetter(year: number, due: CalendarDate): Letter {
  return {
    title: `Tertialuppföljning av hemtjänsten ${year}`,
    message:
      'Samma frågor går till alla utförare av hemtjänst i kommunen. Svaren jämförs med förra tertialet och redovisas för nämnden.\n\n' +
      'Uppgifter om andelar lämnas som antal av antal, inte i procent.',
    due,
    wantedDocuments: [{ text: 'Årshjul för egenkontroll', required: true }],
  };
}

/** What is sent back to a provider of home care, by the question's id. */
export const RETURNED = [
  {
    questionId: 'hours-performed',
    comment: 'Ange timmarna för hela månaden. Siffran verkar gälla tre av fyra veckor.',
  },
  {
    questionId: 'training-given',
    comment: 'Skriv också hur många av de timanställda som deltog.',
  },
];

/** The first of them as it is answered again; the other still waits. */
export const COMPLETED = {
  questionId: 'hours-performed',
  value: { kind: 'share', n: 6_118, of: 6_402 } as const,
  comment: 'Rättat. Den sista veckan saknades i utdraget.',
};

/** Why a provider needs more time. */
export const MORE_TIME =
  'Den som har hand om löneunderlaget är sjukskriven till månadsskiftet. Uppgifterna om frånvaro går inte att ta fram innan dess.';
