/**
 * Where a mail stands. `uncertain`: it was handed to the mail server, which never answered; it is not sent again by itself,
 * because nothing may be sent twice. `failed`: given up, or refused by the server.
 */
export const MAIL_STATES = ['waiting', 'sent', 'failed', 'uncertain'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail was written. */
export const MAIL_KINDS = [
  'invitation',
  'information-request',
  'reminder',
  'extension-decision',
  'answers-returned',
  'answers-received',
  'meeting-invitation',
  'fact-check',
  'fact-check-answers',
  'taken-back',
  'action-plan-demand',
  'plan-judged',
  'plan-submitted',
  'action-reported',
  'sanction',
  'sanction-answer',
  'decision-handed-over',
  'deadline-overdue',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
