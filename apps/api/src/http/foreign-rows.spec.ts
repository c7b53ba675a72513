import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, permissionsOf, type Role } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { BODY_REQUESTS, type OwnRows } from '../../test/foreign-bodies.js';
import { PATH_REQUESTS } from '../../test/foreign-requests.js';
import {
  everythingStored,
  otherCommittee,
  ROW_KINDS,
  type Rows,
  rowsOf,
  SHARED_BY_COMMITTEES,
} from '../../test/foreign-rows.js';
import { sendTable } from '../../test/multipart.js';
import { type Route, routesOf } from '../../test/routes.js';
import { aContact } from '../../test/sendable-case.js';
import { type Answer, type Browser, testApp, type TestApp } from '../../test/test-app.js';
import { apiDocument } from './openapi.js';

const ROLES = ['officer', 'manager', 'registrar', 'auditor'] as const satisfies readonly Role[];
/** The routes that take a file, with what is sent beside it. */
const UPLOADS: Readonly<Record<string, Record<string, string>>> = {
  '/api/follow-ups/:id/attachments': {},
  '/api/follow-ups/:id/proofs': {},
  '/api/contracts/:id/clauses/preview-file': {},
  '/api/information-requests/:id/files': { wantedDocumentId: 'd1' },
  '/api/action-plans/:id/incoming-file': {},
};
/** Fields that take an id and are shown otherwise than by a request in the table. */
const SHOWN_OTHERWISE: Readonly<Record<string, string>> = {
  'POST /api/follow-ups/:id/submit id':
    'never looked up: compared with the clauses and findings of the follow-up itself',
  'POST /api/delegations accountId': 'a registrar’s, in delegations/delegations.spec.ts',
  'POST /api/delegations committeeId': 'a registrar’s, in delegations/delegations.spec.ts',
  'POST /api/follow-ups/:id/hand-over accountId': 'a manager’s, in judgements/hand-over.spec.ts',
  'POST /api/follow-ups/:id/sanctions actionIds': 'a manager’s, in sanctions/sanction-decision.spec.ts',
  'POST /api/follow-ups/:id/sanctions stepId': 'a manager’s, in sanctions/sanction-decision.spec.ts',
  'POST /api/action-plans/:id/judge actionId':
    'never looked up: compared with the requirements of the plan, in action-plans/plan-judging.spec.ts',
  'POST /api/action-plans/:id/incoming actionId': 'of a plan that waits, in action-plans/incoming-plans.spec.ts',
  'POST /api/action-plans/:id/incoming fileId': 'of a plan that waits, in action-plans/incoming-plans.spec.ts',
  'POST /api/actions/:id/verify attachmentIds': 'of an approved case, in actions/action-moves.spec.ts',
  'POST /api/actions/:id/verify reportId': 'of an approved case, in actions/action-moves.spec.ts',
  'PUT /api/follow-ups/:id/recheck/actions/:actionId evidenceIds': 'two ids in its path, in rechecks/rechecks.spec.ts',
  'POST /api/follow-ups/:id/attachments evidenceId': 'multipart, in a spec of its own below',
  'PUT /api/committees/:id/lex-sarah-recipients accountIds': 'a manager’s, in signals/lex-sarah.spec.ts',
  'PUT /api/session/municipality municipalityId': 'the session’s own, in a spec of its own below',
};

