import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DecisionBasis, FollowUpView, Id, Saved } from '@insyn/api-schema';
import type { CalendarDate } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { readResource } from '../../http/read-resource.js';

/** What a manager reads beside the case itself before deciding. */
export function decisionBasis(id: () => Id): HttpResourceRef<DecisionBasis | undefined> {
  return readResource<DecisionBasis>(() => `/api/follow-ups/${id()}/decision-basis`);
}

/** The commands around a decision. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class DecisionApi {
  private readonly http = inject(HttpClient);

  declareConflict(id: Id, command: { hasConflict: boolean; reason?: string }): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/conflict-declaration`, command));
  }
  liftConflict(id: Id, accountId: Id, reason: string): Promise<FollowUpView> {
    const url = `/api/follow-ups/${id}/conflict-declarations/${accountId}/lift`;
    return sent(this.http.post<FollowUpView>(url, { reason }));
  }
  answerComment(id: Id, commentId: Id, command: { version: number; text: string }): Promise<FollowUpView> {
    return sent(this.http.put<FollowUpView>(`/api/follow-ups/${id}/return-comments/${commentId}/answer`, command));
  }
  handOver(id: Id, command: { accountId: Id; reason: string }): Promise<FollowUpView> {
    return sent(this.http.post<FollowUpView>(`/api/follow-ups/${id}/hand-over`, command));
  }
  writeOfficialLetter(id: Id, proposal: string): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/official-letter`, { proposal }));
  }
  registerDecision(id: Id, command: { decidedOn: CalendarDate; reference: string; text: string }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/follow-ups/${id}/committee-decision`, command));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
