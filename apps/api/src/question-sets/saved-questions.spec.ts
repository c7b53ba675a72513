import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuestionSetVersionView, SavedQuestions } from '@insyn/api-schema';
import { permissionsOf, type Question, QUESTION_LIMITS } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../test/follow-up-factory.js';
import { aQuestion, aQuestionSet, EVERY_KIND, freeze } from '../../test/question-set-fixture.js';
import { type Answer, type Browser, runSql, testApp, type TestApp } from '../../test/test-app.js';
import { freezeVersion } from './freeze-version.js';

const second = (changes: Partial<Question> = {}) => aQuestion({ id: 'fler', number: '1.2', ...changes });

describe('The questions of a set', () => {
  let t: TestApp;
  let officer: Browser;
  let colleague: Browser;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
    colleague = await t.signIn(t.people.secondOfficer(t.m1));
  });
  afterAll(() => t.close());

  const save = (browser: Browser, id: string, of: { number: number; version: number }, questions: readonly unknown[]) =>
    browser.put(`/api/question-sets/${id}/questions`, { versionNumber: of.number, version: of.version, questions });
  const saved = (answer: Answer): SavedQuestions => answered(answer, 200).json();
  const versionOf = async (id: string): Promise<QuestionSetVersionView> =>
    answered(await officer.get('/api/question-set-versions/' + id), 200).json();
  const errorsOf = (answer: Answer) =>
    answer
      .json<{ errors: { field: string; message: string }[] }>()
      .errors.map(({ field, message }) => [field, message]);
  const problemOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (problem: { status: number; code: string; details: object }) => problem,
    );

  it('are kept as they were written, of every kind and in their order', async () => {
    const { id, view } = await aQuestionSet(officer, { questions: [] });
    const { versionId } = saved(await save(officer, id, { number: 1, version: 1 }, EVERY_KIND));
    const { questions, number, version, updatedBy } = await versionOf(versionId);
    expect(questions).toEqual(EVERY_KIND);
    expect([number, version, updatedBy]).toEqual([1, 2, 'Maja Lindgren']);
    expect((await view()).current.id).toBe(versionId);
  });

  it('change in place until they are sent, and the history says which', async () => {
    const { id } = await aQuestionSet(officer);
    const changed = [second(), aQuestion({ text: 'Finns de?' })];
    const once = saved(await save(officer, id, { number: 1, version: 2 }, changed));
    expect([once.number, once.version]).toEqual([1, 3]);
    const [event] = await t.asOwner<{ summary: string; after: object }>(
      `select v.content ->> 'summary' as summary, v.content -> 'after' as after
       from event e join event_value v on v.event_id = e.id where e.subject_id = $1 order by e.sequence desc limit 1`,
      [once.versionId],
    );
    expect(event).toEqual({
      summary: 'Ändrade frågorna i frågebatteriet Tertialfrågor, version 1',
      after: { number: 1, questions: 2, added: ['1.2'], removed: [], changed: ['1.1'], reordered: false },
    });
    const same = saved(await save(officer, id, once, changed));
    expect(same).toEqual(once);
  });

  it('that were sent stay as they were, and a change while a request is out becomes the next version', async () => {
    const { id, view } = await aQuestionSet(officer);
    const { current: sent } = await view();
    expect(await freeze(t, sent.id)).toEqual({
      versionId: sent.id,
      setName: 'Tertialfrågor',
      number: 1,
      questions: [aQuestion()],
    });
    const next = saved(await save(officer, id, sent, [aQuestion({ text: 'Finns de nu?' }), second()]));
    expect([next.number, next.version, next.versionId === sent.id]).toEqual([2, 1, false]);
    expect(await versionOf(sent.id)).toEqual({ ...sent, frozen: true });
    const { current, earlier } = await view();
    expect([current.number, current.frozen, current.questions.length]).toEqual([2, false, 2]);
    expect(earlier).toEqual([{ id: sent.id, number: 1, frozen: true, questions: 1, updatedAt: sent.updatedAt }]);
    const late = await save(officer, id, sent, [aQuestion({ text: 'Mot den gamla?' })]);
    expect(late.statusCode).toBe(409);
    const further = saved(await save(officer, id, next, [second()]));
    expect([further.versionId, further.number, further.version]).toEqual([next.versionId, 2, 2]);
  });

  it('make no new version when nothing is changed in what was sent', async () => {
    const { id, view } = await aQuestionSet(officer);
    const { current } = await view();
    await freeze(t, current.id);
    expect(saved(await save(officer, id, current, [aQuestion()])).versionId).toBe(current.id);
    expect((await view()).earlier).toEqual([]);
  });

  it('are not overwritten by a second editor, who is told by whom', async () => {
    const { id, view } = await aQuestionSet(officer);
    const { current } = await view();
    t.clock.advance({ minutes: 5 });
    saved(await save(colleague, id, current, [second()]));
    const late = await save(officer, id, current, [aQuestion({ text: 'Min ändring?' })]);
    expect([late.statusCode, late.json()]).toEqual([
      409,
      expect.objectContaining({
        ...{ code: 'stale-version', version: 3, changedBy: 'Olle Sandahl' },
        change: 'Ändrade frågorna i frågebatteriet Tertialfrågor, version 1',
      }),
    ]);
    expect((await view()).current.questions).toEqual([second()]);
  });

  it('of two editors at the same moment are those of one, whether or not they were sent', async () => {
    for (const isSent of [false, true]) {
      const { id, view } = await aQuestionSet(officer);
      const { current } = await view();
      if (isSent) await freeze(t, current.id);
      const texts = ['Den enas?', 'Den andras?'];
      const answers = await Promise.all(
        [officer, colleague].map((who, at) => save(who, id, current, [aQuestion({ text: texts[at] ?? '' })])),
      );
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const winner = answers[0]?.statusCode === 200 ? texts[0] : texts[1];
      const after = await view();
      expect(after.current.questions.map(({ text }) => text)).toEqual([winner]);
      expect(after.earlier).toHaveLength(isSent ? 1 : 0);
    }
  });

  it('are sent whole when they are changed at the same moment', async () => {
    const { id, view } = await aQuestionSet(officer);
    const { current } = await view();
    const [answer, frozen] = await Promise.all([
      save(officer, id, current, [aQuestion({ text: 'Samtidigt?' })]),
      freeze(t, current.id),
    ]);
    expect(answer.statusCode).toBe(200);
    const sent = await versionOf(current.id);
    expect([sent.frozen, sent.questions]).toEqual([true, frozen.questions]);
    expect((await view()).current.questions[0]?.text).toBe('Samtidigt?');
  });

  it('are frozen once, however often they are sent', async () => {
    const { id, view } = await aQuestionSet(officer);
    const { current } = await view();
    const sendings = await Promise.all([freeze(t, current.id), freeze(t, current.id), freeze(t, current.id)]);
    expect(new Set(sendings.map((each) => JSON.stringify(each))).size).toBe(1);
    const events = await t.asOwner(
      "select 1 from event where kind = 'question-set.frozen' and subject_id = $1 and follow_up_id is null",
      [id],
    );
    expect(events).toHaveLength(1);
  });

  it('are not sent when there are none, when they are faulty, archived, or another municipality’s (R20)', async () => {
    const empty = await (await aQuestionSet(officer, { questions: [] })).view();
    expect(await problemOf(freeze(t, empty.current.id))).toMatchObject({
      ...{ status: 409, code: 'question-set-faulty' },
      details: { errors: [{ field: 'questions', message: 'Frågebatteriet saknar frågor.' }] },
    });
    const faulty = await (await aQuestionSet(officer, { questions: [aQuestion(), second()] })).view();
    await t.asOwner('update question_set_version set questions = $2::jsonb where id = $1', [
      faulty.current.id,
      JSON.stringify([aQuestion(), second({ text: '' })]),
    ]);
    expect(await problemOf(freeze(t, faulty.current.id))).toMatchObject({
      ...{ status: 409, code: 'question-set-faulty' },
      details: { errors: [{ field: 'questions.1.text', message: 'Frågans text saknas.' }] },
    });
    expect((await versionOf(faulty.current.id)).frozen).toBe(false);
    const { id, view } = await aQuestionSet(officer);
    const { current } = await view();
    const neighbour = t.staffUser(t.people.officer(t.m2), 'officer', permissionsOf(['officer']));
    const missing = [{ field: 'questionSetVersionId', message: 'Frågebatteriet finns inte.' }];
    for (const work of [freeze(t, uuidv7()), t.db.transaction(neighbour, (tx) => freezeVersion(tx, current.id))]) {
      expect(await problemOf(work)).toMatchObject({ status: 400, details: { errors: missing } });
    }
    answered(await officer.patch('/api/question-sets/' + id, { version: 1, archived: true }), 200);
    expect(await problemOf(freeze(t, current.id))).toMatchObject({ status: 400, code: 'invalid' });
    expect((await versionOf(current.id)).frozen).toBe(false);
  });

  it('that were sent are held by the database itself, whoever asks', async () => {
    const { current } = await (await aQuestionSet(officer)).view();
    await freeze(t, current.id);
    const changes = [
      "update question_set_version set questions = '[]' where id = $1",
      'update question_set_version set frozen = false where id = $1',
      'update question_set_version set number = 9 where id = $1',
      'delete from question_set_version where id = $1',
    ];
    for (const change of changes) {
      await expect(t.asOwner(change, [current.id])).rejects.toThrow('never changes');
      await expect(runSql(t.database.superuserUrl, change, [current.id])).rejects.toThrow('never changes');
    }
    expect(await versionOf(current.id)).toEqual({ ...current, frozen: true });
  });

  it('lose the space around them, and the options and columns that their kind has no use for', async () => {
    const { id } = await aQuestionSet(officer, { questions: [] });
    const written = second({
      ...{ text: ' Ha\u030ar ni rutiner? ', guidance: 'En rad\r\nen till ', options: ['a\u0000', 'x'.repeat(9999)] },
      columns: [{ id: '', text: '\u0000', kind: 'text' }],
    });
    const { versionId } = saved(await save(officer, id, { number: 1, version: 1 }, [written]));
    expect((await versionOf(versionId)).questions).toEqual([
      second({ text: 'Hår ni rutiner?', guidance: 'En rad\nen till' }),
    ]);
  });

  const long = (field: 'text' | 'guidance' | 'section' | 'number') => 'x'.repeat(QUESTION_LIMITS[field] + 1);
  it.each<[string, readonly unknown[], (string | RegExp)[][]]>([
    ['no questions', [], [['questions', 'Frågebatteriet saknar frågor.']]],
    [
      'too many',
      Array.from({ length: 201 }, (_, at) => aQuestion({ id: `q${at}`, number: `${at}` })),
      [['questions', 'Frågebatteriet får ha högst 200 frågor.']],
    ],
    ['one that is none', ['x', null, 7], ['0', '1', '2'].map((at) => [`questions.${at}`, /är ingen fråga/])],
    [
      'an unknown property',
      [aQuestion(), { ...second(), percent: 40 }],
      [['questions.1', 'Fråga 2 i listan: okänd egenskap ”percent”.']],
    ],
    ['a missing part', [{ ...aQuestion(), unit: undefined }], [['questions.0.unit', 'Fråga 1 i listan: unit saknas.']]],
    ['a kind of its own', [{ ...aQuestion(), kind: 'percent' }], [['questions.0.kind', /fel form/]]],
    [
      'a condition with more in it',
      [aQuestion(), { ...second(), condition: { questionId: 'rutiner', equals: 'Nej', or: 'Ja' } }],
      [['questions.1.condition', /fel form/]],
    ],
    ['a text too long', [aQuestion({ text: long('text') })], [['questions.0.text', 'Högst 600 tecken.']]],
    ['a guidance too long', [aQuestion({ guidance: long('guidance') })], [['questions.0.guidance', /Högst 2000/]]],
    ['a section too long', [aQuestion({ section: long('section') })], [['questions.0.section', /Högst 120/]]],
    ['a number too long', [aQuestion({ number: long('number') })], [['questions.0.number', /Högst 12/]]],
    [
      'what cannot be stored',
      [aQuestion({ text: 'a\u0000b' }), second({ guidance: '\ud800' })],
      [
        ['questions.0.text', /inte kan sparas/],
        ['questions.1.guidance', /inte kan sparas/],
      ],
    ],
    [
      'the same id and number twice',
      [aQuestion(), aQuestion()],
      [
        ['questions.1.id', 'Id rutiner finns två gånger.'],
        ['questions.1.number', 'Nummer 1.1 finns två gånger.'],
      ],
    ],
    [
      'a condition on a later question',
      [aQuestion({ condition: { questionId: 'fler', equals: 'Ja' } }), second()],
      [['questions.0.condition', 'Villkoret pekar på en senare fråga.']],
    ],
    [
      'a choice of one',
      [aQuestion({ kind: 'choice', options: ['Ja'] })],
      [['questions.0.options', 'Ange minst två alternativ.']],
    ],
    ['bounds that cross', [aQuestion({ kind: 'number', min: 3, max: 2 })], [['questions.0.min', /större än/]]],
  ])('are refused with %s, each fault at its field', async (_case, questions, errors) => {
    const { id, view } = await aQuestionSet(officer);
    const before = await view();
    const answer = await save(officer, id, before.current, questions);
    expect(answer.statusCode).toBe(400);
    const expected = errors.map(([field, message]) => [
      field,
      message instanceof RegExp ? expect.stringMatching(message) : message,
    ]);
    expect(errorsOf(answer)).toEqual(expected);
    expect(await view()).toEqual(before);
  });

  it('are refused when they are no list, or larger than two megabytes', async () => {
    const { id } = await aQuestionSet(officer);
    const url = `/api/question-sets/${id}/questions`;
    for (const questions of [undefined, null, {}, 'x']) {
      const answer = await officer.put(url, { versionNumber: 1, version: 2, questions });
      expect(errorsOf(answer)).toEqual([['questions', 'Ange frågorna.']]);
    }
    const large = await save(officer, id, { number: 1, version: 2 }, [aQuestion({ text: 'x'.repeat(2_000_000) })]);
    expect(large.statusCode).toBe(413);
  });
});
