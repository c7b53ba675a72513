/** What a provider can have to do, in all municipalities. */
export const TASK_KINDS = ['request', 'fact-check', 'action-plan', 'sanction'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** The Swedish words for the kinds of tasks. */
export const TASK_KIND_LABELS: Record<TaskKind, string> = {
  request: 'Informationsbegäran',
  'fact-check': 'Faktakontroll',
  'action-plan': 'Åtgärdsplan',
  sanction: 'Påföljd',
};
