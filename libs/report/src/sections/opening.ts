import type { Block } from '../document-model.js';
import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { DraftReportData, ReportBody, ReportData, ReportPerson, ReportRecheckAction } from '../report-data.js';
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
    paragraph(kindAndServices(data), 'lead'),
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
      items: [...subject(data), ...decision(data)],
    },
  ];
}

/** The same for a draft: nothing is decided, and it says so in words, since page headers are not read aloud. */
export function draftOpening(data: DraftReportData): Block[] {
  return [
    heading(1, data.title),
    paragraph(kindAndServices(data), 'lead'),
    paragraph([
      { text: 'UTKAST', strong: true },
      { text: ' för faktakontroll. Rapporten är inte beslutad och kan ändras. Den samlade bedömningen ingår inte.' },
    ]),
    {
      kind: 'definitions',
      layout: 'rows',
      caption: 'Det som har följts upp',
      items: subject(data),
    },
  ];
}

/** Background and purpose under one heading, then the focus areas. */
export function backgroundAndFocus(data: ReportBody): Block[] {
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

function kindAndServices({ kindLabel, recheck, year, serviceTypes }: ReportBody): string {
  const kind = recheck ? `Återkontroll ${recheck.number},` : kindLabel;
  return `${kind} ${year}, ${enumerate(serviceTypes).toLowerCase()}`;
}

function subject(data: ReportBody): { term: string; value: string }[] {
  const { contract, provider } = data;
  const number = provider.organisationNumber ? ` (${provider.organisationNumber})` : '';
  const regime = contract.regime === 'own-run' ? 'egen regi' : contract.regime;
  return [
    { term: 'Utförare', value: `${provider.name}${number}` },
    { term: 'Enhet', value: data.unit.name },
    { term: contract.kind === 'contract' ? 'Avtal' : 'Uppdrag', value: `${contract.reference}, ${regime}` },
    { term: contract.kind === 'contract' ? 'Avtalstid' : 'Tid', value: period(contract) },
  ];
}

function decision({ approvedBy, decisionGround }: ReportData): { term: string; value: string }[] {
  return [
    ...(approvedBy ? [{ term: 'Beslutad av', value: personName(approvedBy) }] : []),
    ...(decisionGround ? [{ term: 'Beslut', value: decisionGround }] : []),
  ];
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
  if (data.recheck) return whatTheRecheckGave(data.recheck.actions, data.recheckDue);
  const requirements = data.actions.filter((action) => action.kind === 'requirement').length;
  const recommendations = data.actions.length - requirements;
  const parts = [
    ...(requirements > 0 ? [counted(requirements, 'krav', 'krav')] : []),
    ...(recommendations > 0 ? [counted(recommendations, 'rekommendation', 'rekommendationer')] : []),
  ];
  const actions = parts.length === 0 ? 'Inga krav eller rekommendationer.' : `${enumerate(parts)}.`;
  return data.recheckDue ? `${actions} Återkontroll senast ${longDate(data.recheckDue)}.` : actions;
}

function whatTheRecheckGave(actions: readonly ReportRecheckAction[], next: string | null): string {
  const remaining = actions.filter(({ outcome }) => outcome === 'remains').length;
  const done = actions.length - remaining;
  const parts = [
    ...(done > 0 ? [counted(done, 'krav är åtgärdat', 'krav är åtgärdade')] : []),
    ...(remaining > 0 ? [counted(remaining, 'krav kvarstår', 'krav kvarstår')] : []),
  ];
  return `${enumerate(parts)}.${next ? ` Nästa återkontroll senast ${longDate(next)}.` : ''}`;
}
