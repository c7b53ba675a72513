import type { Role } from '@insyn/domain';

/** The password of everybody in the demonstration; written in the README. */
export const DEMO_PASSWORD = 'Insyn-demo-2026';

export type StaffRole = Exclude<Role, 'provider'>;

/** A person of a demonstration municipality; `committees` are prefixes, none: all of the municipality. */
export interface DemoPerson {
  name: string;
  title: string;
  role: StaffRole;
  committees: string[] | null;
  /** A second role in another committee, by its prefix. */
  also?: { role: StaffRole; committee: string };
}

export interface DemoMunicipality {
  name: string;
  slug: string;
  committees: { name: string; prefix: string; caseNumberPattern: string; classification: string }[];
  people: DemoPerson[];
}

const PATTERN = '{prefix}/{year}/{number:4}/{classification}';

function committees(...named: [string, string][]): DemoMunicipality['committees'] {
  return named.map(([name, prefix]) => ({ name, prefix, caseNumberPattern: PATTERN, classification: '739' }));
}

// Two officers, two managers, a registrar, an auditor and an administrator, in this order. The second manager is an officer
// of the first committee besides.
function staff(
  first: string,
  second: string,
  ...names: [string, string, string, string, string, string, string]
): DemoPerson[] {
  const [officer, colleague, manager, otherManager, registrar, auditor, administrator] = names;
  const both = [first, second];
  return [
    { name: officer, title: 'verksamhetsutvecklare', role: 'officer', committees: both },
    { name: colleague, title: 'verksamhetsutvecklare', role: 'officer', committees: both },
    { name: manager, title: 'enhetschef', role: 'manager', committees: both },
    {
      ...{ name: otherManager, title: 'enhetschef', role: 'manager', committees: [second] },
      also: { role: 'officer', committee: first },
    },
    { name: registrar, title: 'registrator', role: 'registrar', committees: both },
    { name: auditor, title: 'förtroendevald revisor', role: 'auditor', committees: null },
    { name: administrator, title: 'systemförvaltare', role: 'administrator', committees: null },
  ];
}

/** The two municipalities that are always there; all names are invented. */
const FIRST_MUNICIPALITIES: DemoMunicipality[] = [
  {
    name: 'Lunda kommun',
    slug: 'lunda',
    committees: committees(['Socialnämnden', 'SON'], ['Omsorgsnämnden', 'OMN']),
    people: staff(
      'SON',
      'OMN',
      'Maja Sandell',
      'Karin Åberg',
      'Rebecka Holm',
      'Anders Törnqvist',
      'Ylva Rosengren',
      'Bengt Malmstig',
      'Siri Hallbäck',
    ),
  },
  {
    name: 'Älvsbro kommun',
    slug: 'alvsbro',
    committees: committees(['Socialnämnden', 'SON'], ['Vård- och omsorgsnämnden', 'VON']),
    people: staff(
      'SON',
      'VON',
      'Jonas Ekvall',
      'Leila Haddad',
      'Petra Lindmark',
      'Göran Sjödal',
      'Nora Vikander',
      'Ulf Bergstig',
      'Tove Malmros',
    ),
  },
];

const PLACES = [
  'Granvik',
  'Sjöhälla',
  'Björkdala',
  'Strömsfors',
  'Hagby',
  'Kvarnsele',
  'Ljungaberg',
  'Tallåsa',
  'Mörtvik',
  'Rosendal',
];
const PLAIN: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e' };

/** Latin letters, hyphens for the rest: 'Karin Åberg' → 'karin.aberg' with the separator '.'. */
export function plainLetters(text: string, separator: string): string {
  const letters = [...text.toLowerCase()].map((letter) => PLAIN[letter] ?? letter).join('');
  return letters.replace(/[^a-z0-9]+/g, separator);
}

/** The first so many municipalities of the demonstration. Beyond the second they are made from lists of places and names. */
export function demoMunicipalities(count: number): DemoMunicipality[] {
  return Array.from({ length: count }, (_, index) => FIRST_MUNICIPALITIES[index] ?? furtherMunicipality(index));
}

function furtherMunicipality(index: number): DemoMunicipality {
  const place = PLACES[index % PLACES.length] ?? 'Granvik';
  const round = Math.floor(index / PLACES.length);
  const name = round === 0 ? `${place} kommun` : `${place} kommun ${round + 1}`;
  const person = (at: number) => `${pick(FIRST_NAMES, index * 7 + at)} ${pick(SURNAMES, index * 11 + at * 3)}`;
  return {
    name,
    slug: plainLetters(round === 0 ? place : `${place} ${round + 1}`, '-'),
    committees: committees(['Socialnämnden', 'SON'], ['Omsorgsnämnden', 'OMN']),
    people: staff('SON', 'OMN', person(0), person(1), person(2), person(3), person(4), person(5), person(6)),
  };
}

/** The address that a person signs in with. */
export function demoEmail(person: Pick<DemoPerson, 'name'>, municipality: Pick<DemoMunicipality, 'slug'>): string {
  return `${plainLetters(person.name, '.')}@${municipality.slug}.example`;
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}

export const FIRST_NAMES = [
  'Alva',
  'Bilal',
  'Cecilia',
  'Daniel',
  'Edit',
  'Farida',
  'Gustav',
  'Hanna',
  'Ismail',
  'Josefin',
  'Kalle',
  'Lovisa',
  'Mattias',
  'Nadja',
  'Oskar',
  'Paulina',
  'Rasmus',
  'Signe',
  'Tariq',
  'Ulrika',
  'Viktor',
  'Wilma',
  'Yasmin',
  'Åsa',
];

/** Surnames that are no common word and no real person's of the documents we learnt from. */
export const SURNAMES = [
  'Almlöf',
  'Björnström',
  'Cedervall',
  'Dahlqvist',
  'Ekdahl',
  'Fagerlund',
  'Grönvall',
  'Hedmark',
  'Ivarsdotter',
  'Jernberg',
  'Källström',
  'Lagerqvist',
  'Mobergh',
  'Norrgren',
  'Ohlander',
  'Palmborg',
  'Rydholm',
  'Stenmark',
  'Thorell',
  'Uvelius',
  'Vestergren',
  'Wahlstedt',
  'Yngvesson',
  'Zetterlund',
  'Ängström',
  'Östling',
];
