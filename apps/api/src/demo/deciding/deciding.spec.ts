import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentKind, formatOrganisationNumber, isWorkingDay, parseOrganisationNumber } from '@insyn/domain';
import { type DocumentContents, renderDocumentPdf, renderPdf, reportDocument, type ReportData } from '@insyn/report';
import { aToldDemo, type ToldDemo } from '../../../test/told-demo.js';
import { FOLLOWED, SUCCESSOR } from './companies.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const TODAY = '2026-11-22';
let demo: ToldDemo;
const rows: ToldDemo['rows'] = (text, values) => demo.rows(text, values);

beforeAll(async () => {
  demo = await aToldDemo(NOW, { deciding: true });
}, 900_000); // a whole demonstration, on machines that do other things as well

afterAll(() => demo.drop());

describe('the cases that are decided and followed through', () => {
  it('stand at every point of the way, each chain of re-checks under its root', async () => {
    const found = await rows<{ title: string; kind: string; state: string; root: string }>(
      `select f.title, f.kind, f.state, coalesce(p.title, f.title) as root from follow_up f
         left join follow_up p on p.id = f.parent_id
       where coalesce(p.title, f.title) ~ '^(Tallkronan|Kvarnbacken|Nordanvind|Silverlinden|Havsbrisen|Bergsro|Gryningen|Ekgläntan|Granudden|Vinterviken)'
       order by root, f.id`,
    );
    const told = found.map(({ title, kind, state }) => {
      const name = title.replace(/,.*/u, '').replace(/: .*/u, '');
      return kind === 're-check' ? `  ${name}: ${state}` : `${name}: ${state}`;
    });
    expect(told).toEqual([
      ...['Bergsro: remedying', '  Återkontroll 1: planned'],
      ...['Ekgläntan: remedying', '  Återkontroll 1: planned'],
      'Granudden: deciding',
      ...['Gryningen: remedying', '  Återkontroll 1: planned'],
      ...['Havsbrisen: closed', '  Återkontroll 1: closed'],
      ...['Kvarnbacken: remedying', '  Återkontroll 1: planned'],
      ...['Nordanvind: remedying', '  Återkontroll 1: planned'],
      ...['Silverlinden: remedying', '  Återkontroll 1: closed', '  Återkontroll 2: planned'],
      'Tallkronan: fact-check',
      ...['Vinterviken: rechecking', '  Återkontroll 1: assessing'],
    ]);
  });

  it('are of invented companies with right check digits, and an own-run unit with an assignment', () => {
    for (const { provider } of [...Object.values(FOLLOWED), SUCCESSOR]) {
      expect(parseOrganisationNumber(formatOrganisationNumber(provider.organisationNumber))).toMatchObject({
        ok: true,
      });
    }
  });

  it('have a re-check booked and a plan demanded wherever something is to be remedied (R2)', async () => {
    const lacking = await rows(
      `select f.title from follow_up f where f.state = 'remedying' and f.parent_id is null
         and (not exists (select 1 from action_plan p where p.follow_up_id = f.id)
           or not exists (select 1 from follow_up r where r.parent_id = f.id and r.state = 'planned'))`,
    );
    expect(lacking).toEqual([]);
  });

  it('have a draft out whose remarks are half answered, one that was checked with remarks, and one without', async () => {
    const checks = await rows(
      `select c.content #>> '{unit}' as unit, c.state,
         (select count(*)::int from fact_check_remark r where r.fact_check_id = c.id) as remarks,
         (select count(*)::int from fact_check_answer a join fact_check_remark r on r.id = a.remark_id
           where r.fact_check_id = c.id) as answers
       from fact_check c order by c.id`,
    );
    expect(checks).toEqual([
      { unit: 'Nordanvind', state: 'closed', remarks: 2, answers: 2 },
      { unit: 'Kvarnbacken', state: 'closed', remarks: 0, answers: 0 },
      { unit: 'Tallkronan', state: 'answered', remarks: 4, answers: 2 },
    ]);
    const drafts = await rows<{ content: object }>('select content from fact_check');
    for (const { content } of drafts) expect(JSON.stringify(content)).not.toMatch(/"outcome":"(not-)?approved/u);
  });

  it('have plans at each stage: demanded and overdue, returned once, accepted, and taken over by the one who bought', async () => {
    const plans = await rows<{ provider: string; state: string; rounds: number }>(
      `select p.demand ->> 'provider' as provider, p.state,
         (select count(*)::int from action_plan_round r where r.plan_id = p.id) as rounds
       from action_plan p join follow_up f on f.id = p.follow_up_id order by p.id`,
    );
    const of = (company: { provider: { legalName: string } }) =>
      plans
        .filter(({ provider }) => provider === company.provider.legalName)
        .map(({ state, rounds }) => [state, rounds]);
    expect(of(FOLLOWED.kvarnbacken)).toEqual([['returned', 1]]);
    expect(of(FOLLOWED.nordanvind)).toEqual([['accepted', 1]]);
    expect(of(FOLLOWED.bergsro)).toEqual([['demanded', 0]]);
    expect(of(FOLLOWED.ekglantan)).toEqual([['accepted', 1]]);
    // What remained after the re-check is planned anew, and that plan waits for the officer.
    expect(of(FOLLOWED.silverlinden)).toEqual([
      ['superseded', 1],
      ['submitted', 1],
    ]);
    expect(of(FOLLOWED.gryningen)).toEqual([['handed-over', 1]]);
    expect(of(SUCCESSOR)).toEqual([['demanded', 0]]);
  });

  it('have a re-check under way: one requirement verified on evidence with its effect, one not judged yet', async () => {
    const judged = await rows(
      `select r.verdict, r.after is not null as counted, (select count(*)::int from recheck_action_evidence e
           where e.recheck_id = r.recheck_id and e.action_id = r.action_id) as evidence
       from recheck_action r join follow_up f on f.id = r.recheck_id where f.state = 'assessing' order by r.verdict`,
    );
    expect(judged).toEqual([
      { verdict: 'verified', counted: true, evidence: 2 },
      { verdict: null, counted: false, evidence: 0 },
    ]);
  });

  it('have one requirement reported done, and one that remained at the first re-check (R14)', async () => {
    const actions = await rows<{ unit: string; states: string[] }>(
      `select u.name as unit, array_agg(a.state order by a.id) as states from action a
         join follow_up f on f.id = a.follow_up_id join unit u on u.id = f.unit_id
       where a.kind = 'requirement' and u.name in ('Nordanvind', 'Silverlinden', 'Havsbrisen') group by 1 order by 1`,
    );
    const states = new Map(actions.map(({ unit, states: held }) => [unit, held.sort()]));
    expect(states.get('Havsbrisen')).toEqual(['verified', 'verified']);
    expect(states.get('Nordanvind')).toContain('reported-done');
    expect(states.get('Silverlinden')).toEqual(['remains', 'verified', 'verified']);
  });

  it('have a ladder that is climbed step by step, with a price reduction that is disputed; an own-run unit has none', async () => {
    const sanctions = await rows('select label, state, amount from sanction order by id');
    expect(sanctions).toEqual([
      { label: 'Skriftlig varning', state: 'upheld', amount: null },
      { label: 'Prisavdrag', state: 'disputed', amount: 24_000 },
    ]);
    const files = await rows('select file_name, record_id is not null as registered from sanction_file');
    expect(files).toEqual([{ file_name: 'Utbildning i genomförandeplaner.pdf', registered: true }]);
    const ladders = await rows(
      `select c.kind from sanction_step s join contract c on c.id = s.contract_id where c.kind = 'assignment'`,
    );
    expect(ladders).toEqual([]);
  });

  it('have a plan that is overdue and told to the managers once', async () => {
    const overdue = await rows<{ kind: string; unit: string; due: string; escalated: string }>(
      `select d.kind, u.name as unit, d.due::text as due, d.escalated_on::text as escalated from deadline d
         join follow_up f on f.id = d.follow_up_id join unit u on u.id = f.unit_id
       where d.state = 'open' and d.due < $1::date and u.name = 'Bergsro'`,
      [TODAY],
    );
    expect(overdue).toEqual([{ kind: 'action-plan', unit: 'Bergsro', due: '2026-11-05', escalated: '2026-11-06' }]);
    const due = await rows<{ due: string }>('select due::text as due from deadline');
    expect(due.filter(({ due: day }) => !isWorkingDay(day))).toEqual([]);
  });
});

describe('the register of delegations', () => {
  it('holds those that hold, one that has ended and one that was taken back', async () => {
    const held = await rows<{ ended: boolean; revoked: boolean }>(
      `select valid_to is not null and valid_to < $1::date as ended, revoked_on is not null as revoked from delegation`,
      [TODAY],
    );
    expect(held.filter(({ ended }) => ended)).not.toEqual([]);
    expect(held.filter(({ revoked }) => revoked)).toHaveLength(1);
    expect(held.filter(({ ended, revoked }) => !ended && !revoked)).not.toEqual([]);
  });

  it('is cited by each approval, whose decisions wait for the next meeting where they have not been reported (R10)', async () => {
    const uncited = await rows(
      `select j.id from judgement j join follow_up f on f.id = j.follow_up_id join committee c on c.id = f.committee_id
       where j.status = 'approved' and 'judgement' = any (c.delegated_matters) and j.delegation_id is null
         and j.id in (select subject_id from delegation_decision)`,
    );
    expect(uncited).toEqual([]);
    const decisions = await rows<{ reported: boolean }>(
      'select report_id is not null as reported from delegation_decision',
    );
    expect(new Set(decisions.map(({ reported }) => reported))).toEqual(new Set([true, false]));
    const [cited] = await rows<{ ground: string }>(
      "select r.snapshot ->> 'decisionGround' as ground from report r where r.title like 'Silverlinden%' order by r.id limit 1",
    );
    expect(cited?.ground).toMatch(/delegation/u);
  });

  it('stops at what a committee has kept for itself, which lies before it in an official letter', async () => {
    const [letter] = await rows<{ proposals: string[]; committee: string }>(
      `select content -> 'proposals' as proposals, content ->> 'committee' as committee from issued_document
       where kind = 'official-letter'`,
    );
    expect(letter?.committee).toBe('Omsorgsnämnden');
    expect(letter?.proposals).toHaveLength(2);
  });
});

describe('what was drawn up', () => {
  it('can be rendered, each kind of document and the report of a re-check', async () => {
    const documents = await rows<{ kind: DocumentKind; content: DocumentContents[DocumentKind] }>(
      'select distinct on (kind) kind, content from issued_document order by kind, id desc',
    );
    expect(documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        ...['action-plan', 'action-plan-demand', 'fact-check-draft', 'fact-check-receipt', 'official-letter'],
        'sanction-letter',
      ]),
    );
    for (const { kind, content } of documents) {
      const pdf = await renderDocumentPdf(kind, content, { fixedDate: NOW, fileId: '0'.repeat(32) });
      expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
    }
    const [recheck] = await rows<{ snapshot: ReportData }>(
      "select snapshot from report where snapshot -> 'recheck' ->> 'number' = '1' order by id desc limit 1",
    );
    expect(recheck?.snapshot.recheck?.actions.map(({ outcome }) => outcome)).toContain('remains');
    if (recheck !== undefined) await renderPdf(reportDocument(recheck.snapshot), { fixedDate: NOW });
  }, 60_000);

  it('is registered, mailed, and told in a history whose chain holds (R16, R22)', async () => {
    const loose = await rows(
      `select kind from issued_document
       where record_id is null and kind in ('fact-check-draft', 'action-plan-demand', 'sanction-letter', 'official-letter')`,
    );
    expect(loose).toEqual([]);
    expect(await rows("select id from mail where state = 'waiting'")).toEqual([]);
    for (const { id } of await rows<{ id: string }>('select id from municipality')) {
      await rows("select set_config('app.municipality', $1, false)", [id]);
      expect(await rows('select * from verify_events()')).toEqual([]);
    }
  });
});
