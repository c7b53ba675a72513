import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { runSql, testApp, type TestApp } from '../../test/test-app.js';
import type { StaffUser } from '../http/current-user.js';
import { type JobData, JobsService } from './jobs.service.js';

const done: JobData[] = [];

@Injectable()
class Worker implements OnModuleInit {
  public constructor(private readonly jobs: JobsService) {}

  public onModuleInit(): void {
    this.jobs.register('spec', async ({ data }) => {
      done.push(data);
      return Promise.resolve();
    });
  }
}

@Module({ providers: [Worker] })
class WorkerModule {}

describe('A job', () => {
  let t: TestApp;
  let maja: StaffUser;
  beforeAll(async () => {
    t = await testApp({
      extraParts: [WorkerModule],
      arrange: async ({ ownerUrl }) => {
        await runSql(ownerUrl, "select pgboss.create_queue('spec', jsonb_build_object('policy', 'standard'))");
      },
    });
    maja = t.staffUser(t.people.officer(t.m1), 'officer', []);
  });
  afterAll(() => t.close());

  const ask = (queue: string, reportId: string): Promise<void> =>
    t.db.transaction(maja, async (tx) => {
      tx.enqueue(queue, { municipalityId: maja.municipalityId, ids: { reportId } });
      return Promise.resolve();
    });

  async function until(condition: () => boolean): Promise<void> {
    for (let waited = 0; waited < 100 && !condition(); waited += 1) await sleep(100);
  }

  it('runs when its transaction was committed, with the tenant of the one who asked', async () => {
    const reportId = uuidv7();
    await ask('spec', reportId);
    await until(() => done.length > 0);
    expect(done).toEqual([{ reportId, municipalityId: t.m1.id }]);
  });

  it('does not exist when its transaction was rolled back', async () => {
    const failed = t.db.transaction(maja, async (tx) => {
      tx.enqueue('spec', { municipalityId: maja.municipalityId, ids: { reportId: uuidv7() } });
      await tx.flush();
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await t.asOwner("select 1 from pgboss.job where name = 'spec' and state <> 'completed'")).toEqual([]);
  });

  it('can be put in a known queue only, with ids only, for one’s own tenant only', async () => {
    await expect(ask('send-money', uuidv7())).rejects.toThrow(/no queue/);
    await expect(ask('spec', 'Maja Lindgren')).rejects.toThrow(/ids and nothing else/);
    const foreign = t.db.transaction(maja, async (tx) => {
      tx.enqueue('spec', { municipalityId: t.m2.id, ids: {} });
      return Promise.resolve();
    });
    await expect(foreign).rejects.toThrow(/tenant that asks/);
  });

  it('is counted among what makes the service ready', async () => {
    const answer = await t.request({ url: '/api/health/ready' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().details).toEqual({ database: { status: 'up' }, queue: { status: 'up' } });
  });
});
