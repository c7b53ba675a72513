import type { MailKind, MailState } from './mail.js';

/** The Swedish words for where a mail stands. */
export const MAIL_STATE_LABELS: Record<MailState, string> = {
  waiting: 'Väntar på att skickas',
  sent: 'Skickat',
  failed: 'Kunde inte skickas',
  uncertain: 'Osäkert om det kom fram',
};

/** The Swedish words for why a mail was written. */
export const MAIL_KIND_LABELS: Record<MailKind, string> = {
  invitation: 'Inbjudan',
  'information-request': 'Informationsbegäran',
  reminder: 'Påminnelse',
  'extension-decision': 'Besked om längre svarstid',
  'answers-returned': 'Begäran om komplettering',
  'answers-received': 'Svar har kommit',
  'meeting-invitation': 'Möteskallelse',
};
