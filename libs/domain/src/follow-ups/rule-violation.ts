import type { Blocker } from './blocker.js';

/**
 * An act that the rules do not allow now. `code` is stable and English; `message` is Swedish and may be shown; `blockers`
 * name each hindrance with its place and are empty where the act itself was wrong (state, permission, missing reason).
 */
export class RuleViolation extends Error {
  readonly code: string;
  readonly blockers: readonly Blocker[];

  constructor(code: string, message: string, blockers: readonly Blocker[] = []) {
    super(message);
    this.name = 'RuleViolation';
    this.code = code;
    this.blockers = blockers;
  }
}
