import { RuleViolation } from '../follow-ups/rule-violation.js';
import type { SanctionKind, SanctionState } from './sanction.js';

/** One step of a contract's own ladder. Steps are taken in the order of their positions. */
export interface LadderStep {
  readonly id: string;
  readonly position: number;
  readonly kind: SanctionKind;
  readonly label: string;
}

/** A sanction that the contract has seen: which step it was, and where it stands. */
export interface TakenStep {
  readonly stepId: string;
  readonly state: SanctionState;
}

/**
 * Whether a sanction makes its step count as taken: it has been sent to the provider and has not been withdrawn. One that
 * is only decided has told the provider nothing yet.
 */
export function countsAsTaken(state: SanctionState): boolean {
  return state !== 'decided' && state !== 'withdrawn';
}

/**
 * The steps that may be taken now, in order: those whose earlier steps have all been taken, taken ones too, since a step
 * may be taken again; all of the ladder where the case is marked severe (R14).
 */
export function availableSteps<Step extends LadderStep>(
  ladder: readonly Step[],
  taken: readonly TakenStep[],
  severe: boolean,
): Step[] {
  const steps = inOrder(ladder);
  if (severe) return steps;
  const firstOpen = steps.findIndex((step) => !isTaken(step, taken));
  return firstOpen === -1 ? steps : steps.slice(0, firstOpen + 1);
}

/** The step that a requirement which remains proposes: the first that has not been taken (R14). Null where none is left. */
export function proposedStep<Step extends LadderStep>(
  ladder: readonly Step[],
  taken: readonly TakenStep[],
): Step | null {
  return inOrder(ladder).find((step) => !isTaken(step, taken)) ?? null;
}

/**
 * The step that is to be taken. Throws `RuleViolation`: `no-ladder` where the agreement is an assignment, `step-unknown` for
 * a step that the contract does not have, `reason-required` for a severe case without its reason, `step-out-of-order` where
 * an earlier step has not been taken (R14).
 */
export function takeStep<Step extends LadderStep>(
  contract: { readonly kind: 'contract' | 'assignment'; readonly ladder: readonly Step[] },
  taken: readonly TakenStep[],
  wanted: { readonly stepId: string; readonly severe: boolean; readonly severeReason: string },
): Step {
  if (contract.kind === 'assignment') {
    throw new RuleViolation('no-ladder', 'Verksamhet i egen regi har ett uppdrag och inga påföljder');
  }
  const step = contract.ladder.find(({ id }) => id === wanted.stepId);
  if (step === undefined) throw new RuleViolation('step-unknown', 'Steget finns inte i avtalets påföljdstrappa');
  if (wanted.severe && wanted.severeReason.trim() === '') {
    throw new RuleViolation('reason-required', 'Skriv varför fallet är så allvarligt att steg hoppas över');
  }
  if (!availableSteps(contract.ladder, taken, wanted.severe).includes(step)) {
    const missing = proposedStep(contract.ladder, taken);
    throw new RuleViolation(
      'step-out-of-order',
      `${step.label} kommer senare i avtalets påföljdstrappa. Steget före är inte taget: ${missing?.label ?? ''}`,
    );
  }
  return step;
}

function inOrder<Step extends LadderStep>(ladder: readonly Step[]): Step[] {
  return [...ladder].sort((a, b) => a.position - b.position);
}

function isTaken(step: LadderStep, taken: readonly TakenStep[]): boolean {
  return taken.some(({ stepId, state }) => stepId === step.id && countsAsTaken(state));
}
