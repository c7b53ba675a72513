import type { QuestionSetView } from '@insyn/api-schema';
import { permissionsOf, type Question } from '@insyn/domain';
import { freezeVersion, type FrozenQuestions } from '../src/question-sets/freeze-version.js';
import { answered } from './follow-up-factory.js';
import type { Browser, TestApp } from './test-app.js';

/** A question for a spec: a required yes or no, changed where the spec says. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  return {
    id: 'rutiner',
    number: '1.1',
    section: 'Ledning',
    text: 'Finns skriftliga rutiner?',
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
    ...changes,
  };
}

/** A question of every kind, with a condition, a finding rule and all that a file could stumble on. */
export const EVERY_KIND: readonly Question[] = [
  aQuestion({ guidance: '=SUMMA(A1) är ingen formel; "citat"\noch en rad till', legalGround: '14 kap. 2 § SoL' }),
  aQuestion({
    ...{ id: 'saknas', number: '1.1b', text: '-Vilka saknas, & varför?', kind: 'text', required: false },
    condition: { questionId: 'rutiner', equals: 'Nej' },
  }),
  aQuestion({
    id: 'dagar',
    number: '1.2',
    text: "'+Hur många dagar?",
    kind: 'number',
    unit: 'dagar',
    min: -5,
    max: 1e6,
  }),
  aQuestion({
    ...{ id: 'planer', number: '2.1', section: 'Dokumentation', text: 'Aktuella planer', kind: 'share' },
    finding: { answers: [], kind: 'deficiency', severity: 'serious', title: 'Planer saknas' },
  }),
  aQuestion({ id: 'senast', number: '2.2', section: 'Dokumentation', kind: 'date', clauseNumber: '§ 7' }),
  aQuestion({
    ...{ id: 'system', number: '2.3', section: 'Dokumentation', kind: 'choice', options: ['Papper', '@lla digitalt'] },
    finding: { answers: ['Papper'], kind: 'improvement-area', severity: null, title: 'För journal på papper' },
  }),
  aQuestion({
    ...{ id: 'kurser', number: '2.4', section: 'Dokumentation', kind: 'multiple-choice' },
    options: ['Lyft', 'Hot och våld', 'Dokumentation'],
  }),
  aQuestion({
    ...{ id: 'personal', number: '3', section: 'Personal', kind: 'table' },
    columns: [
      { id: 'form', text: 'Anställningsform', kind: 'text' },
      { id: 'antal', text: 'Antal (personer)', kind: 'number' },
      { id: 'andel', text: 'Utbildade', kind: 'share' },
      { id: 'sedan', text: 'Sedan', kind: 'date' },
    ],
  }),
  aQuestion({ id: 'forsakring', number: '4', section: 'Försäkring', kind: 'file' }),
];

/** A set of one's own; with questions they are saved as its first version. */
export async function aQuestionSet(
  officer: Browser,
  { name = 'Tertialfrågor', questions = [aQuestion()] }: { name?: string; questions?: readonly Question[] } = {},
): Promise<{ id: string; view(): Promise<QuestionSetView> }> {
  const created = answered(await officer.post('/api/question-sets', { name, serviceType: 'home-care' }), 201);
  const { id } = created.json<{ id: string }>();
  const body = { versionNumber: 1, version: 1, questions };
  if (questions.length > 0) answered(await officer.put(`/api/question-sets/${id}/questions`, body), 200);
  const view = async () => answered(await officer.get(`/api/question-sets/${id}`), 200).json<QuestionSetView>();
  return { id, view };
}

/** Freezes a version as sending a request does, in the name of the first municipality's officer. */
export function freeze(t: TestApp, versionId: string): Promise<FrozenQuestions> {
  const user = t.staffUser(t.people.officer(t.m1), 'officer', permissionsOf(['officer']));
  return t.db.transaction(user, (tx) => freezeVersion(tx, versionId));
}
