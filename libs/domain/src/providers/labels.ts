import type { OrganisationNumberError } from './organisation-number.js';
import type { ProviderForm, ServiceType } from './provider.js';

/** Swedish words for the legal forms. */
export const PROVIDER_FORM_LABELS: Record<ProviderForm, string> = {
  company: 'Aktiebolag eller annat bolag',
  association: 'Förening',
  foundation: 'Stiftelse',
  'sole-trader': 'Enskild firma',
  municipal: 'Kommunalt bolag eller förbund',
  'own-run': 'Egen regi',
};

/** Swedish words for the services. */
export const SERVICE_TYPE_LABELS: Record<ServiceType, string> = {
  'personal-assistance': 'Personlig assistans',
  'home-care': 'Hemtjänst',
  'group-home': 'Gruppbostad',
  'daily-activities': 'Daglig verksamhet',
  'nursing-home': 'Särskilt boende',
  'home-nursing': 'Hemsjukvård',
  'companion-service': 'Ledsagarservice',
  'respite-care': 'Avlösarservice',
};

/** What is said where an organisation number cannot be used. */
export const ORGANISATION_NUMBER_ERROR_LABELS: Record<OrganisationNumberError, string> = {
  missing: 'Ange organisationsnumret.',
  format: 'Organisationsnumret ska ha tio siffror, till exempel 556012-5790.',
  century: 'De två första siffrorna passar inte ihop med resten av numret.',
  date: 'Numret ser ut som ett personnummer men innehåller inget giltigt datum.',
  'check-digit': 'Kontrollsiffran stämmer inte. Kontrollera att numret är rätt skrivet.',
};
