/** What a step of a contract's sanction ladder is (domain.md §3). A contract names its own steps by these kinds. */
export const SANCTION_KINDS = [
  'warning',
  'correction',
  'price-reduction',
  'penalty',
  'withdrawn-assignment',
  'termination',
  'other',
] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** Where a sanction stands: from the decision until it is upheld, reduced or withdrawn. */
export const SANCTION_STATES = ['decided', 'sent', 'disputed', 'answered', 'upheld', 'reduced', 'withdrawn'] as const;
export type SanctionState = (typeof SANCTION_STATES)[number];

/** What is done with a sanction after it was decided. */
export const SANCTION_ACTIONS = ['send', 'dispute', 'answer', 'uphold', 'reduce', 'withdraw'] as const;
export type SanctionAction = (typeof SANCTION_ACTIONS)[number];

/** What the history of a sanction is made of: the decision, and each act after it. */
export const SANCTION_EVENT_KINDS = ['decide', ...SANCTION_ACTIONS] as const;
export type SanctionEventKind = (typeof SANCTION_EVENT_KINDS)[number];

/** The days that the provider has to answer a sanction where the manager sets no other time. */
export const SANCTION_ANSWER_DAYS = 14;
