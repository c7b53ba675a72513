import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Id, MailListItem, MailView, Page, Saved } from '@insyn/api-schema';
import type { MailState } from '@insyn/domain';
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

  /** The newest mail of a case to a receiver that is in this state; null when there is none to be seen. */
  async find(
    followUpId: Id,
    state: MailState,
    { name, email }: { name: string; email: string },
  ): Promise<MailView | null> {
    const page = await firstValueFrom(
      this.http.get<Page<MailListItem>>('/api/mails', { params: { followUpId, state } }),
    );
    const found = page.items.find(({ to }) => to.includes(email) || to === name);
    return found ? firstValueFrom(this.http.get<MailView>(`/api/mails/${found.id}`)) : null;
  }
}
