import {
  addDays,
  addMonths,
  type CalendarDate,
  clauseSortKey,
  generateOrganisationNumber,
  SERVICE_TYPES,
  type ServiceType,
} from '@insyn/domain';
import type { Chance } from './chance.js';
import type { ClauseTemplate } from './content/clause-templates.js';
import { GENERAL_CLAUSES } from './content/general-clauses.js';
import { FIRST_NAMES, plainLetters, SURNAMES } from './content/people.js';
import { LAWS, OWN_RUN_UNITS, PROVIDER_NAMES, REFERENCE_PREFIX } from './content/providers.js';
import { SERVICE_CLAUSES } from './content/service-clauses.js';
import { yearOf } from './days.js';
import type { DemoClause, DemoContract } from './demo-case.js';

/** A contract with the words that officers have for each of its clauses. */
export interface WordedContract {
  contract: DemoContract;
  templates: ClauseTemplate[];
}

/** Every third is the municipality's own operation, where the service is one that municipalities run. */
const OWN_RUN_EVERY = 3;
/** Numbers below this belong to the cases written by hand. */
const FIRST_INVENTED_NUMBER = 1000;

/**
 * The contract with the place `index` in a municipality. The place decides service and names, so that no two are alike;
 * chance decides the rest. `municipality` is the municipality's place in the demonstration.
 */
export function makeContract(chance: Chance, index: number, municipality: number, today: CalendarDate): WordedContract {
  const serviceType = SERVICE_TYPES[index % SERVICE_TYPES.length] ?? 'home-care';
  const round = Math.floor(index / SERVICE_TYPES.length);
  const ownRun = index % OWN_RUN_EVERY === 2 ? ownRunName(serviceType, round) : null;
  const named = ownRun ?? companyName(serviceType, round);
  const startsOn = `${yearOf(today) - chance.between(1, 3)}-${chance.one(['01', '02', '04', '09'])}-01`;
  const endsOn = addDays(addMonths(startsOn, chance.one([36, 48])), -1);
  const extensionMonths = ownRun === null ? chance.one([[12], [12, 12], [24], []]) : [];
  const months = extensionMonths.reduce((sum, extension) => sum + extension, 0);
  const templates = [...GENERAL_CLAUSES, ...SERVICE_CLAUSES[serviceType]]
    .filter(({ kind }) => ownRun === null || kind !== 'tender-promise')
    .sort((a, b) => (clauseSortKey(a.number) < clauseSortKey(b.number) ? -1 : 1));
  return {
    contract: {
      provider: {
        organisationNumber: generateOrganisationNumber(FIRST_INVENTED_NUMBER + municipality * 1000 + index),
        legalName: named.company,
        form: ownRun === null ? formOf(named.company) : 'own-run',
        note: '',
      },
      contacts: [contact(chance, named.unit)],
      unit: {
        name: named.unit,
        serviceTypes: [serviceType],
        laws: LAWS[serviceType],
        places: places(chance, serviceType),
      },
      reference:
        ownRun === null
          ? `${REFERENCE_PREFIX} ${yearOf(startsOn) - 1}-${String(200 + index * 3).padStart(3, '0')}`
          : `Uppdrag ${yearOf(startsOn)}-${String(index + 1).padStart(2, '0')}`,
      kind: ownRun === null ? 'contract' : 'assignment',
      regime: ownRun === null ? (serviceType === 'home-care' ? 'LOV' : 'LOU') : 'own-run',
      startsOn,
      endsOn,
      extensionMonths,
      latestEnd: addMonths(endsOn, months),
      clauses: templates.map(clauseOf),
    },
    templates,
  };
}

function clauseOf({ number, heading, text, kind, focusArea, critical, verification }: ClauseTemplate): DemoClause {
  return { number, heading, text, kind, focusArea, critical, verification };
}

function companyName(serviceType: ServiceType, round: number): { company: string; unit: string } {
  const names = PROVIDER_NAMES[serviceType];
  const name = names[round % names.length] ?? { company: 'Omsorgen AB', unit: 'Omsorgen' };
  const again = Math.floor(round / names.length);
  return again === 0
    ? name
    : { company: name.company.replace(/( AB)?$/u, ` ${again + 1}$1`), unit: `${name.unit} ${again + 1}` };
}

function ownRunName(serviceType: ServiceType, round: number): { company: string; unit: string } | null {
  const units = OWN_RUN_UNITS[serviceType];
  const unit = units?.[round % units.length];
  if (units === undefined || unit === undefined) return null;
  const again = Math.floor(round / units.length);
  const name = again === 0 ? unit : `${unit} ${again + 1}`;
  return { company: `${name}, egen regi`, unit: name };
}

function formOf(company: string): DemoContract['provider']['form'] {
  if (company.startsWith('Stiftelsen')) return 'foundation';
  return company.includes('Kooperativ') ? 'association' : 'company';
}

function contact(chance: Chance, unit: string): DemoContract['contacts'][number] {
  const name = `${chance.one(FIRST_NAMES)} ${chance.one(SURNAMES)}`;
  return {
    name,
    role: chance.one(['verksamhetschef', 'enhetschef', 'kvalitetsansvarig']),
    email: `${plainLetters(name, '.')}@${plainLetters(unit, '-')}.example`,
    // The series that is set aside for fiction.
    phone: `070-174 06 ${String(chance.between(5, 99)).padStart(2, '0')}`,
  };
}

function places(chance: Chance, serviceType: ServiceType): number | null {
  if (serviceType === 'group-home') return chance.between(5, 8);
  if (serviceType === 'nursing-home') return chance.between(24, 60);
  return null;
}
