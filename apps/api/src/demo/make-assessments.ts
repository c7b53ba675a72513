import type { Verdict } from '@insyn/domain';
import type { Chance } from './chance.js';
import type { ClauseTemplate, Shortcoming } from './content/clause-templates.js';
import { CANNOT_BE_ASSESSED, NOT_APPLICABLE } from './content/judgement-words.js';
import type { DemoAction, DemoAssessment, DemoCase, DemoEvidence, DemoFinding, DemoStage } from './demo-case.js';
import { planResult } from './make-evidence.js';

type Assessed = Pick<DemoCase, 'assessments' | 'findings' | 'actions'>;

interface AssessmentOrder {
  templates: ClauseTemplate[];
  stage: DemoStage;
  evidence: DemoEvidence[];
  /** No critical clause falls short. */
  gentle: boolean;
}

/** Verdicts, findings and actions of the clauses in scope. Half of them while the assessing goes on; none before it. */
export function makeAssessments(chance: Chance, { templates, stage, evidence, gentle }: AssessmentOrder): Assessed {
  const result: Assessed = { assessments: [], findings: [], actions: [] };
  if (stage === 'planned' || stage === 'gathering' || stage === 'cancelled') return result;
  const assessed = stage === 'assessing' ? templates.slice(0, Math.ceil(templates.length * 0.6)) : templates;
  const wanting = new Set(
    chance.some(
      assessed.filter((template) => canFall(template) && !(gentle && template.critical)),
      shortcomings(chance, stage),
    ),
  );
  // What waits for a remedy has something required of it.
  if (stage === 'remedying') for (const template of assessed) if (template.number === '14') wanting.add(template);
  for (const template of assessed) {
    const verdict = verdictOf(chance, template, stage, wanting.has(template), evidence);
    const shortcoming =
      verdict === 'partly-met' || verdict === 'not-met' ? pickShortcoming(chance, template, verdict, stage) : null;
    const behind = evidenceOf(chance, template, evidence);
    result.assessments.push({
      clauses: [template.number],
      verdict,
      text: textOf(chance, template, verdict, shortcoming, evidence),
      evidence: behind,
    });
    if (shortcoming !== null) addFinding(result, template, shortcoming, behind, stage);
  }
  addStrength(chance, result, assessed);
  return result;
}

function canFall(template: ClauseTemplate): boolean {
  return template.partly.length + template.notMet.length > 0;
}

function shortcomings(chance: Chance, stage: DemoStage): number {
  return stage === 'closed' ? chance.between(0, 1) : chance.between(2, 4);
}

function verdictOf(
  chance: Chance,
  template: ClauseTemplate,
  stage: DemoStage,
  falls: boolean,
  evidence: DemoEvidence[],
): Verdict {
  if (template.number === '15') return planVerdict(evidence);
  if (falls)
    return template.notMet.length > 0 && stage !== 'closed' && chance.happens(40) ? 'not-met' : partlyOr(template);
  if (chance.happens(4)) return 'not-applicable';
  return stage !== 'closed' && chance.happens(3) ? 'cannot-be-assessed' : 'met';
}

function partlyOr(template: ClauseTemplate): Verdict {
  return template.partly.length > 0 ? 'partly-met' : 'not-met';
}

/** What the review of plans shows decides the clause about plans, so that text and figures agree (R12). */
function planVerdict(evidence: DemoEvidence[]): Verdict {
  const result = planResult(evidence);
  if (result === null) return 'cannot-be-assessed';
  if (result.found === result.of) return 'met';
  return result.found * 2 >= result.of ? 'partly-met' : 'not-met';
}

function pickShortcoming(chance: Chance, template: ClauseTemplate, verdict: Verdict, stage: DemoStage): Shortcoming {
  const shortcoming = chance.one(
    verdict === 'not-met' && template.notMet.length > 0 ? template.notMet : template.partly,
  );
  return stage === 'closed' || template.kind === 'goal' ? { ...shortcoming, recommendationOnly: true } : shortcoming;
}

function textOf(
  chance: Chance,
  template: ClauseTemplate,
  verdict: Verdict,
  shortcoming: Shortcoming | null,
  evidence: DemoEvidence[],
): string {
  if (verdict === 'not-applicable') return NOT_APPLICABLE;
  if (verdict === 'cannot-be-assessed') return CANNOT_BE_ASSESSED;
  const text = shortcoming?.assessment ?? chance.one(template.met);
  const result = template.number === '15' ? planResult(evidence) : null;
  return result === null ? text : `${result.found} av ${result.of} granskade akter har en aktuell plan. ${text}`;
}

function evidenceOf(chance: Chance, template: ClauseTemplate, evidence: DemoEvidence[]): string[] {
  const kinds = template.number === '15' ? ['document-review'] : ['meeting', 'document'];
  const near = evidence.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  return chance.some(near, chance.between(1, 2));
}

function addFinding(
  { findings, actions }: { findings: DemoFinding[]; actions: DemoAction[] },
  template: ClauseTemplate,
  shortcoming: Shortcoming,
  evidence: string[],
  stage: DemoStage,
): void {
  const key = `finding-${template.number}`;
  const advice = shortcoming.recommendationOnly === true;
  findings.push({
    key,
    kind: advice ? 'improvement-area' : 'deficiency',
    severity: advice ? null : shortcoming.severity,
    title: shortcoming.finding,
    text: shortcoming.findingText,
    legalGround: shortcoming.legalGround ?? null,
    remedied: null,
    clauses: [template.number],
    evidence,
  });
  // While the assessing goes on, the actions are still to be written.
  if (stage === 'assessing' && actions.length > 0) return;
  actions.push({
    kind: advice ? 'recommendation' : 'requirement',
    text: shortcoming.action,
    effectMeasure: shortcoming.effect,
    findings: [key],
    clauses: [template.number],
    state: 'open',
  });
}

function addStrength(chance: Chance, { assessments, findings }: Assessed, assessed: ClauseTemplate[]): void {
  const met = assessments.filter((assessment): assessment is DemoAssessment => assessment.verdict === 'met');
  if (met.length === 0 || chance.happens(50)) return;
  const best = chance.one(met);
  const heading = assessed.find(({ number }) => number === best.clauses[0])?.heading ?? '';
  findings.push({
    key: 'strength',
    kind: 'strength',
    severity: null,
    title: `${heading}: ett gott exempel`,
    text: 'Arbetssättet är genomtänkt och känt av alla, och kan delas med andra verksamheter.',
    legalGround: null,
    remedied: null,
    clauses: best.clauses,
    evidence: best.evidence,
  });
}
