/** What an event of a follow-up has to do with; the history is filtered by it. */
export const HISTORY_GROUPS = [
  'workflow',
  'evidence',
  'assessment',
  'decision',
  'provider',
  'plan',
  'sanction',
  'communication',
  'publication',
  'deadline',
] as const;
export type HistoryGroup = (typeof HISTORY_GROUPS)[number];

/** The noun of an event, before its dot, says which group it belongs to … */
const GROUP_OF_NOUN: Readonly<Record<string, HistoryGroup>> = {
  'follow-up': 'workflow',
  recheck: 'workflow',
  're-check': 'workflow',
  'recheck-action': 'assessment',
  team: 'workflow',
  evidence: 'evidence',
  attachment: 'evidence',
  'reviewed-file': 'evidence',
  'meeting-note': 'evidence',
  minutes: 'evidence',
  figure: 'evidence',
  signal: 'evidence',
  assessment: 'assessment',
  finding: 'assessment',
  action: 'assessment',
  judgement: 'decision',
  report: 'decision',
  delegation: 'decision',
  'delegation-decision': 'decision',
  'committee-decision': 'decision',
  'conflict-declaration': 'decision',
  'information-request': 'provider',
  answer: 'provider',
  'answer-file': 'provider',
  'answer-submission': 'provider',
  'due-extension': 'provider',
  'provider-invitation': 'provider',
  'fact-check': 'provider',
  'fact-check-remark': 'provider',
  'fact-check-answer': 'provider',
  'fact-check-file': 'provider',
  'action-plan': 'plan',
  'action-plan-item': 'plan',
  'action-plan-file': 'plan',
  'action-report': 'plan',
  'plan-file': 'plan',
  sanction: 'sanction',
  'sanction-file': 'sanction',
  'sanction-step': 'sanction',
  mail: 'communication',
  record: 'communication',
  document: 'communication',
  publication: 'publication',
  deadline: 'deadline',
};

/** … but for these, which have to do with something else than their noun says. */
const GROUP_OF_KIND: Readonly<Record<string, HistoryGroup>> = {
  'follow-up.submit': 'decision',
  'follow-up.return': 'decision',
  'follow-up.approve': 'decision',
  'follow-up.handed-over': 'decision',
  'follow-up.send-for-fact-check': 'provider',
  'follow-up.take-back': 'provider',
  'action.moved': 'plan',
  'action.verified': 'plan',
  'action.reopened': 'plan',
  'action.withdrawn': 'plan',
  'action.lapsed': 'plan',
  'action.noted': 'plan',
  'information-request.reminded': 'deadline',
  'information-request.escalated': 'deadline',
  'due-extension.granted': 'deadline',
};

/** Which group an event of a follow-up belongs to; undefined for a kind that no follow-up has. */
export function historyGroupOf(eventKind: string): HistoryGroup | undefined {
  return GROUP_OF_KIND[eventKind] ?? GROUP_OF_NOUN[nounOf(eventKind)];
}

/** The event kinds of a group, so that they can be looked for: all of the nouns, but for the kinds of another group. */
export function eventKindsOf(group: HistoryGroup): { nouns: string[]; kinds: string[]; exceptKinds: string[] } {
  const of = (table: Readonly<Record<string, HistoryGroup>>) => Object.entries(table);
  return {
    nouns: of(GROUP_OF_NOUN).flatMap(([noun, its]) => (its === group ? noun : [])),
    kinds: of(GROUP_OF_KIND).flatMap(([kind, its]) => (its === group ? kind : [])),
    exceptKinds: of(GROUP_OF_KIND).flatMap(([kind, its]) => (its === group ? [] : kind)),
  };
}

/** 'follow-up' of 'follow-up.approve'. */
export function nounOf(eventKind: string): string {
  return eventKind.split('.')[0] ?? eventKind;
}
