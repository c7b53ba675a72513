import { httpResource } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import type { MyWorkView } from '@insyn/api-schema';

/** What waits for the reader and for others, the year in numbers and the coming meetings. */
export function myWork(): HttpResourceRef<MyWorkView | undefined> {
  return httpResource<MyWorkView>(() => '/api/my-work');
}
