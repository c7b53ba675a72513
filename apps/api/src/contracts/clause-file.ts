import { CONTRACT_LIMITS } from '@insyn/api-schema';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';
import { Invalid, Problem } from '../http/problem.js';
import { decodeClauseFile } from './clause-csv-text.js';

/** The text of the one file that a multipart request carries. @throws Invalid without a file, Problem 413 over 5 MB. */
export async function readClauseFile(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) throw new Invalid([{ field: 'file', message: 'Välj en fil.' }]);
  const limits = { fileSize: CONTRACT_LIMITS.csv, files: 1, fields: 5, parts: 6 };
  const file = await request.file({ limits, throwFileSizeLimit: false });
  if (file === undefined) throw new Invalid([{ field: 'file', message: 'Välj en fil.' }]);
  const bytes = await file.toBuffer();
  if (file.file.truncated) {
    const message = 'Filen är för stor. Högst 5 MB kan läsas in.';
    throw new Problem(413, 'too-large', message, { errors: [{ field: 'file', message }] });
  }
  if (bytes.length === 0) throw new Invalid([{ field: 'file', message: 'Filen är tom.' }]);
  return decodeClauseFile(bytes);
}
