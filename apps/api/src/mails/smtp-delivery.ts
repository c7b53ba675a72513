import { Readable } from 'node:stream';
import type { MailMessage } from './mail-message.js';

/** Nothing takes near this long; together they end before the job's own two minutes. In milliseconds. */
const CONNECT_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 60_000;

/**
 * What became of a mail that was offered to the server. `not-begun`: it saw nothing of it. `postponed`: it said that it did
 * not take it now. `refused`: that it never will. `unanswered`: it saw the message, or a part of it, and never said.
 */
export type Delivery =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'not-begun' | 'postponed' | 'refused' | 'unanswered'; readonly reason: string };

/** What nodemailer says of a fault. */
interface SmtpFault {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

/**
 * Offers one message to the server of SMTP_URL. `onBody` is called when the server has agreed to read the message and has
 * not read any of it; when it fails nothing is sent. Never rejects.
 */
export async function deliver(smtpUrl: string, message: MailMessage, onBody: () => Promise<void>): Promise<Delivery> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  return new Promise((resolve) => {
    const { auth, ...server } = serverOf(smtpUrl);
    const connection = new SMTPConnection({
      ...server,
      connectionTimeout: CONNECT_TIMEOUT,
      greetingTimeout: CONNECT_TIMEOUT,
      dnsTimeout: CONNECT_TIMEOUT,
      socketTimeout: IDLE_TIMEOUT,
    });
    let begun = false;
    let isDone = false;
    const finish = (delivery: Delivery): void => {
      if (isDone) return;
      isDone = true;
      if (delivery.outcome === 'taken') connection.quit();
      else connection.close();
      resolve(delivery);
    };
    const fail = (fault: SmtpFault | null | undefined): void => finish(deliveryOf(fault ?? {}, begun));
    const body = bodyOf(message.raw, async () => {
      await onBody();
      begun = true;
    });
    const send = (): void =>
      connection.send({ ...message.envelope, size: message.raw.length }, body, (fault) =>
        fault ? fail(fault) : finish({ outcome: 'taken' }),
      );
    connection.on('error', fail);
    connection.once('end', () => fail({}));
    connection.connect((fault) => {
      if (fault) fail(fault);
      else if (auth === undefined) send();
      else connection.login(auth, (refusal) => (refusal ? fail(refusal) : send()));
    });
  });
}

/** The message as a stream that asks before it gives its first byte. */
function bodyOf(raw: Buffer, onBody: () => Promise<void>): Readable {
  let isAsked = false;
  return new Readable({
    read() {
      if (isAsked) return;
      isAsked = true;
      onBody().then(
        () => {
          this.push(raw);
          this.push(null);
        },
        (fault: Error) => this.destroy(fault),
      );
    },
  });
}

function serverOf(smtpUrl: string): {
  host: string;
  port: number;
  secure: boolean;
  auth?: { user: string; pass: string };
} {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username === '') return { host, port, secure };
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return { host, port, secure, auth };
}

/** What a fault means. Only an answer of the server says for certain that a message which it saw was not taken. */
function deliveryOf(fault: SmtpFault, begun: boolean): Delivery {
  const { code = '', responseCode = 0 } = fault;
  const isAnswered = responseCode >= 400;
  if (begun && !isAnswered)
    return { outcome: 'unanswered', reason: 'E-postservern svarade inte när den hade fått mejlet.' };
  const reason = reasonOf(fault);
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutMail && (responseCode >= 500 || !isAnswered)) return { outcome: 'refused', reason };
  return { outcome: begun ? 'postponed' : 'not-begun', reason };
}

/** The fault in Swedish, for the officer. The server's own words are kept where they are about this mail. */
function reasonOf({ code, response = '' }: SmtpFault): string {
  const words = response.replace(/\s+/g, ' ').trim().slice(0, 300);
  switch (code) {
    case 'EENVELOPE':
      return words === ''
        ? 'Mottagarens adress går inte att använda.'
        : `E-postservern tog inte emot adressen: ${words}`;
    case 'EMESSAGE':
      return words === '' ? 'Mejlet är för stort för e-postservern.' : `E-postservern tog inte emot mejlet: ${words}`;
    case 'EAUTH':
      return 'E-postservern godtar inte systemets inloggning.';
    case 'ETLS':
      return 'Det gick inte att få en säker anslutning till e-postservern.';
    default:
      return 'E-postservern svarar inte.';
  }
}
