import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { longDate } from '../swedish-text.js';
import type { OfficialLetterData } from './decision-data.js';
import { documentOf } from './document-of.js';
import { bullets, endHeading } from './letter-parts.js';

/** Points: a signature stands with what it signs. */
const ROOM_FOR_THE_END = 180;

/** The official letter that puts a matter before the committee. Throws a RangeError for a date that is none. */
export function officialLetterDocument(letter: OfficialLetterData): ReportDocument {
  const { drawnUpBy, committee, municipality } = letter;
  const person = [drawnUpBy.name, drawnUpBy.title.toLowerCase()].filter(Boolean).join(', ');
  return documentOf(letter, letter.drawnUpOn, `Tjänsteskrivelse: ${letter.title}`, [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Skrivelsens uppgifter',
      items: [
        { term: 'Datum', value: letter.drawnUpOn },
        { term: 'Diarienummer', value: letter.caseNumber },
        { term: 'Handläggare', value: person },
      ],
    },
    { kind: 'address', lines: [committee] },
    heading(1, letter.title),
    paragraph('Tjänsteskrivelse', 'lead'),
    ...proposals(letter),
    ...section(heading(2, 'Sammanfattning'), textBlocks(letter.summary)),
    ...section(heading(2, 'Ärendet'), [...textBlocks(letter.matter), ...requirements(letter)]),
    ...section(heading(2, 'Bedömning'), textBlocks(letter.assessment)),
    ...basis(letter),
    ...sentTo(letter),
    { kind: 'address', lines: [drawnUpBy.name, drawnUpBy.title, `${committee}, ${municipality}`].filter(Boolean) },
  ]);
}

function proposals({ proposals: all, committee }: OfficialLetterData): Block[] {
  if (all.length === 0) return [];
  return [heading(2, 'Förslag till beslut'), paragraph(`${committee} föreslås besluta:`), bullets(all, all.length > 1)];
}

function requirements({ requirements: all = [] }: OfficialLetterData): Block[] {
  if (all.length === 0) return [];
  const count = all.length === 1 ? 'ett' : String(all.length);
  return [paragraph(`I uppföljningen ställs ${count}\u00a0krav:`), bullets(all, all.length > 1)];
}

function basis({ basis: all, sentTo: receivers }: OfficialLetterData): Block[] {
  if (all.length === 0) return [];
  const title = 'Beslutsunderlag';
  const head = receivers.length === 0 ? endHeading(title, ROOM_FOR_THE_END) : heading(2, title);
  return [head, bullets(all.map(({ date, title }) => `${title}, ${longDate(date)}`))];
}

function sentTo({ sentTo: all }: OfficialLetterData): Block[] {
  return all.length === 0 ? [] : [endHeading('Beslutet skickas till', ROOM_FOR_THE_END), bullets(all)];
}
