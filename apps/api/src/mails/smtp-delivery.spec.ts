import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SmtpCatcher } from '../../test/smtp-catcher.js';
import { isMailAddress, type MailContent, mailMessage } from './mail-message.js';
import { deliver, type Delivery } from './smtp-delivery.js';

const PUBLIC_URL = 'https://insyn.lunda.example';

function mail(changes: Partial<MailContent> = {}): MailContent {
  return {
    id: '0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f',
    to: { address: 'tove@bjorken.example', name: 'Tove Carlmark' },
    from: { address: 'insyn@lunda.example', name: 'Lunda kommun' },
    subject: 'Begäran om uppgifter inför uppföljning',
    text: 'Hej!\n\nÖppna {link}\n\n.\nPunkten ovan är en rad för sig.\n',
    secret: 'hemligt-ord',
    attachments: [],
    createdAt: new Date('2026-11-25T09:00:00Z'),
    ...changes,
  };
}

describe('A message', () => {
  const parsed = async (changes: Partial<MailContent> = {}) =>
    PostalMime.parse((await mailMessage(mail(changes), PUBLIC_URL)).raw);

  it('says who writes, to whom and what, with the link in its place', async () => {
    const email = await parsed();
    expect(email.from).toMatchObject({ name: 'Lunda kommun', address: 'insyn@lunda.example' });
    expect(email.to).toMatchObject([{ name: 'Tove Carlmark', address: 'tove@bjorken.example' }]);
    expect(email.subject).toBe('Begäran om uppgifter inför uppföljning');
    expect(email.text).toContain('Öppna https://insyn.lunda.example/utforare/inbjudan#hemligt-ord');
    expect(email.messageId).toBe('<0190f3c2-a1b2-7c3d-8e4f-5a6b7c8d9e0f@insyn.lunda.example>');
    expect(email.date).toBe('2026-11-25T09:00:00.000Z');
  });

  it('is the same bytes every time', async () => {
    const attachments = [{ fileName: 'brev.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') }];
    const [first, second] = [
      await mailMessage(mail({ attachments }), PUBLIC_URL),
      await mailMessage(mail({ attachments }), PUBLIC_URL),
    ];
    expect(first.raw.equals(second.raw)).toBe(true);
  });

  it.each([
    ['subject', { subject: 'Hej\r\nBcc: tjuv@example.net\r\n\r\nNy text' }],
    ['receiver’s name', { to: { address: 'a@b.example', name: 'Tove\r\nBcc: tjuv@example.net' } }],
    ['receiver’s name with an address in it', { to: { address: 'a@b.example', name: 'x" <tjuv@example.net>, "y' } }],
    ['sender’s name', { from: { address: 'a@b.example', name: 'Lunda\nBcc: tjuv@example.net' } }],
    [
      'file’s name',
      { attachments: [{ fileName: 'a.pdf\r\nBcc: tjuv@example.net', mediaType: 'text/plain\r\nBcc: x@y', text: 'a' }] },
    ],
  ])('takes no header from a line break in the %s', async (_, changes) => {
    const email = await parsed(changes);
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(email.to).toHaveLength(1);
    expect(email.to?.[0]?.address).toMatch(/^(a@b|tove@bjorken)\.example$/);
    const { envelope } = await mailMessage(mail(changes), PUBLIC_URL);
    expect(envelope.to).toHaveLength(1);
  });

  it('carries a meeting where calendars look for it, with its method', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    const { raw } = await mailMessage(
      mail({ attachments: [{ fileName: 'mote.ics', mediaType: 'text/calendar; method=CANCEL', text }] }),
      PUBLIC_URL,
    );
    expect(raw.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
    expect((await PostalMime.parse(raw)).attachments.map(({ filename }) => filename)).toContain('mote.ics');
  });

  it.each(['', 'tove', 'a@b@c', 'a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>', '<a@b.example>'])(
    'is not made for the address “%s”',
    async (address) => {
      expect(isMailAddress(address)).toBe(false);
      await expect(mailMessage(mail({ to: { address, name: '' } }), PUBLIC_URL)).rejects.toThrow('no usable address');
    },
  );
});

describe('The delivery to a mail server', () => {
  let server: SmtpCatcher;
  beforeEach(async () => {
    server = await new SmtpCatcher().start();
  });
  afterEach(() => server.stop());

  let asked = 0;
  const offer = async (url = server.url, onBody = () => Promise.resolve()): Promise<Delivery> => {
    asked = 0;
    return deliver(url, await mailMessage(mail(), PUBLIC_URL), () => {
      asked += 1;
      return onBody();
    });
  };

  it('gives the message once, whole, to the one in the envelope', async () => {
    expect(await offer()).toEqual({ outcome: 'taken' });
    expect(asked).toBe(1);
    expect(server.caught).toMatchObject([{ from: 'insyn@lunda.example', to: ['tove@bjorken.example'] }]);
    expect((await server.last()).text).toContain('.\nPunkten ovan är en rad för sig.');
  });

  it('asks before the first byte, and gives nothing when it may not', async () => {
    let begunBefore = -1;
    const delivery = await offer(server.url, async () => {
      begunBefore = server.caught.length;
      return Promise.reject(new Error('Somebody else has it.'));
    });
    expect(delivery.outcome).toBe('not-begun');
    expect(begunBefore).toBe(0);
    expect(server.caught).toEqual([]);
  });

  it.each([
    ['refuses-receiver', 'refused', 0, /adressen: 550/],
    ['refuses-message', 'refused', 1, /mejlet: 554/],
    ['postpones', 'not-begun', 0, /adressen: 451/],
    ['postpones-message', 'postponed', 1, /mejlet: 452/],
    ['dies-in-message', 'unanswered', 1, /svarade inte när den hade fått mejlet/],
    ['dies-before-answer', 'unanswered', 1, /svarade inte när den hade fått mejlet/],
    ['is-busy', 'not-begun', 0, /svarar inte/],
  ] as const)('by a server that %s is %s', async (manner, outcome, timesAsked, reason) => {
    server.manner = manner;
    expect(await offer()).toEqual({ outcome, reason: expect.stringMatching(reason) });
    expect(asked).toBe(timesAsked);
    expect(server.caught).toEqual([]);
  });

  it('has not begun while the server is down', async () => {
    await server.stop();
    expect(await offer()).toEqual({ outcome: 'not-begun', reason: 'E-postservern svarar inte.' });
    expect(asked).toBe(0);
  });

  it('signs in with the name and password of SMTP_URL, and waits while they are wrong', async () => {
    await server.stop();
    await server.start({ authOptional: false, allowInsecureAuth: true });
    const right = server.url.replace('//', '//insyn:p%40ss@');
    expect(await offer(right)).toEqual({ outcome: 'taken' });
    expect(await offer(right.replace('p%40ss', 'fel'))).toEqual({
      outcome: 'not-begun',
      reason: 'E-postservern godtar inte systemets inloggning.',
    });
  });
});
