import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScreenHitKind } from './publication.js';
import { applySettlements, MASK, screenReport, type ScreenHit } from './screen.js';

const NAMES = ['Ylva Testberg', 'Åsa Prov-Lind'];

function screen(text: string, shares: { place: string; k: number; n: number }[] = []): ScreenHit[] {
  return screenReport({ sections: [{ place: 'overview', text }], participantNames: NAMES, shares, threshold: 5 });
}

function masked(text: string, hits: readonly ScreenHit[]): string {
  return applySettlements(
    text,
    hits.map(({ start, end }) => ({ start, end, settlement: 'masked' })),
  );
}

describe('the first screen (R17)', () => {
  it.each<[ScreenHitKind, string]>([
    ['identity-number', '19811218-9876'],
    ['identity-number', '811218-9876'],
    ['identity-number', '8112189876'],
    ['identity-number', '198112189876'],
    ['identity-number', '811218+9876'],
    ['identity-number', '811218–9876'],
    ['identity-number', '811218 - 9876'],
    ['identity-number', '811218\u00AD-9876'],
    ['identity-number', '1981-12-18-9876'],
    ['identity-number', '701063-2391'],
    ['phone', '070-123 45 67'],
    ['phone', '0701234567'],
    ['phone', '070 123 45 67'],
    ['phone', '+46 70 123 45 67'],
    ['phone', '+46 (0)70-123 45 67'],
    ['phone', '0046701234567'],
    ['phone', '08-123 456 78'],
    ['phone', '08-12 34 56'],
    ['phone', '0155-12 34 56'],
    ['email', 'ylva.t@example.se'],
    ['email', 'ylva (at) example.se'],
    ['participant-name', 'Ylva Testberg'],
    ['participant-name', 'Testbergs'],
    ['participant-name', 'TESTBERG'],
    ['participant-name', 'Prov-Lind'],
    ['participant-name', 'A\u030Asa Prov-Lind'],
    ['small-count', '7 av 9'],
    ['small-count', 'två av nio'],
    ['small-count', 'Två av de nio'],
    ['small-count', '1 av 2'],
    ['small-count', '0 av 3'],
    ['small-count', 'två brukare'],
    ['small-count', '2 ärenden'],
  ])('finds %s: %s', (kind, written) => {
    const text = `Vid mötet nämndes ${written}, och sedan inget mer.`;
    expect(screen(text)).toMatchObject([
      { kind, place: 'overview', excerpt: written, start: 18, end: 18 + written.length },
    ]);
  });

  it.each([
    '811218-9875 har fel kontrollsiffra',
    '811318-9876 har ingen sådan månad',
    'Organisationsnummer 556016-0680',
    'Diarienummer SON/2026/0476/739',
    'Tillstånd 4.1.2-47669/2022',
    'Mötet hölls 2024-11-20, eller 20-11-2024',
    'Filen 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    'En sjuksköterska bor vid testberget',
    'Av 16 akter granskades 9; 20 av 40 hade plan, alltså 50 %',
    'En person som ringde',
    'Priset är 1 200 000 kr',
  ])('leaves alone: %s', (text) => {
    expect(screen(text)).toEqual([]);
  });

  it('takes the percentage beside a small share, in text or as a figure', () => {
    const hits = screen('Planer finns i 50 % av akterna.', [{ place: 'figure-1', k: 1, n: 2 }]);
    expect(hits.map(({ place, excerpt, start, end }) => ({ place, excerpt, start, end }))).toEqual([
      { place: 'overview', excerpt: '50 %', start: 15, end: 19 },
      { place: 'figure-1', excerpt: '1 av 2', start: 0, end: 0 },
    ]);
    expect(screen('Sju av nio (78 %) har plan, 22 % saknar.').map(({ excerpt }) => excerpt)).toEqual([
      'Sju av nio',
      '78 %',
      '22 %',
    ]);
  });

  it('counts from 1 up to below the threshold as small, for k, n − k and n', () => {
    const isHit = (k: number, n: number) => screen('', [{ place: 'figure', k, n }]).length > 0;
    expect([isHit(4, 20), isHit(5, 20), isHit(15, 20), isHit(16, 20)]).toEqual([true, false, false, true]);
    expect([isHit(0, 20), isHit(20, 20), isHit(0, 4), isHit(4, 4)]).toEqual([false, false, true, true]);
  });

  it('gives each hit the same id each time, and two like hits ids of their own', () => {
    const text = 'Ring 070-123 45 67 eller 070-123 45 67.';
    const ids = screen(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(screen(`${text} Slut.`).map(({ id }) => id)).toEqual(ids);
  });

  const fragment = fc.oneof(
    fc.constantFrom('19811218-9876', '811218+9876', '070-123 45 67', '+46701234567', 'a@b.se', '@', '-', '/', '.', ','),
    fc.constantFrom(
      'Ylva',
      'Testberg',
      's',
      'Prov-Lind',
      'två',
      ' av ',
      'nio',
      '2',
      '9',
      '50',
      ' %',
      ' ',
      '\u00AD',
      '█',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.integer({ min: 0, max: 9_999_999_999 }).map(String),
  );

  it('finds nothing of the kind again in a text whose hits are masked', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const again = screen(masked(text, screen(text)));
        expect(again).toEqual([]);
      }),
      { numRuns: 500, seed: 17 },
    );
  });
});

describe('the public text (R18)', () => {
  const text = 'Ylva Testberg nås på 070-123 45 67.';

  it('masks, generalises and lets through, each as it was settled', () => {
    const [name, phone] = screen(text);
    if (!name || !phone) throw new Error('Two hits were expected');
    const settle = (settlement: 'masked' | 'let-through') =>
      applySettlements(text, [
        { ...phone, settlement },
        { ...name, settlement: 'generalised', replacement: 'Enhetschefen' },
      ]);
    expect(settle('masked')).toBe(`Enhetschefen nås på ${MASK}.`);
    expect(settle('let-through')).toBe('Enhetschefen nås på 070-123 45 67.');
  });

  it('refuses a generalisation without words, and hits that no longer fit the text', () => {
    expect(() => applySettlements(text, [{ start: 0, end: 4, settlement: 'generalised', replacement: ' ' }])).toThrow(
      'Skriv vad som ska stå i stället',
    );
    expect(() => applySettlements('Kort', [{ start: 2, end: 9, settlement: 'masked' }])).toThrow('Granska den igen');
    const overlapping = [
      { start: 0, end: 6, settlement: 'masked' },
      { start: 4, end: 8, settlement: 'masked' },
    ] as const;
    expect(() => applySettlements(text, overlapping)).toThrow('Granska den igen');
  });
});
