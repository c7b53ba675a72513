import { HttpErrorResponse, HttpEventType, HttpRequest, HttpXhrBackend } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AttachmentView, Id } from '@insyn/api-schema';
import { filter, lastValueFrom, map, tap } from 'rxjs';
import { Session } from '../../sign-in/session.js';

/** Sends files with their progress, which `fetch` cannot tell; hence past the client's own backend. */
@Injectable({ providedIn: 'root' })
export class FileUpload {
  private readonly backend = inject(HttpXhrBackend);
  private readonly session = inject(Session);

  /** Fails with the request's error. A session that ended asks to sign in again, and the file is sent anew. */
  async send(
    target: { followUpId: Id; evidenceId: Id | null; door?: 'attachments' | 'proofs' },
    file: File,
    progress: (percent: number) => void,
  ): Promise<AttachmentView> {
    const body = new FormData();
    if (target.evidenceId) body.append('evidenceId', target.evidenceId);
    body.append('file', file);
    let request = new HttpRequest(
      'POST',
      `/api/follow-ups/${target.followUpId}/${target.door ?? 'attachments'}`,
      body,
      {
        reportProgress: true,
      },
    );
    request = request.clone({ setHeaders: { 'Idempotency-Key': keyOf() } });
    const once = () =>
      lastValueFrom(
        this.backend.handle(request).pipe(
          tap((event) => {
            if (event.type !== HttpEventType.UploadProgress || !event.total) return;
            progress(Math.round((event.loaded / event.total) * 100));
          }),
          filter((event) => event.type === HttpEventType.Response),
          map((event) => event.body as AttachmentView),
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

function keyOf(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
