import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id, PublicationView, Saved } from '@insyn/api-schema';
import type { HitSettlement } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** What a person decides about one hit, and why (R17). */
export interface SentSettlement {
  version: number;
  settlement: HitSettlement;
  replacement: string | null;
  reason: string;
}

/** One publication with the hits of its screen. */
export function publicationOf(id: () => Id): HttpResourceRef<PublicationView | undefined> {
  return readResource<PublicationView>(() => `/api/publications/${id()}`);
}

/** The commands on a publication. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class PublicationsApi {
  private readonly http = inject(HttpClient);

  screen(publication: PublicationView): Promise<Saved> {
    return this.command(publication, 'screen');
  }
  approve(publication: PublicationView): Promise<Saved> {
    return this.command(publication, 'approve');
  }
  publish(publication: PublicationView): Promise<Saved> {
    return this.command(publication, 'publish');
  }
  withdraw(publication: PublicationView, reason: string): Promise<Saved> {
    return this.command(publication, 'withdraw', { reason });
  }
  settle(hitId: Id, command: SentSettlement): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/screen-hits/${hitId}`, command));
  }

  private command({ id, version }: PublicationView, name: string, more: { reason?: string } = {}): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/publications/${id}/${name}`, { version, ...more }));
  }
}
