import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Id, LexSarahRecipients, Saved, SignalTimeline } from '@insyn/api-schema';
import type { CalendarDate, SignalKind } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { readResource } from '../http/read-resource.js';

export interface SentSignal {
  kind: SignalKind;
  receivedOn: CalendarDate;
  title: string;
  text: string;
  source: string;
  /** Of a lex Sarah report: those who may read it, beside its writer. */
  readerIds?: Id[];
}

/** The signals of one unit. */
export function signalsOf(unitId: () => Id): HttpResourceRef<SignalTimeline | undefined> {
  const url = computed(() => `/api/units/${unitId()}/signals`);
  return readResource<SignalTimeline>(() => url());
}

/** Who is told of lex Sarah reports, and who can be named as a reader of one, for each committee. */
export function lexSarahRecipients(): HttpResourceRef<LexSarahRecipients[] | undefined> {
  return readResource<LexSarahRecipients[]>(() => '/api/lex-sarah-recipients');
}

/** The commands on signals. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class SignalsApi {
  private readonly http = inject(HttpClient);

  add(unitId: Id, command: SentSignal & { committeeId?: Id }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/units/${unitId}/signals`, command));
  }
  change(id: Id, command: SentSignal & { version: number }): Promise<Saved> {
    return sent(this.http.patch<Saved>(`/api/signals/${id}`, command));
  }
  handle(id: Id, command: { version: number; text: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/signals/${id}/handle`, command));
  }
  attach(id: Id, command: { version: number; followUpId: Id }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/signals/${id}/attach`, command));
  }
  nameRecipients(committeeId: Id, accountIds: Id[]): Promise<unknown> {
    return sent(this.http.put(`/api/committees/${committeeId}/lex-sarah-recipients`, { accountIds }));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
