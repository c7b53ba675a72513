import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobsService } from '../jobs/jobs.service.js';

/** How long the answer to an Idempotency-Key is kept, in days: far longer than any browser tries a request again. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** Removes every night, in each municipality, the idempotency keys that nobody can still be trying again with. */
@Injectable()
export class IdempotencyPruning implements OnModuleInit {
  public constructor(
    private readonly db: Database,
    private readonly jobs: JobsService,
  ) {}

  public onModuleInit(): void {
    this.jobs.registerNightly('prune-idempotency-keys', '10 3 * * *', () => this.prune());
  }

  /** Removes the keys that are older than they need to be; run twice it removes nothing the second time. */
  public async prune(): Promise<void> {
    for (const { id } of await this.db.municipalities()) {
      await this.db.jobs(id, (tx) => {
        const from = new Date(tx.now.getTime() - KEPT_DAYS * DAY_MS);
        return tx.query('delete from idempotency_key where municipality_id = $1 and created_at < $2', [id, from]);
      });
    }
  }
}
