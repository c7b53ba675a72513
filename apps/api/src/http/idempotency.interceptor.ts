import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, from } from 'rxjs';
import { Database, type Statement } from '../database/database.js';
import { isOfProvider, providerOf, type StaffUser } from './current-user.js';
import { AlreadyDone, type IdempotencyClaim, idempotencyClaims } from './idempotency-claim.js';
import { Conflict, Invalid, Problem } from './problem.js';

const KEY = /^[\w-]{8,100}$/;
/** How long a request waits for the answer of another with its key: two seconds. */
const PAUSE = 100;
const MOST_TRIES = 20;

/** The route creates or sends: it needs an Idempotency-Key, and the same key gives the same answer, once done. */
export const Idempotent = (): MethodDecorator => UseInterceptors(IdempotencyInterceptor);

/**
 * A double click or a retried request makes one row. The key is written in the transaction of the command itself, so both
 * are there or neither; the answer kept is what the transaction returned, or what the route made of it.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  public constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  public intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.#once(context, next));
  }

  async #once(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const user = request.insynUser;
    if (user === undefined) throw new Error('@Idempotent() stands on a route without @Allow().');
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new Invalid([{ field: 'Idempotency-Key', message: 'Huvudet ska finnas, med 8–100 tecken (ett UUID).' }]);
    }
    const status = this.reflector.get<number | undefined>(HTTP_CODE_METADATA, context.getHandler()) ?? 201;
    const claim: IdempotencyClaim = {
      key,
      accountId: user.accountId,
      route: request.method + ' ' + request.url,
      bodyHash: createHash('sha256')
        .update(JSON.stringify(request.body ?? null))
        .digest(),
      status,
      claimed: false,
    };
    const before = await this.#answered(user, claim);
    if (before !== undefined) return replay(before, reply);
    try {
      const answer: unknown = await idempotencyClaims.run(claim, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined }),
      );
      if (claim.claimed) await this.#keep(user, claim, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof AlreadyDone)) throw error;
      const other = await this.#answered(user, claim);
      if (other === undefined) throw new Conflict('concurrent-change', 'Samma begäran pågår redan. Försök igen.');
      return replay(other, reply);
    }
  }

  /**
   * What the key gave. A route that answers with more than its transaction returned keeps that a moment after it is
   * committed; one that was killed in between never does.
   */
  async #answered(user: StaffUser, claim: IdempotencyClaim): Promise<Kept | undefined> {
    let kept = await this.#kept(user, claim);
    for (let tries = 0; kept !== undefined && isUnanswered(kept) && tries < MOST_TRIES; tries += 1) {
      await sleep(PAUSE);
      kept = await this.#kept(user, claim);
    }
    return kept;
  }

  async #kept(user: StaffUser, claim: IdempotencyClaim): Promise<Kept | undefined> {
    const rows = await this.#run<Kept & { route: string; same_body: boolean }>(user, {
      name: 'idempotency-kept',
      text: `select status, response, route, body_hash = $4 as same_body
        from idempotency_key where ($1::uuid is null or municipality_id = $1) and account_id = $2 and key = $3`,
      values: [municipalityOf(user), user.accountId, claim.key, claim.bodyHash],
    });
    const row = rows[0];
    if (row !== undefined && (!row.same_body || row.route !== claim.route)) {
      throw new Problem(422, 'idempotency-key-reused', 'Samma Idempotency-Key har använts för något annat.');
    }
    return row;
  }

  /** The route may have answered with more than its transaction returned; then that is what a retry gets. */
  async #keep(user: StaffUser, claim: IdempotencyClaim, answer: unknown): Promise<void> {
    await this.#run(user, {
      name: 'idempotency-keep',
      text: `update idempotency_key set response = $4
        where ($1::uuid is null or municipality_id = $1) and account_id = $2 and key = $3
          and response is distinct from $4`,
      values: [municipalityOf(user), user.accountId, claim.key, answer === undefined ? null : JSON.stringify(answer)],
    });
  }

  #run<Row>(user: StaffUser, statement: Statement): Promise<Row[]> {
    if (!isOfProvider(user)) return this.database.read<Row>(user, statement);
    return this.database.providerRead<Row>(providerOf(user), statement);
  }
}

/** Null for a person of a provider, who stands in no municipality before the request is read. */
function municipalityOf(user: StaffUser): string | null {
  return isOfProvider(user) ? null : user.municipalityId;
}

interface Kept {
  status: number;
  response: unknown;
}

const NO_CONTENT = 204;

function isUnanswered({ status, response }: Kept): boolean {
  return response === null && status !== NO_CONTENT;
}

/** @throws Conflict 'already-done' where it is done and nobody knows any more what the answer was. */
function replay(kept: Kept, reply: FastifyReply): unknown {
  if (isUnanswered(kept)) throw new Conflict('already-done', 'Det är redan gjort. Läs in sidan igen.');
  void reply.status(kept.status).header('idempotent-replay', 'true');
  return kept.response ?? undefined;
}
