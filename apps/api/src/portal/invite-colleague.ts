import type { Saved } from '@insyn/api-schema';
import { formatDateLong } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../http/problem.js';
import { queueMail } from '../mails/queue-mail.js';
import { inviteToPortal } from './invite.js';
import { PEOPLE_OF_PROVIDER, WAITING_INVITATIONS } from './portal.sql.js';
import type { PortalTaskRow } from './portal-task-row.js';

/** The most invitations of a provider that can wait at once: it sends mail to any address. */
const MAX_WAITING = 20;

/** Who is invited to answer for which provider, by whom, and what it is about. */
export interface InvitedColleague {
  readonly by: string;
  readonly email: string;
  readonly name: string;
  readonly task: PortalTaskRow;
}

/**
 * Mails a colleague a single-use link to the provider's door, in the name of the one who invites.
 * @throws Conflict 'already-member' for one who can sign in already, 'too-many-invitations' where twenty wait.
 */
export async function inviteColleague(tx: Transaction, invited: InvitedColleague): Promise<Saved> {
  const { by, email, name, task } = invited;
  const { kind, providerId, followUpId, provider, title } = task;
  const people = await tx.query<{ email: string }>(PEOPLE_OF_PROVIDER, [providerId]);
  if (people.some((person) => person.email.toLowerCase() === email)) {
    throw new Conflict('already-member', 'Personen svarar redan för utföraren och kan logga in.');
  }
  const waiting = await tx.query(WAITING_INVITATIONS, [providerId, tx.now]);
  if (waiting.length >= MAX_WAITING) {
    const message = `Högst ${MAX_WAITING} inbjudningar kan vänta på svar. Dra tillbaka någon först.`;
    throw new Conflict('too-many-invitations', message);
  }
  const requestId = kind === 'request' ? task.id : null;
  const { invitationId, token: secret } = await inviteToPortal(tx, { providerId, requestId, email, name });
  await queueMail(tx, {
    ...{ kind: 'invitation', to: { address: email, name }, subject: `Inbjudan att svara för ${provider}` },
    ...{ text: invitationText(by, task), secret, followUpId, requestId, providerId },
  });
  tx.appendEvent({
    ...{ kind: 'provider-invitation.sent', subjectKind: 'provider-invitation', subjectId: invitationId, followUpId },
    summary: `Bjöd in en kollega till ”${title}”`,
  });
  return { id: invitationId, version: 1 };
}

function invitationText(by: string, { kind, provider, municipality, title, waits, due }: PortalTaskRow): string {
  const about = {
    request: { what: `har begärt information: ”${title}”`, until: 'Svaren ska vara inlämnade' },
    'fact-check': {
      what: `ber er kontrollera fakta i ett utkast till rapport: ”${title}”`,
      until: 'Synpunkterna ska vara inlämnade',
    },
    'action-plan': { what: `har begärt en åtgärdsplan: ”${title}”`, until: 'Planen ska vara inlämnad' },
    // Which step it is stands behind the sign-in.
    sanction: { what: 'har skickat ett beslut som ni kan svara på', until: 'Svaret ska vara inlämnat' },
  }[kind];
  const until = waits ? ` ${about.until} senast ${formatDateLong(due)}.` : '';
  return [
    'Hej!',
    `${by} bjuder in dig att svara för ${provider}. ${municipality} ${about.what}.${until}`,
    'Öppna länken för att skapa ett konto, eller logga in med det du redan har:',
    '{link}',
    'Länken kan användas en gång och gäller i 14 dagar. Känner du inte till det här kan du bortse från brevet.',
  ].join('\n\n');
}
