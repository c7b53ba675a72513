import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine, when it has one. */
export function findChromium(): string | undefined {
  return places.find((place) => existsSync(place));
}

/**
 * Finds Chromium, or installs it from the distribution's packages where we may.
 * @throws Error with one sentence where there is none and it cannot be installed.
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const may = isRoot || spawnSync('sudo', ['-n', 'true']).status === 0;
  if (may && existsSync('/usr/bin/apt-get')) {
    console.log('Chromium is missing; installing it with apt-get.');
    const install =
      'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium';
    const command = isRoot ? ['sh', '-c', install] : ['sudo', '-n', 'sh', '-c', install];
    spawnSync(command[0]!, command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser specs need Chromium, which is not here and could not be installed: run `apt-get install chromium`.',
  );
}
