import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { DeadlineItem, Saved } from '@insyn/api-schema';
import type { CalendarDate } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';

/** The commands on deadlines. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class DeadlinesApi {
  private readonly http = inject(HttpClient);

  /** Sets another day by hand. */
  move({ id, version }: DeadlineItem, command: { due: CalendarDate; reason: string }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/deadlines/${id}/move`, { version, ...command }));
  }

  /** Counts it from another day. */
  rebase({ id, version }: DeadlineItem, command: { baseDate: CalendarDate; reason: string }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/deadlines/${id}/rebase`, { version, ...command }));
  }
}
