import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second, whatever the kernel's own tick is. */
const MICROSECONDS_PER_TICK = 10_000;

interface ProcessTimes {
  readonly parent: number;
  /** User and system time of all its threads, in ticks. */
  readonly own: number;
  /** The same of its children that have ended. */
  readonly ended: number;
}

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may hold anything; the numbers after it do not.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const ticks = (at: number): number => Number(fields[at]);
    return { parent: ticks(1), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
  } catch {
    return undefined;
  }
}

/** The process that started this one, or undefined where there is no /proc. */
export function parentOf(pid: number): number | undefined {
  return timesOf(pid)?.parent;
}

/** CPU that one process has used in all its threads, in µs; undefined where there is no /proc. */
export function cpuOfProcess(pid: number): number | undefined {
  const times = timesOf(pid);
  return times === undefined ? undefined : times.own * MICROSECONDS_PER_TICK;
}

/** CPU that a process and its children have used, those that have ended as well, in µs. */
export function cpuOfFamily(pid: number): number | undefined {
  const head = timesOf(pid);
  if (head === undefined) return undefined;
  let ticks = head.own + head.ended;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const times = timesOf(Number(name));
    if (times?.parent === pid) ticks += times.own;
  }
  return ticks * MICROSECONDS_PER_TICK;
}

/** Memory that a process holds now, in MB; undefined where there is no /proc. */
export function memoryOf(pid: number): number | undefined {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match === null ? undefined : Math.round(Number(match[1]) / 1024);
  } catch {
    return undefined;
  }
}
