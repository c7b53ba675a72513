/** What came in about a unit between or during follow-ups (domain.md §3). */
export const SIGNAL_KINDS = ['complaint', 'deviation', 'lex-sarah', 'ivo-decision', 'tip'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export const SIGNAL_STATES = ['open', 'handled'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

export const SIGNAL_LIMITS = { title: 200, text: 10_000, source: 200, readers: 20, handledText: 2_000 } as const;
