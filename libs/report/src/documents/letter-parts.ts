import type { ContractKind } from '@insyn/domain';
import { heading, paragraph } from '../blocks.js';
import type { Block, HeadingBlock, Inline } from '../document-model.js';
import { clauseName } from '../swedish-text.js';
import type { DocumentClause, LetterHead } from './document-head.js';

// What letters share: their head, their receiver, and an end that stands together.

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

/**
 * The last heading of a letter: what stands under it and the signature follow on the same page, so that a signature is never
 * alone. `room` is what they take, in points.
 */
export function endHeading(text: string, room = 260): HeadingBlock {
  return { ...heading(2, text), room };
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
