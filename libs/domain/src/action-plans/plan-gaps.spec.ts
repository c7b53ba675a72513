import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.js';
import { type DemandedAction, emptyPlanItem, type PlanItem } from './action-plan.js';
import { isShare, lastDay, planGaps } from './plan-gaps.js';

const TODAY = '2026-11-22';
const REQUIREMENT: DemandedAction = { actionId: 'plans', number: 1, due: '2027-02-15' };

function anItem(changes: Partial<PlanItem> = {}): PlanItem {
  return {
    actionId: 'plans',
    kind: 'requirement',
    cause: 'Rutinen säger inte vem som uppdaterar planen när behovet ändras.',
    measures: [{ text: 'Ny rutin är beslutad och känd', responsible: 'Enhetschef', due: '2027-01-15' }],
    effect: {
      how: 'Stickprov bland planerna',
      followUpOn: '2027-02-01',
      measure: 'aktuella genomförandeplaner',
      before: { k: 7, n: 9 },
      target: { k: 16, n: 16 },
    },
    answer: '',
    ...changes,
  };
}

const effect = (changes: Partial<PlanItem['effect']>) => ({ effect: { ...anItem().effect, ...changes } });
const measures = (...changes: Partial<PlanItem['measures'][number]>[]) => ({
  measures: changes.map((change) => ({ text: 'Ny rutin', responsible: 'Enhetschef', due: '2027-01-15', ...change })),
});

describe('What an action plan lacks (R13)', () => {
  it.each<[string, Partial<PlanItem>, string[]]>([
    ['nothing when all is written', {}, []],
    ['the cause', { cause: '' }, ['cause']],
    ['a cause that is only space and signs that draw nothing', { cause: ' \u200b\u00ad\u3164' }, ['cause']],
    ['a measure', { measures: [] }, ['measures']],
    ['what the measure is', measures({ text: '\t' }), ['measures.0.text']],
    ['who is responsible', measures({ responsible: '' }), ['measures.0.responsible']],
    ['when it is done', measures({ due: null }), ['measures.0.due']],
    ['the same of the second measure only', measures({}, { due: null }), ['measures.1.due']],
    ['how the effect shows', effect({ how: '' }), ['effect.how']],
    ['when the effect shows', effect({ followUpOn: null }), ['effect.followUpOn']],
    [
      'no counted measure of the effect, which need not be counted',
      effect({ measure: '', before: null, target: null }),
      [],
    ],
    ['what is counted where something is', effect({ measure: '', target: null }), ['effect.measure']],
    ['a measure that was done before today may be told', measures({ due: '2026-10-01' }), []],
    ['an effect followed up on the day of the last measure', effect({ followUpOn: '2027-01-15' }), []],
    ['an effect followed up before the last measure', effect({ followUpOn: '2027-01-14' }), ['effect.followUpOn']],
    [
      'an effect that has been followed up already',
      { ...measures({ due: '2026-10-01' }), ...effect({ followUpOn: '2026-11-01' }) },
      [],
    ],
    [
      'a year that was mistyped in a measure',
      { ...measures({ due: '2072-01-15' }), ...effect({ followUpOn: '2072-02-01' }) },
      ['measures.0.due', 'effect.followUpOn'],
    ],
    [
      'five years ahead to the day',
      { ...measures({ due: '2031-11-22' }), ...effect({ followUpOn: '2031-11-22' }) },
      [],
    ],
    ['a day more than five years ahead', effect({ followUpOn: '2031-11-23' }), ['effect.followUpOn']],
    ['a measure more than five years ago', measures({ due: '2021-11-21' }), ['measures.0.due']],
    ['a day that does not exist', measures({ due: '2027-02-29' }), ['measures.0.due']],
    ['more found than there are', effect({ before: { k: 10, n: 9 } }), ['effect.before']],
    ['a share of none', effect({ target: { k: 0, n: 0 } }), ['effect.target']],
    ['halves of persons', effect({ target: { k: 1.5, n: 2 } }), ['effect.target']],
    ['fewer than none', effect({ before: { k: -1, n: 9 } }), ['effect.before']],
  ])('is %s', (_case, changes, fields) => {
    expect(planGaps([anItem(changes)], [REQUIREMENT], TODAY).map(({ field }) => field)).toEqual(fields);
  });

  it('is everything of a requirement on which nothing is written, in words that name it', () => {
    expect(planGaps([], [{ ...REQUIREMENT, number: 3 }], TODAY)).toEqual([
      { actionId: 'plans', field: 'cause', message: 'Krav 3: skriv orsaken till bristen.' },
      { actionId: 'plans', field: 'measures', message: 'Krav 3: lägg till minst en åtgärd.' },
      { actionId: 'plans', field: 'effect.how', message: 'Krav 3: skriv hur effekten ska visa sig.' },
      { actionId: 'plans', field: 'effect.followUpOn', message: 'Krav 3: ange vilken dag effekten ska följas upp.' },
    ]);
    expect(planGaps([emptyPlanItem('plans', 'requirement')], [REQUIREMENT], TODAY)).toHaveLength(4);
  });

  it('says which measure where there are several, and until when the effect cannot show', () => {
    const item = anItem({ ...measures({}, { text: '' }), ...effect({ followUpOn: '2026-12-01' }) });
    expect(planGaps([item], [REQUIREMENT], TODAY).map(({ message }) => message)).toEqual([
      'Krav 1: skriv vad åtgärd 2 är.',
      'Krav 1: effekten kan inte följas upp innan den sista åtgärden är klar, 15 januari 2027.',
    ]);
  });

  it('leaves out what does not wait: a recommendation, and a requirement found sufficient', () => {
    const recommendation = emptyPlanItem('advice', 'recommendation');
    expect(planGaps([anItem(), recommendation, emptyPlanItem('done', 'requirement')], [REQUIREMENT], TODAY)).toEqual(
      [],
    );
  });
});

