import { takeFactCheckAction } from '@insyn/domain';
import type { Transaction } from '../database/transaction.js';
import { cancelDeadline } from '../deadlines/deadlines.js';
import { tellProvider } from '../mails/tell-provider.js';
import { readDraftReport } from './draft-report.js';
import {
  type AnswerRow,
  type FactCheckOutcome,
  type FactCheckRow,
  lockRunningFactCheck,
  recordFactCheck,
} from './fact-check-row.js';
import { readOrigin, registerLetter } from './fact-check-sending.service.js';
import { FactCheck } from './fact-check.entity.js';
import { FACT_CHECK_ANSWERS } from './fact-check.sql.js';
import { recordSilence } from './record-silence.js';
import { reportDifference } from './report-difference.js';

/**
 * Closes the fact check of a follow-up whose judgement is submitted, if one runs: the answers and what was changed since the
 * draft are frozen and may be read by the provider, which is told of them. In a transaction of the staff that has locked
 * the follow-up; whether it may be submitted is the workflow's to say.
 */
export async function closeFactCheck(tx: Transaction, followUpId: string): Promise<void> {
  const row = await lockRunningFactCheck(tx, followUpId);
  if (row === null) return;
  await recordSilence(tx, row.id);
  const state = takeFactCheckAction('close', row.state);
  const [read] = await tx.query<{ answers: AnswerRow[] }>(ANSWERS, [tx.municipalityId, row.id]);
  const now = await readDraftReport(tx, followUpId, row.content.sender);
  const outcome: FactCheckOutcome = {
    answers: read?.answers ?? [],
    difference: reportDifference(row.content.report, now),
  };
  await tx.update(FactCheck, row.id, null, { state, outcome, closedAt: tx.now });
  await cancelDeadline(tx, 'fact-check', row.id);
  if (outcome.answers.length + outcome.difference.length > 0) await tellAnswers(tx, row, outcome);
  recordFactCheck(tx, row, {
    act: 'closed',
    summary: `Avslutade faktakontrollen${outcome.answers.length === 0 ? '' : ' och skickade svaren på synpunkterna'}`,
    before: { state: row.state },
    after: { state, answers: outcome.answers.length, changedPlaces: outcome.difference.length },
  });
}

/** The answers go out to the one who made the remarks, and are registered (R16). */
async function tellAnswers(tx: Transaction, row: FactCheckRow, outcome: FactCheckOutcome): Promise<void> {
  const { followUpId, providerId, content } = row;
  await registerLetter(tx, await readOrigin(tx, followUpId), 'Svar på synpunkter i faktakontroll');
  const { answers, difference } = outcome;
  const accepted = answers.filter((answer) => answer.outcome === 'accepted').length;
  const counted = `${accepted} av ${answers.length} synpunkter har godtagits.`;
  const { municipality, title, unit, caseNumber } = content;
  await tellProvider(tx, {
    ...{ followUpId, providerId, kind: 'fact-check-answers' },
    subject: answers.length > 0 ? `Svar på era synpunkter: ${title}` : `Utkastet har ändrats: ${title}`,
    text: [
      `${municipality} är klar med faktakontrollen av utkastet om ${unit}, ärende ${caseNumber}.`,
      ...(answers.length > 0 ? [`Kommunen har svarat på varje synpunkt. ${counted}`] : []),
      difference.length > 0
        ? 'Logga in för att läsa vad som har ändrats sedan utkastet.'
        : 'Logga in för att läsa svaren. Utkastet har inte ändrats.',
    ],
  });
}

const ANSWERS = `select ${FACT_CHECK_ANSWERS} from fact_check c where c.municipality_id = $1 and c.id = $2`;
