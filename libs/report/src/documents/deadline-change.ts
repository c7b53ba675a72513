import { formatDateLong } from '@insyn/domain';
import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import type { DeadlineChangeData } from './deadline-change-data.js';
import { documentOf } from './document-of.js';
import { endHeading, letterOpening, questionsTo, signature } from './letter-parts.js';

/** Points: the last part of the letter with its signature. */
const ROOM_FOR_THE_END = 170;

/**
 * A deadline that a person has moved: what it concerns, the day that was, the day that is now, and why. Throws a RangeError
 * for a date that is none.
 */
export function deadlineChangeDocument(letter: DeadlineChangeData): ReportDocument {
  const { sentOn, due, title, what } = letter;
  return documentOf(letter, sentOn, `Ändrad tidsfrist: ${what}, ${title}`, [
    ...letterOpening(letter, { term: 'Ny sista dag', value: due }, 'Ändrad tidsfrist'),
    ...whatChanges(letter),
    ...section(heading(2, 'Skäl'), textBlocks(letter.reason)),
    ...howToAnswer(letter),
    signature(letter),
  ]);
}

function whatChanges({ committee, what, before, due }: DeadlineChangeData): Block[] {
  return [
    paragraph([
      { text: `${committee} har ändrat er tidsfrist. Den nya sista dagen är ` },
      { text: formatDateLong(due), strong: true },
      { text: '.' },
    ]),
    {
      kind: 'definitions',
      layout: 'rows',
      caption: 'Ändringen',
      items: [
        { term: 'Gäller', value: what },
        { term: 'Tidigare sista dag', value: formatDateLong(before) },
        { term: 'Ny sista dag', value: formatDateLong(due) },
      ],
    },
  ];
}

function howToAnswer(letter: DeadlineChangeData): Block[] {
  const { ask, due, address } = letter;
  return [
    endHeading('Så gör ni', ROOM_FOR_THE_END),
    paragraph([
      { text: `${ask} i tjänsten på ` },
      { text: address, href: address },
      { text: ' senast ' },
      { text: formatDateLong(due), strong: true },
      { text: '. Det ni redan har skrivit där ligger kvar.' },
    ]),
    questionsTo(letter),
  ];
}
