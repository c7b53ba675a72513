import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stockholmDate } from '@insyn/domain';

/**
 * Keeps a mail as a file instead of sending it: `<folder>/<date>-<id>.eml`, readable by its owner alone. It is written beside
 * and moved into place, so there is a whole file or none; the same mail again gives the same file.
 */
export async function writeMailFile(
  folder: string,
  mail: { readonly id: string; readonly createdAt: Date; readonly raw: Buffer },
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `${stockholmDate(mail.createdAt)}-${mail.id}.eml`);
  const waiting = join(folder, `.${mail.id}-${randomUUID()}`);
  try {
    const file = await open(waiting, 'wx', 0o600);
    try {
      await file.writeFile(mail.raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(waiting, target);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
  return target;
}
