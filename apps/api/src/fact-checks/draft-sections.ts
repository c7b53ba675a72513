import type { DraftPart, DraftSection } from '@insyn/api-schema';
import {
  DRAFT_SECTION_LABELS,
  DRAFT_SECTIONS,
  type DraftSectionName,
  formatDate,
  type RemarkPlace,
} from '@insyn/domain';
import type { DraftReportData, ReportClause, ReportFinding } from '@insyn/report';
import { clauseName, clauseNames } from '@insyn/report';

/**
 * The parts of a draft in the order of the report: the named sections, and between them each clause with what was found of
 * it. A part without content is left out. A remark is tied to one of them, and the difference compares them one by one.
 */
export function draftSections(draft: DraftReportData): DraftSection[] {
  const shown = new Set<string>();
  const clauses = draft.clauses.map((clause) => clauseSection(clause, draft.findings, shown));
  const loose = draft.findings.filter(({ id }) => !shown.has(id));
  const content: Record<DraftSectionName, DraftPart[]> = {
    facts: [{ kind: 'facts', facts: factsOf(draft) }],
    background: text(draft.background),
    purpose: text(draft.purpose),
    basis: list(
      draft.basis.map(({ date, kindLabel, title, text: words, participants }) => {
        const people = participants.map(({ name, role }) => [name, role.toLowerCase()].filter(Boolean).join(', '));
        const who = people.length === 0 ? '' : ` Deltog: ${people.join('; ')}.`;
        return `${formatDate(date)}. ${kindLabel}: ${title}.${words === null ? '' : ' ' + words}${who}`;
      }),
    ),
    overview: [
      ...text(draft.overview),
      ...facts(
        draft.figures.map(({ name, period, display, source, note }) => ({
          label: period === null ? name : `${name}, ${period}`,
          value: source === 'reported' ? `”${display}”, uppgift från ${note ?? 'utföraren'}` : display,
        })),
      ),
    ],
    samples: draft.samples.flatMap(({ title, size, population, results }): DraftPart[] => [
      { kind: 'text', text: `${title}: ${size} av ${population} akter.` },
      ...facts(results.map(({ question, found, of }) => ({ label: question, value: `${found} av ${of}` }))),
    ]),
    recheck: list(
      (draft.recheck?.actions ?? []).map(({ text: words, clauseNumbers, outcomeLabel, note, before, after }) => {
        const effect = before === null || after === null ? '' : ` Före: ${before}. Efter: ${after}.`;
        return `${words}${inBrackets(clauseNumbers)} ${outcomeLabel}. ${note}${effect}`;
      }),
    ),
    findings: list(loose.map(findingText)),
    actions: list(
      draft.actions.map(
        ({ label, text: words, clauseNumbers, dueDate }) =>
          `${label}${inBrackets(clauseNumbers)}: ${words}${dueDate === null ? '' : ` Senast ${formatDate(dueDate)}.`}`,
      ),
    ),
  };
  const named = (name: DraftSectionName): DraftSection[] => {
    const parts = content[name];
    const place: RemarkPlace = { kind: 'section', id: name };
    return parts.length === 0 ? [] : [{ place, heading: DRAFT_SECTION_LABELS[name], parts }];
  };
  const beforeFindings = DRAFT_SECTIONS.slice(0, DRAFT_SECTIONS.indexOf('findings'));
  return [...beforeFindings.flatMap(named), ...clauses, ...named('findings'), ...named('actions')];
}

/** The part of a draft that a place names, or nothing where the draft has none. */
export function sectionAt(sections: readonly DraftSection[], { kind, id }: RemarkPlace): DraftSection | undefined {
  return sections.find(({ place }) => place.kind === kind && place.id === id);
}

/** A part as plain text, one line for each thing that it says. */
export function sectionText({ parts }: DraftSection): string {
  return parts
    .flatMap((part): string[] => {
      switch (part.kind) {
        case 'list':
          return part.items;
        case 'facts':
          return part.facts.map(({ label, value }) => `${label}: ${value}`);
        case 'verdict':
          return [`Bedömning: ${part.text}`];
        default:
          return [part.text];
      }
    })
    .join('\n');
}

function clauseSection(clause: ReportClause, findings: readonly ReportFinding[], shown: Set<string>): DraftSection {
  const own = findings.filter(({ clauseNumbers }) => clauseNumbers.includes(clause.number));
  const fresh = own.filter(({ id }) => !shown.has(id));
  const known = own.filter(({ id }) => shown.has(id));
  fresh.forEach(({ id }) => shown.add(id));
  const together = clause.assessedWith.length === 0 ? [] : text(`Bedömd med ${clauseNames(clause.assessedWith)}.`);
  return {
    place: { kind: 'clause', id: clause.id },
    heading: `${clauseName(clause.number)} ${clause.heading}`.trim(),
    parts: [
      ...(clause.text.trim() === '' ? [] : [{ kind: 'quote' as const, text: clause.text }]),
      { kind: 'verdict', verdict: clause.verdict, text: clause.verdictLabel },
      ...together,
      ...text(clause.assessmentText),
      ...list(fresh.map(findingText)),
      ...(known.length === 0 ? [] : text(`Se även ${known.map(({ title }) => `”${title}”`).join(', ')} ovan.`)),
    ],
  };
}

function findingText(finding: ReportFinding): string {
  const { kindLabel, severity, title, text: words, legalGround, remedied, evidenceTitles } = finding;
  return [
    `${kindLabel}${severity === 'serious' ? ', allvarlig' : ''}: ${title}.`,
    words,
    ...(legalGround ? [`Stöd: ${legalGround}.`] : []),
    ...(remedied ? [`Åtgärdad: ${remedied}`] : []),
    ...(evidenceTitles.length > 0 ? [`Underlag: ${evidenceTitles.join(', ')}.`] : []),
  ]
    .filter((part) => part.trim() !== '')
    .join(' ');
}

function factsOf(draft: DraftReportData): { label: string; value: string }[] {
  const { provider, unit, contract, kindLabel, year, serviceTypes } = draft;
  const number = provider.organisationNumber;
  return [
    { label: 'Utförare', value: number === null ? provider.name : `${provider.name} (${number})` },
    { label: 'Enhet', value: unit.name },
    { label: 'Insatser', value: serviceTypes.join(', ') },
    { label: contract.kind === 'assignment' ? 'Uppdrag' : 'Avtal', value: contract.reference },
    { label: 'Slag', value: `${kindLabel} ${year}` },
  ];
}

function text(words: string): DraftPart[] {
  return words.trim() === '' ? [] : [{ kind: 'text', text: words }];
}

function list(items: string[]): DraftPart[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function facts(rows: { label: string; value: string }[]): DraftPart[] {
  return rows.length === 0 ? [] : [{ kind: 'facts', facts: rows }];
}

function inBrackets(clauseNumbers: readonly string[]): string {
  return clauseNumbers.length === 0 ? '' : ` (${clauseNames(clauseNumbers)})`;
}
