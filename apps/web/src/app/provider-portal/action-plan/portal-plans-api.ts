import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id, PlanItemView, PortalPlanView, Saved } from '@insyn/api-schema';
import type { PlanItem, PlanShare } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';

/** What is written about one action, with the version it was written on. */
export type PlanItemCommand = Omit<PlanItem, 'actionId' | 'kind'> & { version: number | null };

/** The commands for an action plan at the provider's door. */
@Injectable({ providedIn: 'root' })
export class PortalPlansApi {
  private readonly http = inject(HttpClient);

  read(planId: Id): Promise<PortalPlanView> {
    return firstValueFrom(this.http.get<PortalPlanView>(addressOf(planId)));
  }

  markRead(planId: Id): Promise<unknown> {
    return firstValueFrom(this.http.post(`${addressOf(planId)}/read`, {}));
  }

  save(planId: Id, actionId: Id, command: PlanItemCommand): Promise<PlanItemView> {
    return firstValueFrom(this.http.put<PlanItemView>(`${addressOf(planId)}/items/${actionId}`, command));
  }

  submit(planId: Id): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`${addressOf(planId)}/submit`, {}));
  }

  report(planId: Id, command: { actionId: Id; text: string; effect: PlanShare | null; fileIds: Id[] }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`${addressOf(planId)}/reports`, command));
  }

  removeFile(fileId: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/portal/action-plan-files/${fileId}`));
  }
}

function addressOf(planId: Id): string {
  return `/api/portal/action-plans/${planId}`;
}
