import { createReadStream } from 'node:fs';
import { SANCTION_LIMITS, type SanctionFileView } from '@insyn/api-schema';
import { SANCTION_STATE_LABELS, sanctionActions } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { MAX_ANSWER_FILE, MAX_REQUEST_FILES } from '../answers/answer-files.js';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import type { Transaction } from '../database/transaction.js';
import type { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import { Conflict, NotFound, Problem } from '../http/problem.js';
import { lockSanction, type LockedSanction } from './locked-sanction.js';
import { SanctionFile } from './sanction-file.entity.js';
import { DISPUTE_FILES } from './sanctions.sql.js';

/** A file that has come in and has been checked, where it lies until it is kept. */
export interface CheckedDisputeFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** A file of a dispute as its row has it. */
export type DisputeFileRow = Omit<SanctionFileView, 'href'>;

/** A file with the link of a door. */
export function sanctionFileView(file: DisputeFileRow, door: 'staff' | 'portal'): SanctionFileView {
  return { ...file, href: `${door === 'staff' ? '/api' : '/api/portal'}/sanction-files/${file.id}` };
}

/** Takes a file in and checks that it is what it says. @throws Problem 400, 413, 415 at the field. */
export function receiveDisputeFile<T>(
  request: FastifyRequest,
  files: FileStore,
  use: (file: CheckedDisputeFile) => Promise<T>,
): Promise<T> {
  return receiveFile(
    request,
    files,
    MAX_ANSWER_FILE,
    fileTooLarge(MAX_ANSWER_FILE),
    async ({ path, fileName }) => {
      const type = await checkUpload(path, fileName).catch(atFile);
      return use({ path, fileName: safeFileName(fileName), mediaType: UPLOAD_TYPES[type] });
    },
    [],
  );
}

/**
 * Keeps a file for a dispute that is not sent yet. Nothing is kept of one that is refused.
 * @throws NotFound, Conflict 'not-open' where it can no longer be disputed, Problem 413 over the total.
 */
export async function addDisputeFile(
  tx: Transaction,
  files: FileStore,
  sanctionId: string,
  { path, ...named }: CheckedDisputeFile,
): Promise<SanctionFileView> {
  const sanction = await lockSanction(tx, sanctionId);
  const { providerId } = sanction;
  if (providerId === null) throw new NotFound();
  requireOpen(tx, sanction);
  const held = await disputeFilesOf(tx, sanctionId);
  const stored = await files.put(createReadStream(path), { maxBytes: MAX_ANSWER_FILE });
  const size = held.reduce((sum, file) => sum + file.size, stored.size);
  if (size > MAX_REQUEST_FILES || held.length >= SANCTION_LIMITS.files) throw full();
  const { municipalityId, accountId: uploadedBy, now: uploadedAt } = tx;
  const kept = { id: tx.newId(), ...named, ...stored };
  await tx.insert(SanctionFile, { municipalityId, sanctionId, providerId, ...kept, uploadedBy, uploadedAt });
  recordUnseen(tx, 'added', kept);
  return sanctionFileView({ ...kept, uploadedAt: uploadedAt.toISOString() }, 'portal');
}

/** Takes a file away again, before the dispute is sent. @throws NotFound, Conflict 'not-open' */
export async function removeDisputeFile(tx: Transaction, fileId: string): Promise<void> {
  const [found] = await tx.query<{ sanctionId: string }>(OF_FILE, [tx.municipalityId, fileId]);
  if (found === undefined) throw new NotFound();
  const sanction = await lockSanction(tx, found.sanctionId);
  const file = (await disputeFilesOf(tx, found.sanctionId)).find(({ id }) => id === fileId);
  if (file === undefined) throw new NotFound();
  requireOpen(tx, sanction);
  await tx.update(SanctionFile, fileId, null, { removedAt: tx.now });
  recordUnseen(tx, 'removed', file);
}

/** The files that lie beside the dispute of a sanction, in the order in which they came. */
export async function disputeFilesOf(tx: Transaction, sanctionId: string): Promise<DisputeFileRow[]> {
  const [row] = await tx.query<{ files: DisputeFileRow[] }>(FILES, [tx.municipalityId, sanctionId]);
  return row?.files ?? [];
}

function requireOpen({ today }: Transaction, sanction: LockedSanction): void {
  if (sanctionActions(sanction, 'provider', today).some(({ name }) => name === 'dispute')) return;
  const where = SANCTION_STATE_LABELS[sanction.state].toLowerCase();
  throw new Conflict('not-open', `Påföljden är ${where}. Filer kan inte läggas till eller tas bort.`);
}

/** Outside the case's history until the dispute is sent: what is being written is not the municipality's to read (R21). */
function recordUnseen(
  tx: Transaction,
  act: 'added' | 'removed',
  { id, fileName, sha256, size }: Pick<DisputeFileRow, 'id' | 'fileName' | 'sha256' | 'size'>,
): void {
  const content = { fileName, sha256, size };
  tx.appendEvent({
    ...{ kind: `sanction-file.${act}`, subjectKind: 'sanction-file', subjectId: id },
    summary:
      act === 'added'
        ? `Lade till filen ”${fileName}” till ett bestridande`
        : `Tog bort filen ”${fileName}” från ett bestridande`,
    ...(act === 'added' ? { after: content } : { before: content }),
  });
}

function full(): Problem {
  const message = `Filen får inte plats. Filerna får vara högst ${SANCTION_LIMITS.files} och 200 MB tillsammans.`;
  return new Problem(413, 'dispute-full', message, { errors: [{ field: 'file', message }] });
}

const FILES = `select ${DISPUTE_FILES} as files from sanction s where s.municipality_id = $1 and s.id = $2`;
const OF_FILE = 'select sanction_id as "sanctionId" from sanction_file where municipality_id = $1 and id = $2';
