import { describe, expect, it } from '@jest/globals';
import { CHECKLIST_TEMPLATES } from './checklist-templates.js';

describe('The checklist templates', () => {
  it('have an id, a title and distinct questions of their own', () => {
    const ids = CHECKLIST_TEMPLATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, fileNoun, questions } of CHECKLIST_TEMPLATES) {
      expect([title, fileNoun].every(Boolean)).toBe(true);
      expect(questions.length).toBeGreaterThanOrEqual(5);
      expect(new Set(questions).size).toBe(questions.length);
      for (const question of questions) expect(question).toMatch(/^[A-ZÅÄÖ].{10,190}\?$/u);
    }
  });

  it.each([
    ['implementation-plan', ['aktuell', 'mål', 'undertecknad', '12 månader', 'delaktig']],
    ['social-documentation', ['anteckning', 'obehöriga']],
    ['personnel-file', ['belastningsregistret', 'tystnadsplikt', 'introduktion', 'utbildning']],
  ])('ask in %s about %j', (id, words) => {
    const text = CHECKLIST_TEMPLATES.find((template) => template.id === id)
      ?.questions.join(' ')
      .toLowerCase();
    for (const word of words) expect(text).toContain(word);
  });
});
