import type { FollowUpAction, FollowUpKind, FollowUpState } from './follow-up.js';

/** The Swedish words for the states of a follow-up. */
export const FOLLOW_UP_STATE_LABELS: Record<FollowUpState, string> = {
  planned: 'Planerad',
  gathering: 'Underlag',
  assessing: 'Bedömning',
  'fact-check': 'Faktakontroll',
  deciding: 'Beslut',
  remedying: 'Åtgärder',
  rechecking: 'Återkontroll',
  closed: 'Avslutad',
  cancelled: 'Avbruten',
};

/** The words on the buttons that move a follow-up. The two last belong to the re-check and never stand on a button. */
export const FOLLOW_UP_ACTION_LABELS: Record<FollowUpAction, string> = {
  start: 'Starta',
  assess: 'Börja bedöma',
  'gather-more': 'Hämta mer underlag',
  'send-for-fact-check': 'Skicka på faktakontroll',
  'take-back': 'Ta tillbaka',
  submit: 'Lämna till beslut',
  return: 'Återlämna',
  approve: 'Godkänn',
  close: 'Avsluta',
  cancel: 'Avbryt uppföljningen',
  'recheck-opened': 'Återkontroll inledd',
  'recheck-closed': 'Återkontroll avslutad',
};

/** The Swedish words for the kinds of follow-up. */
export const FOLLOW_UP_KIND_LABELS: Record<FollowUpKind, string> = {
  planned: 'Planerad uppföljning',
  'in-depth': 'Fördjupad uppföljning',
  thematic: 'Tematisk uppföljning',
  're-check': 'Återkontroll',
};
