import { Injectable, signal } from '@angular/core';
import type { Id } from '@insyn/api-schema';

/** The meetings that were changed here after those invited had been told of them. */
@Injectable({ providedIn: 'root' })
export class OutdatedInvitations {
  private readonly ids = signal<ReadonlySet<Id>>(new Set());

  has(meetingId: Id): boolean {
    return this.ids().has(meetingId);
  }
  add(meetingId: Id): void {
    this.ids.update((ids) => new Set(ids).add(meetingId));
  }
  remove(meetingId: Id): void {
    this.ids.update((ids) => new Set([...ids].filter((id) => id !== meetingId)));
  }
}
