import { generateOrganisationNumber, type ProviderForm, type ServiceType } from '@insyn/domain';
import type { DecidingRole } from '../demo-case.js';
import type { Company } from '../gathering/companies.js';

/** Where a company's case has come, and when it was decided. */
export interface FollowedCompany extends Company {
  /** What the unit is called. */
  unit: string;
  /** How many days ago the judgement was decided; null for one that is not. */
  decided: number | null;
}

interface Followed {
  number: number;
  name: string;
  unit: string;
  service: ServiceType;
  decided: number | null;
  person: [name: string, role: string, address: string];
  form?: ProviderForm;
}

function followed({ number, name, unit, service, decided, person, form = 'company' }: Followed): FollowedCompany {
  const [who, role, email] = person;
  return {
    provider: { organisationNumber: generateOrganisationNumber(number), legalName: name, form, note: '' },
    serviceType: service,
    ...{ unit, decided },
    // The series that is set aside for fiction.
    people: [{ name: who, role, email, phone: `070-174 06 ${String(number % 80)}`, account: true }],
  };
}

/** The companies that deciding and following through is shown on; all invented. */
export const FOLLOWED: Record<DecidingRole, FollowedCompany> = {
  tallkronan: followed({
    ...{ number: 301, name: 'Tallkronans Hemtjänst AB', unit: 'Tallkronan', service: 'home-care', decided: null },
    person: ['Svea Mellander', 'verksamhetschef', 'svea.mellander@tallkronan.example'],
  }),
  kvarnbacken: followed({
    ...{ number: 302, name: 'Kvarnbackens Omsorg AB', unit: 'Kvarnbacken', service: 'home-care', decided: 46 },
    person: ['Didrik Ahlmark', 'verksamhetschef', 'didrik.ahlmark@kvarnbacken.example'],
  }),
  nordanvind: followed({
    ...{
      number: 303,
      name: 'Nordanvind Assistans AB',
      unit: 'Nordanvind',
      service: 'personal-assistance',
      decided: 60,
    },
    person: ['Linnea Brandsjö', 'kvalitetsansvarig', 'linnea.brandsjo@nordanvind.example'],
  }),
  silverlinden: followed({
    ...{ number: 304, name: 'Silverlindens Hemtjänst AB', unit: 'Silverlinden', service: 'home-care', decided: 175 },
    person: ['Henrik Torell', 'verksamhetschef', 'henrik.torell@silverlinden.example'],
  }),
  havsbrisen: followed({
    ...{ number: 305, name: 'Havsbrisens Omsorg AB', unit: 'Havsbrisen', service: 'home-care', decided: 250 },
    person: ['Miranda Falck', 'enhetschef', 'miranda.falck@havsbrisen.example'],
  }),
  bergsro: followed({
    ...{ number: 306, name: 'Bergsro Vardag AB', unit: 'Bergsro', service: 'personal-assistance', decided: 47 },
    person: ['Torsten Wigell', 'verksamhetschef', 'torsten.wigell@bergsro.example'],
  }),
  gryningen: followed({
    ...{ number: 307, name: 'Gryningens Hemtjänst AB', unit: 'Gryningen', service: 'home-care', decided: 90 },
    person: ['Ebba Lindhult', 'verksamhetschef', 'ebba.lindhult@gryningen.example'],
  }),
  ekglantan: followed({
    ...{ number: 308, name: 'Ekgläntan, egen regi', unit: 'Ekgläntan', service: 'group-home', decided: 40 },
    person: ['Kerstin Rosdahl', 'enhetschef', 'kerstin.rosdahl@ekglantan.example'],
    form: 'own-run',
  }),
  granudden: followed({
    ...{ number: 309, name: 'Granuddens Äldreboende AB', unit: 'Granudden', service: 'nursing-home', decided: null },
    person: ['Paul Sjöbring', 'verksamhetschef', 'paul.sjobring@granudden.example'],
  }),
  vinterviken: followed({
    ...{ number: 311, name: 'Vintervikens Omsorg AB', unit: 'Vinterviken', service: 'home-care', decided: 88 },
    person: ['Hedvig Almlöf', 'verksamhetschef', 'hedvig.almlof@vinterviken.example'],
  }),
};

/** The company that takes over Gryningen's contract. */
export const SUCCESSOR: FollowedCompany = followed({
  ...{ number: 310, name: 'Morgonsol Vård och Omsorg AB', unit: 'Gryningen', service: 'home-care', decided: null },
  person: ['Alma Rydstedt', 'verksamhetschef', 'alma.rydstedt@morgonsol.example'],
});
