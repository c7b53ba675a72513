/** What an event of a case is about. */
export interface EventSubject {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly followUp: { readonly id: string };
}

/** The part of the case page where things of a kind are shown. */
const TABS: Readonly<Record<string, string>> = {
  evidence: 'underlag',
  attachment: 'underlag',
  'reviewed-file': 'underlag',
  'meeting-note': 'underlag',
  minutes: 'underlag',
  figure: 'underlag',
  assessment: 'bedomning',
  finding: 'bedomning',
  action: 'krav',
  answer: 'informationsbegaran',
  'answer-file': 'informationsbegaran',
  'answer-submission': 'informationsbegaran',
  'fact-check': 'faktakontroll',
  'action-plan': 'atgardsplan',
  'action-report': 'atgardsplan',
  'action-plan-item': 'atgardsplan',
  'action-plan-file': 'atgardsplan',
  sanction: 'pafoljder',
  judgement: 'beslut',
  report: 'beslut',
};

/** Pages of their own, by the id of what they show. */
const PAGES: Readonly<Record<string, string>> = {
  mail: '/utskick',
  publication: '/publicerat',
};

/** The path inside the client to what an event is about; null where there is no such place. */
export function historyHref({ kind, subjectKind, subjectId, followUp }: EventSubject): string | null {
  // What was removed is nowhere.
  if (kind.endsWith('.removed')) return null;
  const page = PAGES[subjectKind];
  if (page !== undefined) return `${page}/${subjectId}`;
  const home = `/uppfoljningar/${followUp.id}`;
  if (subjectKind === 'information-request') return `${home}/informationsbegaran/${subjectId}`;
  const tab = TABS[subjectKind];
  return tab === undefined ? null : `${home}/${tab}`;
}
