import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id, PortalFactCheckView, RemarkView, Saved } from '@insyn/api-schema';
import type { RemarkPlace } from '@insyn/domain';
import { firstValueFrom, type Observable } from 'rxjs';

/** What a remark says, and the version it was written on; null for a new one. */
export interface RemarkCommand {
  version: number | null;
  place: RemarkPlace;
  text: string;
}

/** The provider's commands on a fact check. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class PortalFactChecksApi {
  private readonly http = inject(HttpClient);

  read(id: Id): Promise<PortalFactCheckView> {
    return sent(this.http.get<PortalFactCheckView>(`/api/portal/fact-checks/${id}`));
  }
  markRead(id: Id): Promise<unknown> {
    return sent(this.http.post(`/api/portal/fact-checks/${id}/read`, {}));
  }
  saveRemark(id: Id, remarkId: Id, command: RemarkCommand): Promise<RemarkView> {
    return sent(this.http.put<RemarkView>(`/api/portal/fact-checks/${id}/remarks/${remarkId}`, command));
  }
  removeRemark(id: Id, remarkId: Id): Promise<unknown> {
    return sent(this.http.delete(`/api/portal/fact-checks/${id}/remarks/${remarkId}`));
  }
  removeFile(fileId: Id): Promise<unknown> {
    return sent(this.http.delete(`/api/portal/fact-check-files/${fileId}`));
  }
  handIn(id: Id, command: { noRemarks: boolean }): Promise<Saved> {
    return sent(this.http.post<Saved>(`/api/portal/fact-checks/${id}/submit`, command));
  }
}

function sent<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}
