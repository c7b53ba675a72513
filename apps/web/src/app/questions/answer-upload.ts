import { HttpErrorResponse, HttpEventType, HttpRequest, HttpXhrBackend } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AnswerFileView } from '@insyn/api-schema';
import { filter, lastValueFrom, map, tap } from 'rxjs';
import { Session } from '../sign-in/session.js';

const LARGEST = 25 * 1024 * 1024;
const KINDS = ['.pdf', '.docx', '.xlsx', '.csv', '.png', '.jpg', '.jpeg'];

/** What a file answers. */
export type FileTarget = { questionId: string } | { wantedDocumentId: string };
/** What a file is handed in for, by the name of the field that says so. */
export type UploadTarget = Readonly<Record<string, string>>;

/** Sends files of answers with their progress, which `fetch` cannot tell; hence past the client's own backend. */
@Injectable({ providedIn: 'root' })
export class AnswerUpload {
  private readonly backend = inject(HttpXhrBackend);
  private readonly session = inject(Session);

  /** Fails with the request's error. A session that ended asks to sign in again, and the file is sent anew, once. */
  async send<T = AnswerFileView>(
    url: string,
    target: UploadTarget,
    file: File,
    progress: (percent: number) => void,
  ): Promise<T> {
    const body = new FormData();
    for (const [name, value] of Object.entries(target)) body.append(name, value);
    body.append('file', file);
    const request = new HttpRequest('POST', url, body, { reportProgress: true }).clone({
      setHeaders: { 'Idempotency-Key': randomKey() },
    });
    const once = () =>
      lastValueFrom(
        this.backend.handle(request).pipe(
          tap((event) => {
            if (event.type !== HttpEventType.UploadProgress || !event.total) return;
            progress(Math.round((event.loaded / event.total) * 100));
          }),
          filter((event) => event.type === HttpEventType.Response),
          map((event) => event.body as T),
        ),
      );
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) throw error;
      if (!(await this.session.askToSignInAgain())) throw error;
      return once();
    }
  }
}

/** What can be told of a file before anything is sent; null when nothing is wrong. The server looks at the content itself. */
export function fileFault({ name, size }: File): string | null {
  if (size === 0) return $localize`Filen är tom.`;
  if (size > LARGEST) return $localize`Filen är större än 25 MB.`;
  const known = KINDS.some((ending) => name.toLowerCase().endsWith(ending));
  return known ? null : $localize`Filen är av ett slag som inte tas emot.`;
}

function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
