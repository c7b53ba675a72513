import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportData } from '@insyn/report';
import { aFollowUp } from '../../test/follow-up-factory.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { renderInWorker } from './render-in-worker.js';
import { ReportRenderingService } from './report-rendering.service.js';

describe('A sealed report', () => {
  let t: TestApp;
  let reportId: string;
  let snapshot: ReportData;
  beforeAll(async () => {
    t = await testApp();
    const followUp = await aFollowUp(t).approved();
    reportId = (await followUp.view()).reports[0]?.id ?? '';
    const [row] = await t.asOwner<{ snapshot: ReportData }>('select snapshot from report where id = $1', [reportId]);
    if (row === undefined) throw new Error('There is no report.');
    snapshot = row.snapshot;
  });
  afterAll(() => t.close());

  it('is rendered by the job that its approval asked for, without anyone else asking', async () => {
    const files = () =>
      t.asOwner<{ format: string }>('select format from report_file where report_id = $1 order by format', [reportId]);
    for (let waited = 0; waited < 200 && (await files()).length < 2; waited += 1) await sleep(100);
    expect((await files()).map(({ format }) => format)).toEqual(['html', 'pdf']);
  });

  it('gives the same bytes each time', async () => {
    const [first, second] = await Promise.all([renderInWorker(snapshot), renderInWorker(snapshot)]);
    expect(Buffer.from(first.pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
    expect(Buffer.compare(first.html, second.html)).toBe(0);
    expect(Buffer.from(first.html).toString()).toContain(snapshot.title);
    expect(Buffer.from(first.html).toString()).not.toContain('url(');
  });

  it('gives the same bytes on a thread that has rendered before, and after a rendering that failed', async () => {
    const first = await renderInWorker(snapshot);
    const again = await renderInWorker(snapshot);
    await expect(renderInWorker({ ...snapshot, clauses: null } as unknown as ReportData)).rejects.toThrow(/null/);
    const afterwards = await renderInWorker(snapshot);
    expect([again, afterwards].map(({ pdf }) => Buffer.compare(first.pdf, pdf))).toEqual([0, 0]);
  });

  it('never holds up the thread that answers requests for 20 ms', async () => {
    const runs: number[] = [];
    for (let run = 0; run < 3; run += 1) runs.push(await longestWorkDuring(() => renderInWorker(snapshot)));
    // The best of three: what a run shares the machine with is not what is measured.
    expect(Math.min(...runs)).toBeLessThan(20);
  });

  it('that cannot be rendered fails its job, and leaves no file', async () => {
    const broken = { ...snapshot, clauses: null } as unknown as ReportData;
    await expect(renderInWorker(broken)).rejects.toThrow(/null/);
    const rendering = t.app.get(ReportRenderingService);
    await expect(rendering.render(t.m1.id, reportId, 'public')).rejects.toThrow('has no snapshot');
    await expect(rendering.render(t.m2.id, reportId, 'internal')).rejects.toThrow('There is no report');
    expect(await t.asOwner("select 1 from report_file where variant = 'public'")).toEqual([]);
  });
});

/** The longest stretch, in milliseconds of this thread's own CPU time, between two turns of the event loop. */
async function longestWorkDuring(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  let longest = 0;
  const ended = work().finally(() => {
    isDone = true;
  });
  let before = process.threadCpuUsage();
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    await sleep(1);
    const used = process.threadCpuUsage(before);
    longest = Math.max(longest, (used.user + used.system) / 1000);
    before = process.threadCpuUsage();
  }
  await ended;
  return longest;
}
