/** One act or regulation in the register of laws (domain.md §7). Dates are 'YYYY-MM-DD', both ends included. */
export interface LawEntry {
  shortName: string;
  /** The number it was published under: '2017:725', 'SOSFS 2011:9'. */
  number: string;
  title: string;
  /** Other names that a text may cite it by, in lower case and indefinite or definite form. */
  names: readonly string[];
  /** The paragraphs the product cites. */
  paragraphs: readonly string[];
  validFrom: string;
  validTo: string | null;
  /** The number of what replaced it. */
  successor: string | null;
  /** Whether somebody has checked number, title and dates against the published text. */
  verified: boolean;
}

const UNTIL_REPLACED = { validTo: null, successor: null, verified: true } as const;

/** The register of laws: data, never code. An entry nobody has checked says so, and the screen shows it. */
export const LAW_REGISTER: readonly LawEntry[] = [
  {
    ...UNTIL_REPLACED,
    shortName: 'KL',
    number: '2017:725',
    title: 'Kommunallag',
    names: ['kommunallagen', 'kommunallag'],
    paragraphs: ['5:3', '6:6', '6:37', '6:38', '10:7', '10:8', '10:9'],
    validFrom: '2018-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'FL',
    number: '2017:900',
    title: 'Förvaltningslag',
    names: ['förvaltningslagen', 'förvaltningslag'],
    paragraphs: [],
    validFrom: '2018-07-01',
  },
  {
    shortName: 'SoL',
    number: '2001:453',
    title: 'Socialtjänstlag',
    names: ['socialtjänstlagen', 'socialtjänstlag'],
    paragraphs: [],
    validFrom: '2002-01-01',
    validTo: '2025-06-30',
    successor: '2025:400',
    verified: true,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'SoL',
    number: '2025:400',
    title: 'Socialtjänstlag',
    names: ['socialtjänstlagen', 'socialtjänstlag'],
    paragraphs: [],
    validFrom: '2025-07-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'LSS',
    number: '1993:387',
    title: 'Lag om stöd och service till vissa funktionshindrade',
    names: [],
    paragraphs: ['6', '10', '15', '23', '24', '24 a', '24 b', '24 c', '24 d', '24 e', '24 f', '24 g'],
    validFrom: '1994-01-01',
  },
  {
    shortName: 'SOSFS 2006:11',
    number: 'SOSFS 2006:11',
    title: 'Ledningssystem för kvalitet i verksamhet enligt SoL, LVU, LVM och LSS',
    names: [],
    paragraphs: [],
    validFrom: '2007-01-01',
    validTo: '2011-12-31',
    successor: 'SOSFS 2011:9',
    verified: false,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'SOSFS 2011:9',
    number: 'SOSFS 2011:9',
    title: 'Ledningssystem för systematiskt kvalitetsarbete',
    names: [],
    paragraphs: [],
    validFrom: '2012-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'SOSFS 2011:5',
    number: 'SOSFS 2011:5',
    title: 'Lex Sarah',
    names: [],
    paragraphs: [],
    validFrom: '2011-07-01',
    verified: false,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'lag 2010:479',
    number: '2010:479',
    title: 'Lag om registerkontroll av personal som utför vissa insatser åt barn med funktionshinder',
    names: [],
    paragraphs: [],
    validFrom: '2011-01-01',
    verified: false,
  },
  {
    shortName: 'LOU',
    number: '2007:1091',
    title: 'Lag om offentlig upphandling',
    names: [],
    paragraphs: [],
    validFrom: '2008-01-01',
    validTo: '2016-12-31',
    successor: '2016:1145',
    verified: true,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'LOU',
    number: '2016:1145',
    title: 'Lag om offentlig upphandling',
    names: [],
    paragraphs: ['13:3', '13:3 a', '13:4', '13:5', '19:17'],
    validFrom: '2017-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'LOV',
    number: '2008:962',
    title: 'Lag om valfrihetssystem',
    names: [],
    paragraphs: ['7:1'],
    validFrom: '2009-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'LOU-direktivet',
    number: '2014/24/EU',
    title: 'Direktiv om offentlig upphandling',
    names: [],
    paragraphs: ['57.4', '57.7'],
    validFrom: '2014-04-17',
    verified: false,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'OSL',
    number: '2009:400',
    title: 'Offentlighets- och sekretesslag',
    names: ['sekretesslagen', 'sekretesslag'],
    paragraphs: ['5:1', '5:2', '8:1', '26:1', '31:16'],
    validFrom: '2009-06-30',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'SFB',
    number: '2010:110',
    title: 'Socialförsäkringsbalk',
    names: ['socialförsäkringsbalken', 'socialförsäkringsbalk'],
    paragraphs: [],
    validFrom: '2011-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'TF',
    number: '1949:105',
    title: 'Tryckfrihetsförordning',
    names: ['tryckfrihetsförordningen', 'tryckfrihetsförordning'],
    paragraphs: ['2 kap.'],
    validFrom: '1950-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'lag 2001:454',
    number: '2001:454',
    title: 'Lag om behandling av personuppgifter inom socialtjänsten',
    names: [],
    paragraphs: [],
    validFrom: '2001-10-01',
    verified: false,
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'DOS-lagen',
    number: '2018:1937',
    title: 'Lag om tillgänglighet till digital offentlig service',
    names: ['dos-lagen'],
    paragraphs: [],
    validFrom: '2019-01-01',
  },
  {
    ...UNTIL_REPLACED,
    shortName: 'lag 1930:173',
    number: '1930:173',
    title: 'Lag om beräkning av lagstadgad tid',
    names: [],
    paragraphs: ['1', '2'],
    validFrom: '1930-07-01',
    verified: false,
  },
];
