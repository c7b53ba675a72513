import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService, OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pino from 'pino';
import type { Settings } from '../settings/settings.js';

/** The id of the request that is being answered, for the lines that are written meanwhile. */
const requestIds = new AsyncLocalStorage<string>();

/** Where the lines go; some are gathered before they are written. */
type Out = pino.DestinationStream & { flushSync(): void };

/**
 * Lines of JSON on stdout: one for each request, and what Nest and our own code say. No address, no cookie, no name. The
 * lines of requests are written some at a time, at most a second late; all others at once.
 */
export class Log implements LoggerService, OnApplicationShutdown {
  readonly #out: Out;
  readonly #lines: pino.Logger;

  public constructor(
    { NODE_ENV, LOG_LEVEL }: Pick<Settings, 'NODE_ENV' | 'LOG_LEVEL'>,
    out: Out = pino.destination({ dest: 1, minLength: 4096, periodicFlush: 1000 }),
  ) {
    this.#out = out;
    const mixin = (): object => {
      const requestId = requestIds.getStore();
      return requestId === undefined ? {} : { requestId };
    };
    this.#lines = pino({ level: NODE_ENV === 'test' ? 'silent' : LOG_LEVEL, mixin }, out);
  }

  public verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }
  public debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }
  public log(message: unknown, ...rest: unknown[]): void {
    this.#write('info', message, rest);
  }
  public warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }
  public error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }
  public fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Writes a line for every request of the server when it has been answered or broken off, those about health left out. */
  public follow(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!request.url.startsWith('/api/health')) reply.raw.once('close', () => this.#ended(request, reply));
      requestIds.run(request.id, done);
    });
  }

  public onApplicationShutdown(): void {
    this.#out.flushSync();
  }

  #ended({ id: requestId, method, url }: FastifyRequest, { raw, elapsedTime }: FastifyReply): void {
    const status = raw.statusCode;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    this.#lines[level](
      { requestId, req: { method, path: pathOf(url) }, res: { status }, responseTime: Math.round(elapsedTime) },
      raw.writableFinished ? 'request completed' : 'request aborted',
    );
  }

  /** Nest's loggers give the context last, and before it the stack to a text, or the text to an object. */
  #write(level: pino.Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const detail = rest.length > 1 ? String(rest[0]) : undefined;
    if (message instanceof Error) this.#lines[level]({ context, err: message }, detail);
    else if (typeof message === 'object') this.#lines[level]({ context, ...message }, detail);
    else
      this.#lines[level]({ context, stack: detail }, typeof message === 'string' ? message : JSON.stringify(message));
    this.#out.flushSync();
  }
}

/** The path without its query, which may carry what somebody searched for. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
