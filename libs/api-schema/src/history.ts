import type { Id, Instant } from './identity.js';

/** One event of a case in plain Swedish: `GET /api/follow-ups/:id/history`. */
export interface HistoryItem {
  id: Id;
  at: Instant;
  by: string | null;
  kind: string;
  summary: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
