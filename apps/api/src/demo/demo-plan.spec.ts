import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, parseOrganisationNumber, percentagesInText, recheckDue, sharesInText } from '@insyn/domain';
import { caseBlockers, caseProposal } from './case-facts.js';
import { isProposed, type DemoCase } from './demo-case.js';
import { planDemo } from './demo-plan.js';

const REQUEST = { municipalities: 2, followUps: 52, seed: 'insyn', today: '2026-11-22' };
const PLAN = planDemo(REQUEST);
const CASES = PLAN.flatMap(({ cases }) => cases);
const LARGE = planDemo({ municipalities: 3, followUps: 400, seed: 'another', today: '2027-02-28' }).flatMap(
  ({ cases }) => cases,
);

function caseOf(word: string): DemoCase {
  const found = CASES.find(({ title }) => title.startsWith(word));
  if (found === undefined) throw new Error(`There is no case ${word}.`);
  return found;
}

describe('the demonstration', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(planDemo(REQUEST)).toEqual(PLAN);
    expect(planDemo({ ...REQUEST, seed: 'other' })).not.toEqual(PLAN);
  });

  it('has as many follow-ups as are asked for, over two municipalities', () => {
    expect(PLAN.map(({ municipality, cases }) => [municipality.name, cases.length])).toEqual([
      ['Lunda kommun', 26],
      ['Älvsbro kommun', 26],
    ]);
    const few = planDemo({ ...REQUEST, followUps: 2 }).flatMap(({ cases }) => cases);
    expect(few).toHaveLength(2);
  });

  it('has cases at every stage, and publications at every stage', () => {
    expect(new Set(CASES.map(({ stage }) => stage))).toEqual(
      new Set([
        ...['planned', 'gathering', 'assessing', 'fact-check', 'returned', 'deciding', 'remedying', 'closed'],
        'cancelled',
      ]),
    );
    expect(new Set(LARGE.flatMap(({ publication }) => publication ?? []))).toEqual(
      new Set(['waiting', 'screened', 'approved', 'published', 'withdrawn']),
    );
  });

  it('sees every outcome that a judgement can have but the rarest', () => {
    const outcomes = new Set(CASES.flatMap(({ judgement }) => judgement?.outcome ?? []));
    expect([...outcomes].sort()).toEqual(['approved', 'approved-with-remarks', 'not-approved']);
  });

  it('has deadlines that have passed, of decisions and of re-checks', () => {
    const overdue = CASES.filter(
      ({ stage, decisionDue }) => /gathering|assessing/.test(stage) && decisionDue < REQUEST.today,
    );
    expect(overdue.length).toBeGreaterThan(1);
    const late = CASES.filter(({ stage, dates }) => stage === 'remedying' && recheckDue(dates.decided) < REQUEST.today);
    expect(late).not.toEqual([]);
  });

  it('has people in every role in each municipality', () => {
    for (const { municipality } of PLAN) {
      const roles = municipality.people.map(({ role }) => role);
      expect(new Set(roles)).toEqual(new Set(['officer', 'manager', 'registrar', 'auditor', 'administrator']));
      expect(roles.filter((role) => role === 'officer')).toHaveLength(2);
      expect(roles.filter((role) => role === 'manager')).toHaveLength(2);
    }
  });

  it('has organisation numbers with right check digits, one for each provider', () => {
    const numbers = new Map(
      LARGE.map(({ contract }) => [contract.provider.organisationNumber, contract.provider.legalName]),
    );
    for (const number of numbers.keys()) expect(parseOrganisationNumber(number)).toMatchObject({ ok: true });
    expect(new Set(numbers.values()).size).toBeGreaterThan(50);
  });

  it('leaves no blocker on a case whose judgement was proposed (R6, R7, R9, R12)', () => {
    for (const demoCase of [...CASES, ...LARGE].filter(isProposed)) {
      expect({ title: demoCase.title, blockers: caseBlockers(demoCase) }).toEqual({
        title: demoCase.title,
        blockers: [],
      });
    }
  });

  it('leaves something missing on every case that is still being assessed', () => {
    for (const demoCase of CASES.filter(({ stage }) => stage === 'assessing')) {
      expect(caseBlockers(demoCase).map(({ code }) => code)).toContain('clause-not-assessed');
    }
  });

  it('closes no case that has requirements before they are remedied, and holds open only those that have', () => {
    for (const { stage, actions, deciding } of [...CASES, ...LARGE]) {
      const requirements = actions.filter(({ kind }) => kind === 'requirement').length;
      if (stage === 'closed' && deciding === undefined) expect(requirements).toBe(0);
      if (stage === 'remedying') expect(requirements).toBeGreaterThan(0);
    }
  });

  it('lets nothing but meetings lie in the future, and nothing happen before what it follows on', () => {
    for (const { title, stage, dates, evidence: all } of LARGE) {
      if (stage === 'planned') continue;
      const evidence = all.filter(({ kind, text }) => kind !== 'meeting' || text !== '');
      const days = [dates.created, dates.started, ...evidence.map(({ heldOn }) => heldOn).sort()];
      if (isProposed({ stage })) days.push(dates.submitted, dates.decided);
      expect({ title, days }).toEqual({ title, days: [...days].sort() });
      expect(days.every((day) => day <= '2027-02-28')).toBe(true);
    }
  });
});

