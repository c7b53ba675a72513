import type { Database } from '../database/database.js';

/** How one municipality's history stands. */
export interface AuditResult {
  readonly municipality: string;
  readonly events: number;
  readonly intact: boolean;
  /** The first broken link, when there is one. */
  readonly brokenAt?: number;
  readonly fault?: string;
}

/** Computes the hash chain of every municipality again and says where it breaks (R22). */
export async function verifyAudit(database: Database): Promise<AuditResult[]> {
  const results: AuditResult[] = [];
  for (const municipality of await database.municipalities()) {
    results.push(
      await database.jobs(municipality.id, async (tx) => {
        const [count] = await tx.query<{ events: number }>(
          'select count(*)::int as events from event where municipality_id = $1',
          [municipality.id],
        );
        const [broken] = await tx.query<{ sequence: string; fault: string }>(
          'select sequence, fault from verify_events()',
        );
        const head = { municipality: municipality.name, events: count?.events ?? 0 };
        return broken === undefined
          ? { ...head, intact: true }
          : { ...head, intact: false, brokenAt: Number(broken.sequence), fault: broken.fault };
      }),
    );
  }
  return results;
}
