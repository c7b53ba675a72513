import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, Inline } from '../document-model.js';
import type { ReportAction, ReportBody, ReportData } from '../report-data.js';
import { clauseName, clauseNames, enumerate, longDate } from '../swedish-text.js';
import { OUTCOME_SIGNS } from '../verdict-marks.js';

/** The judgement of the whole with its grounds, and why it departs from the rule's proposal where it does (R9). */
export function judgementSection(data: ReportData): Block[] {
  const { judgement } = data;
  return [
    heading(2, 'Samlad bedömning', { sign: OUTCOME_SIGNS[judgement.outcome], word: judgement.label }),
    ...textBlocks(judgement.text),
    ...(judgement.grounds.length > 0
      ? [
          paragraph([{ text: 'Grunder för bedömningen', strong: true }]),
          { kind: 'list' as const, ordered: false, items: judgement.grounds.map((ground) => [{ text: ground }]) },
        ]
      : []),
    ...(judgement.departureReason
      ? [
          paragraph([
            { text: 'Bedömningen avviker från det förslag som följer av punkternas utfall. Skäl: ', strong: true },
            { text: judgement.departureReason },
          ]),
        ]
      : []),
    ...repeated(data),
  ];
}

/** The clauses that were not met in earlier rounds either, each with the rounds (R15). */
function repeated({ repeated: all = [], clauses }: ReportData): Block[] {
  const items = all.map(({ clauseNumber, years }) => {
    const name = [clauseName(clauseNumber), clauses.find(({ number }) => number === clauseNumber)?.heading];
    return [
      { text: name.filter(Boolean).join(' '), strong: true },
      { text: ` var inte heller uppfylld ${enumerate(years.map(String))}.` },
    ];
  });
  return section(
    heading(3, 'Återkommande brister'),
    items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }],
  );
}

/** Requirements first, then recommendations, each with its clauses and its date. */
export function actionsSection(data: ReportBody): Block[] {
  const lists = (['requirement', 'recommendation'] as const).flatMap((kind) => {
    const actions = data.actions.filter((action) => action.kind === kind);
    if (actions.length === 0) return [];
    const title = kind === 'requirement' ? 'Krav som ska åtgärdas' : 'Rekommendationer';
    return [heading(3, title), { kind: 'list' as const, ordered: true, items: actions.map(actionText) }];
  });
  return section(heading(2, 'Krav och rekommendationer'), lists);
}

/** The laws and guidelines that the report cites, linked where they have a public address. */
export function citationsSection(data: ReportBody): Block[] {
  if (data.citations.length === 0) return [];
  const items = data.citations.map(({ label, url }) => [url ? { text: label, href: url } : { text: label }]);
  return [heading(2, 'Regler som rapporten hänvisar till'), { kind: 'list', ordered: false, items }];
}

function actionText(action: ReportAction): Inline[] {
  const clauses = action.clauseNumbers.length > 0 ? ` (${clauseNames(action.clauseNumbers)})` : '';
  const due = action.dueDate ? ` Senast ${longDate(action.dueDate)}.` : '';
  return [{ text: `${action.label}${clauses}.`, strong: true }, { text: ` ${action.text}${due}` }];
}
