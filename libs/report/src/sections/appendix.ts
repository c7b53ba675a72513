import { cell, heading, paragraph } from '../blocks.js';
import type { Block } from '../document-model.js';
import type { ReportData } from '../report-data.js';
import { clauseNames } from '../swedish-text.js';

/** The appendix: what the outcome rests on, from action to clause, finding and evidence. Left out where it is empty. */
export function appendix(data: ReportData): Block[] {
  if (data.chain.length === 0) return [];
  return [
    { kind: 'page-break' },
    heading(2, 'Bilaga: så hänger bedömningen ihop'),
    paragraph(`Bedömningen ”${data.judgement.label.toLowerCase()}” vilar på det som står i tabellen, rad för rad.`),
    {
      kind: 'table',
      caption: 'Från krav till underlag',
      columns: [
        { title: 'Krav eller rekommendation', width: 32 },
        { title: 'Avtalspunkt', width: 15 },
        { title: 'Iakttagelse', width: 27 },
        { title: 'Underlag', width: 26 },
      ],
      rows: data.chain.map((link) => [
        link.actionText
          ? cell([{ text: link.actionLabel ? `${link.actionLabel}. ` : '', strong: true }, { text: link.actionText }])
          : cell('Ingen åtgärd'),
        cell(clauseNames(link.clauseNumbers) || '–'),
        cell(link.finding),
        link.evidence.length === 0 ? cell('–') : cell(...link.evidence.map(({ date, title }) => `${date} ${title}`)),
      ]),
      rowHeaders: false,
    },
  ];
}
