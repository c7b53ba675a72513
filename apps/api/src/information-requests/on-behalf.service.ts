import { Injectable } from '@nestjs/common';
import type { AnswerFileView, AnswerView, Saved } from '@insyn/api-schema';
import type { AnswerOnBehalfRequest } from '@insyn/api-schema/server';
import type { FastifyRequest } from 'fastify';
import {
  addAnswerFile,
  answerFileOf,
  type FoundFile,
  receiveAnswerFile,
  removeAnswerFile,
} from '../answers/answer-files.js';
import { saveAnswer } from '../answers/save-answer.js';
import { submitAnswers } from '../answers/submit-answers.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import type { StaffUser } from '../http/current-user.js';
import { findOfficersRequest, requireOfficersRequest } from './officers-request.js';

/** What an officer fills in for the provider, each part of it marked as such. */
@Injectable()
export class OnBehalfService {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  public answer(user: StaffUser, id: string, questionId: string, wanted: AnswerOnBehalfRequest): Promise<AnswerView> {
    return this.db.transaction(user, async (tx) => {
      await requireOfficersRequest(tx, id);
      const { version, value, comment } = wanted;
      return saveAnswer(tx, id, { questionId, version, value, comment, source: 'on-behalf', sourceNote: '' });
    });
  }

  public async addFile(user: StaffUser, id: string, request: FastifyRequest): Promise<AnswerFileView> {
    // Asked before the file is taken in, and again in the transaction that keeps it.
    await findOfficersRequest((statement) => this.db.read(user, statement), user, id, 'follow-up.write');
    return receiveAnswerFile(request, this.files, (file) =>
      this.db.transaction(user, async (tx) => {
        await requireOfficersRequest(tx, id);
        return addAnswerFile(tx, this.files, id, file, 'staff');
      }),
    );
  }

  /** Takes a file away again, whichever side added it, while its place can be answered. @throws as the portal's removal. */
  public removeFile(user: StaffUser, fileId: string): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const { requestId } = await answerFileOf(tx, fileId);
      await requireOfficersRequest(tx, requestId);
      await removeAnswerFile(tx, fileId);
    });
  }

  public submit(user: StaffUser, id: string, version: number): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await requireOfficersRequest(tx, id);
      return submitAnswers(tx, id, { version, onBehalf: true });
    });
  }

  /** A file that was handed in, by whichever side. */
  public findFile(user: StaffUser, fileId: string): Promise<FoundFile> {
    return this.db.transaction(user, async (tx) => {
      const file = await answerFileOf(tx, fileId);
      await requireOfficersRequest(tx, file.requestId, 'follow-up.read');
      return file;
    });
  }
}
