import { type CallHandler, type ExecutionContext, Injectable, Module, type NestInterceptor } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { type Route, routesOf } from '../../test/routes.js';
import { testApp, type TestApp } from '../../test/test-app.js';

/** The handlers that were reached: an interceptor runs after the guard and before the handler. */
const reached: string[] = [];

@Injectable()
class ReachedHandlers implements NestInterceptor {
  public intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, url } = context.switchToHttp().getRequest<FastifyRequest>();
    reached.push(`${method} ${url} → ${context.getClass().name}.${context.getHandler().name}`);
    return next.handle();
  }
}

@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: ReachedHandlers }] })
class ReachedHandlersModule {}

/** The same address written otherwise. */
const VARIANTS: Readonly<Record<string, (path: string) => string>> = {
  'with a slash at the end': (path) => `${path}/`,
  'with a slash and a query at the end': (path) => `${path}/?x=1`,
  'with two slashes': (path) => path.replace('/api/', '/api//'),
  'with two slashes at the start': (path) => `/${path}`,
  'in capitals': (path) => path.toUpperCase(),
  'with a capital': (path) => path.replace(/\/api\/(.)/, (_, letter: string) => `/api/${letter.toUpperCase()}`),
  'with an encoded letter': (path) => path.replace('/api/', '/%61pi/'),
  'with a letter of the noun encoded': (path) =>
    path.replace(/\/api\/(.)/, (_, letter: string) => `/api/%${letter.charCodeAt(0).toString(16)}`),
  'with an encoded slash': (path) => path.replace('/api/', '/api%2F'),
  'with an encoded slash at the end': (path) => `${path}%2f`,
  'with a dot': (path) => path.replace('/api/', '/api/./'),
  'with an encoded dot': (path) => path.replace('/api/', '/api/%2e/'),
  'by way of a public route': (path) => path.replace('/api/', '/api/public/../'),
  'by way of a public route, encoded': (path) => path.replace('/api/', '/api/public/%2e%2e/'),
  'by way of the public site': (path) => `/rapporter/..${path}`,
  'with a semicolon': (path) => `${path};/api/health`,
  'with an encoded question mark': (path) => `${path}%3f`,
  'with an encoded hash': (path) => `${path}%23`,
  'with a null': (path) => `${path}%00`,
  'with a backslash': (path) => path.replace('/api/', '/api\\'),
  'with a whole address': (path) => `http://localhost${path}`,
};

describe('A protected route', () => {
  let t: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    t = await testApp({ extraParts: [ReachedHandlersModule] });
    routes = routesOf(t.app).filter(({ access }) => access !== 'anonymous');
  });
  afterAll(() => t.close());

  const addressOf = ({ path }: Route): string => path.replace(/:\w+/g, () => uuidv7());

  it('is reached by those who hold the permission, as this spec can see', async () => {
    reached.length = 0;
    const officer = await t.signIn(t.people.officer(t.m1));
    await officer.get('/api/follow-ups');
    expect(reached.at(-1)).toBe('GET /api/follow-ups → FollowUpsController.list');
  });

  it.each(Object.keys(VARIANTS))('is not reached without a session by its address %s', async (name) => {
    reached.length = 0;
    for (const route of routes) {
      const url = VARIANTS[name]?.(addressOf(route)) ?? '';
      const { statusCode } = await t.request({ method: route.method as 'GET', url });
      expect([route.method, url, [400, 401, 404, 405].includes(statusCode)]).toEqual([route.method, url, true]);
    }
    expect(reached).toEqual([]);
  });

  it('is not reached without a session by HEAD, which is 401 just as GET', async () => {
    reached.length = 0;
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const { statusCode } = await t.request({ method: 'HEAD', url: addressOf(route) });
      expect([route.path, [401, 404].includes(statusCode)]).toEqual([route.path, true]);
    }
    expect(reached).toEqual([]);
  });

  it('is not reached without a session by a method that is put over another', async () => {
    reached.length = 0;
    for (const route of routes) {
      for (const header of ['x-http-method-override', 'x-method-override', 'x-original-url', 'x-rewrite-url']) {
        const value = header.endsWith('url') ? addressOf(route) : route.method;
        const url = header.endsWith('url') ? '/api/no-such-route' : addressOf(route);
        const { statusCode } = await t.request({ method: 'POST', url, headers: { [header]: value } });
        expect([route.path, header, [401, 404].includes(statusCode)]).toEqual([route.path, header, true]);
      }
    }
    expect(reached).toEqual([]);
  });
});
