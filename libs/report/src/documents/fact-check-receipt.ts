import { stockholmDate } from '@insyn/domain';
import { cell, heading, paragraph } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { counted, countedFiles, enumerate, paragraphsOf } from '../swedish-text.js';
import { documentOf } from './document-of.js';
import type { FactCheckReceiptData } from './fact-check-data.js';
import { fileSection, sealSection, submissionFacts, submissionHead } from './submission-parts.js';

/** The receipt for an answered fact check: each remark by its place, or that there were none, with its seal. */
export function factCheckReceiptDocument(receipt: FactCheckReceiptData): ReportDocument {
  const { remarks, files, number } = receipt;
  const extent =
    remarks.length === 0 && files.length === 0
      ? 'Inga synpunkter'
      : `${counted(remarks.length, 'synpunkt', 'synpunkter')}, ${countedFiles(files.length)}`;
  return documentOf(receipt, stockholmDate(new Date(receipt.submittedAt)), `Kvittens: ${receipt.title}`, [
    submissionHead(receipt, 'Kvittensens uppgifter', { term: 'Gäller', value: `Utskick nummer ${number}` }),
    heading(1, 'Kvittens på faktakontroll'),
    paragraph(receipt.title, 'lead'),
    submissionFacts({ ...receipt, extent }, 'Svaret'),
    heading(2, 'Synpunkter'),
    ...remarkBlocks(receipt),
    ...fileSection(files),
    ...sealSection(receipt.seal),
  ]);
}

function remarkBlocks({ remarks }: FactCheckReceiptData): Block[] {
  if (remarks.length === 0) return [paragraph('Utföraren har läst utkastet och har inga synpunkter.')];
  return [
    {
      kind: 'table',
      caption: 'Synpunkterna som de lämnades in',
      columns: [
        { title: 'Plats i utkastet', width: 32 },
        { title: 'Synpunkt', width: 68 },
      ],
      rows: remarks.map(({ place, text, files }) => [
        cell(place),
        cell(...paragraphsOf(text), ...(files.length === 0 ? [] : [`Bifogat: ${enumerate(files)}`])),
      ]),
      rowHeaders: true,
    },
  ];
}
