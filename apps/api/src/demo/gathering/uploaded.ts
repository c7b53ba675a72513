import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkUpload, UPLOAD_TYPES } from '../../files/upload-check.js';
import type { SmallFile } from './small-files.js';

/** Hands a file on as it comes from an upload: on disk, checked, and gone afterwards. */
export async function uploaded<T>(
  { fileName, bytes }: SmallFile,
  use: (file: { path: string; fileName: string; mediaType: string }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'insyn-demo-'));
  try {
    const path = join(folder, fileName);
    await writeFile(path, bytes);
    return await use({ path, fileName, mediaType: UPLOAD_TYPES[await checkUpload(path, fileName)] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
