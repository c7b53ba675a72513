import { heading, paragraph, section, textBlocks } from '../blocks.js';
import type { Block, HeadingLevel, Inline } from '../document-model.js';
import type { ReportBody, ReportClause, ReportFinding } from '../report-data.js';
import { clauseName, clauseNames, enumerate } from '../swedish-text.js';
import { verdictChart } from '../verdict-chart.js';
import { VERDICT_SIGNS } from '../verdict-marks.js';

const OTHER_AREA = 'Övriga avtalspunkter';

/** The assessment clause by clause, grouped by focus area, each finding under the first clause it is tied to. */
export function assessmentSection(data: ReportBody): Block[] {
  const chart = verdictChart(data.clauses);
  const shown = new Set<string>();
  const level: HeadingLevel = data.clauses.some((clause) => clause.focusArea) ? 4 : 3;
  const groups = byFocusArea(data).flatMap(({ area, clauses }) => [
    ...(level === 4 ? [heading(3, area)] : []),
    ...clauses.flatMap((clause) => clauseBlocks(clause, data, level, shown)),
  ]);
  const loose = data.findings.filter((finding) => !shown.has(finding.id));
  return section(heading(2, 'Bedömning punkt för punkt'), [
    ...(chart ? [chart.figure, chart.table] : []),
    ...groups,
    ...section(heading(3, 'Övriga iakttagelser'), findingList(loose)),
  ]);
}

function byFocusArea(data: ReportBody): { area: string; clauses: ReportClause[] }[] {
  const named = new Set([...data.focusAreas, ...data.clauses.flatMap((clause) => clause.focusArea ?? [])]);
  return [...named, null]
    .map((area) => ({
      area: area ?? OTHER_AREA,
      clauses: data.clauses.filter((clause) => clause.focusArea === area),
    }))
    .filter((group) => group.clauses.length > 0);
}

function clauseBlocks(clause: ReportClause, data: ReportBody, level: HeadingLevel, shown: Set<string>): Block[] {
  const kind = [clause.kindLabel, ...(clause.critical ? ['kritisk punkt'] : [])].join(', ');
  const findings = data.findings.filter((finding) => finding.clauseNumbers.includes(clause.number));
  const fresh = findings.filter((finding) => !shown.has(finding.id));
  const known = findings.filter((finding) => shown.has(finding.id));
  fresh.forEach((finding) => shown.add(finding.id));
  return [
    heading(level, `${clauseName(clause.number)} ${clause.heading}`, {
      sign: VERDICT_SIGNS[clause.verdict],
      word: clause.verdictLabel,
    }),
    paragraph(kind, 'muted'),
    ...(clause.text.trim() ? [{ kind: 'quote' as const, text: clause.text }] : []),
    ...assessmentText(clause, data),
    ...repeatedNote(clause, data),
    ...findingList(fresh),
    ...(known.length > 0
      ? [paragraph(`Se även ${enumerate(known.map((finding) => `”${finding.title}”`))} ovan.`, 'muted')]
      : []),
  ];
}

/** Clauses judged together share one text; it stands at the first of them and the others point to it. */
function assessmentText(clause: ReportClause, data: ReportBody): Block[] {
  const position = (number: string): number => data.clauses.findIndex((other) => other.number === number);
  const together = [clause.number, ...clause.assessedWith].sort((a, b) => position(a) - position(b));
  const [first, ...others] = together;
  if (first === undefined || others.length === 0) return textBlocks(clause.assessmentText);
  if (first !== clause.number) return [paragraph(`Bedömd tillsammans med ${clauseName(first)}, se där.`)];
  return [paragraph(`Bedömd tillsammans med ${clauseNames(others)}.`, 'muted'), ...textBlocks(clause.assessmentText)];
}

/** That the clause was not met in earlier rounds either (R15). */
function repeatedNote({ number }: ReportClause, { repeated = [] }: ReportBody): Block[] {
  return repeated
    .filter(({ clauseNumber }) => clauseNumber === number)
    .map(({ years }) =>
      paragraph([
        { text: 'Återkommande: ', strong: true },
        { text: `punkten var inte heller uppfylld ${enumerate(years.map(String))}.` },
      ]),
    );
}

function findingList(findings: readonly ReportFinding[]): Block[] {
  return findings.length === 0 ? [] : [{ kind: 'list', ordered: false, items: findings.map(findingText) }];
}

function findingText(finding: ReportFinding): Inline[] {
  const kind = finding.severity === 'serious' ? `${finding.kindLabel}, allvarlig` : finding.kindLabel;
  const rest = [
    finding.text,
    ...(finding.legalGround ? [`Stöd: ${finding.legalGround}.`] : []),
    ...(finding.remedied ? [`Åtgärdad: ${finding.remedied}`] : []),
    ...(finding.evidenceTitles.length > 0 ? [`Underlag: ${enumerate(finding.evidenceTitles)}.`] : []),
  ].filter((part) => part.trim() !== '');
  return [{ text: `${kind}: ${finding.title}.`, strong: true }, { text: ` ${rest.join(' ')}` }];
}
