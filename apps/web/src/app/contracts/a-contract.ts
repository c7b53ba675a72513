import type { ClauseView, ContractView, ProviderView } from '@insyn/api-schema';

/** For specs: a clause. */
export const aClause = (number: string, focusArea: string, changes: Partial<ClauseView> = {}): ClauseView => ({
  id: `clause-${number}`,
  number,
  heading: `Rubrik ${number}`,
  text: 'Text.',
  kind: 'requirement',
  focusArea,
  critical: false,
  verification: '',
  version: 1,
  ...changes,
});

const CLAUSES = [
  aClause('4.10', 'Dokumentation'),
  aClause('M1', 'Bemanning', { kind: 'tender-promise' }),
  aClause('4.9', 'Dokumentation', { critical: true }),
];

/** For specs: a contract that one may change, with three clauses in a frozen set. */
export const CONTRACT: ContractView = {
  id: 'a1',
  reference: 'SUN 2022-149',
  kind: 'contract',
  regime: 'LOU',
  committee: { id: 'committee-1', name: 'Socialnämnden' },
  provider: { id: 'p1', legalName: 'Söderängs Omsorg AB', organisationNumber: '556012-5790' },
  units: [{ id: 'u1', name: 'Gruppbostaden' }],
  startsOn: '2023-01-01',
  endsOn: '2026-12-31',
  extensionMonths: [12],
  latestEnd: '2027-12-31',
  serviceTypes: ['group-home'],
  editable: true,
  version: 2,
  clauseSet: { id: 's1', number: 2, frozen: true, version: 5, clauses: CLAUSES },
  followUps: [],
};

/** For specs: its provider. */
export const PROVIDER: ProviderView = {
  id: 'p1',
  legalName: 'Söderängs Omsorg AB',
  organisationNumber: '556012-5790',
  form: 'company',
  note: '',
  version: 1,
  contacts: [],
  units: [{ id: 'u1', name: 'Gruppbostaden', serviceTypes: ['group-home'], laws: [], places: 6, version: 1 }],
  contracts: [],
  followUps: [],
};
