import type { InformationLetter } from '@insyn/api-schema';
import { formatDateLong, type CalendarDate, type MailKind } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { queueMail } from '../mails/queue-mail.js';
import { inviteToPortal } from '../portal/invite.js';

/** The request that a mail is about. */
export interface MailedRequest {
  readonly id: string;
  readonly followUpId: string;
  readonly providerId: string;
  readonly letter: InformationLetter;
  /** Whose invitations those are that a job makes; the person who acts otherwise. */
  readonly createdBy?: string;
}

/** A mail to everybody at the provider who has to do with the request. */
export interface ProviderMail {
  /** Of the mail to one who has an account; without one it is an invitation, unless `kind` is another than the letter's. */
  readonly kind: MailKind;
  readonly subject: string;
  /** Paragraphs, without how to sign in and whom to ask. */
  readonly text: readonly string[];
  /** False where nothing is to be done in the portal. */
  readonly signIn?: boolean;
}

interface Receiver {
  readonly name: string;
  readonly email: string;
}

/**
 * Mails the contacts of a request, and the people who have worked with it and still answer for the provider; everybody once.
 * One who has no account gets a single-use link of their own.
 */
export async function mailProvider(tx: Transaction, request: MailedRequest, mail: ProviderMail): Promise<void> {
  const contacts = await tx.query<Receiver>(CONTACTS, [tx.municipalityId, request.id]);
  const told = await mailContacts(tx, request, contacts, mail);
  const people = await tx.query<{ accountId: string }>(PEOPLE, [request.id]);
  for (const { accountId } of people) {
    if (!told.has(accountId)) await mailAccount(tx, request, accountId, mail);
  }
}

/** Mails one person of the provider who has an account. */
export async function mailAccount(
  tx: Transaction,
  request: MailedRequest,
  accountId: string,
  mail: ProviderMail,
): Promise<void> {
  const { kind, subject } = mail;
  await queueMail(tx, { kind, to: { accountId }, subject, text: textOf(request, mail, null), ...aboutOf(request) });
}

/** Mails these contacts. @returns the accounts of those who have one. */
export async function mailContacts(
  tx: Transaction,
  request: MailedRequest,
  contacts: readonly Receiver[],
  mail: ProviderMail,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const { name, email } of contacts) {
    const [found] = await tx.query<{ id: string | null }>('select provider_account_of($1, $2) as id', [
      request.providerId,
      email,
    ]);
    const accountId = found?.id ?? null;
    if (accountId !== null && told.has(accountId)) continue;
    if (accountId !== null) told.add(accountId);
    const secret = accountId === null && mail.signIn !== false ? await linkFor(tx, request, { name, email }) : null;
    await queueMail(tx, {
      kind: secret !== null && mail.kind === 'information-request' ? 'invitation' : mail.kind,
      to: { address: email, name },
      subject: mail.subject,
      text: textOf(request, mail, secret),
      ...(secret === null ? {} : { secret }),
      ...aboutOf(request),
    });
  }
  return told;
}

async function linkFor(tx: Transaction, request: MailedRequest, { name, email }: Receiver): Promise<string> {
  const { providerId, id: requestId, createdBy } = request;
  const invited = { providerId, requestId, email, name, ...(createdBy === undefined ? {} : { invitedBy: createdBy }) };
  return (await inviteToPortal(tx, invited)).token;
}

function aboutOf({ id, followUpId, providerId }: MailedRequest) {
  return { requestId: id, followUpId, providerId };
}

function textOf({ letter }: MailedRequest, mail: ProviderMail, secret: string | null): string {
  const { name, title, email } = letter.sender;
  return [
    'Hej!',
    ...mail.text,
    ...(mail.signIn === false ? [] : [secret === null ? signInAt(letter.address) : LINK]),
    `Har du frågor? Kontakta ${[name, title, email].filter(Boolean).join(', ')}.`,
    `${letter.municipality}\n${letter.committee}`,
  ].join('\n\n');
}

const LINK = `Så kommer du in: öppna länken och välj ett lösenord. Länken är din egen. Den kan användas en gång och gäller i 14 dagar.
{link}`;

function signInAt(address: string): string {
  return `Så kommer du in: logga in med din e-postadress på\n${address}`;
}

/** What the letter's mail says: what, why and by when. */
export function letterMail(letter: InformationLetter): ProviderMail {
  const { municipality, committee, title, provider, unit, contractReference, caseNumber, questionSet, due } = letter;
  const questions = questionSet.questions === 1 ? 'en fråga' : `${questionSet.questions} frågor`;
  const documents = letter.wantedDocuments.map(({ text, required }) => `- ${text}${required ? '' : ' (om den finns)'}`);
  return {
    kind: 'information-request',
    subject: `${municipality} ber om uppgifter: ${title}`,
    text: [
      `${municipality}, ${committee}, följer upp ${unit.name} och behöver uppgifter från ${provider}. Uppföljningen gäller ${contractReference} och har ärendenummer ${caseNumber}.`,
      ...(letter.message === '' ? [] : [letter.message]),
      `Det här behöver ni göra: svara på ${questions}${documents.length === 0 ? '.' : ' och lämna in de här handlingarna:'}`,
      ...(documents.length === 0 ? [] : [documents.join('\n')]),
      ...(letter.visit === '' ? [] : [`Besök: ${letter.visit}`]),
      answerBy(due),
    ],
  };
}

/** "Svara senast måndag 11 januari 2027." */
export function answerBy(due: CalendarDate): string {
  return `Svara senast ${formatDateLong(due)}.`;
}

const CONTACTS = 'select name, email from request_contact where municipality_id = $1 and request_id = $2 order by id';
const PEOPLE = 'select request_accounts($1) as "accountId" order by 1';
