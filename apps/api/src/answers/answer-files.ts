import { createReadStream } from 'node:fs';
import type { AnswerFileView } from '@insyn/api-schema';
import type { FastifyRequest } from 'fastify';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import type { Transaction } from '../database/transaction.js';
import type { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import { Invalid, NotFound, Problem } from '../http/problem.js';
import { AnswerFile } from './answer-file.entity.js';
import { lockRequest } from './locked-request.js';
import { type Door, type RequestRow, takesDocuments } from './request-parts.js';
import { beginAnswering, notOpen, openQuestion } from './save-answer.js';

/** The largest file, and the most that the files of one request may take together, in bytes. */
export const MAX_ANSWER_FILE = 25_000_000;
export const MAX_REQUEST_FILES = 200_000_000;
const MAX_FILES = 200;

/** What a file answers: one of the two. */
export interface FilePlace {
  readonly questionId: string | null;
  readonly wantedDocumentId: string | null;
}

/** A file that has come in and has been checked, where it lies until it is kept. */
export interface CheckedFile extends FilePlace {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Takes a file in with its place, and checks that it is what it says. @throws Problem 400, 413, 415 at the field. */
export function receiveAnswerFile<T>(
  request: FastifyRequest,
  files: FileStore,
  use: (file: CheckedFile) => Promise<T>,
): Promise<T> {
  const keep = async ({ path, fileName, fields }: { path: string; fileName: string; fields: Fields }): Promise<T> => {
    const questionId = fields['questionId'] || null;
    const wantedDocumentId = fields['wantedDocumentId'] || null;
    if ((questionId === null) === (wantedDocumentId === null)) {
      throw new Invalid([{ field: 'questionId', message: 'Ange den fråga eller handling som filen hör till.' }]);
    }
    const type = await checkUpload(path, fileName).catch(atFile);
    return use({ path, fileName: safeFileName(fileName), mediaType: UPLOAD_TYPES[type], questionId, wantedDocumentId });
  };
  return receiveFile(request, files, MAX_ANSWER_FILE, fileTooLarge(MAX_ANSWER_FILE), keep, [
    'questionId',
    'wantedDocumentId',
  ]);
}
type Fields = Readonly<Record<string, string>>;

/**
 * Keeps a file of a question that can be answered now, or of a wanted document. Nothing is kept of one that is refused.
 * @throws NotFound for a place that the request does not have, Conflict 'not-open', Problem 413 over the request's total.
 */
export async function addAnswerFile(
  tx: Transaction,
  files: FileStore,
  requestId: string,
  file: CheckedFile,
  door: Door,
): Promise<AnswerFileView> {
  const request = await lockRequest(tx, requestId);
  requireOpen(request, file);
  const stored = await files.put(createReadStream(file.path), { maxBytes: MAX_ANSWER_FILE });
  const held = request.files.reduce((sum, { size }) => sum + size, 0);
  if (held + stored.size > MAX_REQUEST_FILES || request.files.length >= MAX_FILES) throw requestFull();
  const { fileName, mediaType, questionId, wantedDocumentId } = file;
  const id = tx.newId();
  const kept = { id, questionId, wantedDocumentId, fileName, mediaType, ...stored };
  const { municipalityId, now } = tx;
  const { providerId } = request;
  await tx.insert(AnswerFile, {
    ...{ municipalityId, requestId, providerId, ...kept, uploadedBy: tx.accountId, uploadedAt: now },
  });
  if (request.state === 'sent') await beginAnswering(tx, request);
  recordFile(tx, request, 'added', kept, `Lade till filen ”${fileName}” i ”${request.title}”`);
  return { ...kept, uploadedAt: now.toISOString(), href: HREF[door] + id };
}

/** Takes a file away again, while its place can be answered. What has been handed in is kept with its submission. */
export async function removeAnswerFile(tx: Transaction, fileId: string): Promise<void> {
  const { requestId } = await answerFileOf(tx, fileId);
  const request = await lockRequest(tx, requestId);
  const file = request.files.find(({ id }) => id === fileId);
  if (file === undefined) throw new NotFound();
  requireOpen(request, file);
  await tx.update(AnswerFile, fileId, null, { removedAt: tx.now });
  recordFile(tx, request, 'removed', file, `Tog bort filen ”${file.fileName}” från ”${request.title}”`);
}

/** A file with the request and the case that it belongs to, also one taken away. @throws NotFound */
export async function answerFileOf(tx: Transaction, fileId: string): Promise<FoundFile> {
  const [file] = await tx.query<FoundFile>(FIND_FILE, [tx.municipalityId, fileId]);
  if (file === undefined) throw new NotFound();
  return file;
}

export interface FoundFile {
  readonly requestId: string;
  readonly followUpId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

function requireOpen(request: RequestRow, { questionId, wantedDocumentId }: FilePlace): void {
  if (questionId !== null) {
    openQuestion(request, questionId);
    return;
  }
  if (!request.wantedDocuments.some(({ id }) => id === wantedDocumentId)) throw new NotFound();
  if (!takesDocuments(request)) throw notOpen(request);
}

function recordFile(
  tx: Transaction,
  { followUpId }: RequestRow,
  act: 'added' | 'removed',
  { id, fileName, sha256, size }: { id: string; fileName: string; sha256: string; size: number },
  summary: string,
): void {
  const content = { fileName, sha256, size };
  tx.appendEvent({
    kind: `answer-file.${act}`,
    subjectKind: 'answer-file',
    subjectId: id,
    followUpId,
    summary,
    ...(act === 'added' ? { after: content } : { before: content }),
  });
}

function requestFull(): Problem {
  const message = 'Filen får inte plats. Filerna får vara högst 200 och 200 MB tillsammans.';
  return new Problem(413, 'request-full', message, { errors: [{ field: 'file', message }] });
}

const HREF: Readonly<Record<Door, string>> = { staff: '/api/answer-files/', provider: '/api/portal/answer-files/' };
const FIND_FILE = `select f.request_id as "requestId", r.follow_up_id as "followUpId", f.sha256,
    f.file_name as "fileName", f.media_type as "mediaType"
  from answer_file f
    join information_request r on r.municipality_id = f.municipality_id and r.id = f.request_id
  where f.municipality_id = $1 and f.id = $2`;