describe('What belongs to others does not exist (R20)', () => {
  let t: TestApp;
  let routes: Route[];
  let foreign: Rows;
  let next: Rows;
  const browsers = new Map<Role, Browser>();
  beforeAll(async () => {
    t = await testApp();
    // The provider's door has a spec of its own: portal/foreign-providers.spec.ts.
    routes = routesOf(t.app).filter(
      ({ path, access }) => path.startsWith('/api/') && !path.startsWith('/api/portal/') && access !== 'anonymous',
    );
    for (const role of ROLES) browsers.set(role, await t.signIn(t.people[role](t.m1)));
    foreign = await rowsOf(t, t.m2);
    const other = otherCommittee(t);
    next = await rowsOf(other.t, other.municipality);
  }, 180_000);
  afterAll(() => t.close());

  const keyOf = (route: Route): string => `${route.method} ${route.path}`;
  const holdersOf = (route: Route): (typeof ROLES)[number][] =>
    ROLES.filter((role) => route.access.split(' | ').some((p) => permissionsOf([role]).includes(p as Permission)));

  async function ask(role: Role, key: string, id: string): Promise<Answer> {
    const browser = browsers.get(role);
    if (browser === undefined) throw new Error(`Nobody is signed in as ${role}.`);
    const [method = '', path = ''] = key.split(' ');
    const url =
      path.replace(/:\w+/, id).replace(':questionId', 'routines').replace(/:\w+/g, id) +
      (method === 'DELETE' ? '?version=1' : '');
    const fields = UPLOADS[path];
    if (fields !== undefined) return sendTable(browser, url, fields);
    const payload = PATH_REQUESTS[key]?.body;
    return browser.request({ method: method as 'GET', url, ...(payload && { payload }) });
  }

  it('has a request for every route with an id in its path', () => {
    const withId = routes.filter(({ path }) => path.includes(':')).map(keyOf);
    expect(Object.keys(PATH_REQUESTS).sort()).toEqual(withId.sort());
  });

  it('is what these requests show: to a row of one’s own each of them is sound', async () => {
    const own = await rowsOf(t, t.m1);
    const withId = routes.filter(({ path }) => path.includes(':'));
    const removalsLast = withId.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
    for (const route of removalsLast) {
      const [role = 'officer'] = holdersOf(route);
      const answer = await ask(role, keyOf(route), own[PATH_REQUESTS[keyOf(route)]?.kind ?? 'followUp']);
      if (isForItsIdsAlone(keyOf(route), answer)) continue;
      const { statusCode } = answer;
      expect([keyOf(route), [400, 403, 404, 500].includes(statusCode), statusCode]).toEqual([
        ...[keyOf(route), false, expect.any(Number)],
      ]);
    }
  }, 180_000);

  it('gives 404 for a real row of another municipality, to every role that may use the route, and changes nothing', async () => {
    const before = await everythingStored(t);
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      const request = PATH_REQUESTS[keyOf(route)];
      for (const role of holdersOf(route)) {
        const answer = await ask(role, keyOf(route), foreign[request?.kind ?? 'followUp']);
        expect([keyOf(route), role, answer.statusCode, answer.body]).toEqual([
          ...[keyOf(route), role, 404],
          expect.not.stringContaining(foreign[request?.kind ?? 'followUp']),
        ]);
      }
    }
    expect(await everythingStored(t)).toEqual(before);
  }, 240_000);

  it('gives 404 for a real row of another committee, but lets the auditor read the whole municipality', async () => {
    const before = await everythingStored(t);
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      const { kind } = PATH_REQUESTS[keyOf(route)] ?? { kind: 'provider' };
      if (SHARED_BY_COMMITTEES.includes(kind)) continue;
      for (const role of holdersOf(route)) {
        const { statusCode } = await ask(role, keyOf(route), next[kind]);
        expect([keyOf(route), role, statusCode]).toEqual([keyOf(route), role, role === 'auditor' ? 200 : 404]);
      }
    }
    expect(await everythingStored(t)).toEqual(before);
  }, 240_000);

  it('never stands in a list, whoever asks', async () => {
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
    expect(lists.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/follow-ups', '/api/contracts', '/api/providers', '/api/publications']),
    );
    for (const route of lists) {
      for (const role of holdersOf(route)) {
        const answer = await browsers.get(role)?.get(route.path);
        expect([route.path, role, answer?.statusCode]).toEqual([route.path, role, 200]);
        const hidden = role === 'auditor' ? [] : ROW_KINDS.filter((kind) => !SHARED_BY_COMMITTEES.includes(kind));
        const ids = [...ROW_KINDS.map((kind) => foreign[kind]), foreign.person, ...hidden.map((kind) => next[kind])];
        expect([route.path, role, ids.filter((id) => answer?.body.includes(id))]).toEqual([route.path, role, []]);
      }
    }
  });

  it('has a request for every field of a body that takes an id', () => {
    const known = [...Object.keys(BODY_REQUESTS), ...Object.keys(SHOWN_OTHERWISE)];
    const asked = idFields(apiDocument(t.app)).filter((field) => !field.includes(' /api/portal/'));
    expect(known.sort()).toEqual(asked.sort());
  });

  it('is answered in a body just as an id that nobody has, and changes nothing', async () => {
    const own = await ownRows(t);
    const officer = browsers.get('officer');
    const before = await everythingStored(t);
    for (const [key, request] of Object.entries(BODY_REQUESTS)) {
      const [method = '', path = ''] = key.split(' ');
      const url = request.path === undefined ? path : path.replace(/:\w+/, own[request.path] as string);
      const send = async (id: string): Promise<unknown[]> => {
        const answer = await officer?.request({ method: method as 'POST', url, payload: request.body(id, own) });
        const { status, code, title, errors } = answer?.json<Record<string, unknown>>() ?? {};
        return [key, status, JSON.stringify({ code, title, errors }).replaceAll(id, '…')];
      };
      const nobodys = await send(uuidv7());
      expect(nobodys).toEqual([key, expect.anything(), expect.anything()]);
      expect([400, 404]).toContain(nobodys[1]);
      expect(await send(foreign[request.foreign])).toEqual(nobodys);
      const isShared = (SHARED_BY_COMMITTEES as readonly string[]).includes(request.foreign);
      if (!isShared && request.foreign !== 'person') expect(await send(next[request.foreign])).toEqual(nobodys);
    }
    expect(await everythingStored(t)).toEqual(before);
  }, 180_000);

  it('cannot be tied to an upload', async () => {
    const own = await ownRows(t);
    const officer = browsers.get('officer');
    if (officer === undefined) throw new Error('Nobody is signed in.');
    const before = await everythingStored(t);
    for (const evidenceId of [uuidv7(), foreign.meeting, next.meeting]) {
      const answer = await sendTable(officer, `/api/follow-ups/${own.followUp}/attachments`, { evidenceId });
      expect([evidenceId, answer.statusCode]).toEqual([evidenceId, 400]);
    }
    expect(await everythingStored(t)).toEqual(before);
  });

  it('cannot be entered by choosing another municipality', async () => {
    for (const municipalityId of [uuidv7(), t.m2.id]) {
      const answer = await browsers.get('officer')?.put('/api/session/municipality', { municipalityId });
      expect(answer?.statusCode).toBe(404);
    }
    expect((await browsers.get('officer')?.get('/api/session'))?.json().municipality.id).toBe(t.m1.id);
  });
});

