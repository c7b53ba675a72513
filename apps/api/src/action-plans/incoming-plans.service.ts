import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { IncomingPlanFile, Saved } from '@insyn/api-schema';
import type { RegisterPlanRequest } from '@insyn/api-schema/server';
import { takePlanAction } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { MAX_ANSWER_FILE } from '../answers/answer-files.js';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import { Database } from '../database/database.js';
import { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import type { StaffUser } from '../http/current-user.js';
import { ActionPlanFile } from './action-plan-file.entity.js';
import { lockOfficersPlan } from './officers-plan.js';
import { registerPlan } from './register-plan.js';

/** What an officer does with a plan that came on paper or by e-mail: the document first, then what it says. */
@Injectable()
export class IncomingPlansService {
  public constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  /**
   * Keeps the document of a plan that is about to be registered; one that was kept before and not used is let go.
   * @throws RuleViolation 'wrong-state' where the plan does not wait, Problem 400, 413, 415 at the file.
   */
  public async addFile(user: StaffUser, id: string, request: FastifyRequest): Promise<IncomingPlanFile> {
    // Asked before the file is taken in, and again in the transaction that keeps it.
    await this.db.transaction(user, async (tx) => takePlanAction('register', (await lockOfficersPlan(tx, id)).state));
    const tooLarge = fileTooLarge(MAX_ANSWER_FILE);
    return receiveFile(request, this.files, MAX_ANSWER_FILE, tooLarge, (file) => this.#keep(user, id, file), []);
  }

  public register(user: StaffUser, id: string, wanted: RegisterPlanRequest): Promise<Saved> {
    return this.db.transaction(user, (tx) => registerPlan(tx, id, wanted));
  }

  async #keep(user: StaffUser, planId: string, file: { path: string; fileName: string }): Promise<IncomingPlanFile> {
    const mediaType = UPLOAD_TYPES[await checkUpload(file.path, file.fileName).catch(atFile)];
    const fileName = safeFileName(file.fileName);
    return this.db.transaction(user, async (tx) => {
      const { state, providerId, followUpId } = await lockOfficersPlan(tx, planId);
      takePlanAction('register', state);
      const { sha256, size } = await this.files.put(createReadStream(file.path), { maxBytes: MAX_ANSWER_FILE });
      await tx.query(LET_GO, [tx.municipalityId, planId, tx.now]);
      const id = tx.newId();
      const { municipalityId, accountId: uploadedBy, now: uploadedAt } = tx;
      const kept = { id, fileName, size, sha256 };
      await tx.insert(ActionPlanFile, {
        ...{ municipalityId, planId, providerId, ...kept, mediaType, uploadedBy, uploadedAt },
        ...{ actionId: null, reportId: null, forReport: false },
      });
      tx.appendEvent({
        ...{ kind: 'action-plan-file.added', subjectKind: 'action-plan-file', subjectId: id, followUpId },
        summary: `Lade till den inkomna åtgärdsplanen ”${fileName}”`,
        after: { fileName, sha256, size },
      });
      return kept;
    });
  }
}

const LET_GO = `
update action_plan_file set removed_at = $3
where municipality_id = $1 and plan_id = $2 and action_id is null and round_id is null and removed_at is null`;
