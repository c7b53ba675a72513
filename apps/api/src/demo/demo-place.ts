import type { StaffUser } from '../http/current-user.js';
import type { FoundedMunicipality } from '../municipalities/found-municipality.js';
import type { DemoMunicipality } from './content/people.js';

/** A municipality that has been founded, with its people as the services see them. */
export interface DemoPlace {
  municipality: DemoMunicipality;
  founded: FoundedMunicipality;
  users: Map<string, StaffUser>;
}
