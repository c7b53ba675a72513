/** The legal form of a provider. A sole trader's number is a personal identity number and is never published. */
export const PROVIDER_FORMS = ['company', 'association', 'foundation', 'sole-trader', 'municipal', 'own-run'] as const;
export type ProviderForm = (typeof PROVIDER_FORMS)[number];

/** The services that are followed up. */
export const SERVICE_TYPES = [
  'personal-assistance',
  'home-care',
  'group-home',
  'daily-activities',
  'nursing-home',
  'home-nursing',
  'companion-service',
  'respite-care',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];
