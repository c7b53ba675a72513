import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DelegationDecisions, DelegationRegister, Id, Saved } from '@insyn/api-schema';
import type { CalendarDate, DelegatedMatter, ReservedMatter } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { readResource } from '../http/read-resource.js';

export interface SentDelegation {
  committeeId: Id;
  accountId: Id;
  matter: DelegatedMatter;
  point: string;
  reference: string;
  decidedOn: CalendarDate;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/** Who may decide what on the committees' behalf. */
export function delegationRegister(): HttpResourceRef<DelegationRegister | undefined> {
  return readResource<DelegationRegister>(() => '/api/delegations');
}

/** The decisions that a committee is to be told of, and those that it has been told of; nothing is read without an id. */
export function delegationDecisions(committeeId: () => Id | null): HttpResourceRef<DelegationDecisions | undefined> {
  return readResource<DelegationDecisions>(() =>
    committeeId() ? `/api/committees/${committeeId()}/delegation-decisions` : undefined,
  );
}

/** The commands on the register. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class DelegationsApi {
  private readonly http = inject(HttpClient);

  add(command: SentDelegation): Promise<Saved> {
    return sent(this.http.post<Saved>('/api/delegations', command));
  }
  revoke(id: Id, command: { version: number; on: CalendarDate; reason: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/delegations/${id}/revoke`, command));
  }
  changeSettings(
    committeeId: Id,
    command: { version: number; delegatedMatters: DelegatedMatter[]; reservedMatters: ReservedMatter[] },
  ): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/committees/${committeeId}/decision-settings`, command));
  }
  report(committeeId: Id, meetingOn: CalendarDate): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/committees/${committeeId}/delegation-reports`, { meetingOn }));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
