import {
  blockersOf,
  proposeJudgement,
  type ActorFacts,
  type Blocker,
  type FigureFacts,
  type FollowUpFacts,
} from '@insyn/domain';
import type { DemoCase, DemoEvidence } from './demo-case.js';

const AUTHOR = 'officer';
const OFFICER: ActorFacts = { accountId: AUTHOR, roles: ['officer'], committeeIds: ['committee'], hasConflict: null };

/** What the rules need to know of a case of the demonstration, as it was when its judgement was sent for approval. */
export function caseFacts(demoCase: DemoCase): FollowUpFacts {
  const { contract, judgement } = demoCase;
  return {
    id: 'case',
    state: 'assessing',
    kind: demoCase.kind,
    committeeId: 'committee',
    authorId: AUTHOR,
    startedById: AUTHOR,
    teamIds: [AUTHOR],
    hasFactCheck: false,
    unansweredRemarks: 0,
    factCheckOut: false,
    teamUndeclared: [],
    unansweredComments: [],
    reportDate: demoCase.dates.decided,
    judgedDates: [contract.startsOn],
    scope: demoCase.scope.map((number) => {
      const clause = contract.clauses.find((candidate) => candidate.number === number);
      if (clause === undefined) throw new Error(`${demoCase.title} has no clause ${number}.`);
      return { id: number, number, heading: clause.heading, kind: clause.kind, critical: clause.critical };
    }),
    assessments: demoCase.assessments.map(({ clauses, verdict, text }, at) => ({
      id: `a${at}`,
      clauseIds: clauses,
      verdict,
      text,
    })),
    findings: demoCase.findings.map(({ key, clauses, evidence, remedied, ...finding }) => ({
      ...finding,
      id: key,
      clauseIds: clauses,
      evidenceIds: evidence,
      remedied: remedied !== null,
    })),
    actions: demoCase.actions.map((action, at) => ({
      id: `action${at}`,
      kind: action.kind,
      text: action.text,
      findingIds: action.findings,
      clauseIds: action.clauses,
      dueDate: null,
      state: 'open',
    })),
    evidence: demoCase.evidence.map(({ key, kind, heldOn, title }) => ({ id: key, kind, date: heldOn, title })),
    figures: [...demoCase.figures.map(figureFacts), ...demoCase.evidence.flatMap(reviewFacts)],
    texts: [demoCase.background, demoCase.purpose, demoCase.summary, judgement?.text ?? ''].map((text, at) => ({
      place: { kind: 'report-text', id: String(at) },
      heading: null,
      text,
    })),
    proposal:
      judgement === null ? null : { outcome: judgement.outcome, reason: judgement.departureReason, unmetReasons: [] },
    recheck: null,
    decision: { delegated: false, covered: false, reserved: false, committeeDecided: false },
  };
}

/** What would stop the case from being sent for approval (R6, R7, R9, R12); none for a case that has been. */
export function caseBlockers(demoCase: DemoCase): Blocker[] {
  return blockersOf('submit', caseFacts(demoCase), OFFICER);
}

/** The outcome that R9 proposes for the case, with its grounds. */
export function caseProposal(demoCase: DemoCase): ReturnType<typeof proposeJudgement> {
  return proposeJudgement(caseFacts(demoCase));
}

function figureFacts({ name, counted, reported }: DemoCase['figures'][number]): FigureFacts {
  const total = counted?.total ?? null;
  const found = counted?.found ?? null;
  return {
    id: name,
    name,
    source: counted === undefined ? 'reported' : 'counted',
    value: total === null ? found : null,
    k: total === null ? null : found,
    n: total,
    population: null,
    reportedAs: reported?.words ?? null,
  };
}

function reviewFacts({ key, review }: DemoEvidence): FigureFacts[] {
  if (review === undefined) return [];
  return review.questions.map(({ id, text }) => {
    const answers = review.files
      .map((file) => file.results[id])
      .filter((answer) => answer === 'yes' || answer === 'no');
    return {
      id: key,
      name: text,
      source: 'counted',
      value: null,
      k: answers.filter((answer) => answer === 'yes').length,
      n: answers.length,
      population: review.method === 'census' ? null : review.population,
      reportedAs: null,
    };
  });
}
