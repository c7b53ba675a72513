import { stockholmDate } from '@insyn/domain';
import { cell, heading, paragraph } from '../blocks.js';
import type { Block, Cell, Inline, ReportDocument } from '../document-model.js';
import { counted, countedFiles, paragraphsOf } from '../swedish-text.js';
import { documentOf } from './document-of.js';
import type { ReceiptData } from './document-data.js';
import { fileSection, sealSection, submissionFacts, submissionHead } from './submission-parts.js';

/** The receipt for answers that were handed in: who, when, and all that was handed in, with its seal. */
export function receiptDocument(receipt: ReceiptData): ReportDocument {
  const date = stockholmDate(new Date(receipt.submittedAt));
  return documentOf(receipt, date, `Kvittens: ${receipt.title}`, [
    submissionHead(receipt, 'Kvittensens uppgifter', { term: 'Inlämning', value: `Nummer ${receipt.round}` }),
    heading(1, 'Kvittens på inlämnade svar'),
    paragraph(receipt.title, 'lead'),
    submissionFacts(
      {
        ...receipt,
        submittedBy: receipt.onBehalf ? `${receipt.submittedBy}, i utförarens ställe` : receipt.submittedBy,
        extent: `${counted(receipt.answers.length, 'svar', 'svar')}, ${countedFiles(receipt.files.length)}`,
      },
      'Svaren',
    ),
    heading(2, 'Svar'),
    ...answers(receipt),
    ...fileSection(receipt.files),
    ...sealSection(receipt.seal),
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