const text = fc.constantFrom('', '  ', 'Ny rutin', 'Stickprov');
const day = fc.option(fc.integer({ min: -400, max: 1_200 }).map((days) => addDays(TODAY, days)));
const share = fc.option(fc.record({ k: fc.integer({ min: -1, max: 20 }), n: fc.integer({ min: -1, max: 20 }) }));
const item = fc.record({
  actionId: fc.constantFrom('plans', 'staff'),
  kind: fc.constantFrom('requirement' as const, 'recommendation' as const),
  cause: text,
  measures: fc.array(fc.record({ text, responsible: text, due: day }), { maxLength: 4 }),
  effect: fc.record({ how: text, followUpOn: day, measure: text, before: share, target: share }),
  answer: text,
});
const items = fc.uniqueArray(item, { selector: ({ actionId }) => actionId });

describe('A plan without gaps (R13)', () => {
  const requirements = [REQUIREMENT, { actionId: 'staff', number: 2, due: null }];

  it('has for each requirement a cause, and measures with words, role and day, and an effect after them', () => {
    fc.assert(
      fc.property(items, (written) => {
        const gaps = planGaps(written, requirements, TODAY);
        for (const { actionId } of requirements) {
          const one = written.find((candidate) => candidate.actionId === actionId);
          const complete =
            one !== undefined &&
            one.cause.trim() !== '' &&
            one.measures.length > 0 &&
            one.measures.every(
              ({ text: what, responsible, due }) => what.trim() && responsible.trim() && due !== null,
            ) &&
            one.effect.how.trim() !== '' &&
            one.effect.followUpOn !== null &&
            one.measures.every(({ due }) => due !== null && due <= (one.effect.followUpOn ?? '')) &&
            [one.effect.before, one.effect.target].every((counted) => counted === null || isShare(counted)) &&
            ((one.effect.before === null && one.effect.target === null) || one.effect.measure.trim() !== '');
          expect(gaps.some((gap) => gap.actionId === actionId)).toBe(!complete);
        }
      }),
    );
  });

  it('never names one place twice, and only demanded requirements', () => {
    fc.assert(
      fc.property(items, (written) => {
        const places = planGaps(written, requirements, TODAY).map(({ actionId, field }) => `${actionId} ${field}`);
        expect(new Set(places).size).toBe(places.length);
        expect(planGaps(written, [], TODAY)).toEqual([]);
      }),
    );
  });
});

describe('The last measure', () => {
  it('is the latest day that is given; none without days', () => {
    const measure = { text: '', responsible: '' };
    const days = ['2027-01-15', null, '2027-03-01', '2027-02-01'];
    expect(lastDay(days.map((due) => ({ ...measure, due })))).toBe('2027-03-01');
    expect(lastDay([{ ...measure, due: null }])).toBeNull();
  });
});
