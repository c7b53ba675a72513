import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  Id,
  QuestionImportPreview,
  QuestionSetVersionView,
  QuestionSetView,
  Saved,
  SavedQuestions,
} from '@insyn/api-schema';
import type { Question, ReadyQuestionSet, ServiceType } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** What a new set begins with; null for an empty one. */
export type CopyOf = { versionId: Id } | { ready: ReadyQuestionSet['id'] } | null;

export interface NewQuestionSet {
  name: string;
  serviceType: ServiceType;
  copyOf: CopyOf;
}

export interface SentQuestions {
  versionNumber: number;
  version: number;
  questions: Question[];
}

/** One set with its newest version in full; nothing is read while the id is empty. */
export function questionSetOf(id: () => Id): HttpResourceRef<QuestionSetView | undefined> {
  const url = computed(() => (id() ? `/api/question-sets/${id()}` : undefined));
  return readResource<QuestionSetView>(() => url());
}

/** One version with its questions. */
export function questionSetVersionOf(id: () => Id): HttpResourceRef<QuestionSetVersionView | undefined> {
  const url = computed(() => (id() ? `/api/question-set-versions/${id()}` : undefined));
  return readResource<QuestionSetVersionView>(() => url());
}

/** Where a version is downloaded as a file. */
export function exportAddress(versionId: Id, format: 'csv' | 'json'): string {
  return `/api/question-set-versions/${versionId}/export?format=${format}`;
}

/** The commands on question sets. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class QuestionSetsApi {
  private readonly http = inject(HttpClient);

  read(id: Id): Promise<QuestionSetView> {
    return firstValueFrom(this.http.get<QuestionSetView>(`/api/question-sets/${id}`));
  }
  create(command: NewQuestionSet): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>('/api/question-sets', command));
  }
  change(
    id: Id,
    command: { version: number; name?: string; serviceType?: ServiceType; archived?: boolean },
  ): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/question-sets/${id}`, command));
  }
  saveQuestions(id: Id, command: SentQuestions): Promise<SavedQuestions> {
    return firstValueFrom(this.http.put<SavedQuestions>(`/api/question-sets/${id}/questions`, command));
  }
  /** What a file would become; nothing is saved. */
  preview(command: { format: 'csv' | 'json'; text: string }): Promise<QuestionImportPreview> {
    return firstValueFrom(this.http.post<QuestionImportPreview>('/api/question-sets/preview', command));
  }
}
