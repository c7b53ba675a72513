import {
  ACTION_KIND_LABELS,
  CLAUSE_KIND_LABELS,
  EVIDENCE_KIND_LABELS,
  FINDING_KIND_LABELS,
  FOLLOW_UP_KIND_LABELS,
  OUTCOME_LABELS,
  RECHECK_VERDICT_LABELS,
  SERVICE_TYPE_LABELS,
  VERDICT_LABELS,
  findCitations,
  formatFigureValue,
  formatOrganisationNumber,
  formatShare,
  hypergeometricInterval,
  type CalendarDate,
  type Citation,
} from '@insyn/domain';
import type { EffectShare } from '@insyn/api-schema';
import type { ReportChainLink, ReportData, ReportFactCheck, ReportRecheck, ReportSample } from '@insyn/report';
import type { EvidenceContent, FigureContent, ReportContent } from './report-content.queries.js';

/** What approval adds to the content: who, when, which version, and when the re-check is due (R2). */
export interface Approval {
  approvedOn: CalendarDate;
  approver: { name: string; title: string };
  version: number;
  versionNote: string | null;
  recheckDue: CalendarDate | null;
  /** By what right it was decided, as the report says it; null where none is cited. */
  decisionGround?: string | null;
}

/** The internal report of a follow-up as it stands at approval (R11): plain data, ready to be sealed. */
export function reportData(content: ReportContent, approval: Approval): ReportData {
  const { judgement } = content;
  if (judgement === null) throw new Error('A report needs a proposed judgement.');
  const numberOf = new Map(content.clauses.map((clause) => [clause.id, clause.number]));
  const numbers = (ids: readonly string[]) =>
    content.clauses.filter((clause) => ids.includes(clause.id)).map((clause) => numberOf.get(clause.id) ?? '');
  const findingTitle = new Map(content.findings.map((finding) => [finding.id, finding.title]));
  const evidenceTitle = new Map(content.evidence.map((evidence) => [evidence.id, evidence.title]));
  const titles = (ids: readonly string[], from: Map<string, string>) => ids.flatMap((id) => from.get(id) ?? []);

  return {
    schemaVersion: 1,
    variant: 'internal',
    title: content.title,
    municipality: { name: content.municipality, committeeName: content.committee },
    caseNumber: content.caseNumber,
    version: approval.version,
    versionNote: approval.versionNote,
    reportDate: content.reportDate ?? approval.approvedOn,
    drawnUpBy: { name: judgement.authorName, title: judgement.authorTitle ?? 'verksamhetsutvecklare' },
    approvedBy: approval.approver,
    provider: {
      name: content.provider.name,
      organisationNumber:
        content.provider.form === 'sole-trader' ? null : formatOrganisationNumber(content.provider.organisationNumber),
    },
    unit: { name: content.unit },
    serviceTypes: content.contract.serviceTypes.map((type) => SERVICE_TYPE_LABELS[type]),
    contract: {
      reference: content.contract.reference,
      regime: content.contract.regime,
      kind: content.contract.kind,
      start: content.contract.startsOn,
      end: content.contract.endsOn,
      latestEnd: content.contract.latestEnd,
    },
    year: content.year,
    kindLabel: FOLLOW_UP_KIND_LABELS[content.kind],
    background: content.background,
    purpose: content.purpose,
    focusAreas:
      content.recheck !== null
        ? []
        : [...new Set(content.clauses.map((clause) => clause.focusArea).filter((area) => area !== ''))],
    basis: content.evidence.map((evidence) => ({
      id: evidence.id,
      date: evidence.heldOn,
      kind: evidence.kind,
      kindLabel: EVIDENCE_KIND_LABELS[evidence.kind],
      title: evidence.title,
      text: evidence.review === null ? null : reviewSummary(evidence.review),
      participants: evidence.participants,
    })),
    overview: content.summary,
    figures: content.figures.map((figure) => ({
      name: figure.name,
      period: figure.period === '' ? null : figure.period,
      display: figureDisplay(figure),
      source: figure.source,
      note: figure.source === 'reported' ? figure.reportedBy : null,
    })),
    // A re-check judges requirements: the clauses that they are about are named with them, and have no verdicts of their own.
    clauses: (content.recheck === null ? content.clauses : []).map((clause) => {
      if (clause.verdict === null) throw new Error('A report needs a verdict on every clause (R6).');
      return {
        id: clause.id,
        number: clause.number,
        heading: clause.heading,
        text: clause.text,
        kind: clause.kind,
        kindLabel: CLAUSE_KIND_LABELS[clause.kind],
        critical: clause.critical,
        focusArea: clause.focusArea === '' ? null : clause.focusArea,
        verdict: clause.verdict,
        verdictLabel: VERDICT_LABELS[clause.verdict],
        assessmentText: clause.assessmentText,
        assessedWith: content.clauses
          .filter((other) => other.assessmentId === clause.assessmentId && other.id !== clause.id)
          .map((other) => other.number),
      };
    }),
    findings: content.findings.map((finding) => ({
      id: finding.id,
      kind: finding.kind,
      kindLabel: FINDING_KIND_LABELS[finding.kind],
      severity: finding.severity,
      title: finding.title,
      text: finding.text,
      legalGround: finding.legalGround,
      clauseNumbers: numbers(finding.clauseIds),
      evidenceTitles: titles(finding.evidenceIds, evidenceTitle),
      remedied: finding.remedied,
    })),
    samples: content.evidence.flatMap((evidence) => sample(evidence) ?? []),
    judgement: {
      outcome: judgement.outcome,
      label: OUTCOME_LABELS[judgement.outcome],
      grounds: judgement.grounds.map((ground) => ground.text),
      text: judgement.text,
      departureReason: judgement.departureReason,
    },
    actions: content.actions.map((action) => ({
      id: action.id,
      kind: action.kind,
      label: ACTION_KIND_LABELS[action.kind],
      text: action.text,
      clauseNumbers: numbers(action.clauseIds),
      findingTitles: titles(action.findingIds, findingTitle),
      dueDate: action.dueDate,
    })),
    recheckDue: approval.recheckDue,
    citations: citations(content),
    noFactCheckReason: content.noFactCheckReason,
    chain: chain(content, numbers),
    recheck: recheck(content, numbers),
    decisionGround: approval.decisionGround ?? null,
    factCheck: factCheck(content),
    repeated: content.repeated,
  };
}

