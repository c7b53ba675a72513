/**
 * Where an information request stands. `answering` begins with the first saved answer; `returned` means that single
 * questions wait for the provider again; `closed` that the officer has what is needed.
 */
export const REQUEST_STATES = ['sent', 'answering', 'answered', 'returned', 'closed', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What can be done to a request, by whom it is done in `REQUEST_WORKFLOW`. */
export const REQUEST_ACTIONS = ['answer', 'submit', 'return', 'close', 'reopen', 'withdraw'] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

/** Who wrote an answer: the provider, the officer on its behalf, a file that was read in, or an earlier round it was taken from. */
export const ANSWER_SOURCES = ['provider', 'on-behalf', 'file', 'earlier'] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** A document that the municipality wants to see, listed in the letter. */
export interface WantedDocument {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
}

export const REQUEST_LIMITS = {
  title: 200,
  message: 5_000,
  wantedDocuments: 30,
  wantedDocument: 300,
  visitors: 20,
  visitor: 120,
  contacts: 10,
  reason: 1_000,
  followUpsInRound: 200,
  roundName: 200,
} as const;
