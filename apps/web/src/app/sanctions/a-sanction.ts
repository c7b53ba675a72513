import type {
  ContractSanctionsView,
  FollowUpSanctionsView,
  PortalSanctionView,
  SanctionEventView,
  SanctionFileView,
  SanctionListItem,
  SanctionStepView,
  SanctionView,
} from '@insyn/api-schema';

/** For specs: a step of a ladder. */
export function aStep(changes: Partial<SanctionStepView> = {}): SanctionStepView {
  return {
    ...{ id: 's1', position: 1, kind: 'warning', label: 'Skriftlig varning', terms: 'Vid första avvikelsen.' },
    ...{ amountRule: '', clauseNumber: '§ 15', used: false, ...changes },
  };
}

/** For specs: warning, penalty, termination. */
export const LADDER: readonly SanctionStepView[] = [
  aStep({ used: true }),
  aStep({
    ...{ id: 's2', position: 2, kind: 'penalty', label: 'Vite', terms: '', clauseNumber: null },
    amountRule: '2 procent av månadsersättningen',
  }),
  aStep({ id: 's3', position: 3, kind: 'termination', label: 'Hävning', terms: '', clauseNumber: null }),
];

const DECIDED: SanctionEventView = {
  ...{ id: 'e1', kind: 'decide', state: 'decided', on: '2026-11-20', by: 'Karin Wester', text: 'Rutin saknas.' },
  ...{ amount: 12_500, record: null },
};

/** For specs: a file that waits to go with a dispute, or that came with one. */
export function aDisputeFile(changes: Partial<SanctionFileView> = {}): SanctionFileView {
  return {
    ...{
      id: 'f1',
      fileName: 'bemanning.pdf',
      mediaType: 'application/pdf',
      size: 48_000,
      sha256: 'ab12cd34'.repeat(8),
    },
    ...{ uploadedAt: '2026-11-21T09:00:00.000Z', href: '/api/portal/sanction-files/f1', ...changes },
  };
}

/** For specs: a penalty that was sent on 20 November 2026. */
export function aListedSanction(changes: Partial<SanctionListItem> = {}): SanctionListItem {
  return {
    id: 'x1',
    followUp: { id: 'u1', title: 'Uppföljning 2026', caseNumber: 'SON/2026/0001/739' },
    ...{ kind: 'penalty', label: 'Vite', state: 'sent', severe: false, decidedOn: '2026-11-20' },
    ...{ sentOn: '2026-11-20', answerDue: '2026-12-04', amount: 12_500, reducedAmount: null, events: [DECIDED] },
    ...changes,
  };
}

/** For specs: the same as its page shows it, to a manager. */
export function aSanction(changes: Partial<SanctionView> = {}): SanctionView {
  return {
    ...aListedSanction(),
    contract: { id: 'a1', reference: 'SUN 2022-149' },
    provider: { id: 'p1', legalName: 'Söderängs Omsorg AB' },
    unit: 'Gruppbostaden',
    step: { terms: 'När varning inte har hjälpt.', amountRule: '', clauseNumber: '§ 40' },
    severeReason: null,
    grounds: 'Rutin saknas.\n\nDet var så även förra året.',
    amountBasis: '2 procent av 625 000 kr',
    requirements: [{ id: 'r15', text: 'Ta fram en rutin', state: 'remains', clauseNumbers: ['§ 15'] }],
    decidedBy: 'Karin Wester',
    decisionGround: 'Fattat på delegation enligt punkt 4.7 i delegationsordningen, SON 2026-01-20 § 7',
    readAt: null,
    letterDocument: { id: 'd1', title: 'Beslut om påföljd: Vite', href: '/api/documents/d1' },
    dispute: null,
    offers: [
      { name: 'uphold', needs: 'reason', needsCommittee: false, blockers: [] },
      { name: 'withdraw', needs: 'reason', needsCommittee: false, blockers: [] },
    ],
    version: 3,
    ...changes,
  };
}

/** For specs: a contract with the ladder and a penalty, to one who may change the ladder. */
export function contractSanctions(changes: Partial<ContractSanctionsView> = {}): ContractSanctionsView {
  return {
    contract: { id: 'a1', reference: 'SUN 2022-149', kind: 'contract' },
    ladder: [...LADDER],
    ladderVersion: 4,
    editable: true,
    sanctions: [aListedSanction()],
    threeYears: {
      ...{ provider: 'Söderängs Omsorg AB', from: '2023-11-22', to: '2026-11-22', total: 12_500 },
      basis: 'lou-2016',
      counts: [{ kind: 'penalty', count: 1 }],
    },
    proposedStepId: 's2',
    ...changes,
  };
}

/** For specs: a case where the warning has been taken and one requirement remains, to a manager. */
export function followUpSanctions(changes: Partial<FollowUpSanctionsView> = {}): FollowUpSanctionsView {
  return {
    contract: { id: 'a1', reference: 'SUN 2022-149', kind: 'contract' },
    ladderVersion: 4,
    steps: LADDER.map((step, index) => ({ ...step, available: index < 2, reserved: index === 2 })),
    proposedStepId: 's2',
    grounds: [
      {
        ...{ id: 'r15', text: 'Ta fram en rutin', clauseNumbers: ['§ 15'], state: 'remains', dueDate: '2026-10-01' },
        severeOnly: false,
      },
      {
        ...{ id: 'r8', text: 'Dokumentera löpande', clauseNumbers: [], state: 'open', dueDate: '2027-02-01' },
        severeOnly: true,
      },
    ],
    sanctions: [],
    mayDecide: true,
    blockers: [],
    ...changes,
  };
}

/** For specs: the same penalty at the provider's door. */
export function aPortalSanction(changes: Partial<PortalSanctionView> = {}): PortalSanctionView {
  return {
    id: 'x1',
    municipality: 'Lunda kommun',
    provider: { id: 'p1', name: 'Söderängs Omsorg AB' },
    ...{ kind: 'penalty', label: 'Vite', state: 'sent', sentOn: '2026-11-20', answerDue: '2026-12-04' },
    letter: {
      ...{ municipality: 'Lunda kommun', committee: 'Socialnämnden', letterhead: '', caseNumber: 'SON/2026/0001/739' },
      ...{ title: 'Uppföljning 2026', provider: 'Söderängs Omsorg AB', unit: 'Gruppbostaden' },
      contract: { reference: 'SUN 2022-149', kind: 'contract' },
      ...{ sentOn: '2026-11-20', address: 'https://insyn.example/utforare', decidedOn: '2026-11-20' },
      sender: { name: 'Karin Wester', title: 'enhetschef', email: 'karin@lunda.example' },
      step: { label: 'Vite', terms: 'När varning inte har hjälpt.' },
      grounds: 'Rutin saknas.\n\nDet var så även förra året.',
      earlier: [{ label: 'Skriftlig varning', date: '2026-06-01' }],
      severeReason: null,
      requirements: [{ text: 'Ta fram en rutin', clauses: [{ number: '§ 15', heading: 'Bemanning' }] }],
      ...{ amount: 12_500, amountBasis: '2 procent av 625 000 kr', clause: null, disputeBy: '2026-12-04' },
      decidedBy: { name: 'Karin Wester', title: 'enhetschef' },
      decisionGround: '',
    },
    letterDocument: { id: 'd1', title: 'Beslut om påföljd: Vite', href: '/api/portal/documents/d1' },
    ...{
      amount: 12_500,
      reducedAmount: null,
      dispute: null,
      draftFiles: [],
      answers: [],
      mayDispute: true,
      version: 2,
    },
    ...changes,
  };
}
