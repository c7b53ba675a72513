import { OUTCOME_LABELS } from '@insyn/domain';
import type { OfficialLetterData } from '@insyn/report';
import type { Transaction } from '../database/transaction.js';
import { issueDocument } from '../documents/issue-document.js';
import type { FollowUpContent } from '../follow-ups/follow-up-content.js';
import { registerRecord } from '../records/register-record.js';

/** What the committee is asked to decide. */
export interface OfficialLetter {
  readonly content: FollowUpContent;
  readonly judgementId: string;
  /** The manager's words: one proposal a line. */
  readonly proposal: string;
}

/** Draws up and registers an official letter (tjänsteskrivelse) to the committee about a judgement. @returns its id. */
export async function drawUpOfficialLetter(
  tx: Transaction,
  { content, judgementId, proposal }: OfficialLetter,
): Promise<string> {
  const { id: followUpId, committee, unit, year } = content;
  const title = `Samlad bedömning av ${unit.name}, uppföljning ${year}`;
  const recordId = await registerRecord(tx, {
    ...{ followUpId, direction: 'drawn-up', counterpart: committee.name, internal: true },
    publicTitle: `Tjänsteskrivelse: ${title}`,
  });
  return issueDocument(tx, {
    ...{ kind: 'official-letter', subjectId: judgementId, followUpId, recordId, title: `Tjänsteskrivelse: ${title}` },
    content: letterOf(content, { judgementId, proposal, title, head: await headOf(tx), tx }),
  });
}

interface Parts {
  readonly judgementId: string;
  readonly proposal: string;
  readonly title: string;
  readonly head: { municipality: string; letterhead: string };
  readonly tx: Transaction;
}

function letterOf(content: FollowUpContent, { judgementId, proposal, title, head, tx }: Parts): OfficialLetterData {
  const { committee, provider, unit, contract, caseNumber, summary, evidence, actions, year } = content;
  const judgement = content.judgements.find(({ id }) => id === judgementId);
  const requirements = actions.filter(({ kind }) => kind === 'requirement').map(({ text }) => asSentence(text));
  const outcome = judgement === undefined ? '' : OUTCOME_LABELS[judgement.outcome].toLowerCase();
  const grounds = judgement?.grounds.map(({ text }) => asSentence(text)) ?? [];
  return {
    ...head,
    ...{ committee: committee.name, caseNumber, title },
    drawnUpOn: tx.today,
    drawnUpBy: { name: tx.user.name, title: tx.user.title ?? 'enhetschef' },
    proposals: proposal
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    summary,
    matter: [
      `${committee.name} har ${year} följt upp ${unit.name}, som drivs av ${provider.legalName} (${contract.reference}).`,
      `Förvaltningens förslag till samlad bedömning är ”${outcome}”. Nämnden har förbehållit sig att själv besluta i frågan (kommunallagen 6 kap. 38 §).`,
    ].join('\n\n'),
    assessment: [judgement?.text ?? '', ...grounds].filter((text) => text !== '').join('\n\n'),
    requirements,
    basis: evidence.filter(({ counts }) => counts).map(({ heldOn, title: name }) => ({ date: heldOn, title: name })),
    sentTo: [provider.legalName],
  };
}

/** A text with one full stop at its end, whether it was written with one or not. */
export function asSentence(text: string): string {
  const bare = text.trim();
  return /[.!?…]$/u.test(bare) ? bare : `${bare}.`;
}

async function headOf(tx: Transaction): Promise<{ municipality: string; letterhead: string }> {
  const [row] = await tx.query<{ municipality: string; letterhead: string | null }>(
    'select name as municipality, letterhead from municipality where id = $1',
    [tx.municipalityId],
  );
  return { municipality: row?.municipality ?? '', letterhead: row?.letterhead ?? '' };
}
