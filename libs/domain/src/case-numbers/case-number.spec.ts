import { describe, expect, it } from '@jest/globals';
import {
  caseNumberPatternProblems,
  DEFAULT_CASE_NUMBER_PATTERN,
  formatCaseNumber,
  normaliseCaseNumber,
} from './case-number.js';

const parts = { prefix: 'SON', year: 2024, number: 476, classification: '739' };

describe('A case number', () => {
  it.each([
    [DEFAULT_CASE_NUMBER_PATTERN, 'SON/2024/0476/739'],
    ['{prefix} {year}-{number}', 'SON 2024-476'],
    ['{prefix}{year}:{number:6}', 'SON2024:000476'],
    ['{year}/{number:2}', '2024/476'],
  ])('by the pattern %s is %s', (pattern, expected) => {
    expect(formatCaseNumber(pattern, parts)).toBe(expected);
  });

  it('made by a pattern is found equal to the same typed in', () => {
    const made = formatCaseNumber(DEFAULT_CASE_NUMBER_PATTERN, parts);
    expect(normaliseCaseNumber(' dnr: son / 2024/0476/739 ')).toEqual({ ok: true, value: made });
  });

  it.each([
    ['{prefix}/{year}', ['number-missing']],
    ['{prefix}/{number:4}', ['year-missing']],
    ['{prefix}/{year}/{number:0}', ['unknown-field', 'number-missing']],
    ['{nummer}/{year}/{number}', ['unknown-field']],
    ['{year}_{number}', ['characters']],
    [`{year}/{number}/${'9'.repeat(60)}`, ['too-long']],
  ])('cannot be made by the pattern %s', (pattern, problems) => {
    expect(caseNumberPatternProblems(pattern)).toEqual(problems);
    expect(() => formatCaseNumber(pattern, parts)).toThrow(RangeError);
  });

  it('cannot be made of a running number below one or of signs it may not hold', () => {
    expect(() => formatCaseNumber(DEFAULT_CASE_NUMBER_PATTERN, { ...parts, number: 0 })).toThrow(RangeError);
    expect(() => formatCaseNumber(DEFAULT_CASE_NUMBER_PATTERN, { ...parts, prefix: '<b>' })).toThrow('characters');
  });

  it.each([
    ['SON 2024/0476', 'SON 2024/0476'],
    ['son  2024–0476', 'SON 2024-0476'],
    ['ÄN 2024:12', 'ÄN 2024:12'],
    ['Dnr 2024/0476', '2024/0476'],
    ['DNR2024-1', 'DNR2024-1'],
    ['1'.repeat(60), '1'.repeat(60)],
  ])('typed in as %p is %p', (text, value) => {
    expect(normaliseCaseNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'missing'],
    [' dnr: ', 'missing'],
    ['SON_2024', 'characters'],
    ['SON/2024<script>', 'characters'],
    ['SON/', 'digit-missing'],
    ['1'.repeat(61), 'too-long'],
  ])('is not %p: %s', (text, error) => {
    expect(normaliseCaseNumber(text)).toEqual({ ok: false, error });
  });
});
