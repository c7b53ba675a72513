import { createReadStream } from 'node:fs';
import type { FactCheckFileView } from '@insyn/api-schema';
import { FACT_CHECK_LIMITS } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { MAX_ANSWER_FILE, MAX_REQUEST_FILES } from '../answers/answer-files.js';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import type { Transaction } from '../database/transaction.js';
import type { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import { Invalid, NotFound, Problem } from '../http/problem.js';
import { FactCheckFile } from './fact-check-file.entity.js';
import { lockFactCheck, recordUnseen } from './fact-check-row.js';
import { requireOpen } from './fact-check-remarks.js';

/** A file that has come in and has been checked, where it lies until it is kept. */
export interface CheckedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly remarkId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes a file of a remark in, and checks that it is what it says. @throws Problem 400, 413, 415 at the field. */
export function receiveFactCheckFile<T>(
  request: FastifyRequest,
  files: FileStore,
  use: (file: CheckedFile) => Promise<T>,
): Promise<T> {
  return receiveFile(
    request,
    files,
    MAX_ANSWER_FILE,
    fileTooLarge(MAX_ANSWER_FILE),
    async ({ path, fileName, fields }) => {
      const remarkId = fields['remarkId'] ?? '';
      if (!UUID.test(remarkId)) {
        throw new Invalid([{ field: 'remarkId', message: 'Ange den synpunkt som filen hör till.' }]);
      }
      const type = await checkUpload(path, fileName).catch(atFile);
      return use({ path, fileName: safeFileName(fileName), mediaType: UPLOAD_TYPES[type], remarkId });
    },
    ['remarkId'],
  );
}

/** Keeps a file of a remark that is not handed in yet. Nothing is kept of one that is refused. */
export async function addFactCheckFile(
  tx: Transaction,
  files: FileStore,
  factCheckId: string,
  { path, remarkId, ...named }: CheckedFile,
): Promise<FactCheckFileView> {
  const row = await lockFactCheck(tx, factCheckId);
  if (!row.remarks.some(({ id }) => id === remarkId)) throw new NotFound();
  requireOpen(row);
  const stored = await files.put(createReadStream(path), { maxBytes: MAX_ANSWER_FILE });
  const held = row.files.reduce((sum, { size }) => sum + size, 0);
  if (held + stored.size > MAX_REQUEST_FILES || row.files.length >= FACT_CHECK_LIMITS.files) throw full();
  const id = tx.newId();
  const kept = { id, remarkId, ...named, ...stored };
  const { municipalityId, accountId: uploadedBy, now: uploadedAt } = tx;
  const { providerId } = row;
  await tx.insert(FactCheckFile, { municipalityId, factCheckId, providerId, ...kept, uploadedBy, uploadedAt });
  recordUnseen(tx, row, {
    act: 'file-added',
    summary: `Lade till filen ”${named.fileName}” till en synpunkt`,
    after: { fileName: named.fileName, ...stored, remarkId },
  });
  return { ...kept, uploadedAt: uploadedAt.toISOString(), href: `/api/portal/fact-check-files/${id}` };
}

/** Takes a file away again, before it is handed in. @throws NotFound, Conflict 'not-open' */
export async function removeFactCheckFile(tx: Transaction, fileId: string): Promise<void> {
  const [found] = await tx.query<{ factCheckId: string }>(OF_FILE, [tx.municipalityId, fileId]);
  if (found === undefined) throw new NotFound();
  const row = await lockFactCheck(tx, found.factCheckId);
  const file = row.files.find(({ id }) => id === fileId);
  if (file === undefined) throw new NotFound();
  requireOpen(row);
  await tx.update(FactCheckFile, fileId, null, { removedAt: tx.now });
  const { fileName, sha256, size } = file;
  recordUnseen(tx, row, {
    act: 'file-removed',
    summary: `Tog bort filen ”${fileName}” från en synpunkt`,
    before: { fileName, sha256, size },
  });
}

function full(): Problem {
  const message = `Filen får inte plats. Filerna får vara högst ${FACT_CHECK_LIMITS.files} och 200 MB tillsammans.`;
  return new Problem(413, 'fact-check-full', message, { errors: [{ field: 'file', message }] });
}

const OF_FILE = 'select fact_check_id as "factCheckId" from fact_check_file where municipality_id = $1 and id = $2';
