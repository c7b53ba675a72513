import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, QuestionSetListItem, QuestionSetView } from '@insyn/api-schema';
import { READY_QUESTION_SETS } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { answered } from '../../test/follow-up-factory.js';
import { aQuestion, aQuestionSet } from '../../test/question-set-fixture.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

describe('Question sets', () => {
  let t: TestApp;
  let officer: Browser;
  beforeAll(async () => {
    t = await testApp();
    officer = await t.signIn(t.people.officer(t.m1));
  });
  afterAll(() => t.close());

  const errorsOf = (answer: Answer): Record<string, string> =>
    Object.fromEntries(
      answer
        .json<{ errors: { field: string; message: string }[] }>()
        .errors.map(({ field, message }) => [field, message]),
    );
  const list = async (query = ''): Promise<Page<QuestionSetListItem>> =>
    answered(await officer.get('/api/question-sets' + query), 200).json();
  const view = async (id: string): Promise<QuestionSetView> =>
    answered(await officer.get('/api/question-sets/' + id), 200).json();
  const create = (body: object) => officer.post('/api/question-sets', body);
  const idOf = async (body: object): Promise<string> => answered(await create(body), 201).json<{ id: string }>().id;
  const eventsOf = (id: string) =>
    t.asOwner<{ kind: string; summary: string; follow_up_id: string | null }>(
      `select e.kind, v.content ->> 'summary' as summary, e.follow_up_id
       from event e join event_value v on v.event_id = e.id
       where e.subject_id = $1 order by e.sequence`,
      [id],
    );

  it('begin empty, and stand in the list and the history', async () => {
    const id = await idOf({ name: '  Tomt batteri ', serviceType: 'group-home' });
    expect(await view(id)).toEqual({
      ...{
        id,
        name: 'Tomt batteri',
        serviceType: 'group-home',
        archived: false,
        version: 1,
        editable: true,
        earlier: [],
      },
      current: {
        ...{ id: expect.any(String), questionSetId: id, number: 1, frozen: false, questions: [], version: 1 },
        ...{ updatedBy: 'Maja Lindgren', updatedAt: '2026-11-25T09:00:00.000Z' },
      },
    });
    expect((await list('?search=tomt')).items).toEqual([
      {
        ...{ id, name: 'Tomt batteri', serviceType: 'group-home', archived: false, versionNumber: 1, frozen: false },
        ...{ questions: 0, updatedAt: '2026-11-25T09:00:00.000Z' },
      },
    ]);
    expect(await eventsOf(id)).toEqual([
      { kind: 'question-set.created', summary: 'Lade upp frågebatteriet Tomt batteri', follow_up_id: null },
    ]);
  });

  it.each(READY_QUESTION_SETS.map(({ id, questions }) => [id, questions] as const))(
    'are copied from the one that the product comes with for %s',
    async (ready, questions) => {
      const id = await idOf({ name: 'Vårt eget', serviceType: 'home-care', copyOf: { ready } });
      expect((await view(id)).current.questions).toEqual(questions);
    },
  );

  it('are copied from an earlier version, and go their own way from there', async () => {
    const former = await aQuestionSet(officer, { name: 'Förlagan' });
    const { current } = await former.view();
    const id = await idOf({ name: 'Kopian', serviceType: 'home-care', copyOf: { versionId: current.id } });
    const copied = (await view(id)).current;
    expect(copied.questions).toEqual([aQuestion()]);
    const body = { versionNumber: 1, version: 1, questions: [aQuestion({ text: 'Finns de på papper?' })] };
    answered(await officer.put(`/api/question-sets/${id}/questions`, body), 200);
    expect((await former.view()).current).toEqual(current);
  });

  it('are made once by a double click', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const body = { name: 'Dubbelklick', serviceType: 'home-care' };
    const clicks = await Promise.all([1, 2].map(() => officer.post('/api/question-sets', body, key)));
    expect(clicks.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(clicks[0]?.json()).toEqual(clicks[1]?.json());
    expect((await list('?search=Dubbelklick')).items).toHaveLength(1);
  });

  it('are renamed, archived and taken back by who has read what they were', async () => {
    const { id } = await aQuestionSet(officer, { name: 'Gammalt namn' });
    answered(await officer.patch('/api/question-sets/' + id, { version: 1, name: 'Nytt namn' }), 200);
    const stale = await officer.patch('/api/question-sets/' + id, { version: 1, archived: true });
    expect([stale.statusCode, stale.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'stale-version', version: 2, changedBy: 'Maja Lindgren' }),
    ]);
    answered(await officer.patch('/api/question-sets/' + id, { version: 2, archived: true }), 200);
    expect((await list('?search=Nytt namn')).items).toEqual([]);
    expect((await list('?search=Nytt namn&archived=true')).items.map((item) => item.id)).toEqual([id]);
    const edit = { versionNumber: 1, version: 2, questions: [aQuestion({ text: 'Annan?' })] };
    const refused = await officer.put(`/api/question-sets/${id}/questions`, edit);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'question-set-archived']);
    answered(await officer.patch('/api/question-sets/' + id, { version: 3, archived: false }), 200);
    answered(await officer.put(`/api/question-sets/${id}/questions`, edit), 200);
    expect((await eventsOf(id)).map(({ summary }) => summary)).toEqual([
      'Lade upp frågebatteriet Gammalt namn',
      'Ändrade frågebatteriet Nytt namn',
      'Arkiverade frågebatteriet Nytt namn',
      'Tog tillbaka frågebatteriet Nytt namn',
    ]);
  });

  it('are found by words taken literally and by service type, page by page', async () => {
    const rows = Array.from({ length: 103 }, (_, at) => [
      uuidv7(),
      uuidv7(),
      `Sida ${String(at % 60).padStart(3, '0')}`,
    ]);
    for (const [id, versionId, name] of rows) {
      const of = [t.m1.id, id, t.people.officer(t.m1).accountId];
      await t.asOwner(
        `insert into question_set (municipality_id, id, created_by, name, service_type) values ($1, $2, $3, $4, 'daily-activities')`,
        [...of, name],
      );
      await t.asOwner(
        `insert into question_set_version (municipality_id, question_set_id, updated_by, id, number, questions)
         values ($1, $2, $3, $4, 1, '[]')`,
        [...of, versionId],
      );
    }
    const seen: QuestionSetListItem[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await list('?search=sida' + (after && '&after=' + after));
      seen.push(...page.items);
      after = page.next;
    }
    expect(seen.map(({ id }) => id).sort()).toEqual(rows.map(([id]) => id).sort());
    expect(seen.map(({ name }) => name)).toEqual(seen.map(({ name }) => name).sort());
    expect((await list('?search=Sida%25')).items).toEqual([]);
    expect((await list('?search=sida&serviceType=home-care')).items).toEqual([]);
    expect((await officer.get('/api/question-sets?after=x')).statusCode).toBe(400);
    expect((await officer.get('/api/question-sets?serviceType=taxi')).statusCode).toBe(400);
  });

  it.each<[string, object, Record<string, string>]>([
    ['no name', { name: ' ', serviceType: 'home-care' }, { name: 'Fyll i fältet.' }],
    ['a name too long', { name: 'x'.repeat(201), serviceType: 'home-care' }, { name: 'Skriv högst 200 tecken.' }],
    ['an unknown service', { name: 'A', serviceType: 'taxi' }, { serviceType: 'Välj ett av alternativen.' }],
    ['an unknown field', { name: 'A', serviceType: 'home-care', percent: 1 }, { percent: 'Fältet är okänt.' }],
    [
      'a version that nobody has',
      { name: 'A', serviceType: 'home-care', copyOf: { versionId: uuidv7() } },
      { 'copyOf.versionId': 'Frågebatteriet finns inte.' },
    ],
    [
      'an unknown shipped set',
      { name: 'A', serviceType: 'home-care', copyOf: { ready: 'taxi' } },
      { 'copyOf.ready': 'Välj ett av alternativen.' },
    ],
    [
      'two things to copy',
      { name: 'A', serviceType: 'home-care', copyOf: { ready: 'home-care', versionId: uuidv7() } },
      { copyOf: 'Välj antingen en version eller ett färdigt frågebatteri.' },
    ],
    [
      'nothing to copy',
      { name: 'A', serviceType: 'home-care', copyOf: {} },
      { copyOf: 'Välj antingen en version eller ett färdigt frågebatteri.' },
    ],
    ['a list to copy', { name: 'A', serviceType: 'home-care', copyOf: [] }, { copyOf: 'Ange vad som ska kopieras.' }],
  ])('are refused with %s', async (_case, body, errors) => {
    const answer = await create(body);
    expect([answer.statusCode, errorsOf(answer)]).toEqual([400, errors]);
  });

  it('are read by all who read cases, and written by officers only', async () => {
    const { id } = await aQuestionSet(officer);
    for (const role of ['manager', 'registrar', 'auditor'] as const) {
      const reader = await t.signIn(t.people[role](t.m1));
      const seen = answered(await reader.get('/api/question-sets/' + id), 200).json<QuestionSetView>();
      expect([role, seen.editable]).toEqual([role, false]);
      expect((await reader.patch('/api/question-sets/' + id, { version: 1, name: 'X' })).statusCode).toBe(403);
    }
    const colleague = await t.signIn(t.people.secondOfficer(t.m1));
    answered(await colleague.patch('/api/question-sets/' + id, { version: 1, name: 'En annan nämnds namn' }), 200);
  });

  it('of another municipality do not exist (R20)', async () => {
    const { id, view: read } = await aQuestionSet(officer, { name: 'Bara vårt' });
    const { current } = await read();
    const neighbour = await t.signIn(t.people.officer(t.m2));
    const body = { versionNumber: 1, version: 2, questions: [aQuestion({ text: 'Stulen?' })] };
    const answers = [
      await neighbour.get('/api/question-sets/' + id),
      await neighbour.patch('/api/question-sets/' + id, { version: 1, name: 'Stulet' }),
      await neighbour.put(`/api/question-sets/${id}/questions`, body),
      await neighbour.get('/api/question-set-versions/' + current.id),
      await neighbour.get(`/api/question-set-versions/${current.id}/export?format=json`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    const copy = { name: 'Kopia', serviceType: 'home-care', copyOf: { versionId: current.id } };
    expect(errorsOf(await neighbour.post('/api/question-sets', copy))).toEqual({
      'copyOf.versionId': 'Frågebatteriet finns inte.',
    });
    expect((await neighbour.get('/api/question-sets')).json<Page<QuestionSetListItem>>().items).toEqual([]);
    expect((await read()).current).toEqual(current);
  });
});
