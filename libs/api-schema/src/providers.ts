import type { CalendarDate, Outcome, ProviderForm, ServiceType } from '@insyn/domain';
import type { Id } from './identity.js';

export const PROVIDER_LIMITS = {
  legalName: 200,
  note: 2000,
  contactName: 120,
  contactRole: 120,
  email: 254,
  phone: 40,
  unitName: 200,
  laws: 10,
  law: 60,
  places: 10_000,
  search: 100,
} as const;

/** A row of `GET /api/providers?search=&after=`. */
export interface ProviderListItem {
  id: Id;
  legalName: string;
  organisationNumber: string;
  form: ProviderForm;
  units: number;
  contracts: number;
  latestFollowUp: { id: Id; year: number; outcome: Outcome | null } | null;
}

export interface ContactView {
  id: Id;
  name: string;
  role: string;
  email: string | null;
  phone: string | null;
  version: number;
}

export interface UnitView {
  id: Id;
  name: string;
  serviceTypes: ServiceType[];
  laws: string[];
  places: number | null;
  version: number;
}

/** `GET /api/providers/:id`. */
export interface ProviderView {
  id: Id;
  legalName: string;
  organisationNumber: string;
  form: ProviderForm;
  note: string;
  version: number;
  contacts: ContactView[];
  units: UnitView[];
  contracts: { id: Id; reference: string; startsOn: CalendarDate; latestEnd: CalendarDate }[];
  followUps: { id: Id; title: string; year: number; caseNumber: string; outcome: Outcome | null }[];
}
