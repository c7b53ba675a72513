import type { ContractKind } from '@insyn/domain';
import { heading, paragraph } from '../blocks.js';
import type { Block, HeadingBlock, Inline } from '../document-model.js';
import { clauseName } from '../swedish-text.js';
import type { DocumentClause, LetterHead } from './document-head.js';

// What letters share: their head, their receiver, and an end that stands together.

/** Points: how to answer and who signs stand together, so that a signature is never alone on a page. */
const ROOM_FOR_THE_END = 260;

/** The date, the case number and one date that matters, the receiver, and the letter's own heading. */
export function letterOpening(letter: LetterHead, matters: { term: string; value: string }, title: string): Block[] {
  const { provider, unit, contract, caseNumber, sentOn } = letter;
  return [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Brevets uppgifter',
      items: [{ term: 'Datum', value: sentOn }, { term: 'Diarienummer', value: caseNumber }, matters],
    },
    { kind: 'address', lines: [provider, unit, `Gäller ${contract.reference}`] },
    heading(1, title),
    paragraph(letter.title, 'lead'),
  ];
}

/** The heading over how to answer; the signature follows on the same page. */
export function endHeading(text: string): HeadingBlock {
  return { ...heading(2, text), room: ROOM_FOR_THE_END };
}

/** Whom to ask, with the address as a link. */
export function questionsTo({ sender }: Pick<LetterHead, 'sender'>): Block {
  return paragraph([
    { text: `Har ni frågor, hör av er till ${sender.name}: ` },
    { text: sender.email, href: `mailto:${sender.email}` },
    { text: '.' },
  ]);
}

/** Who signs the letter. */
export function signature({
  sender,
  committee,
  municipality,
}: Pick<LetterHead, 'sender' | 'committee' | 'municipality'>): Block {
  const lines = ['Med vänlig hälsning', sender.name, sender.title, `${committee}, ${municipality}`].filter(Boolean);
  return { kind: 'address', lines };
}

/** The words of a contract or of an assignment: an own-run unit has no contract. */
export const CONTRACT_WORDS: Record<ContractKind, { the: string; point: string }> = {
  contract: { the: 'avtalet', point: 'Avtalspunkt' },
  assignment: { the: 'uppdraget', point: 'Punkt i uppdraget' },
};

/** A clause with its heading: "§ 15 Genomförandeplan". */
export function clauseTitle({ number, heading: words }: DocumentClause): string {
  return [clauseName(number), words.trim()].filter(Boolean).join(' ');
}

/** A list of one line each. */
export function bullets(items: readonly (string | Inline[])[], ordered = false): Block {
  return { kind: 'list', ordered, items: items.map((item) => (typeof item === 'string' ? [{ text: item }] : item)) };
}
