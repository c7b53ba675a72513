import { PARTICIPANT_SIDE_LABELS, stockholmDate, stockholmTime } from '@insyn/domain';
import { cell, heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { longDate, paragraphsOf } from '../swedish-text.js';
import { documentOf } from './document-of.js';
import type { MinutesData, MinutesNote } from './document-data.js';

/** The minutes of a meeting: its facts, who came, and each item of the agenda with the notes made under it. */
export function minutesDocument(minutes: MinutesData): ReportDocument {
  return documentOf(minutes, minutes.drawnUpOn, `Minnesanteckningar: ${minutes.title}`, [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Anteckningarnas uppgifter',
      items: [
        { term: 'Datum', value: minutes.drawnUpOn },
        { term: 'Diarienummer', value: minutes.caseNumber },
        { term: 'Upprättade av', value: nameAndTitle(minutes.drawnUpBy.name, minutes.drawnUpBy.title) },
      ],
    },
    heading(1, minutes.title),
    paragraph('Minnesanteckningar från möte', 'lead'),
    { kind: 'definitions', layout: 'rows', caption: 'Mötet', items: facts(minutes) },
    ...textBlocks(minutes.text),
    ...participants(minutes),
    ...minutes.agenda.flatMap(({ text, notes }, index) => [
      heading(2, `${index + 1}. ${text}`),
      ...(notes.length === 0 ? [paragraph('Inga anteckningar.', 'muted')] : noteBlocks(notes, minutes)),
    ]),
    ...section(
      heading(2, minutes.agenda.length === 0 ? 'Anteckningar' : 'Övrigt'),
      noteBlocks(minutes.otherNotes, minutes),
    ),
  ]);
}

function facts({
  provider,
  unit,
  heldOn,
  startsAt,
  endsAt,
  form,
  place,
}: MinutesData): { term: string; value: string }[] {
  const hours =
    startsAt && endsAt ? `, kl. ${stockholmTime(new Date(startsAt))}–${stockholmTime(new Date(endsAt))}` : '';
  return [
    { term: 'Utförare', value: provider },
    { term: 'Enhet', value: unit },
    { term: 'När', value: longDate(heldOn) + hours },
    { term: 'Hur', value: form },
    ...(place ? [{ term: 'Var', value: place }] : []),
  ];
}

function participants({ participants: all }: MinutesData): Block[] {
  if (all.length === 0) return [];
  const counted = all.some(({ attended }) => attended !== null);
  const ordered = [...all].sort((a, b) => a.side.localeCompare(b.side));
  return [
    heading(2, 'Deltagare'),
    {
      kind: 'table',
      caption: counted ? 'Kallade och närvarande' : 'Kallade. Närvaron är inte antecknad',
      columns: [
        { title: 'Namn', width: 34 },
        { title: 'Roll', width: counted ? 30 : 44 },
        { title: 'Från', width: 22 },
        ...(counted ? [{ title: 'Närvaro', width: 14 }] : []),
      ],
      rows: ordered.map(({ side, name, role, attended }) => [
        cell(name),
        cell(role || '–'),
        cell(PARTICIPANT_SIDE_LABELS[side]),
        ...(counted ? [cell(attended === null ? '–' : attended ? 'Närvarande' : 'Frånvarande')] : []),
      ]),
      rowHeaders: true,
    },
  ];
}

/** Each note with its author and the time it was written; the day too where it is not that of the meeting. */
function noteBlocks(notes: readonly MinutesNote[], { heldOn }: MinutesData): Block[] {
  return notes.flatMap(({ author, writtenAt, text }) => {
    const at = new Date(writtenAt);
    const day = stockholmDate(at);
    const when = `${day === heldOn ? '' : `${longDate(day)} `}kl. ${stockholmTime(at)}`;
    return [paragraph(`${author}, ${when}`, 'muted'), ...paragraphsOf(text).map((part) => paragraph(part))];
  });
}

function nameAndTitle(name: string, title: string): string {
  return title ? `${name}, ${title.toLowerCase()}` : name;
}
