import { setTimeout as sleep } from 'node:timers/promises';
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
