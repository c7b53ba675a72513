import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, permissionsOf, type Role, ROLES } from '@insyn/domain';
import { v7 as uuidv7 } from 'uuid';
import { ProbeModule } from '../../test/probe.js';
import { type Route, routesOf } from '../../test/routes.js';
import { type Browser, testApp, type TestApp } from '../../test/test-app.js';
import { ROUTE_TABLE } from '../../test/route-table.js';

describe('Every route', () => {
  let t: TestApp;
  let routes: Route[];
  const browsers = new Map<Role, Browser>();
  beforeAll(async () => {
    t = await testApp();
    routes = routesOf(t.app);
    const people = {
      officer: t.people.officer(t.m1),
      manager: t.people.manager(t.m1),
      registrar: t.people.registrar(t.m1),
      auditor: t.people.auditor(t.m1),
      administrator: t.people.administrator(t.m1),
      provider: t.providerPerson,
    } satisfies Record<Role, unknown>;
    for (const role of ROLES) browsers.set(role, await t.signIn(people[role]));
  });
  afterAll(() => t.close());

  it('says who it is for, and stands in the table of access with just that', () => {
    expect(routes.filter((route) => route.access === 'unmarked')).toEqual([]);
    expect(Object.fromEntries(routes.map((route) => [route.method + ' ' + route.path, route.access]))).toEqual(
      ROUTE_TABLE,
    );
  });

  it('is seen by this spec when it says nothing', async () => {
    const probed = await testApp({ extraParts: [ProbeModule] });
    const unmarked = routesOf(probed.app).filter((route) => route.access === 'unmarked');
    expect(unmarked.map(({ path }) => path)).toEqual(['/api/probe/unmarked']);
    await probed.close();
  });

  it('that is not for anyone is 401 without a session', async () => {
    for (const route of routes.filter(({ access }) => access !== 'anonymous')) {
      const answer = await t.request({ method: route.method as 'GET', url: addressOf(route) });
      expect([route, answer.statusCode]).toEqual([route, 401]);
    }
  });

  it.each(ROLES)('is 403 for the role %s where the permission is not held, and never where it is', async (role) => {
    const browser = browsers.get(role);
    const held = permissionsOf([role]);
    for (const route of routes.filter(({ access, path }) => access !== 'anonymous' && path !== '/api/session')) {
      const isHeld = route.access.split(' | ').some((permission) => held.includes(permission as Permission));
      const answer = await browser?.request({ method: route.method as 'GET', url: addressOf(route) });
      const seen = { route, role, refused: answer?.statusCode === 403 };
      expect(seen).toEqual({ route, role, refused: !isHeld });
      expect(answer?.statusCode).not.toBe(401);
      expect(answer?.statusCode).not.toBe(500);
    }
  });
});

/** The route with ids that nobody has. */
function addressOf(route: Route): string {
  return route.path.replace(/:\w+/g, () => uuidv7());
}
