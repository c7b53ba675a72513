import { formatInstant, formatNumber, stockholmDate } from '@insyn/domain';
import { cell, heading, paragraph } from '../blocks.js';
import type { Block, Cell, Inline, ReportDocument } from '../document-model.js';
import { counted, longDate, paragraphsOf } from '../swedish-text.js';
import { documentOf } from './document-of.js';
import type { ReceiptData } from './document-data.js';

/** The receipt for answers that were handed in: who, when, and all that was handed in, with its seal. */
export function receiptDocument(receipt: ReceiptData): ReportDocument {
  const at = new Date(receipt.submittedAt);
  const date = stockholmDate(at);
  return documentOf(receipt, date, `Kvittens: ${receipt.title}`, [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Kvittensens uppgifter',
      items: [
        { term: 'Datum', value: date },
        { term: 'Diarienummer', value: receipt.caseNumber },
        { term: 'Inlämning', value: `Nummer ${receipt.round}` },
      ],
    },
    heading(1, 'Kvittens på inlämnade svar'),
    paragraph(receipt.title, 'lead'),
    {
      kind: 'definitions',
      layout: 'rows',
      caption: 'Det som har lämnats in',
      items: [
        { term: 'Utförare', value: receipt.provider },
        { term: 'Enhet', value: receipt.unit },
        {
          term: 'Inlämnat av',
          value: receipt.onBehalf ? `${receipt.submittedBy}, i utförarens ställe` : receipt.submittedBy,
        },
        { term: 'Inlämnat', value: formatInstant(at) },
        {
          term: 'Svar senast',
          value: `${longDate(receipt.due)}. ${receipt.late ? 'Svaren kom för sent.' : 'Svaren kom i tid.'}`,
        },
        {
          term: 'Omfattning',
          value: `${counted(receipt.answers.length, 'svar', 'svar')}, ${counted(receipt.files.length, 'fil', 'filer')}`,
        },
      ],
    },
    heading(2, 'Svar'),
    ...answers(receipt),
    ...files(receipt),
    heading(2, 'Sigill'),
    paragraph('Sigillet är en kontrollsumma (SHA-256) av allt som lämnades in. Ändras något stämmer det inte längre.'),
    paragraph(grouped(receipt.seal)),
  ]);
}

function answers({ answers: all }: ReceiptData): Block[] {
  if (all.length === 0) return [paragraph('Inga frågor har besvarats.')];
  return [
    {
      kind: 'table',
      caption: 'Svaren som de lämnades in',
      columns: [
        { title: 'Nummer', width: 12 },
        { title: 'Fråga', width: 42 },
        { title: 'Svar', width: 46 },
      ],
      rows: all.map(({ number, question, answer, comment }) => [
        cell(number),
        cell(question),
        answered(answer, comment),
      ]),
      rowHeaders: true,
    },
  ];
}

function answered(answer: string, comment: string): Cell {
  const words = answer.split('\n').flatMap(paragraphsOf); // a table has a line for each of its rows
  const remarks = paragraphsOf(comment).map((part, index): Inline[] =>
    index === 0 ? [{ text: 'Kommentar: ', strong: true }, { text: part }] : [{ text: part }],
  );
  return cell(...(words.length === 0 && remarks.length === 0 ? ['Inget svar'] : words), ...remarks);
}

function files({ files: all }: ReceiptData): Block[] {
  if (all.length === 0) return [];
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
      rows: all.map(({ fileName, size, sha256 }) => [cell(fileName), cell(sizeText(size)), cell(grouped(sha256))]),
      rowHeaders: true,
    },
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
