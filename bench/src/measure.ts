import autocannon from 'autocannon';
import { cpuOfFamily, cpuOfProcess, memoryOf } from './cpu.ts';
import type { RunningServer } from './servers.ts';

/** What one server did under one kind of load, in the round that was the median by CPU per request. */
export interface Measurement {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** µs of CPU in the server's process per request; null where there is no /proc. */
  readonly serverCpu: number | null;
  /** µs of CPU in all PostgreSQL processes per request. */
  readonly databaseCpu: number | null;
  readonly cpu: number | null;
  readonly bytesPerAnswer: number;
  /** What the server held at the end of the last round, in MB. */
  readonly memoryMb: number | null;
  /** CPU per request of every round, in the order in which they were run. */
  readonly rounds: readonly (number | null)[];
}

export interface Load {
  readonly paths: readonly string[];
  readonly headers: Record<string, string>;
  readonly connections: number;
  readonly seconds: number;
}

const ROUNDS = 3;
const WARM_UP_SECONDS = 3;

/**
 * Loads the servers in turn, three rounds each after a warm-up, so that what else the machine does hits them alike.
 * @throws Error where a request fails: an error is answered fast, and would look like a good result.
 */
export async function measure(
  servers: readonly RunningServer[],
  load: Load,
  postmaster: number | undefined,
): Promise<Record<RunningServer['name'], Measurement>> {
  for (const server of servers) await round(server, { ...load, seconds: WARM_UP_SECONDS }, postmaster);
  const rounds = new Map(servers.map((server) => [server.name, [] as Measurement[]]));
  for (let at = 0; at < ROUNDS; at += 1) {
    for (const server of servers) rounds.get(server.name)?.push(await round(server, load, postmaster));
  }
  return Object.fromEntries([...rounds].map(([name, list]) => [name, medianOf(list)])) as Record<
    RunningServer['name'],
    Measurement
  >;
}

async function round(server: RunningServer, load: Load, postmaster: number | undefined): Promise<Measurement> {
  const serverBefore = cpuOfProcess(server.pid);
  const databaseBefore = postmaster === undefined ? undefined : cpuOfFamily(postmaster);
  const result = await autocannon({
    url: server.url,
    connections: load.connections,
    duration: load.seconds,
    timeout: 20,
    headers: load.headers,
    requests: load.paths.map((path) => ({ method: 'GET', path })),
  });
  const serverAfter = cpuOfProcess(server.pid);
  const databaseAfter = postmaster === undefined ? undefined : cpuOfFamily(postmaster);
  const { total } = result.requests;
  if (result.non2xx + result.errors + result.timeouts > 0 || total === 0) {
    const failed = `${result.non2xx} refused, ${result.errors} broken off, ${result.timeouts} too late`;
    throw new Error(`${server.name}: of ${total} requests some failed (${failed}).`);
  }
  const perRequest = (after: number | undefined, before: number | undefined): number | null =>
    after === undefined || before === undefined ? null : Math.round((after - before) / total);
  const serverCpu = perRequest(serverAfter, serverBefore);
  const databaseCpu = perRequest(databaseAfter, databaseBefore);
  const cpu = serverCpu === null || databaseCpu === null ? null : serverCpu + databaseCpu;
  return {
    requestsPerSecond: Math.round(total / result.duration),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    serverCpu,
    databaseCpu,
    cpu,
    bytesPerAnswer: Math.round(result.throughput.total / total),
    memoryMb: memoryOf(server.pid) ?? null,
    rounds: [cpu],
  };
}

function medianOf(rounds: readonly Measurement[]): Measurement {
  const sorted = [...rounds].sort((a, b) => (a.cpu ?? -a.requestsPerSecond) - (b.cpu ?? -b.requestsPerSecond));
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) throw new Error('No round was run.');
  return { ...median, memoryMb: rounds.at(-1)?.memoryMb ?? null, rounds: rounds.map(({ cpu }) => cpu) };
}
