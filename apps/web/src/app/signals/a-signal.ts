import type { LexSarahRecipients, SignalTimeline, SignalView } from '@insyn/api-schema';

/** A complaint about a unit, for specs. */
export function aSignal(changes: Partial<SignalView> = {}): SignalView {
  return {
    id: 's1',
    unitId: 'unit-1',
    unit: 'Björken Lunda',
    provider: 'Björkens assistans AB',
    kind: 'complaint',
    state: 'open',
    receivedOn: '2026-11-10',
    title: 'Uteblivna insatser',
    text: 'Anhörig ringde om uteblivna insatser två kvällar.',
    source: 'Telefon till kontaktcenter',
    fromProvider: false,
    followUp: null,
    evidenceId: null,
    handledText: '',
    handledOn: null,
    readers: [],
    createdBy: 'Maja Sandell',
    createdAt: '2026-11-10T09:00:00.000Z',
    version: 1,
    ...changes,
  };
}

/** The timeline of a unit with one contract, for specs. */
export function aTimeline(changes: Partial<SignalTimeline> = {}): SignalTimeline {
  return {
    unit: { id: 'unit-1', name: 'Björken Lunda' },
    provider: 'Björkens assistans AB',
    contracts: [{ id: 'k1', reference: 'SUN 2022-149' }],
    committees: [{ id: 'committee-1', name: 'Socialnämnden' }],
    signals: [aSignal()],
    inDepth: { proposed: false, because: '' },
    ...changes,
  };
}

/** Whom a committee can name, for specs; nobody is told of reports yet. */
export function someRecipients(changes: Partial<LexSarahRecipients> = {}): LexSarahRecipients {
  return {
    committee: { id: 'committee-1', name: 'Socialnämnden' },
    recipients: [],
    candidates: [
      { id: 'account-1', name: 'Maja Sandell', title: 'verksamhetsutvecklare' },
      { id: 'account-2', name: 'Karin Åberg', title: 'enhetschef' },
      { id: 'account-3', name: 'Per Lind', title: null },
    ],
    mayChange: true,
    ...changes,
  };
}
