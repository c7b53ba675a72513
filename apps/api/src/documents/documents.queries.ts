import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { permittedCommittees } from '../http/permitted-committees.js';
import { NotFound } from '../http/problem.js';
import type { DocumentFile } from './send-document.js';

@Injectable()
export class DocumentsQueries {
  public constructor(private readonly db: Database) {}

  /** The file of a document whose case the person sees. @throws NotFound also for a document of another committee (R20). */
  public async file(user: StaffUser, id: string): Promise<DocumentFile> {
    const [row] = await this.db.read<DocumentFile>(user, {
      name: 'documents-file',
      text: `select d.kind, f.case_number as "caseNumber", d.pdf_sha256 as sha256
        from issued_document d join follow_up f on f.municipality_id = d.municipality_id and f.id = d.follow_up_id
        where d.municipality_id = $1 and d.id = $2 and ($3::uuid[] is null or f.committee_id = any($3))`,
      values: [user.municipalityId, id, permittedCommittees(user, 'follow-up.read')],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
