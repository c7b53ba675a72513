import { describe, expect, it } from '@jest/globals';
import { findCitations, isValidOn } from '../../law/citations.js';
import { LAW_REGISTER, type LawEntry } from '../../law/law-register.js';
import { askedQuestions } from '../asked-questions.js';
import { parseQuestions } from '../parse-questions.js';
import { questionsFromRows, questionsToRows } from '../question-csv.js';
import { type Answers, type Question, QUESTION_LIMITS } from '../question.js';
import { questionSetFaults } from '../question-set-faults.js';
import { READY_QUESTION_SETS } from './ready-question-sets.js';

const TODAY = '2026-11-22';
const sets = READY_QUESTION_SETS.map((set) => [set.name, set] as const);
const [assistance, homeCare] = READY_QUESTION_SETS.map(({ questions }) => questions);

/** The act that a legal ground names: by its number, or as "6 § LSS" with a paragraph that the register holds. */
function entryOf(legalGround: string): LawEntry | undefined {
  const [citation] = findCitations(legalGround);
  if (citation) return citation.entry ?? undefined;
  const [, paragraph = '', shortName = ''] = /^(.+) § (.+)$/u.exec(legalGround) ?? [];
  return LAW_REGISTER.find((entry) => entry.shortName === shortName && entry.paragraphs.includes(paragraph));
}

describe.each(sets)('The ready set for %s', (_name, { questions }) => {
  it('can be sent as it is', () => {
    expect(questionSetFaults(questions)).toEqual([]);
    expect(questions.every(({ section, text }) => section !== '' && text.length < QUESTION_LIMITS.text)).toBe(true);
  });

  it('names only law that is in the register and valid (R12)', () => {
    const grounds = questions.map(({ legalGround }) => legalGround).filter(Boolean);
    expect(grounds.length).toBeGreaterThan(4);
    for (const ground of grounds) {
      const entry = entryOf(ground);
      expect([ground, entry !== undefined && isValidOn(entry, TODAY)]).toEqual([ground, true]);
    }
  });

  it('never asks for a percentage other than as n of N (R4)', () => {
    for (const { kind, text, unit, guidance } of questions) {
      if (kind !== 'share') expect(`${text} ${unit} ${guidance}`).not.toMatch(/procent|%/iu);
    }
  });

  it('is the same set when it comes back from CSV and JSON', () => {
    expect(questionsFromRows(questionsToRows(questions))).toEqual({ questions, faults: [] });
    expect(parseQuestions(JSON.parse(JSON.stringify(questions)))).toEqual({ questions, faults: [] });
  });

  it('asks every question that has a condition, on some answer', () => {
    const answers: Record<string, Answers[string]> = {};
    for (const { condition } of questions) {
      if (!condition) continue;
      answers[condition.questionId] = { kind: 'yes-no', yes: condition.equals === 'Ja' };
      expect(askedQuestions(questions, answers).some((question) => question.condition === condition)).toBe(true);
    }
  });
});

describe('The ready sets', () => {
  it('cover what the issue asks of personal assistance', () => {
    expect(assistance?.length).toBeGreaterThanOrEqual(30);
    expect(assistance?.length).toBeLessThanOrEqual(45);
    const kindOf = new Map(assistance?.map(({ id, kind }) => [id, kind]));
    expect(
      [
        'staff-by-form',
        'sick-leave-short',
        'sick-leave-long',
        'turnover',
        'customers-total',
        'customers-municipality',
        'contact-person',
        'current-plan',
        'routines',
        'routines-access',
        'training',
        'self-checks',
        'complaints',
        'deviations',
        'lex-sarah-reports',
        'insurance',
        'register-checks',
      ].map((id) => kindOf.get(id)),
    ).toEqual([
      'table',
      'share',
      'share',
      'share',
      'number',
      'number',
      'share',
      'share',
      'yes-no',
      'multiple-choice',
      'yes-no',
      'table',
      'number',
      'table',
      'number',
      'yes-no',
      'share',
    ]);
  });

  it('hold 20–30 questions for home care', () => {
    expect(homeCare?.length).toBeGreaterThanOrEqual(20);
    expect(homeCare?.length).toBeLessThanOrEqual(30);
  });

  it('use every kind of answer somewhere', () => {
    const all: readonly Question[] = READY_QUESTION_SETS.flatMap(({ questions }) => questions);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(9);
  });
});
