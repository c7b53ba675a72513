import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Id, MailView, Saved } from '@insyn/api-schema';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** One mail with its text. */
export function mailOf(id: () => Id): HttpResourceRef<MailView | undefined> {
  const url = computed(() => `/api/mails/${id()}`);
  return readResource<MailView>(() => url());
}

/** The commands on mail. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class MailsApi {
  private readonly http = inject(HttpClient);

  resend({ id, version }: Pick<MailView, 'id' | 'version'>): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/mails/${id}/resend`, { version }));
  }

  read(id: Id): Promise<MailView> {
    return firstValueFrom(this.http.get<MailView>(`/api/mails/${id}`));
  }
}