/** What a re-check found of each requirement; before a verdict is there, which only a draft lacks, it says so. */
function recheck(
  { recheck: found }: ReportContent,
  numbers: (ids: readonly string[]) => string[],
): ReportRecheck | null {
  if (found === null) return null;
  const { root } = found;
  const share = (counted: EffectShare | null) =>
    counted === null ? null : formatFigureValue({ kind: 'counted', found: counted.k, total: counted.n });
  return {
    number: found.number,
    root: { caseNumber: root.caseNumber, approvedOn: root.approvedOn, outcomeLabel: OUTCOME_LABELS[root.outcome] },
    actions: found.actions.map((action) => ({
      text: action.text,
      clauseNumbers: numbers(action.clauseIds),
      outcome: action.verdict ?? 'remains',
      outcomeLabel: action.verdict === null ? 'Saknar bedömning' : RECHECK_VERDICT_LABELS[action.verdict],
      note: action.note,
      before: share(action.before),
      after: share(action.after),
      evidence: action.evidence,
    })),
  };
}

function factCheck({ factCheck: held }: ReportContent): ReportFactCheck | null {
  if (held === null) return null;
  const { sentOn, due, answered, remarks, accepted } = held;
  const silence = answered ? 'Utföraren hade inga synpunkter.' : 'Utföraren svarade inte i tid.';
  return { sentOn, due, outcome: remarks > 0 ? 'Utföraren lämnade synpunkter.' : silence, remarks, accepted };
}

/** k found of n, over the files that still count; with the exact interval where the draw was random (R5). */
function sample(evidence: EvidenceContent): ReportSample | null {
  const { review } = evidence;
  if (review === null) return null;
  const { population, size, method } = review;
  const results = review.questions.flatMap((question) => {
    const answers = review.files.map((file) => file.results[question.id]).filter((answer) => answer !== undefined);
    const asked = answers.filter((answer) => answer !== 'not-applicable');
    if (asked.length === 0) return [];
    const found = asked.filter((answer) => answer === 'yes').length;
    const whole = method === 'random' && asked.length === size;
    const interval = whole ? hypergeometricInterval({ population, size, found }) : null;
    return [{ question: question.text, found, of: asked.length, interval }];
  });
  return { title: evidence.title, population, size, method, results };
}

function reviewSummary(review: NonNullable<EvidenceContent['review']>): string {
  if (review.method === 'census') return `Alla ${review.population} ärenden granskades.`;
  const how = review.method === 'random' ? 'slumpmässigt dragna' : 'valda på annat sätt';
  return `${review.size} av ${review.population} ärenden, ${how}.`;
}

function figureDisplay(figure: FigureContent): string {
  if (figure.source === 'reported') return figure.reportedWords ?? '';
  return figure.total === null ? String(figure.found) : formatShare(figure.found ?? 0, figure.total);
}

/** The laws that the officer's texts cite, each once. */
function citations(content: ReportContent): ReportData['citations'] {
  const texts = [
    content.background,
    content.purpose,
    content.summary,
    ...content.clauses.map((clause) => clause.assessmentText),
    ...content.findings.flatMap((finding) => [finding.text, finding.legalGround ?? '']),
  ];
  const labels = texts.flatMap((text) => findCitations(text).map(citationLabel));
  return [...new Set(labels)].map((label) => ({ label, url: null }));
}

function citationLabel({ entry, excerpt }: Citation): string {
  return entry === null ? excerpt : `${entry.title} (${entry.number})`;
}

/** Outcome → requirement → clause → finding → evidence, one row for each finding of each action, then those without. */
function chain(content: ReportContent, numbers: (ids: readonly string[]) => string[]): ReportChainLink[] {
  const evidence = new Map(content.evidence.map((item) => [item.id, { date: item.heldOn, title: item.title }]));
  const link = (action: ReportContent['actions'][number] | null, finding: ReportContent['findings'][number]) => ({
    actionLabel: action === null ? null : ACTION_KIND_LABELS[action.kind],
    actionText: action?.text ?? null,
    clauseNumbers: numbers(finding.clauseIds),
    finding: finding.title,
    evidence: finding.evidenceIds.flatMap((id) => evidence.get(id) ?? []),
  });
  const answered = content.actions.flatMap((action) =>
    content.findings
      .filter((finding) => action.findingIds.includes(finding.id))
      .map((finding) => link(action, finding)),
  );
  const answeredIds = new Set(content.actions.flatMap((action) => action.findingIds));
  const rest = content.findings.filter((finding) => !answeredIds.has(finding.id)).map((finding) => link(null, finding));
  return [...answered, ...rest];
}
