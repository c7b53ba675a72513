import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { MailSendingService } from '../src/mails/mail-sending.service.js';
import type { TestApp } from './test-app.js';

/** Sends a mail that waits; where the queue was first to take it, waits until the queue has sent it. */
export async function sendNow(t: TestApp, municipalityId: string, mailId: string): Promise<void> {
  await t.app
    .get(MailSendingService)
    .send(municipalityId, mailId)
    .catch((error: Error) => {
      if (error.name !== 'MailWaits') throw error;
    });
  const waiting = () => t.asOwner("select 1 from mail where id = $1 and state = 'waiting'", [mailId]);
  for (let tries = 0; (await waiting()).length > 0; tries += 1) {
    if (tries === 100) throw new Error('The mail has not been sent.');
    await sleep(50);
  }
}

/** The token of the single-use link in a mail that was sent, as the one who gets it reads it. */
export async function linkToken(t: TestApp, municipalityId: string, mailId: string): Promise<string> {
  await sendNow(t, municipalityId, mailId);
  const folder = join(t.dataDir, 'mail');
  const name = readdirSync(folder).find((each) => each.endsWith(`${mailId}.eml`)) ?? '';
  const { text } = await PostalMime.parse(readFileSync(join(folder, name)));
  return /\/utforare\/inbjudan#(\S+)/.exec(text ?? '')?.[1] ?? '';
}
