import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf } from '../../test/routes.js';
import { testApp, type TestApp } from '../../test/test-app.js';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  nullable?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Content that is a file or a page and needs no schema. */
const FILES = ['application/octet-stream', 'application/pdf', 'text/html'];

describe('The description of the API', () => {
  let t: TestApp;
  let document: Document;
  beforeAll(async () => {
    t = await testApp();
    document = (await t.request({ method: 'GET', url: '/api/openapi.json' })).json<Document>();
  });
  afterAll(() => t.close());

  const operations = (): [string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    );
  const resolved = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

  it('is there for anyone to read, and as a page', async () => {
    expect(document.openapi).toMatch(/^3\./);
    const page = await t.request({ method: 'GET', url: '/api/docs' });
    expect([page.statusCode, String(page.headers['content-type'])]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });

  it('has every route of /api, and no other', () => {
    const routes = routesOf(t.app).filter(({ path }) => path.startsWith('/api/'));
    const described = operations().map(([name]) => name);
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('says of every route what a good answer holds: a schema, a file, or nothing', () => {
    const silent = operations().filter(([, { responses }]) => {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      return !good.some(([status, { content }]) => {
        if (status === '204') return true;
        return Object.entries(content ?? {}).some(([type, { schema }]) => FILES.includes(type) || isTelling(schema));
      });
    });
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  /** A schema that says something: a reference that leads somewhere, a list of such, or an object with members. */
  function isTelling(schema: Schema | undefined): boolean {
    if (schema === undefined) return false;
    if (schema.type === 'array') return isTelling(schema.items);
    return Object.keys(resolved(schema).properties ?? {}).length > 0;
  }

  it('leads nowhere that is not described', () => {
    const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => document.components.schemas[name ?? ''] === undefined)).toEqual([]);
  });

  it('gives the public list the shape that others build on', () => {
    const answer = document.paths['/api/public/reports']?.['get']?.responses['200'];
    const list = resolved(answer?.content?.['application/json']?.schema ?? {});
    expect(Object.keys(list.properties ?? {})).toEqual(['items', 'next']);
    const item = resolved(list.properties?.['items']?.items ?? {});
    const promised = ['id', 'title', 'municipality', 'provider', 'unit', 'year', 'outcome', 'publishedOn'];
    expect(item.required).toEqual(expect.arrayContaining([...promised, 'htmlUrl', 'pdfUrl']));
    expect(item.properties?.['publishedOn']).toMatchObject({ type: 'string', format: 'date' });
    expect(list.properties?.['next']).toMatchObject({ type: 'string', nullable: true });
  });
});
