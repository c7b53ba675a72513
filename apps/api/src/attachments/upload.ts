import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FileStore } from '../files/file-store.js';
import { Invalid, Problem } from '../http/problem.js';

/** A file that has come all the way in, waiting in a folder of its own until it is checked and kept. */
export interface ReceivedFile {
  path: string;
  fileName: string;
  evidenceId: string | null;
  /** What stood in the other fields that the caller takes; a field that was left out is not there. */
  fields: Readonly<Record<string, string>>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the parts around the file may take. */
const FRAME = 10_000;

/**
 * Takes one file in from a multipart request while it streams, and hands it to `use`; nothing is left afterwards.
 * @param tooLarge says what to answer as soon as more than `maxBytes` have come, or are announced.
 * @param names the fields that may stand beside the file.
 * @throws Problem 413 over the limit, 400 `cut-off` for a request that ends early, Invalid without a file.
 */
export async function receiveFile<T>(
  request: FastifyRequest,
  files: FileStore,
  maxBytes: number,
  tooLarge: Problem,
  use: (file: ReceivedFile) => Promise<T>,
  names: readonly string[] = ['evidenceId'],
): Promise<T> {
  if (!request.isMultipart()) throw noFile();
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FRAME) throw tooLarge;
  const folder = await files.folderForUpload();
  try {
    return await use(await takeIn(request, join(folder, 'file'), maxBytes, tooLarge, names));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeIn(
  request: FastifyRequest,
  path: string,
  maxBytes: number,
  tooLarge: Problem,
  names: readonly string[],
): Promise<ReceivedFile> {
  let fileName: string | undefined;
  let evidenceId: string | null = null;
  const fields: Record<string, string> = {};
  const limits = { fileSize: maxBytes + 1, files: 1, fields: 3, parts: 4, fieldSize: 100 };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw noFile();
        await save(part, path, maxBytes, tooLarge);
        fileName = part.filename;
      } else if (names.includes('evidenceId') && part.fieldname === 'evidenceId') evidenceId = idOf(part.value);
      else if (names.includes(part.fieldname)) fields[part.fieldname] = String(part.value);
      else throw new Invalid([{ field: part.fieldname.slice(0, 40), message: 'Fältet är okänt.' }]);
    }
  } catch (error) {
    throw error instanceof Problem ? error : cutOff();
  }
  if (fileName === undefined) throw noFile();
  return { path, fileName, evidenceId, fields };
}

async function save(part: MultipartFile, path: string, maxBytes: number, tooLarge: Problem): Promise<void> {
  let size = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge;
      yield chunk;
    }
  };
  await pipeline(part.file, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (part.file.truncated) throw tooLarge;
}

function idOf(value: unknown): string | null {
  if (value === '') return null;
  if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
  throw new Invalid([{ field: 'evidenceId', message: 'Underlaget finns inte i uppföljningen.' }]);
}

/** More than `maxBytes` in one file. */
export function fileTooLarge(maxBytes: number): Problem {
  const message = `Filen är för stor. Högst ${maxBytes / 1_000_000} MB är tillåtet.`;
  return new Problem(413, 'too-large', message, { errors: [{ field: 'file', message }] });
}

/** What is wrong with the content, told at the field: 415 for a type that is not allowed or not what the name says. */
export function atFile(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const status = error.code === 'file-type' || error.code === 'file-type-mismatch' ? 415 : 400;
  throw new Problem(status, error.code, error.title, { errors: [{ field: 'file', message: error.title }] });
}

function noFile(): Problem {
  return new Invalid([{ field: 'file', message: 'Välj en fil.' }]);
}

function cutOff(): Problem {
  const message = 'Filen kom inte fram i sin helhet. Försök igen.';
  return new Problem(400, 'cut-off', message, { errors: [{ field: 'file', message }] });
}
