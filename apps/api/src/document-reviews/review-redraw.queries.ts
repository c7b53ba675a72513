import { Injectable } from '@nestjs/common';
import type { ReviewRedraw } from '@insyn/api-schema';
import { drawSample, replacementFor } from '@insyn/domain';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { Conflict, NotFound } from '../http/problem.js';

@Injectable()
export class ReviewRedrawQueries {
  public constructor(private readonly db: Database) {}

  /**
   * Draws the sample again from its seed and compares it with what is stored, replacements and all (R5).
   * @throws Conflict `not-drawn-here` for a sample that was not drawn by the system.
   */
  public async redraw(user: StaffUser, evidenceId: string): Promise<ReviewRedraw> {
    const [row] = await this.db.read<RedrawRow>(user, {
      name: 'review-redraw',
      text: REVIEW,
      values: [user.municipalityId, evidenceId, permittedCommittees(user, 'follow-up.read')],
    });
    if (row === undefined) throw new NotFound();
    const { population, size, seed, drawn, replacements } = row;
    if (seed === null) {
      throw new Conflict('not-drawn-here', 'Urvalet är inte draget här, så det kan inte dras om.');
    }
    const sample = drawSample({ population, size, seed });
    const later = replacements.map((_, index) => {
      return replacementFor({ population, size, seed, replacementsSoFar: index }).number;
    });
    const same = row.algorithm === sample.algorithm && isSame(drawn, sample.numbers) && isSame(replacements, later);
    return { same, numbers: [...sample.numbers], algorithm: sample.algorithm };
  }
}

interface RedrawRow {
  population: number;
  size: number;
  seed: string | null;
  algorithm: string | null;
  drawn: number[];
  /** In the order in which they were made. */
  replacements: number[];
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

const REVIEW = `
select d.population, d.size, d.seed, d.algorithm,
  (select coalesce(json_agg(r.file_number order by r.file_number), '[]') from reviewed_file r
    where r.municipality_id = $1 and r.evidence_id = d.evidence_id and r.replaces is null) as drawn,
  (select coalesce(json_agg(r.file_number order by r.id), '[]') from reviewed_file r
    where r.municipality_id = $1 and r.evidence_id = d.evidence_id and r.replaces is not null) as replacements
from document_review d
  join evidence e on e.municipality_id = d.municipality_id and e.id = d.evidence_id
  join follow_up f on f.municipality_id = e.municipality_id and f.id = e.follow_up_id
where d.municipality_id = $1 and d.evidence_id = $2 and ($3::uuid[] is null or f.committee_id = any ($3))`;
