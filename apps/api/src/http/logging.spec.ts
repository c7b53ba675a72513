import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { Log } from './logging.js';

interface Line {
  level: number;
  msg: string;
  requestId?: string;
  context?: string;
  req?: object;
  res?: object;
}

describe('The log', () => {
  let written: string;
  let flushed: number;
  let fastify: FastifyInstance;
  const lines = (): Line[] => written.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));

  beforeEach(async () => {
    written = '';
    flushed = 0;
    const out = { write: (text: string) => void (written += text), flushSync: () => void (flushed += 1) };
    const log = new Log({ NODE_ENV: 'production', LOG_LEVEL: 'info' }, out);
    Logger.overrideLogger(log);
    fastify = Fastify({ genReqId: () => 'the-id' });
    log.follow(fastify);
    fastify.get('/api/things/:id', async () => {
      await Promise.resolve();
      new Logger('Things').warn('Something odd.');
      return {};
    });
    fastify.get('/api/health', () => ({}));
    await fastify.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    Logger.overrideLogger(false);
    await fastify.close();
  });

  const ask = async (path: string): Promise<void> => {
    await fetch(fastify.listeningOrigin + path, { headers: { cookie: 'insyn=secret', connection: 'close' } });
    await fastify.close();
  };

  it('has a line for a request, with its path and without what was searched for, who asked and from where', async () => {
    await ask('/api/things/1?search=Namn');
    const line = lines().at(-1);
    expect(line).toMatchObject({
      ...{ level: 30, msg: 'request completed', requestId: 'the-id' },
      ...{ req: { method: 'GET', path: '/api/things/1' }, res: { status: 200 } },
    });
    expect(written).not.toMatch(/Namn|secret|127\.0\.0\.1|user-agent/);
  });

  it('carries the id of the request in what is said while it is answered, and writes that at once', async () => {
    await ask('/api/things/1');
    expect(lines()[0]).toMatchObject({ level: 40, msg: 'Something odd.', context: 'Things', requestId: 'the-id' });
    expect(flushed).toBe(1);
  });

  it('warns of what was refused', async () => {
    await ask('/api/nothing');
    expect(lines()).toMatchObject([{ level: 40, res: { status: 404 } }]);
  });

  it('says nothing of a look at its health', async () => {
    await ask('/api/health');
    expect(lines()).toEqual([]);
  });
});
