import { cell, heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, VerdictMark } from '../document-model.js';
import type { ReportBody, ReportData, ReportRecheck, ReportRecheckAction } from '../report-data.js';
import { clauseNames, longDate } from '../swedish-text.js';

/** Points: a heading with the two lines below it, which do not need a page of their own. */
const NEXT_RECHECK = 75;

/** What a re-check found: every action with before, after and outcome, then each with its grounds and its evidence. */
export function recheckSection({ recheck }: ReportBody): Block[] {
  if (!recheck) return [];
  return [
    heading(2, 'Återkontroll'),
    paragraph(whatWasChecked(recheck)),
    ...(recheck.actions.length === 0 ? [] : [table(recheck.actions)]),
    ...recheck.actions.flatMap(actionBlocks),
  ];
}

/** The date of the next re-check under its own heading, or nothing (R2). */
export function nextRecheckSection({ recheck, recheckDue }: ReportData): Block[] {
  if (!recheckDue) return [];
  const text = `Kommunen kontrollerar senast ${longDate(recheckDue)} att kraven är åtgärdade. Då prövas bara det som återstår.`;
  return [{ ...heading(2, recheck ? 'Nästa återkontroll' : 'Återkontroll'), room: NEXT_RECHECK }, paragraph(text)];
}

function whatWasChecked({ number, root }: ReportRecheck): string {
  return (
    `Det här är återkontroll ${number} av uppföljningen ${root.caseNumber}, som beslutades den ${longDate(root.approvedOn)} med ` +
    `bedömningen ”${root.outcomeLabel.toLowerCase()}”. Bara de krav som var öppna har prövats.`
  );
}

function table(actions: readonly ReportRecheckAction[]): Block {
  const counted = actions.some(({ before, after }) => before !== null || after !== null);
  return {
    kind: 'table',
    caption: 'Kraven som har prövats',
    columns: [
      { title: 'Krav', width: counted ? 40 : 74 },
      ...(counted
        ? [
            { title: 'Före', width: 18 },
            { title: 'Efter', width: 18 },
          ]
        : []),
      { title: 'Utfall', width: 24 },
    ],
    rows: actions.map((action, index) => [
      cell([
        { text: `${index + 1}. `, strong: true },
        { text: action.text + inBrackets(clauseNames(action.clauseNumbers)) },
      ]),
      ...(counted ? [cell(action.before ?? '–'), cell(action.after ?? '–')] : []),
      { paragraphs: [], mark: markOf(action) },
    ]),
    rowHeaders: true,
  };
}

function actionBlocks(action: ReportRecheckAction, index: number): Block[] {
  const evidence = action.evidence.map(({ date, title }) => [{ text: `${date} ${title}` }]);
  return section(heading(3, `Krav ${index + 1}${inBrackets(clauseNames(action.clauseNumbers))}`, markOf(action)), [
    ...textBlocks(action.note),
    ...(evidence.length === 0
      ? []
      : [paragraph('Underlag:', 'muted'), { kind: 'list' as const, ordered: false, items: evidence }]),
  ]);
}

function markOf({ outcome, outcomeLabel }: ReportRecheckAction): VerdictMark {
  return { sign: outcome === 'verified' ? 'met' : 'not-met', word: outcomeLabel };
}

function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`;
}
