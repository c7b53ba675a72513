import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContractView, FollowUpView, MyWorkView, Page, PublicationView, TeamCandidate } from '@insyn/api-schema';
import { permissionsOf, type Permission } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { aContract } from '../../test/contract-fixture.js';
import { aFollowUp, answered, type AssessedFixture, type FollowUpFixture } from '../../test/follow-up-factory.js';
import { PATH_REQUESTS } from '../../test/foreign-requests.js';
import { everythingStored, otherCommittee, type Rows, rowsOf, SHARED_BY_COMMITTEES } from '../../test/foreign-rows.js';
import { sendTable } from '../../test/multipart.js';
import { type Route, routesOf } from '../../test/routes.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';

const UPLOADS = ['/api/follow-ups/:id/attachments', '/api/contracts/:id/clauses/preview-file'];
const OFFICER = permissionsOf(['officer']);
const MANAGER = permissionsOf(['manager']);

describe('Who is an officer of Socialnämnden and a manager of Vård- och omsorgsnämnden', () => {
  let t: TestApp;
  let both: Browser;
  let other: ReturnType<typeof otherCommittee>;
  beforeAll(async () => {
    t = await testApp();
    other = otherCommittee(t);
    const person = t.people.officer(t.m1);
    await t.asOwner(
      `insert into membership (id, account_id, municipality_id, committee_id, role) values ($1, $2, $3, $4, 'manager')`,
      [uuidv7(), person.accountId, t.m1.id, t.m1.otherCommitteeId],
    );
    both = await t.signIn(person);
  });
  afterAll(() => t.close());

  const elsewhere = () => aFollowUp(other.t, { municipality: other.municipality });

  /** The case of Socialnämnden, which colleagues there have sent for a decision. */
  async function decidingAtHome(): Promise<AssessedFixture> {
    const followUp = await aFollowUp(t).deciding();
    await t.asOwner('delete from follow_up_team_member where follow_up_id = $1', [followUp.id]);
    return followUp;
  }

  const viewOf = async ({ id }: FollowUpFixture) =>
    answered(await both.get(`/api/follow-ups/${id}`), 200).json<FollowUpView>();

  it('sees the cases of both in the list, in the registers and one by one', async () => {
    const [home, away] = [await aFollowUp(t).planned(), await elsewhere().planned()];
    for (const { id } of [home, away]) answered(await both.get(`/api/follow-ups/${id}`), 200);
    const listed = (await both.get('/api/follow-ups')).json<Page<{ id: string }>>().items.map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining([home.id, away.id]));
    const contracts = (await both.get('/api/contracts')).json<Page<{ id: string }>>().items.map(({ id }) => id);
    expect(contracts).toEqual(expect.arrayContaining([home.contractId, away.contractId]));
  });

  it('cannot approve or return in a case of the committee where one is an officer (R10)', async () => {
    const { id } = await decidingAtHome();
    const { contentVersion, offers } = answered(await both.get(`/api/follow-ups/${id}`), 200).json<FollowUpView>();
    expect(offers).toEqual([]);
    const comments = [{ place: { kind: 'judgement' }, text: 'Skriv mer.' }];
    for (const [act, body] of [
      ['return', { contentVersion, comments }],
      ['approve', { contentVersion }],
    ] as const) {
      const answer = await both.post(`/api/follow-ups/${id}/${act}`, body);
      expect([act, answer.statusCode, answer.json().code]).toEqual([act, 403, 'forbidden']);
    }
  });

  it('decides in a case of the committee where one is a manager', async () => {
    const followUp = await elsewhere().deciding();
    answered(await both.post(`/api/follow-ups/${followUp.id}/conflict-declaration`, { hasConflict: false }), 200);
    const { contentVersion, offers, editable } = await viewOf(followUp);
    expect(offers.map(({ name, blockers }) => [name, blockers])).toEqual([
      ['return', []],
      ['approve', []],
    ]);
    expect(editable).toBe(false);
    answered(await both.post(`/api/follow-ups/${followUp.id}/approve`, { contentVersion }), 200);
  });

  it('writes in the case of the one committee and is offered nothing to write in the other’s', async () => {
    const [home, away] = [await aFollowUp(t).planned(), await elsewhere().planned()];
    const [mine, theirs] = [await viewOf(home), await viewOf(away)];
    expect([mine.editable, mine.offers.map(({ name }) => name)]).toEqual([true, ['start', 'cancel']]);
    expect([theirs.editable, theirs.offers]).toEqual([false, []]);
    const start = await both.post(`/api/follow-ups/${away.id}/start`, { contentVersion: theirs.contentVersion });
    expect(start.statusCode).toBe(403);
    const change = await both.patch(`/api/follow-ups/${away.id}`, { version: theirs.version, title: 'Ändrad' });
    expect(change.statusCode).toBe(403);
    expect((await viewOf(away)).contentVersion).toBe(theirs.contentVersion);
    answered(await both.post(`/api/follow-ups/${home.id}/start`, { contentVersion: mine.contentVersion }), 200);
  });

  it('sees which contracts are for one to change: those of the one committee', async () => {
    const [home, away] = [await aFollowUp(t).planned(), await elsewhere().planned()];
    const editable = async (contractId: string, browser: Browser = both) =>
      answered(await browser.get(`/api/contracts/${contractId}`), 200).json<ContractView>().editable;
    expect([await editable(home.contractId), await editable(away.contractId)]).toEqual([true, false]);
    const url = `/api/contracts/${away.contractId}`;
    expect((await both.patch(url, { version: 1, reference: 'Ändrad' })).statusCode).toBe(403);
  });

  it('makes contracts and opens rounds for the one committee only, with people of that one', async () => {
    const away = await elsewhere().planned();
    const { contractId, unitId } = away;
    const opening = { contractId, unitId, kind: 'planned', year: 2027, focusAreas: ['Dokumentation'] };
    expect((await both.post('/api/follow-ups', opening)).statusCode).toBe(403);
    await expect(aContract(both, other.municipality, 9001)).rejects.toThrow('Välj en av dina nämnder.');
    const candidates = (await both.get('/api/team-candidates')).json<TeamCandidate[]>().map(({ id }) => id);
    expect(candidates).toContain(t.people.manager(t.m1).accountId);
    expect(candidates).not.toContain(t.people.secondOfficer(t.m1).accountId);
  });

  it('finds waiting in "Mitt arbete" what one may do in each committee and nothing else', async () => {
    const home = await decidingAtHome();
    const away = await elsewhere().deciding();
    const work = (await both.get('/api/my-work')).json<MyWorkView>();
    const decisions = work.waitingForMe.filter(({ nextStep }) => nextStep === 'Besluta om bedömningen');
    const ids = decisions.map(({ followUpId }) => followUpId);
    expect(ids).toContain(away.id);
    expect(ids).not.toContain(home.id);
  });

  it('keeps the roles of one committee apart from the other’s on every route (R20)', async () => {
    const home = await rowsOf(t, t.m1);
    const away = await rowsOf(other.t, other.municipality);
    const may = async (rows: Rows) =>
      (await both.get(`/api/publications/${rows.publication}`)).json<PublicationView>().may;
    expect((await may(home)).approve).toBe('Enhetschefen godkänner publiceringen.');
    expect((await may(away)).approve).not.toBe('Enhetschefen godkänner publiceringen.');
    const routes = routesOf(t.app).filter(({ path, access }) => path.includes(':') && access !== 'anonymous');
    const before = await everythingStored(t);
    let refused = 0;
    for (const route of routes) {
      const kind = PATH_REQUESTS[keyOf(route)]?.kind ?? 'provider';
      if (SHARED_BY_COMMITTEES.includes(kind)) continue;
      for (const [rows, held, others] of [
        [home, OFFICER, MANAGER],
        [away, MANAGER, OFFICER],
      ] as const) {
        if (allows(route, held) || !allows(route, others)) continue;
        refused += 1;
        const { statusCode } = await ask(both, route, rows[kind]);
        expect([keyOf(route), rows === home ? 'home' : 'away', statusCode]).toEqual([
          ...[keyOf(route), rows === home ? 'home' : 'away', 403],
        ]);
      }
    }
    expect(refused).toBeGreaterThan(30);
    expect(await everythingStored(t)).toEqual(before);
  }, 120_000);
});

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function allows({ access }: Route, held: readonly Permission[]): boolean {
  return access.split(' | ').some((permission) => held.includes(permission as Permission));
}

function ask(browser: Browser, route: Route, id: string): Promise<Answer> {
  const path = route.path.replace(/:\w+/, id).replace(':questionId', 'routines').replace(/:\w+/g, id);
  const url = path + (route.method === 'DELETE' ? '?version=1' : '');
  if (UPLOADS.includes(route.path)) return sendTable(browser, url);
  const payload = PATH_REQUESTS[keyOf(route)]?.body;
  return browser.request({ method: route.method as 'GET', url, ...(payload && { payload }) });
}
