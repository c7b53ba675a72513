import { generateOrganisationNumber, type ServiceType } from '@insyn/domain';
import type { DemoContract, GatheringRole } from '../demo-case.js';

export type CompanyName = Exclude<GatheringRole, 'lindstigen-last-year'>;

/** Somebody who works at a provider. */
export interface CompanyPerson {
  name: string;
  role: string;
  email: string;
  phone: string;
  /** Can sign in at the provider's door; the first one of a company is its primary contact. */
  account: boolean;
}

/** An invented company that is asked for information. */
export interface Company {
  provider: DemoContract['provider'];
  serviceType: ServiceType;
  people: CompanyPerson[];
}

function company(
  number: number,
  legalName: string,
  serviceType: ServiceType,
  domain: string,
  ...people: [name: string, role: string, local: string, account: boolean][]
): Company {
  return {
    provider: { organisationNumber: generateOrganisationNumber(number), legalName, form: 'company', note: '' },
    serviceType,
    people: people.map(([name, role, local, account], at) => ({
      ...{ name, role, account, email: `${local}@${domain}.example` },
      // The series that is set aside for fiction.
      phone: `070-174 06 ${String((number % 80) + 10 + at)}`,
    })),
  };
}

/** The companies that step 2 is shown on. Lindstigen and Hemljus are followed up by both municipalities. */
export const COMPANIES: Record<CompanyName, Company> = {
  lindstigen: company(
    201,
    'Lindstigen Assistans AB',
    'personal-assistance',
    'lindstigen',
    ['Nora Winther', 'verksamhetschef', 'nora.winther', true],
    ['Elliot Sandgren', 'kundansvarig', 'elliot.sandgren', true],
  ),
  hemljus: company(202, 'Hemljus Hemtjänst AB', 'home-care', 'hemljus', [
    'Amira Lagerstedt',
    'verksamhetschef',
    'amira.lagerstedt',
    true,
  ]),
  vinterbro: company(203, 'Vinterbro Hemtjänst AB', 'home-care', 'vinterbro', [
    'Joar Eklöv',
    'enhetschef',
    'joar.eklov',
    true,
  ]),
  sundet: company(204, 'Sundets Omsorg och Service AB', 'home-care', 'sundet', [
    'Malva Tillander',
    'kvalitetsansvarig',
    'malva.tillander',
    true,
  ]),
  ronnbaret: company(205, 'Rönnbäret Omsorg AB', 'home-care', 'ronnbaret', [
    'Ivar Hedelund',
    'verksamhetschef',
    'ivar.hedelund',
    true,
  ]),
  solvandan: company(206, 'Solvändan Hemtjänst AB', 'home-care', 'solvandan', [
    'Selma Brodd',
    'verksamhetschef',
    'selma.brodd',
    true,
  ]),
  asbacken: company(207, 'Åsbackens Hemtjänst AB', 'home-care', 'asbacken', [
    'Vidar Norrsell',
    'föreståndare',
    'vidar.norrsell',
    false,
  ]),
  kastanjen: company(208, 'Kastanjen Vardagsstöd AB', 'personal-assistance', 'kastanjen', [
    'Petronella Ahl',
    'verksamhetschef',
    'petronella.ahl',
    false,
  ]),
};
