import { MAIL_KIND_LABELS, type MailKind, type MailState } from '@insyn/domain';
import type { NewEvent } from '../database/transaction.js';

const SUMMARIES: Record<MailState, string> = {
  waiting: 'Mejl väntar på att skickas',
  sent: 'Mejl skickat',
  failed: 'Mejl kunde inte skickas',
  uncertain: 'Osäkert om mejl kom fram',
};

/** What the history says of a mail's outcome: which kind of mail, never to whom. */
export function mailOutcomeEvent(
  mail: { readonly id: string; readonly kind: MailKind; readonly followUpId: string | null },
  state: MailState,
): NewEvent {
  return {
    kind: 'mail.' + state,
    subjectKind: 'mail',
    subjectId: mail.id,
    followUpId: mail.followUpId,
    summary: `${SUMMARIES[state]}: ${MAIL_KIND_LABELS[mail.kind].toLowerCase()}`,
  };
}
