import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  AnswerFileView,
  AnswerView,
  Id,
  RequestListItem,
  RequestOptions,
  RequestView,
  RoundView,
  Saved,
} from '@insyn/api-schema';
import type { AnswerValue, CalendarDate } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** What a request says, whomever it goes to. */
export interface SentContent {
  questionSetVersionId: Id;
  title: string;
  message: string;
  visit: string;
  visitors: string[];
  wantedDocuments: { text: string; required: boolean }[];
  due: CalendarDate;
}

export type SentRequest = SentContent & { contactIds: Id[] };
export type SentRound = SentContent & { name: string; followUpIds: Id[] };

export interface ExtensionDecision {
  version: number;
  decision: 'granted' | 'refused';
  newDue?: CalendarDate;
  reason: string;
}

/** The requests of a case. */
export function requestsOf(followUpId: () => Id | null): HttpResourceRef<RequestListItem[] | undefined> {
  const url = computed(() => (followUpId() ? `/api/follow-ups/${followUpId()}/information-requests` : undefined));
  return readResource<RequestListItem[]>(() => url());
}

/** What a new request can be made of; nothing is read while the id is null. */
export function requestOptionsOf(followUpId: () => Id | null): HttpResourceRef<RequestOptions | undefined> {
  const url = computed(() =>
    followUpId() ? `/api/follow-ups/${followUpId()}/information-requests/options` : undefined,
  );
  return readResource<RequestOptions>(() => url());
}

/** One request with its answers; nothing is read while the id is empty. */
export function requestOf(id: () => Id): HttpResourceRef<RequestView | undefined> {
  const url = computed(() => (id() ? `/api/information-requests/${id()}` : undefined));
  return readResource<RequestView>(() => url());
}

/** One round with all its requests. */
export function roundOf(id: () => Id): HttpResourceRef<RoundView | undefined> {
  const url = computed(() => `/api/request-rounds/${id()}`);
  return readResource<RoundView>(() => url());
}

/** The commands on information requests. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class RequestsApi {
  private readonly http = inject(HttpClient);

  read(id: Id): Promise<RequestView> {
    return sent(this.http.get<RequestView>(`/api/information-requests/${id}`));
  }
  /** The letter as a PDF, marked as a draft; nothing is saved. */
  preview(followUpId: Id, command: SentRequest): Promise<Blob> {
    const url = `/api/follow-ups/${followUpId}/information-requests/preview`;
    return sent(this.http.post(url, command, { responseType: 'blob' }));
  }
  send(followUpId: Id, command: SentRequest): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${followUpId}/information-requests`, command));
  }
  sendRound(command: SentRound): Promise<Saved & { requests: number }> {
    return sent(this.http.post<Saved & { requests: number }>('/api/request-rounds', command));
  }
  returnQuestions(
    id: Id,
    command: { version: number; questions: { questionId: string; comment: string }[]; due?: CalendarDate },
  ): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/information-requests/${id}/return`, command));
  }
  move(
    id: Id,
    name: 'close' | 'reopen' | 'withdraw' | 'submit',
    command: { version: number; reason?: string },
  ): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/information-requests/${id}/${name}`, command));
  }
  answer(
    id: Id,
    questionId: string,
    command: { version: number | null; value: AnswerValue | null; comment: string },
  ): Promise<AnswerView> {
    const url = `/api/information-requests/${id}/answers/${encodeURIComponent(questionId)}`;
    return sent(this.http.put<AnswerView>(url, command));
  }
  addFile(id: Id, place: { questionId: string } | { wantedDocumentId: string }, file: File): Promise<AnswerFileView> {
    const body = new FormData();
    for (const [name, value] of Object.entries(place)) body.append(name, value);
    body.append('file', file);
    return sent(this.http.post<AnswerFileView>(`/api/information-requests/${id}/files`, body));
  }
  removeFile(id: Id): Promise<unknown> {
    return sent(this.http.delete(`/api/answer-files/${id}`));
  }
  decideExtension(extensionId: Id, command: ExtensionDecision): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/due-extensions/${extensionId}/decision`, command));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
