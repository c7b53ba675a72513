import type { CalendarDate } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import type { NewEvent, Transaction } from '../database/transaction.js';
import type { DemoClock } from './demo-clock.js';

/** Writes the history of one case as it happened: each event on its day and by its person, in one transaction. */
export class CaseHistory {
  readonly #tx: Transaction;
  readonly #clock: DemoClock;
  readonly #followUpId: string;

  public constructor(tx: Transaction, clock: DemoClock, followUpId: string) {
    this.#tx = tx;
    this.#clock = clock;
    this.#followUpId = followUpId;
  }

  /** Adds what happened some minutes past eight on a day. The account is the transaction's again afterwards. */
  public async add(
    on: CalendarDate,
    minutes: number,
    accountId: string,
    event: Omit<NewEvent, 'followUpId'>,
  ): Promise<void> {
    await this.#tx.query("select set_config('app.account', $1, true)", [accountId]);
    await this.#tx.query('select append_event($1, $2, $3, $4, $5, $6, $7)', [
      uuidv7(),
      this.#clock.instant(on, minutes),
      event.kind,
      event.subjectKind,
      event.subjectId,
      this.#followUpId,
      JSON.stringify({ summary: event.summary }),
    ]);
    await this.#tx.query("select set_config('app.account', $1, true)", [this.#tx.user.accountId]);
  }
}
