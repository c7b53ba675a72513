import type { MailKind } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { inviteToPortal } from '../portal/invite.js';
import { queueMail } from './queue-mail.js';

/** A mail to everybody who answers for a provider, about one follow-up. */
export interface ProviderMessage {
  readonly followUpId: string;
  readonly providerId: string;
  readonly kind: MailKind;
  readonly subject: string;
  /** Paragraphs, without how to sign in and whom to ask. Names no person and nothing secret. */
  readonly text: readonly string[];
  /** False where nothing is to be done in the portal. */
  readonly signIn?: boolean;
}

/**
 * Mails everyone who can sign in for the provider, and every contact with an address who cannot yet: with a single-use link
 * of their own, unless nothing is to be done in the portal. Everybody once. Own-run units are told alike. In a transaction
 * of the staff or of a job. A provider that nobody can be reached at is told nothing; its letter waits in the portal.
 */
export async function tellProvider(tx: Transaction, message: ProviderMessage): Promise<void> {
  const { followUpId, providerId, kind, subject, signIn = true } = message;
  const [about] = await tx.query<About>(ABOUT, [tx.municipalityId, followUpId]);
  if (about === undefined) throw new Error(`There is no follow-up ${followUpId}.`);
  const sender = await senderOf(tx, about);
  const textOf = (entry: string | null) => letterText(message.text, entry, sender, about);
  const common = { kind, subject, followUpId, providerId };
  const accounts = await tx.query<{ accountId: string }>(ACCOUNTS, [providerId]);
  for (const { accountId } of accounts) {
    const text = textOf(signIn ? signInAt(`${tx.publicUrl}/utforare`) : null);
    await queueMail(tx, { ...common, to: { accountId }, text });
  }
  const contacts = await tx.query<{ name: string; email: string }>(CONTACTS, [tx.municipalityId, providerId]);
  for (const { name, email } of contacts) {
    const to = { address: email, name };
    if (!signIn) {
      await queueMail(tx, { ...common, to, text: textOf(null) });
      continue;
    }
    const invited = { providerId, requestId: null, email, name, invitedBy: sender.accountId };
    const { token: secret } = await inviteToPortal(tx, invited);
    await queueMail(tx, { ...common, to, text: textOf(LINK), secret });
  }
}

interface About {
  readonly municipality: string;
  readonly committee: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
}

type Sender = Pick<About, 'accountId' | 'name' | 'title' | 'email'>;

/** Whom to ask: the person who acts, or in a job the officer who runs the case. */
async function senderOf(tx: Transaction, about: About): Promise<Sender> {
  const [person] = await tx.query<Sender>(PERSON);
  return person ?? about;
}

function letterText(
  text: readonly string[],
  entry: string | null,
  { name, title, email }: Sender,
  { municipality, committee }: About,
): string {
  const asked = [name, title, email].filter(Boolean).join(', ');
  return [
    'Hej!',
    ...text,
    ...(entry === null ? [] : [entry]),
    `Har du frågor? Kontakta ${asked}.`,
    `${municipality}\n${committee}`,
  ].join('\n\n');
}

const LINK = `Så kommer du in: öppna länken och välj ett lösenord. Länken är din egen. Den kan användas en gång och gäller i 14 dagar.
{link}`;

function signInAt(address: string): string {
  return `Så kommer du in: logga in med din e-postadress på\n${address}`;
}

const ABOUT = `
select m.name as municipality, k.name as committee, a.id as "accountId", a.name, a.title, a.email
from follow_up f
  join committee k on k.municipality_id = f.municipality_id and k.id = f.committee_id
  join municipality m on m.id = f.municipality_id
  join account a on a.id = f.created_by
where f.municipality_id = $1 and f.id = $2`;
const PERSON = `
select id as "accountId", name, title, email from account
where id = nullif(current_setting('app.account', true), '')::uuid`;
const ACCOUNTS = 'select provider_accounts($1) as "accountId" order by 1';
/** Each address once, as the oldest contact has it; those who can sign in already are told as accounts. */
const CONTACTS = `
select name, email from (
  select distinct on (lower(c.email)) c.id, c.name, c.email from contact c
  where c.municipality_id = $1 and c.provider_id = $2 and c.email <> ''
    and provider_account_of($2, c.email) is null
  order by lower(c.email), c.id) c
order by id`;
