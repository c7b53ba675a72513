import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ContactView, Id, ProviderView, Saved, UnitView } from '@insyn/api-schema';
import type { ProviderForm } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

export interface NewProvider {
  organisationNumber: string;
  legalName: string;
  form: ProviderForm;
  note: string;
}

export type SentContact = Pick<ContactView, 'name' | 'role' | 'email' | 'phone'>;
export type SentUnit = Pick<UnitView, 'name' | 'serviceTypes' | 'laws' | 'places'>;

/** One provider with what the municipality has of it; nothing is read while the id is empty, and nothing anew for the same. */
export function providerOf(id: () => Id): HttpResourceRef<ProviderView | undefined> {
  const url = computed(() => (id() ? `/api/providers/${id()}` : undefined));
  return readResource<ProviderView>(() => url());
}

/** The commands on providers, their contacts and units. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class ProvidersApi {
  private readonly http = inject(HttpClient);

  register(command: NewProvider): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>('/api/providers', command));
  }
  changeNote(id: Id, command: { version: number; note: string }): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/providers/${id}`, command));
  }
  addContact(providerId: Id, command: SentContact): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/providers/${providerId}/contacts`, command));
  }
  changeContact(id: Id, command: SentContact & { version: number }): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/contacts/${id}`, command));
  }
  removeContact({ id, version }: ContactView): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/contacts/${id}`, { params: { version } }));
  }
  addUnit(providerId: Id, command: SentUnit): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/providers/${providerId}/units`, command));
  }
  changeUnit(id: Id, command: SentUnit & { version: number }): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/units/${id}`, command));
  }
}
