import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { longDate } from '../swedish-text.js';
import type { OfficialLetterData } from './decision-data.js';
import { documentOf } from './document-of.js';
import { bullets } from './letter-parts.js';

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
    ...section(heading(2, 'Ärendet'), textBlocks(letter.matter)),
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

function basis({ basis: all }: OfficialLetterData): Block[] {
  if (all.length === 0) return [];
  const head = { ...heading(2, 'Beslutsunderlag'), room: ROOM_FOR_THE_END };
  return [head, bullets(all.map(({ date, title }) => `${title}, ${longDate(date)}`))];
}

function sentTo({ sentTo: all }: OfficialLetterData): Block[] {
  return all.length === 0 ? [] : [{ ...heading(2, 'Beslutet skickas till'), room: ROOM_FOR_THE_END }, bullets(all)];
}
