import { describe, expect, it } from '@jest/globals';
import { aFollowUpView, anAssessment } from '../a-follow-up-view.js';
import { leadsElsewhere, nextStepOf } from './next-step-of.js';

const CASE = '/uppfoljningar/u1';
const allAssessed = () =>
  aFollowUpView({
    assessments: ['c14', 'c15', 'c17'].map((id) => anAssessment({ id: `a-${id}`, clauseIds: [id] })),
    missing: [],
  });

describe('the next step of a case', () => {
  it('is the first clause without a verdict, by name, with the others counted (R6)', () => {
    const next = nextStepOf(aFollowUpView());
    expect(next?.text).toBe('bedöm §§ 14 och 17.');
    expect(next?.link).toMatchObject({ label: 'Gå till § 14', query: { punkt: 'c14' } });
    expect(next?.link?.path.join('/')).toBe(`${CASE}/bedomning`);
  });

  it('is what else is missing, at its place, when every clause has a verdict', () => {
    const place = { kind: 'report-text', id: 'summary' };
    const missing = [{ code: 'placeholder', message: 'Texten innehåller platshållaren ”xxx”', place }];
    const next = nextStepOf({ ...allAssessed(), factChecked: true, missing });
    expect(next?.text).toBe('Texten innehåller platshållaren ”xxx”.');
    expect(next?.link).toMatchObject({ label: 'Gå dit', fragment: 'text-summary' });
  });

  it('is to send the draft for fact check when every clause has a verdict and none has been held', () => {
    const offers = [{ name: 'send-for-fact-check' as const, blockers: [] }];
    const next = nextStepOf({ ...allAssessed(), offers });
    expect(next?.text).toBe('skicka utkastet till utföraren för faktakontroll.');
    expect(next?.link).toMatchObject({
      label: 'Gå till faktakontrollen',
      path: ['/uppfoljningar', 'u1', 'faktakontroll'],
    });
  });

  it('says what stops the fact check, and still leads there', () => {
    const place = { kind: 'report-text', id: 'summary' };
    const blockers = ['Texten innehåller platshållaren ”xxx”', 'Bakgrund saknas', 'Syfte saknas'].map((message) => ({
      ...{ code: 'placeholder', message, place },
    }));
    const stopped = (count: number) =>
      nextStepOf({
        ...allAssessed(),
        offers: [{ name: 'send-for-fact-check', blockers: blockers.slice(0, count) }],
      });
    const before =
      'skicka utkastet till utföraren för faktakontroll. Det går inte än: Texten innehåller platshållaren ”xxx”';
    expect([1, 2, 3].map((count) => stopped(count)?.text)).toEqual([
      `${before}.`,
      `${before}, och en sak till.`,
      `${before}, och 2 saker till.`,
    ]);
    expect(stopped(1)?.link?.path.at(-1)).toBe('faktakontroll');
  });

  it.each([
    ['a fact check has been held', { factChecked: true }],
    ['it was said before why none is', { noFactCheckReason: 'Utföraren deltog i mötet.' }],
  ])('is the judgement when nothing is missing and %s', (_, changes) => {
    const next = nextStepOf({ ...allAssessed(), ...changes });
    expect(next?.link?.path.join('/')).toBe(`${CASE}/beslut`);
  });

  it('is the first comment of the manager that is not answered, where it is answered', () => {
    const place = { kind: 'return-comment', id: 'k1' };
    const missing = [{ code: 'comment-unanswered', message: 'Chefens kommentar är obesvarad: ”Hur många?”', place }];
    const next = nextStepOf({ ...allAssessed(), noFactCheckReason: 'Mötet.', missing });
    expect(next?.link).toMatchObject({ path: ['/uppfoljningar', 'u1', 'beslut'], fragment: 'comment-k1' });
  });

  it('is the decision for one who may approve, and waiting for everyone else', () => {
    const deciding = aFollowUpView({ state: 'deciding', offers: [] });
    expect(nextStepOf(deciding)).toEqual({ text: 'enhetschefen läser och beslutar.', link: null });
    expect(nextStepOf({ ...deciding, offers: [{ name: 'approve', blockers: [] }] })?.link?.label).toBe(
      'Gå till ditt beslut',
    );
  });

  it.each([
    [['fact-check-out'], 'invänta utförarens synpunkter.', 'faktakontroll'],
    [['remarks-unanswered'], 'besvara utförarens synpunkter.', 'faktakontroll'],
    [[], 'skriv den samlade bedömningen och skicka den för beslut.', 'beslut'],
  ])('is while the facts are checked, stopped by %j, to %s', (codes, text, tab) => {
    const blockers = codes.map((code) => ({ code, message: '', place: { kind: 'fact-check' } }));
    const next = nextStepOf(aFollowUpView({ state: 'fact-check', offers: [{ name: 'submit', blockers }] }));
    expect([next?.text, next?.link?.path.at(-1)]).toEqual([text, tab]);
  });

  it('of a re-check is to start it in time, to gather for it, and then what the requirements lack', () => {
    const recheck = (changes: Parameters<typeof aFollowUpView>[0]) =>
      nextStepOf(aFollowUpView({ kind: 're-check', parentId: 'root', actions: [], ...changes }));
    expect(recheck({ state: 'planned', decisionDue: '2027-03-01' })?.text).toBe(
      'starta återkontrollen senast måndag 1 mars 2027.',
    );
    expect(recheck({ state: 'gathering' })?.link?.path.at(-1)).toBe('underlag');
    const missing = [{ code: 'not-judged', message: 'Krav 1 saknar bedömning', place: { kind: 'action', id: 'k15' } }];
    expect(recheck({ missing })).toMatchObject({
      text: 'Krav 1 saknar bedömning.',
      link: { path: ['/uppfoljningar', 'u1', 'krav'], fragment: 'action-k15' },
    });
    expect(recheck({ missing: [] })?.link?.path.at(-1)).toBe('beslut');
    expect(recheck({ state: 'deciding', offers: [] })?.text).toBe('enhetschefen läser och beslutar.');
  });

  it('of a root is at its actions while they are remedied and re-checked', () => {
    const to = (state: 'remedying' | 'rechecking') => nextStepOf(aFollowUpView({ state }))?.link?.path.at(-1);
    expect([to('remedying'), to('rechecking')]).toEqual(['krav', 'krav']);
  });

  it('is none when the case is over', () => {
    expect(nextStepOf(aFollowUpView({ state: 'closed' }))).toBeNull();
    expect(nextStepOf(aFollowUpView({ state: 'cancelled' }))).toBeNull();
  });
});

describe('a link to the next step', () => {
  const to = (path: string, query: Record<string, string> = {}, fragment?: string) => ({
    path: path.split('/'),
    query,
    ...(fragment ? { fragment } : {}),
  });

  it.each([
    ['another page', to(`${CASE}/beslut`), CASE, true],
    ['the page one stands on', to(`${CASE}/beslut`), `${CASE}/beslut`, false],
    ['the page one stands on, whatever else its address names', to(`${CASE}/beslut`), `${CASE}/beslut?a=1#b`, false],
    ['another clause', to(`${CASE}/bedomning`, { punkt: 'c17' }), `${CASE}/bedomning?punkt=c14`, true],
    ['the clause one is at', to(`${CASE}/bedomning`, { punkt: 'c14' }), `${CASE}/bedomning?punkt=c14`, false],
    ['a spot on the page', to(CASE, {}, 'text-summary'), CASE, true],
  ])('to %s leads elsewhere or is left out', (_, link, url, leads) => {
    expect(leadsElsewhere(link, url)).toBe(leads);
  });
});
