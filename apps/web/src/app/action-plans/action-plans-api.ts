import { HttpClient, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ActionPlanView, Id, IncomingPlanFile, Saved } from '@insyn/api-schema';
import type { CalendarDate, IncomingChannel, PlanItem, PlanVerdict } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** The action plans of a case, newest first; nothing is read while the id is null. */
export function actionPlansOf(followUpId: () => Id | null): HttpResourceRef<ActionPlanView[] | undefined> {
  const url = computed(() => (followUpId() ? `/api/follow-ups/${followUpId()}/action-plans` : undefined));
  return readResource<ActionPlanView[]>(() => url());
}

/** The officer's commands on action plans. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class ActionPlansApi {
  private readonly http = inject(HttpClient);

  judge(
    planId: Id,
    command: {
      version: number;
      verdicts: { actionId: Id; verdict: PlanVerdict; text: string }[];
      due?: CalendarDate;
    },
  ): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/action-plans/${planId}/judge`, command));
  }

  /** Keeps the document of a plan that came on paper or by e-mail. */
  addIncomingFile(planId: Id, file: File): Promise<IncomingPlanFile> {
    const body = new FormData();
    body.append('file', file);
    return firstValueFrom(this.http.post<IncomingPlanFile>(`/api/action-plans/${planId}/incoming-file`, body));
  }

  register(
    planId: Id,
    command: {
      channel: IncomingChannel;
      arrivedOn: CalendarDate;
      fileId: Id;
      items: readonly Omit<PlanItem, 'kind'>[];
      replacesDraftOf: string | null;
    },
  ): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/action-plans/${planId}/incoming`, command));
  }

  moveDue(planId: Id, command: { due: CalendarDate; reason: string }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/action-plans/${planId}/due`, command));
  }
}
