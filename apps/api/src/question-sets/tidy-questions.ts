import type { Question } from '@insyn/domain';

/**
 * The questions as they are stored: texts without space around them and in one form of Unicode, line ends as \n, and no
 * options or columns where the kind of answer has none. The parts stand in the order in which they are written in a file.
 */
export function tidyQuestions(questions: readonly Question[]): Question[] {
  return questions.map(({ condition, finding, columns, ...question }) => ({
    id: question.id,
    number: tidyText(question.number),
    section: tidyText(question.section),
    text: tidyText(question.text),
    guidance: tidyText(question.guidance),
    legalGround: tidyText(question.legalGround),
    clauseNumber: tidyText(question.clauseNumber),
    kind: question.kind,
    required: question.required,
    unit: tidyText(question.unit),
    min: question.min,
    max: question.max,
    options: question.kind === 'choice' || question.kind === 'multiple-choice' ? question.options.map(tidyText) : [],
    columns: question.kind === 'table' ? columns.map(({ id, text, kind }) => ({ id, text: tidyText(text), kind })) : [],
    condition: condition && { questionId: condition.questionId, equals: tidyText(condition.equals) },
    finding: finding && {
      answers: finding.answers.map(tidyText),
      kind: finding.kind,
      severity: finding.severity,
      title: tidyText(finding.title),
    },
  }));
}

function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
