import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyPlanItem, type PlanItem } from './action-plan.js';
import { planGaps } from './plan-gaps.js';
import { planHints } from './plan-hints.js';

function anItem(changes: Partial<PlanItem> = {}): PlanItem {
  return { ...emptyPlanItem('plans', 'requirement'), ...changes };
}
const measure = (text: string, responsible = 'Enhetschef', due: string | null = '2027-01-15') =>
  anItem({ measures: [{ text, responsible, due }] });
const effect = (changes: Partial<PlanItem['effect']>) => anItem({ effect: { ...anItem().effect, ...changes } });
const [seven, nine] = [
  { k: 7, n: 9 },
  { k: 9, n: 9 },
];

describe('Plain help beside a plan', () => {
  it('asks when and by whom of ”vi ska se över”', () => {
    expect(planHints(measure('Vi ska se över rutinerna.', '', null))).toEqual([
      {
        field: 'measures.0.text',
        message:
          '”se över” säger inte vad som blir annorlunda. Skriv vad som ska vara gjort. När och av vem ska det göras?',
      },
    ]);
    expect(planHints(measure('Vi ska se över rutinerna.', 'Enhetschef', null))[0]?.message).toMatch(
      / När ska det göras\?$/,
    );
    expect(planHints(measure('Vi ska se över rutinerna.', ' '))[0]?.message).toMatch(/ Av vem ska det göras\?$/);
    expect(planHints(measure('Vi ska SE ÖVER rutinerna.'))[0]?.message).toMatch(/Skriv vad som ska vara gjort\.$/);
  });

  it.each<[string, PlanItem, string[]]>([
    ['nothing of a plain measure', measure('Rutinen är beslutad och känd av alla'), []],
    ['a day that never comes', measure('Utbildning sker löpande'), ['measures.0.text']],
    ['a word within another word is none', measure('Översikten är klar; förseöverlåtelse'), []],
    ['everybody as the one responsible', measure('Ny rutin', 'Personalen'), ['measures.0.responsible']],
    ['a name in place of a role', measure('Ny rutin', 'Förnamn Efternamn-Andra'), ['measures.0.responsible']],
    ['not a role with a place', measure('Ny rutin', 'Enhetschef Norr'), []],
    ['not a role in small letters', measure('Ny rutin', 'medicinskt ansvarig sjuksköterska'), []],
    ['a cause that is only blame', anItem({ cause: 'Den mänskliga faktorn.' }), ['cause']],
    ['an effect that nobody can see', effect({ how: 'Det ska bli bättre' }), ['effect.how']],
    ['a target above the state before', effect({ before: seven, target: nine }), []],
    ['a target that is the state before', effect({ before: seven, target: { k: 14, n: 18 } }), ['effect.target']],
    ['a target below the state before', effect({ before: nine, target: seven }), ['effect.target']],
    ['no target against a share that is none', effect({ before: { k: 9, n: 7 }, target: seven }), []],
    ['nothing of a recommendation', { ...measure('Vi ska se över det', 'alla'), kind: 'recommendation' }, []],
  ])('questions %s', (_case, item, fields) => {
    expect(planHints(item).map(({ field }) => field)).toEqual(fields);
  });

  it('points at the measure that is done after the requirement’s own day', () => {
    const item = anItem({
      measures: ['2027-01-15', '2027-03-01', null].map((due) => ({ text: 'Ny rutin', responsible: 'Chef', due })),
    });
    expect(planHints(item, { due: '2027-02-15' })).toEqual([
      {
        field: 'measures.1.due',
        message: 'Kravet ska vara åtgärdat senast 15 februari 2027. Åtgärden är klar senare än så.',
      },
    ]);
    expect(planHints(item, { due: '2027-03-01' })).toEqual([]);
    expect(planHints(item, { due: null })).toEqual([]);
  });

  it('R13: never stops a plan: what is questioned can be handed in', () => {
    const vague = fc.constantFrom('Vi ska se över rutinerna', 'Utbildning löpande', 'Personalen påminns', 'Ny rutin');
    fc.assert(
      fc.property(vague, fc.constantFrom('alla', 'Förnamn Efternamn', 'Enhetschef'), (text, responsible) => {
        const item = {
          ...measure(text, responsible),
          cause: 'Tidsbrist',
          effect: { ...anItem().effect, how: text, followUpOn: '2027-02-01' },
        };
        expect(planHints(item).length).toBeGreaterThan(0);
        expect(planGaps([item], [{ actionId: 'plans', number: 1, due: null }], '2026-11-22')).toEqual([]);
      }),
    );
  });
});