/** Whether a request is refused at fields that take an id and are shown otherwise, and at no other. */
function isForItsIdsAlone(key: string, answer: Answer): boolean {
  if (answer.statusCode !== 400) return false;
  const { errors } = answer.json<{ errors?: { field: string }[] }>();
  return (errors ?? []).length > 0 && (errors ?? []).every(({ field }) => `${key} ${field}` in SHOWN_OTHERWISE);
}

/** A follow-up of one's own that is being assessed, with the versions as they stand. */
async function ownRows(t: TestApp): Promise<OwnRows> {
  const followUp = await aFollowUp(t).readyToSubmit();
  const view = await followUp.view();
  const contract = (await followUp.officer.get(`/api/contracts/${followUp.contractId}`)).json<{ version: number }>();
  const clause = followUp.clauseIds['§ 7'] ?? '';
  const signal = async (kind: string, readerIds?: string[]) => {
    const body = { kind, receivedOn: '2026-11-20', title: 'Signal', text: '', ...(readerIds && { readerIds }) };
    return (await followUp.officer.post(`/api/units/${followUp.unitId}/signals`, body)).json<{ id: string }>().id;
  };
  return {
    contract: followUp.contractId,
    followUp: followUp.id,
    finding: followUp.findingId,
    action: followUp.requirementId,
    clause,
    meeting: followUp.meetingId,
    contact: await aContact(followUp.officer, followUp.providerId, 'Tove Granlund'),
    newId: uuidv7(),
    signal: await signal('tip'),
    lexSarah: await signal('lex-sarah', [t.people.manager(t.m1).accountId]),
    unit: followUp.unitId,
    provider: followUp.providerId,
    committee: t.m1.committeeId,
    versions: {
      contract: contract.version,
      followUp: view.version,
      finding: view.findings[0]?.version ?? 0,
      action: view.actions[0]?.version ?? 0,
      assessment: view.assessments.find(({ clauseIds }) => clauseIds.includes(clause))?.version ?? 0,
    },
  };
}

interface Schema {
  $ref?: string;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** `METHOD path field` for every field of every body that takes an id or a list of them, read from the description. */
function idFields(document: ReturnType<typeof apiDocument>): string[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const fieldsOf = (schema: Schema): string[] =>
    Object.entries(resolve(schema).properties ?? {}).flatMap(([name, field]) => {
      const inner = resolve(field.items === undefined ? field : field.items);
      return inner.format === 'uuid' ? [name] : fieldsOf(inner);
    });
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(
      methods as Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>,
    ).flatMap(([method, operation]) =>
      Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsOf(schema).map((field) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')} ${field}`),
      ),
    ),
  );
}
