import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AnswerImportResult,
  AnswerView,
  Id,
  InvitationView,
  PortalRequestView,
  PortalSessionView,
  Saved,
} from '@insyn/api-schema';
import type { AnswerValue, CalendarDate } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { ASKS_WHO_IS_SIGNED_IN } from '../http/asks-who-is-signed-in.js';

export interface AnswerCommand {
  version: number | null;
  value: AnswerValue | null;
  comment: string;
  source: 'provider' | 'earlier';
  sourceNote: string;
}

/** The commands of the provider's door. */
@Injectable({ providedIn: 'root' })
export class PortalApi {
  private readonly http = inject(HttpClient);

  lookUp(command: { token: string }): Promise<InvitationView> {
    return this.post('/invitations/look-up', command, true);
  }

  accept(command: { token: string; name: string; password: string }): Promise<PortalSessionView> {
    return this.post('/invitations/accept', command, true);
  }

  read(requestId: Id): Promise<PortalRequestView> {
    return firstValueFrom(this.http.get<PortalRequestView>(`/api/portal/requests/${requestId}`));
  }

  markRead(requestId: Id): Promise<unknown> {
    return this.post(`/requests/${requestId}/read`, {});
  }

  answer(requestId: Id, questionId: string, command: AnswerCommand): Promise<AnswerView> {
    const url = `/api/portal/requests/${requestId}/answers/${encodeURIComponent(questionId)}`;
    return firstValueFrom(this.http.put<AnswerView>(url, command));
  }

  removeFile(fileId: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/portal/answer-files/${fileId}`));
  }

  importAnswers(requestId: Id, file: File): Promise<AnswerImportResult> {
    const body = new FormData();
    body.append('file', file);
    return this.post(`/requests/${requestId}/import`, body);
  }

  submit(requestId: Id, command: { version: number }): Promise<Saved> {
    return this.post(`/requests/${requestId}/submit`, command);
  }

  askForExtension(requestId: Id, command: { wantedDue: CalendarDate; reason: string }): Promise<Saved> {
    return this.post(`/requests/${requestId}/extensions`, command);
  }

  invite(command: { providerId: Id; taskId: Id | null; name: string; email: string }): Promise<Saved> {
    return this.post('/invitations', command);
  }

  revoke(invitationId: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/portal/invitations/${invitationId}`));
  }

  removePerson(accountId: Id, providerId: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/portal/people/${accountId}`, { params: { providerId } }));
  }

  makePrimary(accountId: Id, command: { providerId: Id }): Promise<unknown> {
    return this.post(`/people/${accountId}/primary`, command);
  }

  noticeLexSarah(command: { requestId: Id; receivedOn: CalendarDate; title: string; text: string }): Promise<Saved> {
    return this.post('/lex-sarah', command);
  }

  private post<T>(path: string, command: object, anonymous = false): Promise<T> {
    const context = new HttpContext().set(ASKS_WHO_IS_SIGNED_IN, anonymous);
    return firstValueFrom(this.http.post<T>(`/api/portal${path}`, command, { context }));
  }
}
