import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubmittedAnswers } from '@insyn/api-schema';
import {
  answerFaults,
  type AnswerValue,
  askedQuestions,
  type DocumentKind,
  interviewTextFaults,
  isWorkingDay,
  missingAnswers,
  proposesInDepth,
  type Question,
  type SignalFacts,
} from '@insyn/domain';
import { type DocumentContents, renderDocumentPdf, seal } from '@insyn/report';
import { aToldDemo, type ToldDemo } from '../../../test/told-demo.js';
import { FileStore } from '../../files/file-store.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = '2026-11-22';
let demo: ToldDemo;
const rows: ToldDemo['rows'] = (text, values) => demo.rows(text, values);

beforeAll(async () => {
  demo = await aToldDemo(NOW);
}, 300_000);

afterAll(() => demo.drop());

interface Answered {
  provider: string;
  state: string;
  questions: Question[];
  answers: { questionId: string; value: AnswerValue }[];
}

const ANSWERED = `
select r.letter ->> 'provider' as provider, r.state, r.questions,
  (select coalesce(json_agg(json_build_object('questionId', a.question_id, 'value', a.value)), '[]')
    from answer a where a.municipality_id = r.municipality_id and a.request_id = r.id) as answers
from information_request r order by r.id`;

describe('the people of providers', () => {
  it('sign in with the one password; Nora answers for one company in both municipalities', async () => {
    expect(demo.made.providerAccounts).toHaveLength(7);
    expect(demo.made.providerAccounts.slice(0, 2).map(({ email, provider }) => [email, provider])).toEqual([
      ['nora.winther@lindstigen.example', 'Lindstigen Assistans AB'],
      ['elliot.sandgren@lindstigen.example', 'Lindstigen Assistans AB'],
    ]);
    const asked = await rows(
      `select m.name, count(*)::int as requests from information_request r join municipality m on m.id = r.municipality_id
       join membership p on p.provider_id = r.provider_id join account a on a.id = p.account_id
       where a.email = 'nora.winther@lindstigen.example' and p.is_primary group by m.name order by m.name`,
    );
    expect(asked).toEqual([
      { name: 'Lunda kommun', requests: 2 },
      { name: 'Älvsbro kommun', requests: 1 },
    ]);
  });

  it('are shown the link of an open invitation, since the municipality is a demonstration', async () => {
    const invited = await rows<{ email: string; open: boolean; shown: boolean }>(
      `select i.email, i.expires_at > $1 and i.used_at is null as open,
         encode(i.token_hash, 'hex') = encode(sha256(convert_to(m.secret, 'UTF8')), 'hex') and o.demo as shown
       from provider_invitation i
         join mail m on m.request_id = i.request_id and m.to_address = i.email and m.kind = 'invitation'
         join municipality o on o.id = m.municipality_id
       order by i.id`,
      [NOW],
    );
    expect(invited).toEqual([
      { email: 'vidar.norrsell@asbacken.example', open: false, shown: true },
      { email: 'petronella.ahl@kastanjen.example', open: true, shown: true },
    ]);
  });
});

