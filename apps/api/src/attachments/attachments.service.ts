import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '@insyn/api-schema';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import { recordChange } from '../follow-ups/content-event.js';
import { changeContent, EVIDENCE_STATES, requireOwn } from '../follow-ups/content-change.js';
import { lockFollowUp } from '../follow-ups/follow-up-access.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees, requirePermission, visibleFor } from '../http/permitted-committees.js';
import { Conflict, NotFound, Problem } from '../http/problem.js';
import { Attachment } from './attachment.entity.js';
import { atFile, fileTooLarge, receiveFile, type ReceivedFile } from './upload.js';

/** The largest file, and the most that the files of one case may take together, in bytes. */
export const MAX_FILE = 25_000_000;
export const MAX_CASE = 200_000_000;

/** A file to send back, with the fixed type that it is served as. */
export interface AttachmentFile {
  sha256: string;
  fileName: string;
  mediaType: string;
}

@Injectable()
export class AttachmentsService {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  /** Takes in a file of the case, or of a piece of its evidence. Nothing is kept of one that is refused. */
  public add(user: StaffUser, followUpId: string, request: FastifyRequest): Promise<AttachmentView> {
    return this.#take(user, followUpId, request, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
    });
  }

  /**
   * Takes in a file that shows what has been remedied since the approval. It is a file of the case and no evidence of the
   * report, which is frozen (R11). @throws Conflict `not-being-remedied` where nothing waits to be remedied.
   */
  public addProof(user: StaffUser, followUpId: string, request: FastifyRequest): Promise<AttachmentView> {
    return this.#take(user, followUpId, request, async (tx) => {
      const { state } = await lockFollowUp(tx, followUpId, 'follow-up.write');
      if (state === 'remedying' || state === 'rechecking') return;
      throw new Conflict('not-being-remedied', 'Filer om det som har åtgärdats kan läggas till medan kraven åtgärdas.');
    });
  }

  async #take(
    user: StaffUser,
    followUpId: string,
    request: FastifyRequest,
    begin: (tx: Transaction) => Promise<void>,
  ): Promise<AttachmentView> {
    const left = MAX_CASE - (await this.#sizeOfCase(user, followUpId));
    const problem = left < MAX_FILE ? caseFull() : fileTooLarge(MAX_FILE);
    return receiveFile(request, this.files, Math.min(MAX_FILE, Math.max(left, 0)), problem, (file) =>
      this.#keep(user, followUpId, file, begin),
    );
  }

  /** The file behind an attachment that the person sees. @throws NotFound */
  public async find(user: StaffUser, id: string): Promise<AttachmentFile> {
    const [file] = await this.db.read<AttachmentFile>(user, {
      name: 'attachment-file',
      text: `select t.sha256, t.file_name as "fileName", t.media_type as "mediaType"
        from attachment t join follow_up f on f.municipality_id = t.municipality_id and f.id = t.follow_up_id
        where t.municipality_id = $1 and t.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`,
      values: [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')],
    });
    if (file === undefined) throw new NotFound();
    return file;
  }

  /** How much the files of a case take, asked before a file is taken in. @throws NotFound, Forbidden for one seen only. */
  async #sizeOfCase(user: StaffUser, followUpId: string): Promise<number> {
    const [held] = await this.db.read<{ size: string; committeeId: string }>(user, {
      name: 'attachment-size-of-case',
      text: `select coalesce(sum(t.size), 0) as size, f.committee_id as "committeeId"
        from follow_up f left join attachment t on t.municipality_id = f.municipality_id and t.follow_up_id = f.id
        where f.municipality_id = $1 and f.id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))
        group by f.id, f.committee_id`,
      values: [user.municipalityId, followUpId, visibleFor(user, 'follow-up.write')],
    });
    if (held === undefined) throw new NotFound();
    requirePermission(user, 'follow-up.write', held.committeeId);
    return Number(held.size);
  }

  async #keep(
    user: StaffUser,
    followUpId: string,
    received: ReceivedFile,
    begin: (tx: Transaction) => Promise<void>,
  ): Promise<AttachmentView> {
    const type = await checkUpload(received.path, received.fileName).catch(atFile);
    return this.db.transaction(user, async (tx) => {
      await begin(tx);
      const { evidenceId } = received;
      await requireOwn(tx, followUpId, 'evidence', evidenceId === null ? [] : [evidenceId], 'evidenceId');
      const stored = await this.files.put(createReadStream(received.path), { maxBytes: MAX_FILE });
      // Asked again under the lock: two uploads at once may each have fitted alone.
      const [held] = await tx.query<{ size: string }>(
        'select coalesce(sum(size), 0) as size from attachment where municipality_id = $1 and follow_up_id = $2',
        [tx.municipalityId, followUpId],
      );
      if (Number(held?.size ?? 0) + stored.size > MAX_CASE) throw caseFull();
      const id = tx.newId();
      const file = { fileName: safeFileName(received.fileName), mediaType: UPLOAD_TYPES[type], ...stored };
      const { municipalityId, now } = tx;
      const made = { createdBy: user.accountId, createdAt: now };
      await tx.insert(Attachment, { municipalityId, id, followUpId, evidenceId, ...file, ...made });
      const summary = `Laddade upp ”${file.fileName}”`;
      recordChange(tx, { followUpId, noun: 'attachment', id, act: 'added', summary, after: { ...file, evidenceId } });
      return { id, ...file, createdAt: now.toISOString(), href: `/api/attachments/${id}` };
    });
  }
}

function caseFull(): Problem {
  const message = 'Filen får inte plats. Ärendets filer får vara högst 200 MB tillsammans.';
  return new Problem(413, 'case-full', message, { errors: [{ field: 'file', message }] });
}
