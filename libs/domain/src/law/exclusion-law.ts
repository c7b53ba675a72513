import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Regime } from '../contracts/contract.js';

/** A paragraph of a law in the register, in our own words; `paragraph` is written as the register has it: '13:3 a', '57.7'. */
export interface LawReading {
  /** The number of the entry in `LAW_REGISTER`. */
  readonly number: string;
  readonly paragraph: string;
  readonly says: string;
  /** The wording that somebody has held it against, and when; null where nobody has, which the screen says. */
  readonly checked: { readonly against: string; readonly on: CalendarDate } | null;
}

/** Under which law a contract was made, as far as exclusion of a tenderer goes. */
export const EXCLUSION_BASES = ['lou-2016', 'lou-2007', 'lov'] as const;
export type ExclusionBasis = (typeof EXCLUSION_BASES)[number];

/** LOU 2016:1145 has been in force from this day. */
const NEW_LOU: CalendarDate = '2017-01-01';

/**
 * Which law says what a deficiency in a contract may mean for its provider in a later procurement. A contract that began
 * before the present act was made under the one before it. Null for what the municipality runs itself.
 */
export function exclusionBasis(regime: Regime, startsOn: CalendarDate): ExclusionBasis | null {
  if (regime === 'own-run') return null;
  if (regime === 'LOV') return 'lov';
  return startsOn < NEW_LOU ? 'lou-2007' : 'lou-2016';
}

const LOU_TEXT = { against: 'lagtexten i den lydelse som publicerades 2025-05-19', on: '2026-11-22' } as const;
const LOV_TEXT = { against: 'lagtexten enligt SFS 2022:992', on: '2026-11-22' } as const;

const EARLIER_CONTRACT: LawReading = {
  ...{ number: '2016:1145', paragraph: '13:3', checked: LOU_TEXT },
  says:
    'Allvarliga eller ihållande brister i ett väsentligt krav i ett tidigare kontrakt får leda till uteslutning, om de har ' +
    'medfört att kontraktet sades upp i förtid, skadestånd eller en jämförbar påföljd (första stycket 5). Det tidigare ' +
    'kontraktet ska vara ett kontrakt enligt LOU 2016:1145, LUF, LUK eller LUFS.',
};
const THREE_YEARS: LawReading = {
  ...{ number: '2016:1145', paragraph: '13:3 a', checked: LOU_TEXT },
  says:
    'Det som hände för mer än tre år sedan får inte läggas till grund för uteslutning enligt 3 §. Tiden räknas från händelsen. ' +
    'Paragrafen infördes genom SFS 2022:778.',
};
const HEARD_FIRST: LawReading = {
  ...{ number: '2016:1145', paragraph: '13:4', checked: LOU_TEXT },
  says: 'Leverantören ska få yttra sig inom en bestämd tid innan myndigheten beslutar om uteslutning.',
};
const RELIABLE_AGAIN: LawReading = {
  ...{ number: '2016:1145', paragraph: '13:5', checked: LOU_TEXT },
  says: 'En leverantör som visar att den är tillförlitlig igen, genom det den har ersatt, klarlagt och ändrat, ska inte uteslutas enligt 3 §.',
};
const SOCIAL_SERVICES: LawReading = {
  ...{ number: '2016:1145', paragraph: '19:17', checked: LOU_TEXT },
  says:
    'Vid annonspliktiga upphandlingar under tröskelvärdet eller av tjänster enligt bilaga 2 får en leverantör uteslutas ' +
    'enligt 13 kap. 3 §, och på andra grunder som står i upphandlingsdokumenten. Paragrafen nämner inte 13 kap. 3 a §.',
};
const DIRECTIVE: LawReading = {
  ...{ number: '2014/24/EU', paragraph: '57.7', checked: null },
  says: 'Uteslutning enligt artikel 57.4 får pågå i högst tre år från dagen för den relevanta händelsen, om leverantören inte visar att den är tillförlitlig.',
};
const GRAVE_FAULT: LawReading = {
  ...{ number: '2016:1145', paragraph: '13:3', checked: null },
  says:
    'Brister i andra kontrakt än de som räknas upp i första stycket 5 kan prövas som allvarligt fel i yrkesutövningen (första ' +
    'stycket 3). Så läser Upphandlingsmyndigheten förarbetena (prop. 2015/16:195 s. 737 och 1087).',
};
const CHOICE: LawReading = {
  ...{ number: '2008:962', paragraph: '7:1', checked: LOV_TEXT },
  says:
    'Den som söker om att få delta i ett valfrihetssystem får uteslutas för allvarligt fel i yrkesutövningen som myndigheten ' +
    'kan visa (första stycket 4). Paragrafen har ingen tidsgräns.',
};

/** Why three years are shown for a contract, in a sentence, and what the law says, paragraph by paragraph. */
export const EXCLUSION_LAW: Readonly<Record<ExclusionBasis, { why: string; readings: readonly LawReading[] }>> = {
  'lou-2016': {
    why: 'De visas därför att en upphandlande myndighet får väga in det som har hänt de senaste tre åren när den prövar en leverantör (LOU 13 kap. 3 och 3 a §§).',
    readings: [EARLIER_CONTRACT, THREE_YEARS, HEARD_FIRST, RELIABLE_AGAIN, SOCIAL_SERVICES, DIRECTIVE],
  },
  'lou-2007': {
    why: 'Avtalet började gälla innan dagens LOU och räknas inte som ett tidigare kontrakt enligt 13 kap. 3 § första stycket 5. Tre år visas ändå, som för andra avtal.',
    readings: [EARLIER_CONTRACT, GRAVE_FAULT, THREE_YEARS],
  },
  lov: {
    why: 'Lagen om valfrihetssystem anger ingen treårsgräns, och ett sådant kontrakt räknas inte som ett tidigare kontrakt enligt LOU 13 kap. 3 § första stycket 5. Tre år visas ändå, som för andra avtal.',
    readings: [CHOICE, EARLIER_CONTRACT, GRAVE_FAULT, THREE_YEARS],
  },
};

/** A paragraph as Swedish writes it: '13:3 a' is '13 kap. 3 a §', '7' is '7 §', '57.7' of a directive 'artikel 57.7'. */
export function paragraphInWords(paragraph: string): string {
  if (paragraph.includes('.')) return `artikel ${paragraph}`;
  const [chapter = '', section] = paragraph.split(':');
  return section === undefined ? `${chapter}\u00a0§` : `${chapter}\u00a0kap. ${section}\u00a0§`;
}
