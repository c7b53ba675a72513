import type { HttpResourceRef } from '@angular/common/http';
import type { MyWorkView } from '@insyn/api-schema';
import { readResource } from '../http/read-resource.js';

/** What waits for the reader and for others, the year in numbers and the coming meetings. */
export function myWork(mayRead: () => boolean): HttpResourceRef<MyWorkView | undefined> {
  return readResource<MyWorkView>(() => (mayRead() ? '/api/my-work' : undefined));
}