describe('the gathering of evidence', () => {
  it('is told whole or not at all', () => {
    const told = (followUps: number) =>
      planDemo({ ...REQUEST, followUps }).map(
        ({ cases }) => cases.filter(({ gathering }) => gathering !== undefined).length,
      );
    expect(told(22)).toEqual([0, 2]);
    expect(told(24)).toEqual([9, 2]);
    expect(told(52)).toEqual([9, 2]);
  });

  it('asks two companies in both municipalities, each one row by its number', () => {
    const numbers = PLAN.map(({ cases }) =>
      cases.flatMap(({ gathering, contract }) => (gathering ? [contract.provider.organisationNumber] : [])),
    );
    const [first = [], second = []] = numbers.map((held) => [...new Set(held)]);
    expect(first).toHaveLength(8);
    expect(second.filter((number) => first.includes(number))).toHaveLength(2);
  });

  it.each(['2026-12-30', '2027-01-07', '2027-03-31', '2027-05-13', '2027-07-15', '2027-10-04'])(
    'began before it was assessed on %s too, and nothing of it lies ahead',
    (today) => {
      const cases = planDemo({ ...REQUEST, today }).flatMap(({ cases: all }) => all);
      for (const { title, dates, evidence } of cases.filter(({ gathering }) => gathering !== undefined)) {
        const days = [dates.created, dates.started, dates.assessing];
        expect({ title, days }).toEqual({ title, days: [...days].sort() });
        expect(evidence.every(({ heldOn }) => heldOn <= today && heldOn >= dates.started)).toBe(true);
      }
    },
  );
});

describe('the deciding and following through', () => {
  it('is told whole or not at all, after the gathering', () => {
    const told = (followUps: number) =>
      planDemo({ ...REQUEST, followUps }).map(
        ({ cases }) => cases.filter(({ deciding }) => deciding !== undefined).length,
      );
    expect(told(42)).toEqual([0, 0]);
    expect(told(44)).toEqual([10, 0]);
    expect(told(52)).toEqual([10, 0]);
  });

  it('has requirements in every case, an own-run unit with an assignment, and a matter of the committee’s own', () => {
    const cases = CASES.filter(({ deciding }) => deciding !== undefined);
    for (const { title, actions } of cases) {
      const count = actions.filter(({ kind }) => kind === 'requirement').length;
      expect({ title, some: count > 0 }).toEqual({ title, some: true });
    }
    expect(cases.filter(({ contract }) => contract.regime === 'own-run').map(({ deciding }) => deciding)).toEqual([
      'ekglantan',
    ]);
    expect(cases.find(({ deciding }) => deciding === 'granudden')?.judgement?.outcome).toBe('not-approved');
  });

  it.each(['2026-12-30', '2027-02-28', '2027-05-13', '2027-07-15', '2028-02-29'])(
    'is in the order of time on %s too',
    (today) => {
      const cases = planDemo({ ...REQUEST, today }).flatMap(({ cases: all }) => all);
      for (const { title, dates } of cases.filter(({ deciding }) => deciding !== undefined)) {
        const days = [dates.created, dates.started, dates.assessing, dates.submitted, dates.decided];
        expect({ title, days }).toEqual({ title, days: [...days].sort() });
        expect(dates.decided <= today).toBe(true);
      }
    },
  );
});

describe('the case of Almgården', () => {
  const almgarden = caseOf('Almgården');

  it('is dated after all of its evidence (R12)', () => {
    expect(almgarden.evidence.every(({ heldOn }) => heldOn <= almgarden.dates.decided)).toBe(true);
    expect(isWorkingDay(recheckDue(almgarden.dates.decided))).toBe(true);
  });

  it('ties each of four requirements to clause, finding and evidence, and is not approved by the rule (R7, R9)', () => {
    const requirements = almgarden.actions.filter(({ kind }) => kind === 'requirement');
    expect(requirements).toHaveLength(4);
    for (const { clauses, findings } of requirements) {
      expect(clauses).not.toEqual([]);
      const grounds = almgarden.findings.filter(({ key }) => findings.includes(key));
      expect(grounds.flatMap(({ evidence }) => evidence)).not.toEqual([]);
    }
    expect(caseProposal(almgarden).outcome).toBe('not-approved');
  });

  it('quotes what the provider reported and counts what was counted (R4)', () => {
    const percentages = percentagesInText(almgarden.summary).map(({ value }) => value);
    expect(percentages).toEqual([34.73, 5, 20.27]);
    expect(almgarden.figures.filter(({ reported }) => reported !== undefined)).toHaveLength(3);
  });
});

describe('the case of Söderäng', () => {
  const soderang = caseOf('Söderäng');

  it('judges every clause of the contract and every promise of the tender, and is approved (R6, R9)', () => {
    expect(soderang.scope).toHaveLength(30);
    expect(soderang.assessments.flatMap(({ clauses }) => clauses).sort()).toEqual([...soderang.scope].sort());
    expect(caseProposal(soderang).outcome).toBe('approved');
  });

  it('tells of seven of nine as the review shows it (R12)', () => {
    const text = soderang.assessments.find(({ clauses }) => clauses.includes('15'))?.text ?? '';
    expect(sharesInText(text)).toMatchObject([{ k: 7, n: 9 }]);
    const review = soderang.evidence.find(({ key }) => key === 'plan-review')?.review;
    expect(review?.files.filter(({ results }) => results['current'] === 'yes')).toHaveLength(7);
  });
});
