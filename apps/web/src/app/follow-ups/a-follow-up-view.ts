import type { AssessmentView, EvidenceView, FindingView, FollowUpView, ScopeClauseView } from '@insyn/api-schema';

/** A clause in scope for specs. */
export function aClause(changes: Partial<ScopeClauseView> = {}): ScopeClauseView {
  return {
    id: 'c15',
    number: '15',
    heading: 'Genomförandeplaner',
    text: 'Utföraren upprättar en plan tillsammans med den enskilde inom 15 dagar och följer upp den minst en gång om året.',
    kind: 'requirement',
    focusArea: 'Kvalitetsarbete och dokumentation',
    critical: false,
    notMetBefore: [],
    ...changes,
  };
}

/** An assessment of § 15 for specs. */
export function anAssessment(changes: Partial<AssessmentView> = {}): AssessmentView {
  return {
    id: 'a15',
    clauseIds: ['c15'],
    verdict: 'partly-met',
    text: 'Sju av nio granskade ärenden har en aktuell plan. I de två övriga pågår arbetet men planen är inte godkänd av den enskilde.',
    evidenceIds: ['e1'],
    updatedBy: 'Maja Sandell',
    updatedAt: '2026-11-22T13:32:00.000Z',
    version: 3,
    ...changes,
  };
}

/** A deficiency on § 15 for specs. */
export function aFinding(changes: Partial<FindingView> = {}): FindingView {
  return {
    id: 'f1',
    kind: 'deficiency',
    severity: 'minor',
    title: 'Planer saknas för två av nio',
    text: '',
    legalGround: null,
    remedied: null,
    clauseIds: ['c15'],
    evidenceIds: ['e1'],
    version: 1,
    ...changes,
  };
}

/** A review of nine of sixteen files, seven with a current plan, for specs. */
export function aReview(): EvidenceView {
  return {
    id: 'e1',
    kind: 'document-review',
    heldOn: '2026-11-20',
    title: 'Granskning av planer',
    text: '',
    author: 'Maja Sandell',
    createdAt: '2026-11-20T09:00:00.000Z',
    version: 1,
    attachments: [],
    counts: true,
    meeting: null,
    observation: null,
    interview: null,
    requestId: null,
    signalId: null,
    review: {
      method: 'random',
      population: 16,
      size: 9,
      seed: 'lunda-2026',
      algorithm: 'sfc32',
      questions: [{ id: 'q1', text: 'Finns en aktuell genomförandeplan?' }],
      files: [1, 3, 4, 6, 8, 9, 12, 14, 16].map((fileNumber, index) => ({
        id: `file-${fileNumber}`,
        fileNumber,
        replaces: null,
        replacementReason: null,
        replaced: false,
        results: { q1: index < 7 ? 'yes' : 'no' },
        note: '',
        version: 1,
      })),
      results: [
        {
          questionId: 'q1',
          question: 'Finns en aktuell genomförandeplan?',
          found: 7,
          of: 9,
          population: 16,
          interval: { low: 9, high: 14 },
        },
      ],
    },
  };
}

/** A meeting with both sides for specs. */
export function aMeeting(): EvidenceView {
  return {
    id: 'e2',
    kind: 'meeting',
    heldOn: '2026-11-20',
    title: 'Möte med verksamhetschefen',
    text: 'Genomgång av rutiner och av hur planerna följs upp.',
    author: 'Karin Åberg',
    createdAt: '2026-11-20T12:00:00.000Z',
    version: 1,
    attachments: [],
    counts: true,
    meeting: {
      form: 'digital',
      state: 'held',
      startsAt: null,
      endsAt: null,
      place: '',
      link: '',
      invitedAt: null,
      participants: [
        {
          id: 'p1',
          side: 'municipality',
          name: 'Maja Sandell',
          role: 'verksamhetsutvecklare',
          email: null,
          attended: null,
        },
        { id: 'p2', side: 'provider', name: 'Elin Berg', role: 'verksamhetschef', email: null, attended: null },
      ],
      agenda: [],
      notes: 0,
      minutes: null,
    },
    observation: null,
    interview: null,
    requestId: null,
    signalId: null,
    review: null,
  };
}

/** A case that is being assessed, for specs: § 15 partly met with a finding and a requirement, § 14 and § 17 not judged. */
export function aFollowUpView(changes: Partial<FollowUpView> = {}): FollowUpView {
  const clauses = [
    aClause({ id: 'c14', number: '14', heading: 'Kompetensutveckling', focusArea: 'Personal, ledning och kompetens' }),
    aClause({ critical: true, notMetBefore: [2025] }),
    aClause({ id: 'c17', number: '17', heading: 'Avvikelser, lex Sarah' }),
  ];
  return {
    id: 'u1',
    title: 'Björkens assistans, personlig assistans 2026',
    caseNumber: 'SON/2026/0476/739',
    kind: 'planned',
    parentId: null,
    year: 2026,
    state: 'assessing',
    committee: { id: 'committee-1', name: 'Socialnämnden' },
    provider: { id: 'p1', legalName: 'Björkens assistans AB' },
    unit: { id: 'unit-1', name: 'Björken Lunda' },
    contract: { id: 'k1', reference: 'SUN 2022-149' },
    clauseSetNumber: 1,
    background: 'Årlig uppföljning enligt planen.',
    purpose: '',
    summary: '',
    reportDate: null,
    decisionDue: '2026-12-15',
    noFactCheckReason: null,
    factChecked: false,
    approvedOn: null,
    recheckDue: null,
    contentVersion: 12,
    version: 4,
    team: [
      { id: 'account-1', name: 'Maja Sandell' },
      { id: 'account-2', name: 'Karin Åberg' },
    ],
    declarations: [
      {
        ...{ accountId: 'account-1', name: 'Maja Sandell', hasConflict: false, lifted: false },
        declaredAt: '2026-11-02T08:00:00.000Z',
      },
      {
        ...{ accountId: 'account-2', name: 'Karin Åberg', hasConflict: false, lifted: false },
        declaredAt: '2026-11-02T08:00:00.000Z',
      },
    ],
    clauses,
    assessments: [anAssessment()],
    evidence: [aReview(), aMeeting()],
    attachments: [],
    figures: [],
    findings: [aFinding()],
    actions: [
      {
        id: 'k15',
        kind: 'requirement',
        text: 'Säkerställ att varje person har en aktuell plan, senast vid återkontrollen.',
        dueDate: null,
        effectMeasure: '',
        state: 'open',
        findingIds: ['f1'],
        clauseIds: ['c15'],
        version: 1,
      },
    ],
    transitions: [
      { action: 'start', from: 'planned', to: 'gathering', by: 'Maja Sandell', on: '2026-11-06', reason: null },
      { action: 'assess', from: 'gathering', to: 'assessing', by: 'Maja Sandell', on: '2026-11-20', reason: null },
    ],
    judgements: [],
    reports: [],
    publicationId: null,
    offers: [
      { name: 'gather-more', blockers: [] },
      { name: 'submit', blockers: [missingAssessment('c14', '14'), missingAssessment('c17', '17')] },
      { name: 'cancel', blockers: [] },
    ],
    missing: [missingAssessment('c14', '14'), missingAssessment('c17', '17')],
    notes: [],
    editable: true,
    ...changes,
  };
}

function missingAssessment(id: string, number: string) {
  return { code: 'clause-not-assessed', message: `§ ${number} saknar bedömning`, place: { kind: 'clause', id } };
}
