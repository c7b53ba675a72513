import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFound, Problem } from '../http/problem.js';
import { Settings } from '../settings/settings.js';

/** A file as the database knows it: by what it holds. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Files under DATA_DIR/files by the hash of their content: written beside, flushed to disk, then moved into place. */
@Injectable()
export class FileStore {
  readonly #folder: string;

  public constructor(settings: Settings) {
    this.#folder = join(settings.DATA_DIR, 'files');
  }

  /**
   * Keeps what the stream gives. @throws Problem 413 as soon as it gives more than `maxBytes`; nothing is left then.
   */
  public async put(stream: Readable | AsyncIterable<Uint8Array>, limits: { maxBytes: number }): Promise<StoredFile> {
    const waiting = join(this.#folder, 'incoming', randomUUID());
    await mkdir(dirname(waiting), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    try {
      const file = await open(waiting, 'wx', 0o600);
      try {
        for await (const chunk of stream as AsyncIterable<Uint8Array>) {
          size += chunk.length;
          if (size > limits.maxBytes) throw tooLarge(limits.maxBytes);
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      const target = this.pathOf(sha256);
      await mkdir(dirname(target), { recursive: true });
      await rename(waiting, target);
      await flushFolder(dirname(target));
      return { sha256, size };
    } catch (error) {
      await rm(waiting, { force: true });
      throw error;
    }
  }

  /** A new folder on the disk of the files, for what is checked before it is kept. Whoever asks for it removes it. */
  public async folderForUpload(): Promise<string> {
    const incoming = join(this.#folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    return mkdtemp(join(incoming, 'upload-'));
  }

  /** The content, with its size. @throws NotFound when there is no such file. */
  public async open(sha256: string): Promise<{ stream: Readable; size: number }> {
    const path = this.pathOf(sha256);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new NotFound();
    return { stream: createReadStream(path), size: found.size };
  }

  /** Where a file lies; for reading only. */
  public pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new NotFound();
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}

function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return new Problem(413, 'too-large', 'Filen är för stor. Högst ' + String(megabytes) + ' MB är tillåtet.');
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
