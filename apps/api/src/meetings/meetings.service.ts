import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddMeetingRequest, ChangeMeetingRequest, ParticipantRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { changeEvidence, insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { savedNew } from '../follow-ups/content-event.js';
import { changeContent, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import type { StaffUser } from '../http/current-user.js';
import { MeetingParticipant } from './meeting-participant.entity.js';
import { Meeting } from './meeting.entity.js';

@Injectable()
export class MeetingsService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, followUpId: string, request: AddMeetingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      const evidence = { ...request, kind: 'meeting' as const };
      const id = await insertEvidence(tx, followUpId, evidence);
      await tx.insert(Meeting, { municipalityId: tx.municipalityId, evidenceId: id, form: request.form });
      await insertParticipants(tx, id, request.participants);
      recordEvidence(tx, followUpId, id, evidence, { form: request.form, participants: request.participants });
      return savedNew(id);
    });
  }

  /** Changes a meeting; a list of participants takes the place of the one before. */
  public change(user: StaffUser, id: string, request: ChangeMeetingRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { form, participants, ...plain } = request;
      const more = { ...(form && { form }), ...(participants && { participants }) };
      const saved = await changeEvidence(tx, id, plain, ['meeting'], more);
      if (form !== undefined) {
        await tx.query('update meeting set form = $3 where municipality_id = $1 and evidence_id = $2', [
          tx.municipalityId,
          id,
          form,
        ]);
      }
      if (participants !== undefined) {
        await tx.query('delete from meeting_participant where municipality_id = $1 and evidence_id = $2', [
          tx.municipalityId,
          id,
        ]);
        await insertParticipants(tx, id, participants);
      }
      return saved;
    });
  }
}

/** In the order given: their ids sort by when they were made. */
async function insertParticipants(
  tx: Transaction,
  evidenceId: string,
  participants: ParticipantRequest[],
): Promise<void> {
  if (participants.length === 0) return;
  const rows = participants.map(({ side, name, role }) => ({
    municipalityId: tx.municipalityId,
    id: tx.newId(),
    evidenceId,
    side,
    name,
    role,
  }));
  await tx.insert(MeetingParticipant, rows);
}
