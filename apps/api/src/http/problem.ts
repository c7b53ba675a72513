import type { Blocker } from '@insyn/domain';

/** One fault in what was sent, with the path of its field. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What an answer of application/problem+json carries beside its title (RFC 9457). */
export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  readonly blockers?: readonly Blocker[];
  /** More members, e.g. `changedBy` of a stale version. Never personal data that the receiver may not see. */
  readonly [member: string]: unknown;
}

/** An answer that is not a success. The title is Swedish and is shown; the code is English and stable. */
export class Problem extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    public readonly title: string,
    public readonly details: ProblemDetails = {},
  ) {
    super(title);
    this.name = new.target.name;
  }
}

/** 404, also for what exists but may not be seen (R20). */
export class NotFound extends Problem {
  public constructor(title = 'Det du söker finns inte.') {
    super(404, 'not-found', title);
  }
}

/** 403: an act one may not do on what one sees (R20). */
export class Forbidden extends Problem {
  public constructor(title = 'Du har inte behörighet att göra detta.') {
    super(403, 'forbidden', title);
  }
}

/** 401: nobody is signed in, or the session has ended. */
export class Unauthenticated extends Problem {
  public constructor(title = 'Du är inte inloggad.') {
    super(401, 'unauthenticated', title);
  }
}

/** 409: the state of things does not allow it. */
export class Conflict extends Problem {
  public constructor(code: string, title: string, details: ProblemDetails = {}) {
    super(409, code, title, details);
  }
}

/** 409: somebody changed the row after it was read. */
export class StaleVersion extends Conflict {
  public constructor(details: {
    version: number;
    changedBy: string | null;
    changedAt: string | null;
    change: string | null;
  }) {
    super(
      'stale-version',
      details.changedBy === null
        ? 'Uppgifterna har ändrats sedan du öppnade dem. Läs in dem igen.'
        : 'Uppgifterna har ändrats av ' + details.changedBy + ' sedan du öppnade dem. Läs in dem igen.',
      details,
    );
  }
}

/** 400: what was sent is not valid; every fault with its field. */
export class Invalid extends Problem {
  public constructor(errors: readonly FieldError[], title = 'Uppgifterna är inte giltiga.') {
    super(400, 'invalid', title, { errors });
  }
}

/** 429: too many attempts; `retryAfter` in seconds. */
export class TooManyAttempts extends Problem {
  public constructor(title: string, retryAfter: number) {
    super(429, 'too-many-attempts', title, { retryAfter });
  }
}
