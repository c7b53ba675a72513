import type { HistoryGroup } from './history-group.js';

/** The Swedish words for what the events of a follow-up have to do with. */
export const HISTORY_GROUP_LABELS: Record<HistoryGroup, string> = {
  workflow: 'Ärendets gång',
  evidence: 'Underlag',
  assessment: 'Bedömning',
  decision: 'Beslut',
  provider: 'Utförarens svar',
  plan: 'Åtgärder',
  sanction: 'Påföljder',
  communication: 'Utskick',
  publication: 'Publicering',
  deadline: 'Tidsfrister',
};
