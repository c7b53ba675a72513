import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReviewQuestion, Saved } from '@insyn/api-schema';
import type {
  AddDocumentReviewRequest,
  ChangeReviewedFileRequest,
  ReplaceReviewedFileRequest,
} from '@insyn/api-schema/server';
import { drawSample, replacementFor, type SampleMethod } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { recordChange, savedNew } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';
import { DocumentReview } from './document-review.entity.js';
import { ReviewedFile } from './reviewed-file.entity.js';

@Injectable()
export class DocumentReviewsService {
  public constructor(private readonly db: Database) {}

  /** Adds a review and its files: drawn here from the seed, all of them, or as drawn elsewhere (R5). */
  public add(user: StaffUser, followUpId: string, request: AddDocumentReviewRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      requireSize(request);
      const evidence = { ...request, kind: 'document-review' as const };
      const id = await insertEvidence(tx, followUpId, evidence);
      const { population, size, method } = request;
      const seed = method === 'random' ? (request.seed ?? randomBytes(16).toString('hex')) : null;
      const sample = seed === null ? null : drawSample({ population, size, seed });
      const questions = request.questions.map(({ text }, index): ReviewQuestion => ({ id: `q${index + 1}`, text }));
      const review = { method, population, size, seed, algorithm: sample?.algorithm ?? null, questions };
      const numbers = sample?.numbers ?? Array.from({ length: size }, (_, index) => index + 1);
      await tx.insert(DocumentReview, { municipalityId: tx.municipalityId, evidenceId: id, ...review });
      await tx.insert(
        ReviewedFile,
        numbers.map((fileNumber) => newFile(tx, id, fileNumber, null, null)),
      );
      recordEvidence(tx, followUpId, id, evidence, { ...review, fileNumbers: numbers });
      return savedNew(id);
    });
  }

  /** Writes the answers and the note of one file. */
  public changeFile(user: StaffUser, id: string, request: ChangeReviewedFileRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'reviewedFile', id, EVIDENCE_STATES);
      const [file] = await tx.query<FileRow>(FILE_BY_ID, [tx.municipalityId, id]);
      if (file === undefined) throw new NotFound();
      const { version: from, results, note } = request;
      requireKnownQuestions(results ?? {}, file.questions);
      const patch = { ...(results === undefined ? {} : { results }), ...(note === undefined ? {} : { note }) };
      const version = await tx.update(ReviewedFile, id, from, patch);
      const summary = `Granskade akt ${file.fileNumber} i ”${file.title}”`;
      const before = { results: file.results, note: file.note };
      recordChange(tx, {
        followUpId: followUp.id,
        noun: 'reviewed-file',
        id,
        act: 'changed',
        summary,
        before,
        after: patch,
      });
      return { id, version };
    });
  }

  /** Takes the next file of the seeded order in place of one that cannot be reviewed (R5). */
  public replaceFile(user: StaffUser, evidenceId: string, request: ReplaceReviewedFileRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'evidence', evidenceId, EVIDENCE_STATES);
      const [review] = await tx.query<ReviewRow>(REVIEW, [tx.municipalityId, evidenceId]);
      if (review === undefined) throw new NotFound();
      const { method, population, size, seed, replacementsSoFar } = review;
      if (method !== 'random' || seed === null) {
        throw new Conflict(
          'not-drawn-here',
          'Urvalet är inte draget här, så det finns ingen nästa akt att ersätta med.',
        );
      }
      const [replaced] = await tx.query<{ id: string; version: number }>(
        `select id, version from reviewed_file
         where municipality_id = $1 and evidence_id = $2 and file_number = $3 and not replaced`,
        [tx.municipalityId, evidenceId, request.fileNumber],
      );
      if (replaced === undefined) {
        throw new Invalid([{ field: 'fileNumber', message: 'Akten ingår inte i urvalet eller är redan ersatt.' }]);
      }
      if (size + replacementsSoFar >= population) {
        throw new Conflict(
          'no-file-left',
          `Alla ${population} akter är redan dragna. Det finns ingen att ersätta med.`,
        );
      }
      const { number } = replacementFor({ population, size, seed, replacementsSoFar });
      await tx.update(ReviewedFile, replaced.id, replaced.version, { replaced: true });
      const file = newFile(tx, evidenceId, number, request.fileNumber, request.reason);
      await tx.insert(ReviewedFile, file);
      const summary = `Ersatte akt ${request.fileNumber} med akt ${number}`;
      const after = { fileNumber: number, replaces: request.fileNumber, reason: request.reason };
      recordChange(tx, {
        followUpId: followUp.id,
        noun: 'reviewed-file',
        id: file.id,
        act: 'replaced',
        summary,
        after,
      });
      return savedNew(file.id);
    });
  }
}

interface FileRow {
  fileNumber: number;
  title: string;
  results: Record<string, string>;
  note: string;
  questions: ReviewQuestion[];
}

const FILE_BY_ID = `
select r.file_number as "fileNumber", e.title, r.results, r.note, d.questions
from reviewed_file r
  join evidence e on e.municipality_id = r.municipality_id and e.id = r.evidence_id
  join document_review d on d.municipality_id = r.municipality_id and d.evidence_id = r.evidence_id
where r.municipality_id = $1 and r.id = $2`;

interface ReviewRow {
  method: SampleMethod;
  population: number;
  size: number;
  seed: string | null;
  replacementsSoFar: number;
}

const REVIEW = `
select d.method, d.population, d.size, d.seed,
  (select count(*)::int from reviewed_file r
    where r.municipality_id = d.municipality_id and r.evidence_id = d.evidence_id and r.replaces is not null) as "replacementsSoFar"
from document_review d where d.municipality_id = $1 and d.evidence_id = $2`;

/** @throws Invalid at `size` for a sample larger than its population, or a census that is not of all. */
function requireSize({ method, population, size }: AddDocumentReviewRequest): void {
  const fault =
    size > population
      ? `Urvalet kan inte vara större än alla akter (${population}).`
      : method === 'census' && size !== population
        ? `När samtliga akter granskas ska antalet vara ${population}.`
        : null;
  if (fault !== null) throw new Invalid([{ field: 'size', message: fault }]);
}

function requireKnownQuestions(results: Record<string, string>, questions: ReviewQuestion[]): void {
  const known = new Set(questions.map((question) => question.id));
  const unknown = Object.keys(results).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new Invalid([{ field: 'results', message: 'Svaret gäller en fråga som inte finns.' }]);
}

function newFile(
  tx: Transaction,
  evidenceId: string,
  fileNumber: number,
  replaces: number | null,
  reason: string | null,
) {
  const { municipalityId } = tx;
  return { municipalityId, id: tx.newId(), evidenceId, fileNumber, replaces, replacementReason: reason, results: {} };
}
