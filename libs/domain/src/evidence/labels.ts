import type {
  CheckResult,
  EvidenceKind,
  InterviewForm,
  MeetingForm,
  MeetingState,
  ParticipantSide,
  RespondentGroup,
  SampleMethod,
} from './evidence.js';

/** The Swedish words for the kinds of evidence. */
export const EVIDENCE_KIND_LABELS: Record<EvidenceKind, string> = {
  meeting: 'Möte',
  'document-review': 'Granskning av akter',
  document: 'Handling',
  observation: 'Observation',
  interview: 'Intervju',
  signal: 'Signal',
  'information-request': 'Informationsbegäran',
};

/** The Swedish words for the forms of a meeting. */
export const MEETING_FORM_LABELS: Record<MeetingForm, string> = {
  digital: 'Digitalt',
  'at-provider': 'Hos utföraren',
  'at-municipality': 'Hos kommunen',
  unannounced: 'Oanmält besök',
};

/** The Swedish words for the sides of a meeting. */
export const PARTICIPANT_SIDE_LABELS: Record<ParticipantSide, string> = {
  municipality: 'Kommunen',
  provider: 'Utföraren',
};

/** The Swedish words for how the files of a review were chosen (R5). */
export const SAMPLE_METHOD_LABELS: Record<SampleMethod, string> = {
  random: 'Slumpmässigt stickprov',
  census: 'Samtliga akter',
  'drawn-elsewhere': 'Urval gjort på annat håll',
};

/** The Swedish words for the answers of a checklist. */
export const CHECK_RESULT_LABELS: Record<CheckResult, string> = {
  yes: 'Ja',
  no: 'Nej',
  'not-applicable': 'Ej aktuellt',
};

/** The Swedish words for where a meeting stands. */
export const MEETING_STATE_LABELS: Record<MeetingState, string> = {
  planned: 'Planerat',
  held: 'Genomfört',
  cancelled: 'Inställt',
};

/** The Swedish words for whom an interview was held with. */
export const RESPONDENT_GROUP_LABELS: Record<RespondentGroup, string> = {
  customer: 'Brukare',
  relative: 'Anhöriga',
  representative: 'God man eller förvaltare',
  staff: 'Personal',
  management: 'Ledning',
};

/** The Swedish words for the form of an interview. */
export const INTERVIEW_FORM_LABELS: Record<InterviewForm, string> = {
  'on-site': 'På plats',
  phone: 'Per telefon',
  digital: 'Digitalt',
};
