import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Blocker } from '@insyn/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conflict, Forbidden, Invalid, NotFound, Problem, TooManyAttempts, Unauthenticated } from './problem.js';

const TITLES: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['bad-request', 'Begäran kunde inte läsas.'],
  405: ['method-not-allowed', 'Det går inte att göra så här.'],
  406: ['not-acceptable', 'Svaret finns inte i den formen.'],
  408: ['timeout', 'Det tog för lång tid att ta emot begäran.'],
  413: ['too-large', 'Det som skickades är för stort.'],
  415: ['unsupported-media-type', 'Innehållets typ stöds inte.'],
  422: ['unprocessable', 'Begäran kunde inte utföras.'],
  431: ['headers-too-large', 'Begärans huvud är för stort.'],
  503: ['unavailable', 'Tjänsten är inte tillgänglig just nu. Försök igen om en stund.'],
};

/** PostgreSQL's states that say something to the user; the rest are faults of ours. */
function fromDatabase(state: string): Problem | undefined {
  if (state === '23505') return new Conflict('duplicate', 'Det finns redan en likadan uppgift.');
  if (state === '40001' || state === '40P01') {
    return new Conflict('concurrent-change', 'Någon annan ändrade samtidigt. Försök igen.');
  }
  if (state === '55P03' || state === '57014') {
    return new Problem(503, 'busy', 'Systemet är upptaget just nu. Försök igen om en stund.', { retryAfter: 5 });
  }
  if (state.startsWith('08') || state.startsWith('57P') || state === '53300' || state === 'ECONNREFUSED') {
    return new Problem(503, 'unavailable', TITLES[503]?.[1] ?? '', { retryAfter: 5 });
  }
  return undefined;
}

interface KnownShape {
  name?: string;
  code?: string;
  message?: string;
  statusCode?: number;
  blockers?: readonly Blocker[];
  driverError?: { code?: string };
}

/** What an error means to the one who asked; undefined when it is a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const shape = (typeof error === 'object' && error !== null ? error : {}) as KnownShape;
  if (shape.name === 'RuleViolation') {
    return new Conflict(shape.code ?? 'rule', shape.message ?? '', { blockers: shape.blockers ?? [] });
  }
  const state = shape.driverError?.code ?? shape.code;
  const known = state === undefined ? undefined : fromDatabase(state);
  if (known !== undefined) return known;
  const status = error instanceof HttpException ? error.getStatus() : shape.statusCode;
  if (status === undefined || (status >= 500 && status !== 503)) return undefined;
  return fromStatus(status, error);
}

function fromStatus(status: number, error: unknown): Problem {
  if (status === 401) return new Unauthenticated();
  if (status === 403) return new Forbidden();
  if (status === 404) return new NotFound();
  if (status === 429) return new TooManyAttempts('För många försök. Vänta en stund.', 60);
  const [code, title] = TITLES[status] ?? ['refused', 'Begäran kunde inte utföras.'];
  // A pipe that refuses a path parameter says which one by its message only, which is English and left out.
  return status === 400 && error instanceof HttpException ? new Invalid([], title) : new Problem(status, code, title);
}

/** The one place where an error becomes an answer: application/problem+json, and nothing about our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  public catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    this.answer(error, request, reply);
  }

  /** Also for errors that Fastify meets before a route is known. */
  public answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error);
    const requestId = request.id;
    if (problem === undefined) this.#logger.error({ err: withoutValues(error), requestId }, 'Unexpected error');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const { status, code, title, details } =
      problem ?? new Problem(500, 'internal', 'Något gick fel hos oss. Uppge ärendets id om du hör av dig.');
    const retryAfter = details['retryAfter'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ type: 'about:blank', title, status, code, ...details, requestId }));
  }
}

/** A database error carries the values of its row; they stay out of the log. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'Not an error: ' + typeof error };
  const { driverError, code } = error as KnownShape;
  const fromDatabase = driverError !== undefined || (code !== undefined && /^[0-9A-Z]{5}$/.test(code));
  const message = fromDatabase ? 'database error ' + String(driverError?.code ?? code) : error.message;
  return { type: error.name, message, stack: fromDatabase ? framesOf(error) : error.stack };
}

function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
