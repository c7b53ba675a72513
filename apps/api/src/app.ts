import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { type Type, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { DatabaseConnection, findDatabase } from './database/database-connection.js';
import { refuseDeepBody } from './http/body-depth.js';
import { Log } from './http/logging.js';
import { describeApi } from './http/openapi.js';
import { Invalid } from './http/problem.js';
import { ProblemFilter } from './http/problem.filter.js';
import { securityHeaders } from './http/security-headers.js';
import { serveWeb } from './http/web-files.js';
import { fieldErrorsOf } from './http/validation-messages.js';
import { isOfProvider } from './http/current-user.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Clock } from './settings/clock.js';
import { readSettings, type Settings } from './settings/settings.js';

/** Routes outside /api: the public site, which is HTML. */
const OUTSIDE_API = ['rapporter', 'rapporter/{*rest}'];

/**
 * Builds the whole application, ready to listen or to be asked by a spec. The database must have been migrated.
 * @param options.settings override the environment. @param options.clock stands in for the real one.
 * @param options.extraParts modules beside the real ones, for specs that probe the frame with routes of their own.
 */
export async function createApp(
  options: { settings?: Partial<Settings>; clock?: Clock; extraParts?: Type[] } = {},
): Promise<NestFastifyApplication> {
  const settings = readSettings(process.env, options.settings);
  const fixed = settings.INSYN_NOW === undefined ? undefined : new Date(settings.INSYN_NOW);
  const clock = options.clock ?? new Clock(fixed);
  const address = await findDatabase(settings, (sentence) => process.stderr.write(sentence + '\n'));
  const connection = await DatabaseConnection.open(address);
  try {
    return await assemble(settings, clock, connection, options.extraParts ?? []);
  } catch (error) {
    await connection.onApplicationShutdown();
    throw error;
  }
}

async function assemble(
  settings: Settings,
  clock: Clock,
  connection: DatabaseConnection,
  extraParts: Type[],
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter();
  const log = new Log(settings);
  const adapter = new FastifyAdapter({
    // Node's own server: a slow sender does not hold a socket for ever.
    http: { headersTimeout: 5000, requestTimeout: 120_000, connectionsCheckingInterval: 1000 },
    bodyLimit: 1_000_000,
    trustProxy: settings.TRUST_PROXY,
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 200 },
    genReqId: () => randomUUID(),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, clock, connection, log, extraParts),
    adapter,
    { logger: log, abortOnError: false },
  );
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => new Invalid(fieldErrorsOf(errors)),
    }),
  );
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart as never);
  const fastify = adapter.getInstance<FastifyInstance>();
  log.follow(fastify);
  // Nest hands a route's @RouteConfig on, but Fastify reads the limit of a body beside it.
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  const headers = securityHeaders(settings);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('preValidation', refuseDeepBody);
  describeApi(app);
  await serveWeb(fastify, {
    isOfProvider: async (request) => {
      const user = await app.get(SessionsService).userOf(request);
      return user !== null && isOfProvider(user);
    },
  });
  app.enableShutdownHooks();
  await app.init();
  await fastify.ready();
  return app;
}
