/** The two kinds of agreement (domain.md §2): a contract, or the assignment of an own-run unit. */
export const CONTRACT_KINDS = ['contract', 'assignment'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** The legal regime that the service is run under. */
export const REGIMES = ['LOU', 'LOV', 'own-run'] as const;
export type Regime = (typeof REGIMES)[number];

/** What a clause is: an obligation, a promise in the tender, or a goal (which gives recommendations only). */
export const CLAUSE_KINDS = ['requirement', 'tender-promise', 'goal'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];
