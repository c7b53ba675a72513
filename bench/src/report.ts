import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measure.ts';
import type { Options } from './options.ts';

/** One kind of request, measured on both servers. */
export interface Comparison {
  readonly name: string;
  /** The most CPU per request, as a multiple of the bare server's. */
  readonly goalRatio: number;
  readonly goalP99Ms: number | null;
  readonly api: Measurement;
  readonly bare: Measurement;
}

/** A whole run, as it is kept in bench/results. */
export interface Run {
  readonly options: Options;
  readonly data: { municipalities: number; followUps: number; rows: number; seconds: number };
  readonly ready: { apiMs: number; bareMs: number };
  /** CPU of the API and PostgreSQL together while nobody asks for anything, in per cent of one core. */
  readonly idleCpuPercent: number | null;
  readonly comparisons: readonly Comparison[];
}

/** How much CPU the API takes beyond the bare server; by requests per second where CPU cannot be read. */
export function ratioOf({ api, bare }: Comparison): number {
  if (api.cpu !== null && bare.cpu !== null) return api.cpu / bare.cpu;
  return bare.requestsPerSecond / api.requestsPerSecond;
}

/** The goals that were missed, one sentence each. */
export function missedGoals({ comparisons, options }: Run): string[] {
  return comparisons.flatMap((comparison) => {
    const { name, goalRatio, goalP99Ms, api } = comparison;
    const missed: string[] = [];
    const ratio = ratioOf(comparison);
    if (ratio > goalRatio) missed.push(`${name}: ${ratio.toFixed(2)} × bare, the goal is at most ${goalRatio} ×.`);
    if (goalP99Ms !== null && options.connections === 16 && api.p99Ms > goalP99Ms) {
      missed.push(`${name}: p99 is ${api.p99Ms} ms, the goal is at most ${goalP99Ms} ms.`);
    }
    return missed;
  });
}

/** The run as a table, with the machine that it was run on. */
export function tableOf(run: Run): string {
  const head = [
    '',
    'server',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU µs/req',
    'server',
    'PostgreSQL',
    '× bare',
    'goal',
    'bytes',
  ];
  const rows = run.comparisons.flatMap((comparison) => {
    const { name, goalRatio, api, bare } = comparison;
    return [
      [name, 'api', ...figuresOf(api), ratioOf(comparison).toFixed(2), `≤ ${goalRatio}`, String(api.bytesPerAnswer)],
      ['', 'bare', ...figuresOf(bare), '1', '', String(bare.bytesPerAnswer)],
    ];
  });
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  const { data, options, ready, idleCpuPercent } = run;
  return [
    `${data.followUps} follow-ups in ${data.municipalities} municipalities, ${data.rows} rows, made in ${data.seconds} s; ` +
      `${options.connections} connections, 3 rounds of ${options.seconds} s each, the median by CPU.`,
    `${machine()}. Load average at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
    '',
    ...table.map(line),
    '',
    `The API answered ${ready.apiMs} ms after being started and held ${run.comparisons.at(-1)?.api.memoryMb ?? '–'} MB under load; ` +
      `idle it takes ${idleCpuPercent ?? '–'} % of a core with its database.`,
    '',
  ].join('\n');
}

/** Keeps the run as JSON. @returns the path of the file. */
export function keep(run: Run): string {
  const folder = join(import.meta.dirname, '../results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = join(folder, at.replace(/[:.]/g, '-') + '.json');
  const kept = { at, node: process.version, machine: machine(), loadAverage: loadavg(), ...run };
  writeFileSync(file, JSON.stringify(kept, null, 2) + '\n');
  return file;
}

function figuresOf(found: Measurement): string[] {
  const cpu = [found.cpu, found.serverCpu, found.databaseCpu].map((value) => (value === null ? '–' : String(value)));
  return [String(found.requestsPerSecond), String(found.p50Ms), String(found.p99Ms), ...cpu];
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GB, Node ${process.versions.node}`;
}
