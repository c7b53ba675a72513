import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { FactCheckOptions, FactCheckView, Id, Saved } from '@insyn/api-schema';
import type { CalendarDate, RemarkOutcome } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** What goes with the draft; without `due` the municipality's own time. */
export interface FactCheckLetter {
  message: string;
  due?: CalendarDate;
}

/** The fact checks of a case, newest first. */
export function factChecksOf(followUpId: () => Id | null): HttpResourceRef<FactCheckView[] | undefined> {
  const url = computed(() => (followUpId() ? `/api/follow-ups/${followUpId()}/fact-checks` : undefined));
  return readResource<FactCheckView[]>(() => url());
}

/** What a new fact check starts from; nothing is read while the id is null. */
export function factCheckOptionsOf(followUpId: () => Id | null): HttpResourceRef<FactCheckOptions | undefined> {
  const url = computed(() => (followUpId() ? `/api/follow-ups/${followUpId()}/fact-checks/options` : undefined));
  return readResource<FactCheckOptions>(() => url());
}

/** The officer's commands on fact checks. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class FactChecksApi {
  private readonly http = inject(HttpClient);

  list(followUpId: Id): Promise<FactCheckView[]> {
    return sent(this.http.get<FactCheckView[]>(`/api/follow-ups/${followUpId}/fact-checks`));
  }
  /** The draft as a PDF; nothing is saved. */
  preview(followUpId: Id, letter: FactCheckLetter): Promise<Blob> {
    return sent(this.http.post(`/api/follow-ups/${followUpId}/fact-checks/preview`, letter, { responseType: 'blob' }));
  }
  send(followUpId: Id, command: FactCheckLetter & { contentVersion: number }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${followUpId}/send-for-fact-check`, command));
  }
  takeBack(followUpId: Id, command: { contentVersion: number; reason: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${followUpId}/take-back`, command));
  }
  extend(id: Id, command: { version: number; due: CalendarDate; reason: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/fact-checks/${id}/extend`, command));
  }
  answer(remarkId: Id, command: { version: number | null; outcome: RemarkOutcome; text: string }): Promise<Saved> {
    return sent(this.http.put<Saved>(`/api/fact-check-remarks/${remarkId}/answer`, command));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
