// Runs before every command of the repository, on whatever Node the machine has: plain JavaScript, no packages.
// Installs the packages when they are missing or no longer those of package-lock.json, and makes sure that Node 24
// (itself one of the packages) is the Node that the npm scripts will find first.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const packages = join(root, 'node_modules');
const npmsOwnRecord = join(root, 'node_modules/.package-lock.json'); // npm writes it last, when all is in place
const marker = join(root, 'node_modules/.installed-lock-sha256');
const installing = join(root, '.nx/installing');

const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function textOf(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function isInstalled() {
  if (modifiedAt(npmsOwnRecord) === 0) return false;
  return modifiedAt(npmsOwnRecord) >= modifiedAt(lockFile) || textOf(marker) === lockHash();
}

function rememberInstalled() {
  try {
    if (textOf(marker) !== lockHash()) writeFileSync(marker, `${lockHash()}\n`);
  } catch {
    // Another user's read-only node_modules is as good as our own.
  }
}

/** npm ci empties node_modules first: through a link it would empty somebody else's. */
function complaintAboutLink() {
  if (!lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  return `node_modules is a symbolic link to ${readlinkSync(packages)}, and what lies there does not fit package-lock.json. Installing would empty that folder: remove the link and run the command again.`;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes the right to install; false when another process installed while we waited. */
async function takeTurn() {
  mkdirSync(dirname(installing), { recursive: true });
  for (let waits = 0; ; waits++) {
    try {
      mkdirSync(installing);
      writeFileSync(join(installing, 'pid'), String(process.pid));
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(textOf(join(installing, 'pid')));
    const abandoned = holder > 0 ? !isAlive(holder) : Date.now() - modifiedAt(installing) > 10_000;
    if (abandoned) {
      rmSync(installing, { recursive: true, force: true });
      continue;
    }
    if (waits === 0)
      console.error(`Another process (${holder || 'just started'}) installs the packages; waiting for it.`);
    await sleep(500);
    if (modifiedAt(installing) === 0 && isInstalled()) return false;
  }
}

function install() {
  // npm must not run on the Node that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== join(root, 'node_modules/.bin'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  for (const name of Object.keys(env))
    if (/^npm_(config_(?!registry|userconfig|cache)|package|lifecycle)/i.test(name)) delete env[name];
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  console.error('Installing the packages of package-lock.json (npm ci; two to four minutes the first time).');
  const progress = setInterval(() => console.error(`  … still installing, ${seconds()} s`), 15_000);
  return new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2], // stdout belongs to the command that follows
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => npm.kill(signal));
    const end = (ok, reason) => {
      clearInterval(progress);
      console.error(ok ? `Installed in ${seconds()} s.` : `npm ci failed (${reason}); its own message stands above.`);
      resolve(ok);
    };
    npm.on('error', (error) => end(false, error.message));
    npm.on('exit', (code, signal) => end(code === 0, signal ?? `exit ${code}`));
  });
}

function complaintAboutNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
  const found = spawnSync(join(root, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' });
  if (found.status === 0 && found.stdout.trim().startsWith(`v${wanted.split('.')[0]}.`)) return undefined;
  const instead = found.status === 0 ? found.stdout.trim() : (found.error?.message ?? found.stderr.trim());
  return `node_modules/.bin/node should be Node ${wanted} but is ${instead}: allow install scripts, delete node_modules and run the command again.`;
}

function giveUpOver(complaint) {
  if (!complaint) return;
  console.error(complaint);
  process.exit(1);
}

if (!isInstalled()) giveUpOver(complaintAboutLink());
if (!isInstalled() && (await takeTurn())) {
  let ok;
  try {
    ok = isInstalled() || (await install());
  } finally {
    rmSync(installing, { recursive: true, force: true });
  }
  if (!ok) process.exit(1);
}
rememberInstalled();
giveUpOver(complaintAboutNode());
