import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A folder for the run; the first spec file that wants a database starts PostgreSQL in it, the others join.
export default function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'insyn-specs-'));
  chmodSync(folder, 0o755);
  process.env.INSYN_SPEC_FOLDER = folder;
}
