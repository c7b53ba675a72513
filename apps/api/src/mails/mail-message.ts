import type { MailAttachment } from '@insyn/api-schema';
import { oneLine } from './header-text.js';

/** A mail with all that its message is made of. */
export interface MailContent {
  readonly id: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly from: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  /** The token of the link that `{link}` stands for. */
  readonly secret: string | null;
  readonly attachments: readonly (MailAttachment & { readonly content?: Buffer })[];
  readonly createdAt: Date;
}

/** A message as it goes over the wire, and who it goes to. */
export interface MailMessage {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string[] };
}

const ADDRESS = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/;

/** Whether a mail can be addressed there: one plain address, with nothing that begins another. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address);
}

/** The text with the single-use link in its place; `secret` is the token, or dots where it is not to be seen. */
export function textWithLink(text: string, publicUrl: string, secret: string): string {
  return text.replaceAll('{link}', () => publicUrl + '/utforare/inbjudan#' + secret);
}

/**
 * The message of a mail. The same mail always gives the same bytes and the same Message-ID, so that a server that gets it
 * again knows it. @throws Error for an address that is none.
 */
export async function mailMessage(mail: MailContent, publicUrl: string): Promise<MailMessage> {
  if (!isMailAddress(mail.to.address)) throw new Error('A mail has no usable address.');
  // Loaded by the first mail: it takes 20 MB, and most processes send none for long.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: oneLine(mail.from.name), address: mail.from.address },
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject: oneLine(mail.subject),
    text: mail.secret === null ? mail.text : textWithLink(mail.text, publicUrl, mail.secret),
    date: mail.createdAt,
    messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...partsOf(mail),
    baseBoundary: mail.id,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { raw, envelope: { from: mail.from.address, to: [mail.to.address] } };
}

/** An invitation to a meeting also stands beside the text, where calendars look for it. */
function partsOf({ attachments }: MailContent) {
  const invitation = attachments.find(
    ({ mediaType, text }) => mediaType.startsWith('text/calendar') && text !== undefined,
  );
  const method = /^METHOD:([A-Z]+)\r?$/m.exec(invitation?.text ?? '')?.[1] ?? 'REQUEST';
  return {
    attachments: attachments
      .filter((attachment) => attachment !== invitation)
      .map(({ fileName, mediaType, text, content }) => ({
        filename: oneLine(fileName),
        contentType: oneLine(mediaType),
        content: content ?? text ?? '',
      })),
    ...(invitation?.text === undefined
      ? {}
      : { icalEvent: { method, filename: oneLine(invitation.fileName), content: invitation.text } }),
  };
}
