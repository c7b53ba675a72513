import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleReport } from '../test/sample-report.js';
import { canonicalJson, seal } from './canonical-json.js';

describe('the canonical form of a report', () => {
  it('sorts keys by code units at every depth and leaves out white space', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], å: true, a: 'x "y"\n', B: -0 })).toBe(
      '{"B":0,"a":"x \\"y\\"\\n","b":[{"a":null,"z":1}],"å":true}',
    );
  });

  it('writes numbers as RFC 8785 shows them', () => {
    const numbers = [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
    expect(canonicalJson(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]');
  });

  it('reads back as the same data, whatever the data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const value: unknown = JSON.parse(JSON.stringify(data));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['undefined', { a: undefined }],
    ['a number that is none', [Number.NaN]],
    ['a date object', { on: new Date(0) }],
    ['half a character', '\ud800'],
  ])('refuses %s', (_what, data) => {
    expect(() => canonicalJson(data)).toThrow(TypeError);
  });
});

describe('the seal of a report (R11)', () => {
  it('is the same however the keys are ordered', () => {
    const report = sampleReport();
    const turned = Object.fromEntries(Object.entries(report).reverse());

    expect(seal(report)).toMatch(/^[0-9a-f]{64}$/);
    expect(seal(turned)).toBe(seal(report));
  });

  it('is another as soon as one word is another', () => {
    expect(seal(sampleReport({ purpose: 'Ett annat syfte.' }))).not.toBe(seal(sampleReport()));
  });

  it('is plain SHA-256 of the canonical bytes', () => {
    expect(seal({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
