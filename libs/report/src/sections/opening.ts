import type { Block } from '../document-model.js';
import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { ReportData, ReportPerson } from '../report-data.js';
import { counted, enumerate, longDate } from '../swedish-text.js';
import { OUTCOME_SIGNS } from '../verdict-marks.js';

/** The header table, the title, what is followed up, and the outcome in its box. */
export function opening(data: ReportData): Block[] {
  return [
    {
      kind: 'definitions',
      layout: 'columns',
      caption: 'Rapportens uppgifter',
      items: [
        { term: 'Datum', value: data.reportDate },
        { term: 'Diarienummer', value: data.caseNumber },
        { term: 'Upprättad av', value: personName(data.drawnUpBy) },
        { term: 'Version', value: String(data.version) },
      ],
    },
    heading(1, data.title),
    paragraph(`${data.kindLabel} ${data.year}, ${enumerate(data.serviceTypes).toLowerCase()}`, 'lead'),
    ...(data.versionNote
      ? [paragraph([{ text: 'Ändrat i denna version: ', strong: true }, { text: data.versionNote }])]
      : []),
    {
      kind: 'outcome',
      mark: { sign: OUTCOME_SIGNS[data.judgement.outcome], word: data.judgement.label },
      text: whatFollows(data),
    },
    {
      kind: 'definitions',
      layout: 'rows',
      caption: 'Det som har följts upp',
      items: subject(data),
    },
  ];
}

/** Background and purpose under one heading, then the focus areas. */
export function backgroundAndFocus(data: ReportData): Block[] {
  const background = textBlocks(data.background);
  const purpose = textBlocks(data.purpose);
  const title =
    background.length > 0 && purpose.length > 0 ? 'Bakgrund och syfte' : purpose.length > 0 ? 'Syfte' : 'Bakgrund';
  return [
    ...section(heading(2, title), [...background, ...purpose]),
    ...(data.focusAreas.length === 0
      ? []
      : [
          heading(2, 'Fokusområden'),
          { kind: 'list' as const, ordered: false, items: data.focusAreas.map((area) => [{ text: area }]) },
        ]),
  ];
}

function subject(data: ReportData): { term: string; value: string }[] {
  const { contract, provider } = data;
  const number = provider.organisationNumber ? ` (${provider.organisationNumber})` : '';
  const regime = contract.regime === 'own-run' ? 'egen regi' : contract.regime;
  const items = [
    { term: 'Utförare', value: `${provider.name}${number}` },
    { term: 'Enhet', value: data.unit.name },
    { term: contract.kind === 'contract' ? 'Avtal' : 'Uppdrag', value: `${contract.reference}, ${regime}` },
    { term: contract.kind === 'contract' ? 'Avtalstid' : 'Tid', value: period(contract) },
  ];
  if (data.approvedBy) items.push({ term: 'Beslutad av', value: personName(data.approvedBy) });
  return items;
}

function period({ start, end, latestEnd }: ReportData['contract']): string {
  if (!end) return `från ${longDate(start)}, tills vidare`;
  const option = latestEnd && latestEnd !== end ? `, kan förlängas som längst till ${longDate(latestEnd)}` : '';
  return `${longDate(start)} – ${longDate(end)}${option}`;
}

function personName({ name, title }: ReportPerson): string {
  return name ? `${name}, ${title.toLowerCase()}` : title;
}

function whatFollows(data: ReportData): string {
  const requirements = data.actions.filter((action) => action.kind === 'requirement').length;
  const recommendations = data.actions.length - requirements;
  const parts = [
    ...(requirements > 0 ? [counted(requirements, 'krav', 'krav')] : []),
    ...(recommendations > 0 ? [counted(recommendations, 'rekommendation', 'rekommendationer')] : []),
  ];
  const actions = parts.length === 0 ? 'Inga krav eller rekommendationer.' : `${enumerate(parts)}.`;
  return data.recheckDue ? `${actions} Återkontroll senast ${longDate(data.recheckDue)}.` : actions;
}
