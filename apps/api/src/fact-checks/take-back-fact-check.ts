import { takeFactCheckAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline } from '../deadlines/deadlines.js';
import { tellProvider } from '../mails/tell-provider.js';
import { lockRunningFactCheck, recordFactCheck } from './fact-check-row.js';
import { readOrigin, registerLetter } from './fact-check-sending.service.js';
import { FactCheck } from './fact-check.entity.js';

/**
 * Takes back the draft that a provider has, if there is one: it is told why, and nothing more is waited for. Called when the
 * follow-up is taken back or cancelled, whose row is locked.
 */
export async function takeBackFactCheck(tx: Transaction, followUpId: string, reason: string): Promise<void> {
  const row = await lockRunningFactCheck(tx, followUpId);
  if (row === null) return;
  const state = takeFactCheckAction('take-back', row.state);
  const origin = await readOrigin(tx, followUpId);
  await tx.update(FactCheck, row.id, null, { state, reason });
  await cancelDeadline(tx, 'fact-check', row.id);
  await registerLetter(tx, origin, 'Återtaget utkast till rapport');
  const { municipality, title, caseNumber, unit } = row.content;
  await tellProvider(tx, {
    ...{ followUpId, providerId: row.providerId, kind: 'taken-back', signIn: false },
    subject: `${municipality} tar tillbaka utkastet: ${title}`,
    text: [
      `${municipality} tar tillbaka utkastet som ni fick för faktakontroll. Ni behöver inte svara. Det gäller ${unit}, ärende ${caseNumber}.`,
      `Skäl: ${reason}`,
    ],
  });
  recordFactCheck(tx, row, {
    act: 'taken-back',
    summary: `Tog tillbaka utkastet från ${origin.provider}`,
    before: { state: row.state },
    after: { state, reason },
  });
}
