import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { type Type, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { DatabaseConnection, findDatabase } from './database/database-connection.js';
import { refuseDeepBody } from './http/body-depth.js';
import { describeApi } from './http/openapi.js';
import { Invalid } from './http/problem.js';
import { ProblemFilter } from './http/problem.filter.js';
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
    AppModule.with(settings, clock, connection, extraParts),
    adapter,
    {
      bufferLogs: true,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
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
  await app.register(fastifyHelmet, securityHeaders(settings));
  const fastify = adapter.getInstance<FastifyInstance>();
  // Nest hands a route's @RouteConfig on, but Fastify reads the limit of a body beside it.
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
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

function securityHeaders(settings: Settings): object {
  const https = settings.PUBLIC_URL.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular's component styles are style elements; scripts get no such exception.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Files are looked at from memory: they are downloads by their address, and never pages of this origin.
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameSrc: ['blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
