import type { ServiceType } from '@insyn/domain';

/** What an invented operation is called: the company and the unit. */
export interface ProviderName {
  company: string;
  unit: string;
}

/** Names of companies by service; invented. */
export const PROVIDER_NAMES: Record<ServiceType, ProviderName[]> = {
  'personal-assistance': [
    { company: 'Omsorg Mälaren AB', unit: 'Omsorg Mälaren' },
    { company: 'Assistans Norr i Lunda AB', unit: 'Assistans Norr' },
    { company: 'Vardagskraft Assistans AB', unit: 'Vardagskraft' },
    { company: 'Egna Steg Assistans AB', unit: 'Egna Steg' },
  ],
  'home-care': [
    { company: 'Hemstöd Syd AB', unit: 'Hemstöd Syd, centrum' },
    { company: 'Trygga Dagar Hemtjänst AB', unit: 'Trygga Dagar' },
    { company: 'Hjärtrums Hemtjänst AB', unit: 'Hjärtrum' },
    { company: 'Månskära Omsorg AB', unit: 'Månskära' },
  ],
  'group-home': [
    { company: 'Solhaga Boende AB', unit: 'Solhaga' },
    { company: 'Stiftelsen Ljungbacken', unit: 'Ljungbacken' },
    { company: 'Fyra Årstider LSS AB', unit: 'Vintergatan' },
  ],
  'daily-activities': [
    { company: 'Ekbackens Dagliga AB', unit: 'Ekbacken' },
    { company: 'Verkstan Kooperativ', unit: 'Verkstan' },
    { company: 'Kreativa Rum i Lunda AB', unit: 'Kreativa Rum' },
  ],
  'nursing-home': [
    { company: 'Aspnäs Vård och Omsorg AB', unit: 'Aspnäs' },
    { company: 'Stiftelsen Fridtuna', unit: 'Fridtuna' },
    { company: 'Kullängens Äldreomsorg AB', unit: 'Kullängen' },
  ],
  'home-nursing': [{ company: 'Nära Hälsa Hemsjukvård AB', unit: 'Nära Hälsa' }],
  'companion-service': [{ company: 'Ledstången AB', unit: 'Ledstången' }],
  'respite-care': [{ company: 'Andrum Avlösning AB', unit: 'Andrum' }],
};

/** Own-run operations; the municipality's own units. */
export const OWN_RUN_UNITS: Partial<Record<ServiceType, string[]>> = {
  'group-home': ['Lindgården', 'Rönnhagen', 'Videbo'],
  'home-care': ['Norra gruppen', 'Centrumgruppen'],
  'daily-activities': ['Slöjdboden', 'Trädgårdsgruppen'],
  'nursing-home': ['Åkerbo', 'Hemgården'],
  'respite-care': ['Sländan'],
};

/** Which laws the service is given under. */
export const LAWS: Record<ServiceType, string[]> = {
  'personal-assistance': ['LSS 9 § 2', 'SFB 51 kap.'],
  'home-care': ['SoL'],
  'group-home': ['LSS 9 § 9'],
  'daily-activities': ['LSS 9 § 10'],
  'nursing-home': ['SoL'],
  'home-nursing': ['HSL'],
  'companion-service': ['LSS 9 § 3', 'SoL'],
  'respite-care': ['LSS 9 § 5'],
};

/** The committee's letters in references of contracts, as the procurement of the time wrote them. */
export const REFERENCE_PREFIX = 'SUN';
