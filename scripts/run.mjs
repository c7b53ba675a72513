// The one way in which the scripts start a tool: from the root, with Node 24 and the repository's tools first on PATH.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Environment of every tool: own binaries first, no daemon, no telemetry, no questions. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_INTERACTIVE: 'false',
    NG_CLI_ANALYTICS: 'false',
    ...extra,
  };
}

/**
 * Runs one command to its end and answers { code, output }. `output` is what it wrote when `capture` is set;
 * otherwise it writes straight to our own streams.
 */
export function run(command, args = [], { env = {}, capture = false, stdio } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(env),
      stdio: stdio ?? (capture ? ['ignore', 'pipe', 'pipe'] : 'inherit'),
    });
    const passOn = (signal) => child.kill(signal);
    process.once('SIGTERM', passOn);
    process.once('SIGINT', passOn);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (code) => {
      process.off('SIGTERM', passOn);
      process.off('SIGINT', passOn);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(signal ? 130 : (code ?? 1)));
  });
}

/** Seconds since `startedAt`, as "12 s" or "3 min 07 s". */
export function took(startedAt) {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
