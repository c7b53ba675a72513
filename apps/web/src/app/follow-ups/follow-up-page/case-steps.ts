import type { FollowUpView } from '@insyn/api-schema';
import { assessmentProgress, FOLLOW_UP_STATE_LABELS, formatDateShort, type FollowUpState } from '@insyn/domain';
import type { Step } from '../../ui/step-line.js';

const WALK: readonly FollowUpState[] = [
  'planned',
  'gathering',
  'assessing',
  'fact-check',
  'deciding',
  'remedying',
  'rechecking',
];

/** A re-check has no remedying of its own: that is its root's. */
const RECHECK_WALK = WALK.filter((state) => state !== 'remedying' && state !== 'rechecking');

/** The steps of a case with the days it stood in each, read from its transitions. */
export function caseSteps(view: FollowUpView): Step[] {
  const visited = new Set<FollowUpState>([view.state, ...view.transitions.flatMap(({ from, to }) => [from, to])]);
  const over = view.state === 'closed' || view.state === 'cancelled';
  const walk = view.kind === 're-check' ? RECHECK_WALK : WALK;
  const here = walk.indexOf(over ? (view.transitions.at(-1)?.from ?? 'planned') : view.state);
  const steps = walk.flatMap((state, index): Step[] => {
    const passed = over ? index <= here : index < here;
    const skipped = !visited.has(state) && (passed || over || state === 'fact-check');
    if (skipped) return [];
    const step: Step = {
      label: FOLLOW_UP_STATE_LABELS[state],
      state: passed ? 'done' : index === here ? 'now' : 'ahead',
    };
    const note = noteOf(view, state, step.state);
    return [note ? { ...step, note } : step];
  });
  if (!over) return steps;
  const on = view.transitions.at(-1)?.on;
  return [
    ...steps,
    { label: FOLLOW_UP_STATE_LABELS[view.state], state: 'now', ...(on ? { note: formatDateShort(on) } : {}) },
  ];
}

function noteOf(view: FollowUpView, state: FollowUpState, step: Step['state']): string {
  if (state === 'rechecking' && step === 'ahead') {
    return view.recheckDue ? $localize`senast ${formatDateShort(view.recheckDue)}` : '';
  }
  if (state === 'deciding' && step === 'ahead') {
    return view.decisionDue ? $localize`senast ${formatDateShort(view.decisionDue)}` : '';
  }
  if (step === 'ahead') return '';
  if (state === 'assessing' && step === 'now' && view.kind !== 're-check') {
    const { assessed, total } = assessmentProgress({ scope: view.clauses, assessments: view.assessments });
    return $localize`${assessed} av ${total} klara`;
  }
  const came = view.transitions.find(({ to }) => to === state)?.on;
  const left = view.transitions.findLast(({ from }) => from === state)?.on;
  if (step === 'now') return came ? $localize`sedan ${formatDateShort(came)}` : '';
  if (!came || came === left) return left ? formatDateShort(left) : '';
  return left ? `${formatDateShort(came)} – ${formatDateShort(left)}` : formatDateShort(came);
}