describe('the information requests', () => {
  it('stand at every stage', async () => {
    const found = await rows(
      `select r.letter ->> 'municipality' as m, r.letter ->> 'provider' as p, r.state, r.read_at is not null as read,
         r.round_id is not null as round, count(distinct s.id)::int as submitted, bool_or(s.late) as late,
         bool_or(s.on_behalf) as behalf
       from information_request r left join answer_submission s on s.request_id = r.id
       group by r.municipality_id, r.id, r.letter, r.state, r.read_at, r.round_id order by 1, r.id`,
    );
    const told = found.map(({ p, state, read, round, submitted, late, behalf }) =>
      [p, state, read && 'read', round && 'round', submitted, late && 'late', behalf && 'on-behalf'].filter(Boolean),
    );
    expect(told).toEqual([
      ['Lindstigen Assistans AB', 'closed', 'read', 1],
      ['Hemljus Hemtjänst AB', 'answered', 'read', 'round', 1],
      ['Vinterbro Hemtjänst AB', 'answered', 'read', 'round', 1, 'late'],
      ['Sundets Omsorg och Service AB', 'returned', 'read', 'round', 1],
      ['Rönnbäret Omsorg AB', 'closed', 'read', 'round', 1],
      ['Solvändan Hemtjänst AB', 'answering', 'read', 'round'],
      ['Åsbackens Hemtjänst AB', 'answered', 'round', 1, 'on-behalf'],
      ['Lindstigen Assistans AB', 'answering', 'read'],
      ['Kastanjen Vardagsstöd AB', 'sent'],
      ['Hemljus Hemtjänst AB', 'answered', 'read', 1],
      ['Lindstigen Assistans AB', 'sent'],
    ]);
  });

  it('hold answers without faults, and nothing is missing where they have been handed in (R4)', async () => {
    const requests = await rows<Answered>(ANSWERED);
    for (const { provider, questions, answers } of requests) {
      const faults = answers.flatMap(({ questionId, value }) => {
        const question = questions.find(({ id }) => id === questionId);
        return question === undefined ? ['no question'] : answerFaults(question, value);
      });
      expect({ provider, faults }).toEqual({ provider, faults: [] });
    }
    const half = requests.filter(({ state }) => state === 'answering');
    for (const { questions, answers } of half) {
      const given = Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]));
      const asked = askedQuestions(questions, given).length;
      expect(answers.length).toBeGreaterThan(5);
      expect(answers.length).toBeLessThan(asked);
      expect(missingAnswers(questions, given, [], [])).not.toEqual([]);
    }
    const words = JSON.stringify(requests.map(({ answers }) => answers));
    expect(words).not.toMatch(/\d\s*(%|procent)/u);
  });

  it('keep each round of answers under its seal, also where an answer has been changed since', async () => {
    const submissions = await rows<{ content: SubmittedAnswers; seal: string; state: string; now: AnswerValue }>(
      `select s.content, s.seal, r.state, a.value as now from answer_submission s
         join information_request r on r.id = s.request_id
         join answer a on a.request_id = r.id and a.question_id = 'customers-total'`,
    );
    expect(submissions).toHaveLength(7);
    for (const submission of submissions) expect(seal(submission.content)).toBe(submission.seal);
    const [returned] = await rows<{ content: SubmittedAnswers; now: AnswerValue; questions: string[] }>(
      `select s.content, a.value as now,
         array(select q.question_id from returned_question q where q.submission_id = s.id order by q.id) as questions
       from answer_submission s join information_request r on r.id = s.request_id and r.state = 'returned'
         join answer a on a.request_id = r.id and a.question_id = 'hours-performed'`,
    );
    expect(returned?.questions).toEqual(['hours-performed', 'training-given']);
    const then = returned?.content.answers.find(({ questionId }) => questionId === 'hours-performed')?.value;
    expect([then, returned?.now]).toEqual([
      { kind: 'share', n: 4612, of: 4850 },
      { kind: 'share', n: 6118, of: 6402 },
    ]);
  });

  it('are due on working days after they were sent (R1), and one waits for more time', async () => {
    const due = await rows<{ due: string }>('select due::text as due from information_request');
    expect(due.filter(({ due: day }) => !isWorkingDay(day))).toEqual([]);
    const asked = await rows<{ wanted: string; due: string; name: string }>(
      `select x.wanted_due::text as wanted, r.due::text as due, a.name from due_extension x
         join information_request r on r.id = x.request_id join account a on a.id = x.asked_by where x.decision is null`,
    );
    expect(asked.map(({ name }) => name)).toEqual(['Nora Winther']);
    expect((asked[0]?.wanted ?? '') > (asked[0]?.due ?? '')).toBe(true);
  });

  it('offer last year what can be taken over; one answer has been, with its source', async () => {
    const taken = await rows<{ source_note: string; question_id: string }>(
      "select question_id, source_note from answer where source = 'earlier'",
    );
    expect(taken).toEqual([
      { question_id: 'management', source_note: expect.stringMatching(/^Lunda kommun, .* 2025, inlämnad 2025-11-/u) },
    ]);
  });

  it('have their files in the store, and records, letters and receipts (R16)', async () => {
    const store = new FileStore(demo.settings);
    const files = await rows<{ sha256: string; media_type: string }>('select sha256, media_type from answer_file');
    expect(new Set(files.map(({ media_type }) => media_type))).toEqual(
      new Set(['application/pdf', 'text/csv; charset=utf-8']),
    );
    for (const { sha256 } of files) expect(existsSync(store.pathOf(sha256))).toBe(true);
    const documents = await rows(
      `select kind, count(*)::int as count, count(record_id)::int as registered from issued_document group by kind order by kind`,
    );
    expect(documents).toEqual([
      { kind: 'action-plan', count: 1, registered: 0 },
      { kind: 'action-plan-demand', count: 2, registered: 2 },
      { kind: 'information-letter', count: 11, registered: 11 },
      { kind: 'minutes', count: 1, registered: 1 },
      { kind: 'receipt', count: 7, registered: 0 },
    ]);
    expect(await rows("select id from pgboss.job where name = 'render-document'")).toHaveLength(22);
    const records = await rows(
      `select direction, count(*)::int as count from record
       where public_title ~ '^(Informationsbegäran|Svar på informationsbegäran|Begäran om komplettering)' group by 1 order by 1`,
    );
    expect(records).toEqual([
      { direction: 'in', count: 7 },
      { direction: 'out', count: 12 },
    ]);
  });

  it('have documents that can be rendered', async () => {
    const documents = await rows<{ kind: DocumentKind; content: DocumentContents[DocumentKind] }>(
      'select distinct on (kind) kind, content from issued_document order by kind, id desc',
    );
    for (const { kind, content } of documents) {
      const pdf = await renderDocumentPdf(kind, content, { fixedDate: NOW, fileId: '0'.repeat(32) });
      expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
    }
  });

  it('have mails that have all gone but the one whose address does not exist', async () => {
    const mails = await rows('select state, count(*)::int as count, max(last_error) as error from mail group by 1');
    expect(mails).toContainEqual({ state: 'failed', count: 1, error: expect.stringMatching(/^E-postservern/u) });
    expect(mails.map(({ state }) => state as string).sort()).toEqual(['failed', 'sent']);
  });

  it('are evidence of their case, dated by the answers that came in', async () => {
    const wrong = await rows(
      `select r.id from information_request r join evidence e on e.id = r.evidence_id
       where e.kind <> 'information-request' or e.held_on <> coalesce(
         (select max(s.submitted_at at time zone 'Europe/Stockholm')::date from answer_submission s where s.request_id = r.id),
         r.sent_on)`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('what else is gathered', () => {
  it('is a meeting next week with people invited, and one held with notes by two', async () => {
    const meetings = await rows(
      `select m.state, m.invited_at is not null as invited, e.held_on > $1::date as ahead,
         (select count(distinct n.author_id)::int from meeting_note n where n.evidence_id = e.id) as authors,
         (select bool_and(p.attended) from meeting_participant p where p.evidence_id = e.id) as attended
       from meeting m join evidence e on e.id = m.evidence_id where m.starts_at is not null and m.invited_at is not null
       order by 1`,
      [TODAY],
    );
    expect(meetings).toEqual([
      { state: 'held', invited: true, ahead: false, authors: 2, attended: true },
      { state: 'planned', invited: true, ahead: true, authors: 0, attended: null },
    ]);
    expect(await rows('select id from meeting_agenda_item')).toHaveLength(8);
    expect(await rows("select id from mail where kind = 'meeting-invitation'")).toHaveLength(7);
  });

  it('is a visit, interviews without names, and two reviews by checklists in the case that is assessed', async () => {
    const kinds = await rows(
      `select e.kind, count(*)::int as count from evidence e join follow_up f on f.id = e.follow_up_id
       where f.title like 'Rönnbäret%' and e.kind in ('interview', 'document-review', 'information-request') group by 1 order by 1`,
    );
    expect(kinds).toEqual([
      { kind: 'document-review', count: 2 },
      { kind: 'information-request', count: 1 },
      { kind: 'interview', count: 2 },
    ]);
    const names = (await rows<{ name: string }>('select name from account')).map(({ name }) => name);
    for (const { text } of await rows<{ text: string }>("select text from evidence where kind = 'interview'")) {
      expect(interviewTextFaults(text, names)).toEqual([]);
    }
    const lacking = await rows(
      `select e.id from evidence e where e.kind = 'observation'
         and not exists (select 1 from observation o where o.evidence_id = e.id)`,
    );
    expect(lacking).toEqual([]);
  });

  it('are signals: so many about one unit that an in-depth follow-up is proposed, and one that is evidence', async () => {
    const signals = await rows<SignalFacts & { unit: string; attached: boolean }>(
      `select u.name as unit, s.kind, s.received_on::text as "receivedOn", s.state, s.evidence_id is not null as attached
       from signal s join unit u on u.id = s.unit_id order by s.received_on`,
    );
    const units = new Set(signals.map(({ unit }) => unit));
    const proposed = [...units].filter(
      (unit) =>
        proposesInDepth(
          signals.filter((signal) => signal.unit === unit),
          TODAY,
        ).proposed,
    );
    expect(proposed).toEqual(['Lindstigen, Lunda']);
    expect(new Set(signals.map(({ kind }) => kind))).toEqual(
      new Set(['complaint', 'deviation', 'tip', 'ivo-decision', 'lex-sarah']),
    );
    expect(signals.filter(({ attached }) => attached).map(({ kind }) => kind)).toEqual(['deviation']);
  });

  it('is a lex Sarah report for those named alone, and each committee has people to tell', async () => {
    const readers = await rows<{ name: string }>(
      'select a.name from signal_reader r join account a on a.id = r.account_id order by a.name',
    );
    expect(readers.map(({ name }) => name)).toEqual(['Maja Sandell', 'Rebecka Holm']);
    const without = await rows(
      `select c.id from committee c where not exists (select 1 from lex_sarah_recipient l where l.committee_id = c.id)`,
    );
    expect(without).toEqual([]);
    expect(await rows("select 1 from event_value where content::text like '%läkemedel%'")).toEqual([]);
  });

  it('leaves a history whose chain holds (R22)', async () => {
    for (const { id } of await rows<{ id: string }>('select id from municipality')) {
      await rows("select set_config('app.municipality', $1, false)", [id]);
      expect(await rows('select * from verify_events()')).toEqual([]);
    }
  });
});
