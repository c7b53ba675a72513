/** The kinds of evidence that can be gathered in a follow-up (domain.md §3). */
export const EVIDENCE_KINDS = ['meeting', 'document-review', 'document', 'observation', 'interview', 'signal'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** In what form a meeting was held. */
export const MEETING_FORMS = ['digital', 'at-provider', 'at-municipality', 'unannounced'] as const;
export type MeetingForm = (typeof MEETING_FORMS)[number];

/** From which side a participant of a meeting came. */
export const PARTICIPANT_SIDES = ['municipality', 'provider'] as const;
export type ParticipantSide = (typeof PARTICIPANT_SIDES)[number];

/** How the files of a document review were chosen (R5): drawn here, all of them, or drawn elsewhere. */
export const SAMPLE_METHODS = ['random', 'census', 'drawn-elsewhere'] as const;
export type SampleMethod = (typeof SAMPLE_METHODS)[number];

/** The answer to one checklist question for one file. */
export const CHECK_RESULTS = ['yes', 'no', 'not-applicable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
