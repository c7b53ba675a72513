import { StreamableFile } from '@nestjs/common';
import type { FileStore } from './file-store.js';

/** A file that is kept under its hash, with what it is called and what it is. */
export interface StoredFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The file as an answer to download under its own name. */
export async function sentFile(files: FileStore, { sha256, ...file }: StoredFile): Promise<StreamableFile> {
  const { stream, size } = await files.open(sha256);
  return new StreamableFile(stream, { ...downloadHeaders(file), length: size });
}

/** What an answer says of a file to download, stored or made for the occasion. */
export function downloadHeaders({ fileName, mediaType }: Omit<StoredFile, 'sha256'>): {
  type: string;
  disposition: string;
} {
  return { type: mediaType, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` };
}
