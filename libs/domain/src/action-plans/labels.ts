import type { IncomingChannel, PlanAction, PlanState, PlanVerdict } from './action-plan.js';

/** The Swedish words for where an action plan stands, as the municipality sees it. */
export const PLAN_STATE_LABELS: Record<PlanState, string> = {
  demanded: 'Begärd',
  submitted: 'Inlämnad',
  returned: 'Återlämnad',
  accepted: 'Godtagen',
  'handed-over': 'Överlämnad till ny utförare',
  superseded: 'Ersatt av en ny plan',
};

/** The Swedish words for the acts, as they stand on buttons. */
export const PLAN_ACTION_LABELS: Record<PlanAction, string> = {
  write: 'Skriv i planen',
  submit: 'Lämna in',
  register: 'Registrera inkommen plan',
  accept: 'Godta',
  return: 'Återlämna',
  'move-due': 'Ändra svarstiden',
  report: 'Anmäl som åtgärdat',
  'hand-over': 'Lämna över',
  supersede: 'Ersätt',
};

/** The Swedish words for what the officer says of one requirement's part. */
export const PLAN_VERDICT_LABELS: Record<PlanVerdict, string> = {
  sufficient: 'Tillräcklig',
  incomplete: 'Behöver kompletteras',
  rejected: 'Godtas inte',
};

/** The Swedish words for how a plan came, as they follow "inkom". */
export const INCOMING_CHANNEL_LABELS: Record<IncomingChannel, string> = {
  paper: 'på papper',
  email: 'med e-post',
};
