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
  'extension-decision': 'Besked om svarstid',
  'answers-returned': 'Begäran om komplettering',
  'answers-received': 'Svar har kommit',
  'meeting-invitation': 'Möteskallelse',
  'fact-check': 'Faktakontroll',
  'fact-check-answers': 'Svar på synpunkter',
  'taken-back': 'Utkastet har dragits tillbaka',
  'action-plan-demand': 'Krav om åtgärdsplan',
  'plan-judged': 'Besked om åtgärdsplan',
  'plan-submitted': 'Åtgärdsplan har kommit',
  'action-reported': 'Krav rapporterat klart',
  sanction: 'Beslut om påföljd',
  'sanction-answer': 'Svar om påföljd',
  'decision-handed-over': 'Beslut har lämnats över',
  'deadline-overdue': 'Tidsfrist har gått ut',
};
