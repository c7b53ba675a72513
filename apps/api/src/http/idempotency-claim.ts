import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request with an Idempotency-Key wants to do once. The first transaction of the request claims it. */
export interface IdempotencyClaim {
  readonly key: string;
  readonly accountId: string;
  readonly route: string;
  readonly bodyHash: Buffer;
  readonly status: number;
  /** Set by the transaction that took it. */
  claimed: boolean;
}

export const idempotencyClaims = new AsyncLocalStorage<IdempotencyClaim>();

/** Another request with the same key got there first; its answer is the answer of this one. */
export class AlreadyDone extends Error {
  public override readonly name = 'AlreadyDone';
}
