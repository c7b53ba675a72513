import { formatInstant, formatNumber, stockholmDate } from '@insyn/domain';
import { cell, heading, paragraph } from '../blocks.js';
import type { Block, DefinitionsBlock } from '../document-model.js';
import { longDate } from '../swedish-text.js';
import type { IncomingData } from './action-plan-data.js';
import type { DocumentFile, DocumentHead, SubmissionHead } from './document-head.js';

// What every proof of a submission shares: who handed in what and when, the files with their hashes, and the seal.

/** The head of a receipt: its date in Sweden, the case, and which one it is. */
export function submissionHead(
  { submittedAt, caseNumber }: Pick<SubmissionHead, 'submittedAt' | 'caseNumber'>,
  caption: string,
  which: { term: string; value: string },
): Block {
  const date = stockholmDate(new Date(submittedAt));
  const items = [{ term: 'Datum', value: date }, { term: 'Diarienummer', value: caseNumber }, which];
  return { kind: 'definitions', layout: 'columns', caption, items };
}

/** Who handed in, when and how, and whether it was in time. `what` is what came: "Svaren", "Planen". */
export function submissionFacts(
  submission: Omit<SubmissionHead, 'title' | 'seal' | keyof DocumentHead> & {
    extent: string;
    incoming?: IncomingData | undefined;
  },
  what: string,
): DefinitionsBlock {
  const { provider, unit, submittedBy, submittedAt, due, late, extent, incoming } = submission;
  const at = formatInstant(new Date(submittedAt));
  return {
    kind: 'definitions',
    layout: 'rows',
    caption: 'Det som har lämnats in',
    items: [
      { term: 'Utförare', value: provider },
      { term: 'Enhet', value: unit },
      ...(incoming === undefined
        ? [
            { term: 'Inlämnat av', value: submittedBy },
            { term: 'Inlämnat', value: at },
          ]
        : [
            { term: 'Inkom', value: `${longDate(incoming.arrivedOn)}, ${incoming.how}` },
            { term: 'Infört av kommunen', value: `${at} av ${incoming.enteredBy}` },
          ]),
      { term: 'Svar senast', value: `${longDate(due)}. ${what} kom ${late ? 'för sent' : 'i tid'}.` },
      { term: 'Omfattning', value: extent },
    ],
  };
}

/** The files with their hashes, or nothing. */
export function fileSection(files: readonly DocumentFile[]): Block[] {
  if (files.length === 0) return [];
  return [
    heading(2, 'Filer'),
    {
      kind: 'table',
      caption: 'Filerna som lämnades in, med kontrollsumma (SHA-256)',
      columns: [
        { title: 'Fil', width: 37 },
        { title: 'Storlek', width: 13, numeric: true },
        { title: 'Kontrollsumma', width: 50 },
      ],
      rows: files.map(({ fileName, size, sha256 }) => [cell(fileName), cell(sizeText(size)), cell(grouped(sha256))]),
      rowHeaders: true,
    },
  ];
}

/** The seal over all that was handed in. */
export function sealSection(seal: string): Block[] {
  return [
    heading(2, 'Sigill'),
    paragraph('Sigillet är en kontrollsumma (SHA-256) av allt som lämnades in. Ändras något stämmer det inte längre.'),
    paragraph(grouped(seal)),
  ];
}

/** A hash in groups of eight, so that it breaks over lines and can be compared by eye. */
function grouped(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? '';
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0byte`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)}\u00a0kB`;
  return `${formatNumber(bytes / 1_000_000, 1)}\u00a0MB`;
}
