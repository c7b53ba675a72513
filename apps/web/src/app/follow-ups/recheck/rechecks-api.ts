import { HttpClient, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ActionsProgressView, EffectShare, Id, RecheckJudged, RecheckView, Saved } from '@insyn/api-schema';
import type { ActionAct, RecheckVerdict } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../../http/read-resource.js';

/** What the officer has found of one requirement so far. */
export interface SentVerdict {
  version: number;
  verdict: RecheckVerdict | null;
  note: string;
  before: EffectShare | null;
  after: EffectShare | null;
  evidenceIds: Id[];
}

/** What an early verification rests on. */
export interface SentVerification {
  version: number;
  attachmentIds: Id[];
  reportId: Id | null;
  note: string;
}

/** What a re-check judges; nothing is read while the id is null. */
export function recheckOf(id: () => Id | null): HttpResourceRef<RecheckView | undefined> {
  return readResource<RecheckView>(() => (id() ? `/api/follow-ups/${id()}/recheck` : undefined));
}

/** What has become of a root's actions; nothing is read while the id is null. */
export function actionsProgressOf(id: () => Id | null): HttpResourceRef<ActionsProgressView | undefined> {
  return readResource<ActionsProgressView>(() => (id() ? `/api/follow-ups/${id()}/actions-progress` : undefined));
}

/** The commands of a re-check and of actions after approval. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class RechecksApi {
  private readonly http = inject(HttpClient);

  read(recheckId: Id): Promise<RecheckView> {
    return firstValueFrom(this.http.get<RecheckView>(`/api/follow-ups/${recheckId}/recheck`));
  }

  judge(recheckId: Id, actionId: Id, command: SentVerdict): Promise<RecheckJudged> {
    const url = `/api/follow-ups/${recheckId}/recheck/actions/${actionId}`;
    return firstValueFrom(this.http.put<RecheckJudged>(url, command));
  }

  verify(actionId: Id, command: SentVerification): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/actions/${actionId}/verify`, command));
  }

  /** Opens a requirement again, withdraws it, lets it lapse, or notes a recommendation. */
  move(actionId: Id, act: Exclude<ActionAct, 'verify'>, command: { version: number; reason?: string }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/actions/${actionId}/${act}`, command));
  }
}
