import { createReadStream } from 'node:fs';
import type { PlanFileView } from '@insyn/api-schema';
import { takePlanAction } from '@insyn/domain';
import type { FastifyRequest } from 'fastify';
import { MAX_ANSWER_FILE, MAX_REQUEST_FILES } from '../answers/answer-files.js';
import { atFile, fileTooLarge, receiveFile } from '../attachments/upload.js';
import type { Transaction } from '../database/transaction.js';
import type { FileStore } from '../files/file-store.js';
import { checkUpload, safeFileName, UPLOAD_TYPES } from '../files/upload-check.js';
import { Conflict, Invalid, NotFound, Problem } from '../http/problem.js';
import { ActionPlanFile } from './action-plan-file.entity.js';
import { lockPlan } from './locked-plan.js';
import { fileView, kindOf, type PlanRow } from './plan-parts.js';
import { recordUnseen } from './record-unseen.js';
import { openAction } from './save-item.js';

const MAX_FILES = 200;

/** Where a file belongs: with an action of the plan, or with a report that its requirement has been remedied. */
interface PlanFilePlace {
  readonly actionId: string;
  readonly forReport: boolean;
}

/** A file that has come in and has been checked, where it lies until it is kept. */
export interface CheckedPlanFile extends PlanFilePlace {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Takes a file in with its place, and checks that it is what it says. @throws Problem 400, 413, 415 at the field. */
export function receivePlanFile<T>(
  request: FastifyRequest,
  files: FileStore,
  use: (file: CheckedPlanFile) => Promise<T>,
): Promise<T> {
  const keep = async ({ path, fileName, fields }: { path: string; fileName: string; fields: Fields }): Promise<T> => {
    const actionId = fields['actionId'] ?? '';
    if (!UUID.test(actionId)) {
      throw new Invalid([{ field: 'actionId', message: 'Ange det krav som filen hör till.' }]);
    }
    const type = await checkUpload(path, fileName).catch(atFile);
    const forReport = fields['forReport'] === 'true';
    return use({ path, fileName: safeFileName(fileName), mediaType: UPLOAD_TYPES[type], actionId, forReport });
  };
  const tooLarge = fileTooLarge(MAX_ANSWER_FILE);
  return receiveFile(request, files, MAX_ANSWER_FILE, tooLarge, keep, ['actionId', 'forReport']);
}
type Fields = Readonly<Record<string, string>>;

/**
 * Keeps a file with its hash. Nothing is kept of one that is refused.
 * @throws NotFound for an action that the demand does not name, RuleViolation 'wrong-state', Conflict 'not-open',
 * Problem 413 over the plan's total.
 */
export async function addPlanFile(
  tx: Transaction,
  files: FileStore,
  planId: string,
  file: CheckedPlanFile,
): Promise<PlanFileView> {
  const plan = await lockPlan(tx, planId);
  requireOpen(plan, file);
  const stored = await files.put(createReadStream(file.path), { maxBytes: MAX_ANSWER_FILE });
  const held = plan.files.reduce((sum, { size }) => sum + size, 0);
  if (held + stored.size > MAX_REQUEST_FILES || plan.files.length >= MAX_FILES) throw planFull();
  const { fileName, mediaType, actionId, forReport } = file;
  const id = tx.newId();
  const { municipalityId, now } = tx;
  const { providerId } = plan;
  const kept = { id, actionId, forReport, fileName, mediaType, ...stored };
  await tx.insert(ActionPlanFile, {
    ...{ municipalityId, planId, providerId, ...kept, reportId: null, uploadedBy: tx.accountId, uploadedAt: now },
  });
  recordFile(tx, 'added', kept, `Lade till filen ”${fileName}” i åtgärdsplanen`);
  return fileView({ ...kept, reportId: null, uploadedAt: now.toISOString() }, 'portal');
}

/** Takes a file away again, while its place can be written on. What has been handed in is kept with its round. */
export async function removePlanFile(tx: Transaction, planId: string, fileId: string): Promise<void> {
  const plan = await lockPlan(tx, planId);
  const file = plan.files.find(({ id }) => id === fileId);
  if (file === undefined) throw new NotFound();
  if (file.reportId !== null) throw new Conflict('not-open', 'Filen hör till en anmälan som är skickad.');
  requireOpen(plan, file);
  await tx.update(ActionPlanFile, fileId, null, { removedAt: tx.now });
  recordFile(tx, 'removed', file, `Tog bort filen ”${file.fileName}” från åtgärdsplanen`);
}

function requireOpen(plan: PlanRow, { actionId, forReport }: PlanFilePlace): void {
  if (!forReport) {
    openAction(plan, actionId);
    return;
  }
  if (kindOf(plan, actionId) !== 'requirement') throw new NotFound();
  takePlanAction('report', plan.state);
}

function recordFile(
  tx: Transaction,
  act: 'added' | 'removed',
  { id, fileName, sha256, size }: { id: string; fileName: string; sha256: string; size: number },
  summary: string,
): void {
  const content = { fileName, sha256, size };
  recordUnseen(tx, {
    ...{ kind: `action-plan-file.${act}`, subjectKind: 'action-plan-file', subjectId: id, summary },
    ...(act === 'added' ? { after: content } : { before: content }),
  });
}

function planFull(): Problem {
  const message = 'Filen får inte plats. Filerna får vara högst 200 och 200 MB tillsammans.';
  return new Problem(413, 'plan-full', message, { errors: [{ field: 'file', message }] });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
