import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../sessions/sessions.service.js';

/** The doors that the Angular client serves; which one it stands at it reads from its page's base address. */
const DOORS = ['/app', '/utforare'] as const;
const BASE = '<base href="/app/"';
/** What the Angular build names with a hash of its content never changes under its name. */
const HASHED = /[-.][A-Za-z0-9_]{8,}\.(js|css|woff2?|svg|png|webp|avif|map)(\.br|\.gz)?$/;

/** apps/web/dist/browser, seen from src/http as well as from dist/http. */
function builtClient(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'web', 'dist', 'browser');
}

/** Where the built client lies, and how the front door tells who answers for a provider; without it all are staff. */
interface WebFiles {
  readonly folder?: string;
  readonly isOfProvider?: (request: FastifyRequest) => Promise<boolean>;
}

/**
 * Serves the built client under its doors, when it is built: hashed files for a year, pre-compressed where the build left
 * .br or .gz beside them, index.html for every other address of a door. `/` leads to the right door.
 */
export async function serveWeb(
  fastify: FastifyInstance,
  { folder = builtClient(), isOfProvider = () => Promise.resolve(false) }: WebFiles = {},
): Promise<void> {
  fastify.get('/', async (request, reply) => {
    const signedIn = request.cookies[SESSION_COOKIE] !== undefined;
    const door = signedIn && (await isOfProvider(request)) ? '/utforare' : '/app';
    return reply.header('cache-control', 'no-store').redirect(signedIn ? door : '/rapporter', 302);
  });
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const door of DOORS) {
    fastify.get(door, (_request, reply) => sendIndex(reply, index, door));
    fastify.get(door + '/*', (request, reply) => {
      const name = (request.params as { '*': string })['*'];
      const isFile = /\.[a-z0-9]+$/i.test(name);
      if (!isFile) return sendIndex(reply, index, door);
      return reply.sendFile(name);
    });
  }
}

async function sendIndex(reply: FastifyReply, index: string, door: string): Promise<FastifyReply> {
  const built = await readFile(index, 'utf8');
  const page = built.replace(BASE, `<base href="${door}/"`);
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
}
