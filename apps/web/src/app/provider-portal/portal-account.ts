import { computed, inject, Injectable } from '@angular/core';
import type { PortalSessionView } from '@insyn/api-schema';
import { readResource } from '../http/read-resource.js';
import { Session } from '../sign-in/session.js';

/** For whom the signed-in person answers. */
@Injectable({ providedIn: 'root' })
export class PortalAccount {
  private readonly session = inject(Session);
  private readonly accountId = computed(() => this.session.view()?.account.id ?? null);
  private readonly resource = readResource<PortalSessionView>(() =>
    this.accountId() ? '/api/portal/session' : undefined,
  );
  readonly providers = computed(() => (this.resource.hasValue() ? this.resource.value().providers : []));
  readonly names = computed(() =>
    this.providers()
      .map(({ name }) => name)
      .join(', '),
  );

  /** After an invitation to one more provider. */
  reload(): void {
    this.resource.reload();
  }
}
