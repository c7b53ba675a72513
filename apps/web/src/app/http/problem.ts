import { HttpErrorResponse } from '@angular/common/http';
import type { Blocker } from '@insyn/domain';

/** One field that the server refused, with a Swedish sentence that says what to write. */
export interface FieldProblem {
  field: string;
  message: string;
}

interface ProblemParts {
  status: number;
  code: string;
  title: string;
  errors?: readonly FieldProblem[];
  blockers?: readonly Blocker[];
  requestId?: string | null;
}

/**
 * What went wrong with a request, from `application/problem+json` (RFC 9457) or from the network. `message` is the Swedish
 * title; `status` is 0 when no answer came.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly blockers: readonly Blocker[];
  readonly requestId: string | null;
  /** The whole answer; a 409 may tell who changed what in members of its own. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts, body: Readonly<Record<string, unknown>> = {}) {
    super(parts.title);
    this.name = 'Problem';
    this.status = parts.status;
    this.code = parts.code;
    this.errors = parts.errors ?? [];
    this.blockers = parts.blockers ?? [];
    this.requestId = parts.requestId ?? null;
    this.body = body;
  }

  get title(): string {
    return this.message;
  }

  /** No answer came: the network or the server is away, and trying again may help. */
  get offline(): boolean {
    return this.status === 0;
  }

  /** Someone else changed the row first. */
  get conflict(): boolean {
    return this.status === 409 && this.blockers.length === 0;
  }
}

/** Reads any error of a request as a `Problem`; what is not an answer of ours gets a Swedish title by its status. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof HttpErrorResponse)) {
    return new Problem({ status: 500, code: 'client-error', title: titleOf(500) });
  }
  const body = bodyOf(error.error);
  const parts: ProblemParts = {
    status: error.status,
    code: textOf(body['code']) ?? `http-${error.status}`,
    title: textOf(body['title']) ?? titleOf(error.status),
    errors: listOf<FieldProblem>(body['errors']),
    blockers: listOf<Blocker>(body['blockers']),
    requestId: textOf(body['requestId']) ?? error.headers.get('x-request-id'),
  };
  return new Problem(parts, body);
}

function bodyOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') {
    try {
      return bodyOf(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null && !(value instanceof Event) ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

function titleOf(status: number): string {
  if (status === 0) return $localize`Det går inte att nå Insyn just nu. Kontrollera nätet och försök igen.`;
  if (status === 401) return $localize`Du behöver logga in igen.`;
  if (status === 403) return $localize`Du har inte behörighet till det här.`;
  if (status === 404) return $localize`Sidan finns inte, eller så får du inte se den.`;
  if (status === 409) return $localize`Någon annan har ändrat det här sedan du öppnade det.`;
  if (status === 413) return $localize`Filen eller texten är för stor.`;
  if (status === 429) return $localize`För många försök. Vänta en stund och försök igen.`;
  return $localize`Något gick fel hos oss. Försök igen om en stund.`;
}
