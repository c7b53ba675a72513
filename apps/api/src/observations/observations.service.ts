import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddObservationRequest, ChangeObservationRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import { changeEvidence, insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { changeContent, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { savedNew } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Observation } from './observation.entity.js';

@Injectable()
export class ObservationsService {
  public constructor(private readonly db: Database) {}

  /** Writes down what was seen: where, in what situation and for how long. */
  public add(user: StaffUser, followUpId: string, request: AddObservationRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      const { place, situation, minutes = null, ...plain } = request;
      const evidence = { ...plain, kind: 'observation' as const };
      const id = await insertEvidence(tx, followUpId, evidence);
      const { municipalityId } = tx;
      await tx.insert(Observation, { municipalityId, evidenceId: id, place, situation, minutes });
      recordEvidence(tx, followUpId, id, evidence, { place, situation, minutes });
      return savedNew(id);
    });
  }

  /** Changes an observation; one that was written before place and situation were asked for is given them now. */
  public change(user: StaffUser, id: string, request: ChangeObservationRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { place, situation, minutes, ...plain } = request;
      const patch = givenOf({ place, situation, minutes });
      const saved = await changeEvidence(tx, id, plain, ['observation'], patch);
      if (Object.keys(patch).length === 0) return saved;
      const where = { municipalityId: tx.municipalityId, evidenceId: id };
      const { affected } = await tx.manager.update(Observation, where, patch);
      if (affected === 0) await tx.insert(Observation, { ...where, place: '', situation: '', ...patch });
      return saved;
    });
  }
}
