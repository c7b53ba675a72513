import { RuleViolation } from '../follow-ups/rule-violation.js';
import { FACT_CHECK_ACTIONS, FACT_CHECK_STATES, type FactCheckAction, type FactCheckState } from './fact-check.js';
import { FACT_CHECK_ACTION_LABELS, FACT_CHECK_STATE_LABELS } from './labels.js';

/** From which side an act on a fact check comes; `system` for what the calendar or the follow-up brings about. */
export type FactCheckActor = 'provider' | 'officer' | 'system';

interface FactCheckRow {
  readonly from: readonly FactCheckState[];
  /** The state that it leads to; null where it stays as it is. */
  readonly to: FactCheckState | null;
  readonly by: FactCheckActor;
}

/**
 * The workflow of a fact check: one row for each act. An answer that comes after silence is taken as long as nothing has
 * been decided, and is marked late, so no row asks for the date.
 */
export const FACT_CHECK_WORKFLOW: Readonly<Record<FactCheckAction, FactCheckRow>> = {
  remark: { from: ['sent', 'silent'], to: null, by: 'provider' },
  'hand-in': { from: ['sent', 'silent'], to: 'answered', by: 'provider' },
  extend: { from: ['sent', 'silent'], to: 'sent', by: 'officer' },
  answer: { from: ['answered'], to: null, by: 'officer' },
  'fall-silent': { from: ['sent'], to: 'silent', by: 'system' },
  'take-back': { from: ['sent', 'answered', 'silent'], to: 'taken-back', by: 'officer' },
  close: { from: ['sent', 'answered', 'silent'], to: 'closed', by: 'system' },
};

/** The states in which a provider may still say something. */
export const OPEN_FACT_CHECK_STATES: readonly FactCheckState[] = FACT_CHECK_WORKFLOW['hand-in'].from;

/** The states of a fact check that has been held: the provider has had its say, or let it pass. */
export const HELD_FACT_CHECK_STATES: readonly FactCheckState[] = ['answered', 'silent', 'closed'];

/** The state that an act leads to. Throws `RuleViolation` `wrong-state` where the state does not allow the act. */
export function takeFactCheckAction(action: FactCheckAction, state: FactCheckState): FactCheckState {
  const { from, to } = FACT_CHECK_WORKFLOW[action];
  if (!from.includes(state)) {
    const where = FACT_CHECK_STATE_LABELS[state].toLowerCase();
    throw new RuleViolation(
      'wrong-state',
      `${FACT_CHECK_ACTION_LABELS[action]} går inte när faktakontrollen är i läget ${where}`,
    );
  }
  return to ?? state;
}

/** The acts that a side may take in a state. */
export function factCheckActions(state: FactCheckState, by: FactCheckActor): FactCheckAction[] {
  return FACT_CHECK_ACTIONS.filter((action) => {
    const row = FACT_CHECK_WORKFLOW[action];
    return row.by === by && row.from.includes(state);
  });
}

/**
 * Why a fact check cannot be handed in, in Swedish; null where it can. Saying nothing has to be said: without remarks the
 * provider declares that it has none, and one who has remarks does not.
 */
export function handInFault(remarks: number, noRemarks: boolean): string | null {
  if (noRemarks && remarks > 0) return 'Ta bort synpunkterna först om ni inte vill lämna några.';
  if (!noRemarks && remarks === 0) return 'Skriv minst en synpunkt, eller ange att ni inte har några synpunkter.';
  return null;
}

/** The event's words when the time has run out without an answer: what the history says for good. */
export function silenceText(providerName: string, due: string): string {
  return `${providerName} svarade inte på faktakontrollen inom svarstiden, som gick ut ${due}`;
}

/** The workflow as a Mermaid state diagram in a Markdown page; `docs/fact-check-states.md` holds exactly this. */
export function factCheckDiagram(): string {
  const arrows = FACT_CHECK_ACTIONS.flatMap((action) =>
    FACT_CHECK_WORKFLOW[action].from.map((from) => `  ${from} --> ${takeFactCheckAction(action, from)}: ${action}`),
  );
  const ends = FACT_CHECK_STATES.filter((state) =>
    FACT_CHECK_ACTIONS.every((action) => !FACT_CHECK_WORKFLOW[action].from.includes(state)),
  );
  return [
    '# The states of a fact check',
    '',
    'Generated from `libs/domain/src/fact-checks/fact-check-workflow.ts`; a spec holds the two equal.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...FACT_CHECK_STATES.map((state) => `  state "${state} (${FACT_CHECK_STATE_LABELS[state]})" as ${state}`),
    '  [*] --> sent',
    ...arrows,
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
    '',
  ].join('\n');
}
