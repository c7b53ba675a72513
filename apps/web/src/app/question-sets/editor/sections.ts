import type { Question } from '@insyn/domain';

/** A heading with the questions under it, as the editor holds them. It may stand empty while questions are moved. */
export interface Section {
  /** Stable while one edits. */
  readonly key: string;
  readonly heading: string;
  readonly questions: readonly Question[];
}

export function newSection(heading: string, questions: readonly Question[] = []): Section {
  return { key: `avsnitt-${randomName()}`, heading, questions };
}

/** The questions by the headings that they stand under, in order. */
export function sectionsOf(questions: readonly Question[]): Section[] {
  const sections: { heading: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = sections.at(-1);
    if (last?.heading === question.section) last.questions.push(question);
    else sections.push({ heading: question.section, questions: [question] });
  }
  return sections.map(({ heading, questions: own }) => newSection(heading, own));
}

/** The questions in their order, each with the heading that it stands under; an empty section leaves nothing. */
export function questionsOf(sections: readonly Section[]): Question[] {
  return sections.flatMap(({ heading, questions }) =>
    questions.map((question) => tidied({ ...question, section: heading })),
  );
}

/** The texts without space around them, and nothing that the kind of answer does not ask for. */
function tidied(question: Question): Question {
  const { kind, options, columns, condition, finding } = question;
  const isChoice = kind === 'choice' || kind === 'multiple-choice';
  const isNumber = kind === 'number';
  return {
    ...question,
    number: question.number.trim(),
    section: question.section.trim(),
    text: question.text.trim(),
    guidance: question.guidance.trim(),
    legalGround: question.legalGround.trim(),
    clauseNumber: question.clauseNumber.trim(),
    unit: isNumber || kind === 'share' ? question.unit.trim() : '',
    min: isNumber ? question.min : null,
    max: isNumber ? question.max : null,
    options: isChoice ? options.map((option) => option.trim()) : [],
    columns: kind === 'table' ? columns.map((column) => ({ ...column, text: column.text.trim() })) : [],
    condition: condition && { ...condition, equals: condition.equals.trim() },
    finding: finding && {
      ...finding,
      answers: finding.answers.map((answer) => answer.trim()),
      title: finding.title.trim(),
    },
  };
}

/** Where a question stands; null when it is not there. */
export function placeOf(sections: readonly Section[], id: string): { section: number; index: number } | null {
  for (const [section, { questions }] of sections.entries()) {
    const index = questions.findIndex((question) => question.id === id);
    if (index !== -1) return { section, index };
  }
  return null;
}

/** Puts a question at a place in a section, which may be another than its own. */
export function putQuestion(sections: readonly Section[], id: string, section: number, index: number): Section[] {
  const from = placeOf(sections, id);
  const question = from && sections[from.section]?.questions[from.index];
  if (!question) return [...sections];
  return sections.map((each, at) => {
    const questions = each.questions.filter((other) => other.id !== id);
    return { ...each, questions: at === section ? questions.toSpliced(index, 0, question) : questions };
  });
}

/** Moves a question one step; past the end of a section it goes into the next one. The same sections when it cannot. */
export function stepQuestion(sections: readonly Section[], id: string, step: -1 | 1): readonly Section[] {
  const from = placeOf(sections, id);
  if (!from) return sections;
  const index = from.index + step;
  if (index >= 0 && index < (sections[from.section]?.questions.length ?? 0)) {
    return putQuestion(sections, id, from.section, index);
  }
  const next = sections[from.section + step];
  if (!next) return sections;
  return putQuestion(sections, id, from.section + step, step === 1 ? 0 : next.questions.length);
}

/** Moves a whole section one step; the same sections when it cannot. */
export function stepSection(sections: readonly Section[], key: string, step: -1 | 1): readonly Section[] {
  const from = sections.findIndex((section) => section.key === key);
  const [own, to] = [sections[from], from + step];
  if (!own || to < 0 || to >= sections.length) return sections;
  return sections.toSpliced(from, 1).toSpliced(to, 0, own);
}

/** The sections with their questions numbered 1.1, 1.2, 2.1 … in their order. */
export function renumbered(sections: readonly Section[]): Section[] {
  const filled = sections.filter(({ questions }) => questions.length > 0);
  return sections.map((section) => ({
    ...section,
    questions: section.questions.map((question, index) => ({
      ...question,
      number: `${filled.indexOf(section) + 1}.${index + 1}`,
    })),
  }));
}

/** A number for a question put last in a section that no other has: the one after the section's last, or its first. */
export function nextNumber(sections: readonly Section[], section: number): string {
  const taken = new Set(
    sections.flatMap(({ questions }) => questions.map(({ number }) => number.trim().toLowerCase())),
  );
  const last = sections[section]?.questions.at(-1)?.number.match(/^(\d+)\.(\d+)/u);
  const [chapter, from] = last ? [last[1], Number(last[2]) + 1] : [String(section + 1), 1];
  let own = from;
  while (taken.has(`${chapter}.${own}`)) own++;
  return `${chapter}.${own}`;
}

/** A question that is not written yet: a required yes or no. */
export function emptyQuestion(number: string): Question {
  return {
    id: newQuestionId(),
    number,
    section: '',
    text: '',
    guidance: '',
    legalGround: '',
    clauseNumber: '',
    kind: 'yes-no',
    required: true,
    unit: '',
    min: null,
    max: null,
    options: [],
    columns: [],
    condition: null,
    finding: null,
  };
}

/** An id that a question keeps through all versions. */
export function newQuestionId(): string {
  return `q-${randomName()}`;
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
