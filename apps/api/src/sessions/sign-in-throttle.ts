import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { TooManyAttempts } from '../http/problem.js';
import { Clock } from '../settings/clock.js';

const WINDOW_MINUTES = 15;
const PER_ACCOUNT = 8;
const PER_ADDRESS = 60;

/**
 * Counts attempts to sign in per named account and per address they come from, in the database, so that several processes
 * and a restart count together. Only hashes are kept, for a quarter of an hour.
 */
@Injectable()
export class SignInThrottle {
  public constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes an attempt before the password is looked at. @throws TooManyAttempts over the limit. */
  public async note(email: string, address: string): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const keys = [keyOf('account', email), keyOf('address', address)] as const;
    const refused = await this.database.auth(async (query) => {
      // One attempt at a time per account, or many at once would all be counted as the first.
      await query('select pg_advisory_xact_lock(hashtextextended(encode($1, $2), 0))', [keys[0], 'hex']);
      await query('delete from sign_in_attempt where at < $1', [since]);
      const rows = await query<{ key_hash: Buffer; attempts: number }>(
        'select key_hash, count(*)::int as attempts from sign_in_attempt where key_hash = any($1) and at >= $2 group by key_hash',
        [[...keys], since],
      );
      const attemptsOf = (key: Buffer): number => rows.find((row) => row.key_hash.equals(key))?.attempts ?? 0;
      if (attemptsOf(keys[0]) >= PER_ACCOUNT || attemptsOf(keys[1]) >= PER_ADDRESS) return true;
      await query('insert into sign_in_attempt (key_hash, at) select k, $2 from unnest($1::bytea[]) k', [
        [...keys],
        now,
      ]);
      return false;
    });
    if (refused) {
      const title = 'För många försök att logga in. Vänta ' + String(WINDOW_MINUTES) + ' minuter och försök igen.';
      throw new TooManyAttempts(title, WINDOW_MINUTES * 60);
    }
  }

  /** Forgets the account's attempts when the password was right. */
  public async forget(email: string): Promise<void> {
    await this.database.auth((query) =>
      query('delete from sign_in_attempt where key_hash = $1', [keyOf('account', email)]),
    );
  }
}

function keyOf(kind: 'account' | 'address', value: string): Buffer {
  return createHash('sha256')
    .update(kind + ':' + value)
    .digest();
}
