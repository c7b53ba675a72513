import type { FactCheckView, PortalFactCheckView, RemarkView } from '@insyn/api-schema';

/** For specs: a remark on § 15. */
export function aRemark(changes: Partial<RemarkView> = {}): RemarkView {
  return {
    id: '0198c7e2-0000-7000-8000-000000000001',
    place: { kind: 'clause', id: 'c15' },
    heading: '§ 15 Genomförandeplaner',
    text: 'Åtta av nio planer är aktuella.',
    files: [],
    changedBy: 'Ali Demir',
    changedAt: '2026-11-21T10:00:00.000Z',
    version: 1,
    answer: null,
    ...changes,
  };
}

const PARTS = {
  id: 'k1',
  followUpId: 'u1',
  number: 1,
  state: 'sent',
  sentOn: '2026-11-20',
  due: '2026-12-04',
  message: 'Läs och hör av er.',
  sender: { name: 'Maja Sandell', title: 'verksamhetsutvecklare', email: 'maja@lunda.example' },
  sections: [
    {
      place: { kind: 'section', id: 'background' },
      heading: 'Bakgrund',
      parts: [{ kind: 'text', text: 'Verksamheten startade 2024.' }],
    },
    {
      place: { kind: 'clause', id: 'c15' },
      heading: '§ 15 Genomförandeplaner',
      parts: [
        { kind: 'quote', text: 'Alla ska ha en plan.' },
        { kind: 'verdict', verdict: 'partly-met', text: 'Uppfylls delvis' },
        { kind: 'text', text: 'Sju av nio planer är aktuella.' },
      ],
    },
  ],
  document: { id: 'd1', title: 'Utkast', href: '/d1' },
  receipt: null,
  submittedAt: null,
  submittedBy: null,
  noRemarks: false,
  late: false,
  takenBackReason: '',
  remarks: [],
  offers: [],
  version: 1,
} satisfies Partial<FactCheckView>;

type Parts = Omit<FactCheckView, 'readAt' | 'difference' | 'unanswered'>;

/** For specs: a draft that the provider has, as the officer sees it. */
export function aFactCheck(changes: Partial<FactCheckView> = {}): FactCheckView {
  return {
    ...(PARTS as Parts),
    ...{ readAt: null, difference: [], unanswered: 0, offers: ['extend', 'take-back'] },
    ...changes,
  };
}

/** For specs: the same as the provider sees it. */
export function aPortalFactCheck(changes: Partial<PortalFactCheckView> = {}): PortalFactCheckView {
  return {
    ...(PARTS as Parts),
    ...{ municipality: 'Lunda kommun', committee: 'Socialnämnden', caseNumber: 'SON/2026/0476/739' },
    ...{ title: 'Björken Lunda 2026', unit: 'Björken Lunda', editable: true, difference: null },
    provider: { id: 'p1', name: 'Björkens assistans AB' },
    offers: ['remark', 'hand-in'],
    ...changes,
  };
}
