import { stockholmDate } from '@insyn/domain';
import { cell, heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, ReportDocument } from '../document-model.js';
import { clauseNames, counted, countedFiles, enumerate, longDate, paragraphsOf } from '../swedish-text.js';
import type { ActionPlanData, ActionPlanItemData } from './action-plan-data.js';
import { documentOf } from './document-of.js';
import { fileSection, sealSection, submissionFacts, submissionHead } from './submission-parts.js';

/** The action plan as it was handed in: per requirement cause, measures and effect (R13), with its seal. */
export function actionPlanDocument(plan: ActionPlanData): ReportDocument {
  const { requirements, recommendations, files } = plan;
  const measures = requirements.reduce((sum, item) => sum + item.measures.length, 0);
  const extent = [
    counted(requirements.length, 'krav', 'krav'),
    counted(measures, 'åtgärd', 'åtgärder'),
    countedFiles(files.length),
  ].join(', ');
  return documentOf(plan, stockholmDate(new Date(plan.submittedAt)), `Åtgärdsplan: ${plan.title}`, [
    submissionHead(plan, 'Planens uppgifter', { term: 'Inlämning', value: `Nummer ${plan.round}` }),
    heading(1, 'Åtgärdsplan'),
    paragraph(plan.title, 'lead'),
    submissionFacts({ ...plan, extent }, 'Planen'),
    ...requirements.flatMap(requirementBlocks),
    ...recommendationBlocks(recommendations),
    ...fileSection(files),
    ...sealSection(plan.seal),
  ]);
}

function requirementBlocks(item: ActionPlanItemData, index: number): Block[] {
  const clauses = clauseNames(item.clauses.map(({ number }) => number));
  return [
    heading(2, `Krav ${index + 1}${clauses === '' ? '' : ` (${clauses})`}`),
    ...(item.text.trim() === '' ? [] : [{ kind: 'quote' as const, text: item.text }]),
    ...section(heading(3, 'Orsak'), textBlocks(item.cause)),
    heading(3, 'Åtgärder'),
    item.measures.length === 0 ? paragraph('Inga åtgärder.') : measureTable(item, index),
    ...section(heading(3, 'Effekt'), effectBlocks(item)),
    ...(item.files.length === 0 ? [] : [paragraph(`Bifogat: ${enumerate(item.files)}`, 'muted')]),
  ];
}

function measureTable({ measures }: ActionPlanItemData, index: number): Block {
  return {
    kind: 'table',
    caption: `Åtgärder för krav ${index + 1}`,
    columns: [
      { title: 'Åtgärd', width: 56 },
      { title: 'Ansvarig', width: 28 },
      { title: 'Klar senast', width: 16 },
    ],
    rows: measures.map(({ text, responsible, due }) => [cell(...words(text)), cell(responsible || '–'), cell(due)]),
    rowHeaders: true,
  };
}

function effectBlocks({ effect }: ActionPlanItemData): Block[] {
  const { how, on, before, target } = effect;
  const items = [
    ...(before === null ? [] : [{ term: 'Före', value: before }]),
    ...(target === null ? [] : [{ term: 'Mål', value: target }]),
    ...(on === null ? [] : [{ term: 'Märks senast', value: longDate(on) }]),
  ];
  return [
    ...textBlocks(how),
    ...(items.length === 0
      ? []
      : [{ kind: 'definitions' as const, layout: 'rows' as const, caption: 'Så mäts effekten', items }]),
  ];
}

function recommendationBlocks(all: ActionPlanData['recommendations']): Block[] {
  if (all.length === 0) return [];
  return [
    heading(2, 'Rekommendationer'),
    {
      kind: 'table',
      caption: 'Svar på rekommendationerna',
      columns: [
        { title: 'Rekommendation', width: 50 },
        { title: 'Svar', width: 50 },
      ],
      rows: all.map(({ text, clauses, answer }) => {
        const names = clauseNames(clauses.map(({ number }) => number));
        return [cell(names === '' ? text : `${text} (${names})`), cell(...words(answer, 'Inget svar'))];
      }),
      rowHeaders: true,
    },
  ];
}

function words(text: string, none = '–'): string[] {
  const paragraphs = paragraphsOf(text);
  return paragraphs.length === 0 ? [none] : paragraphs;
}
