import type { AnswerSource, RequestAction, RequestState } from './information-request.js';

/** The Swedish words for where a request stands. */
export const REQUEST_STATE_LABELS: Record<RequestState, string> = {
  sent: 'Skickad',
  answering: 'Besvaras',
  answered: 'Besvarad',
  returned: 'Återlämnad för komplettering',
  closed: 'Avslutad',
  withdrawn: 'Återkallad',
};

/** The Swedish words for the acts, as they stand on buttons. */
export const REQUEST_ACTION_LABELS: Record<RequestAction, string> = {
  answer: 'Svara',
  submit: 'Lämna in',
  return: 'Återlämna för komplettering',
  close: 'Avsluta',
  reopen: 'Öppna igen',
  withdraw: 'Återkalla',
};

/** The Swedish words for where an answer came from. */
export const ANSWER_SOURCE_LABELS: Record<AnswerSource, string> = {
  provider: 'Besvarad av utföraren',
  'on-behalf': 'Ifylld av kommunen åt utföraren',
  file: 'Inläst från fil',
  earlier: 'Hämtad från tidigare omgång',
};
