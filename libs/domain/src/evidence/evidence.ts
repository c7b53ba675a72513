/** The kinds of evidence that can be gathered in a follow-up (domain.md §3). */
export const EVIDENCE_KINDS = [
  'meeting',
  'document-review',
  'document',
  'observation',
  'interview',
  'signal',
  'information-request',
] as const;
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

/** A meeting is planned first, or written down when it has been held. A planned or cancelled one proves nothing. */
export const MEETING_STATES = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Whom an interview was held with; an interview never takes a name. */
export const RESPONDENT_GROUPS = ['customer', 'relative', 'representative', 'staff', 'management'] as const;
export type RespondentGroup = (typeof RESPONDENT_GROUPS)[number];

/** In what form an interview was held. */
export const INTERVIEW_FORMS = ['on-site', 'phone', 'digital'] as const;
export type InterviewForm = (typeof INTERVIEW_FORMS)[number];
