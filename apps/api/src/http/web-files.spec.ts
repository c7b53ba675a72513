import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveWeb } from './web-files.js';

describe('The built client', () => {
  let folder: string;
  let server: FastifyInstance;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'insyn-web-'));
    writeFileSync(join(folder, 'index.html'), '<base href="/app/" /><title>Insyn</title>');
    writeFileSync(join(folder, 'main-ABCD1234.js'), 'one()');
    writeFileSync(join(folder, 'main-ABCD1234.js.br'), brotliCompressSync('one()'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media', 'source-sans-QRST5678.woff2'), 'font');
    writeFileSync(join(folder, '..', 'outside.txt'), 'secret');
    server = fastify();
    await server.register(cookie);
    await serveWeb(server, {
      folder,
      isOfProvider: (request) => Promise.resolve(request.cookies['insyn'] === 'provider'),
    });
    await server.ready();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '..', 'outside.txt'), { force: true });
  });

  it.each([
    ['/app', '/app/'],
    ['/app/follow-ups/1', '/app/'],
    ['/utforare', '/utforare/'],
    ['/utforare/planer', '/utforare/'],
  ])('answers %s with its page at that door, never kept', async (url, door) => {
    const answer = await server.inject({ url });
    expect(answer.body).toBe(`<base href="${door}" /><title>Insyn</title>`);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('gives hashed files for a year, packed where the browser takes it', async () => {
    const packed = await server.inject({ url: '/app/main-ABCD1234.js', headers: { 'accept-encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const plain = await server.inject({ url: '/app/main-ABCD1234.js' });
    expect(plain.body).toBe('one()');
    expect((await server.inject({ url: '/app/media/source-sans-QRST5678.woff2' })).body).toBe('font');
  });

  it('is 404 for a file that is not there, and for one outside', async () => {
    expect((await server.inject({ url: '/app/main-GONE0000.js' })).statusCode).toBe(404);
    for (const url of ['/app/..%2foutside.txt', '/app/%2e%2e/outside.txt', '/app/../outside.txt']) {
      expect((await server.inject({ url })).body).not.toContain('secret');
    }
  });

  it('leads the signed-in from the front door, each to their own, others to the reports', async () => {
    expect((await server.inject({ url: '/' })).headers.location).toBe('/rapporter');
    const signedIn = await server.inject({ url: '/', headers: { cookie: 'insyn=x' } });
    expect(signedIn.headers.location).toBe('/app');
    const provider = await server.inject({ url: '/', headers: { cookie: 'insyn=provider' } });
    expect(provider.headers.location).toBe('/utforare');
  });
});
