import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddUnitRequest, ChangeUnitRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { requireRegistered } from '../providers/provider-access.js';
import { UnitOperator } from './unit-operator.entity.js';
import { Unit } from './unit.entity.js';

@Injectable()
export class UnitsService {
  public constructor(private readonly db: Database) {}

  /** Adds a unit that the provider operates from today on. */
  public add(user: StaffUser, providerId: string, request: AddUnitRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await requireRegistered(tx, providerId);
      const { municipalityId, today } = tx;
      const id = tx.newId();
      const { name, serviceTypes, laws, places = null } = request;
      await tx.insert(Unit, { municipalityId, id, name, serviceTypes, laws, places, version: 1 });
      await tx.insert(UnitOperator, { municipalityId, id: tx.newId(), unitId: id, providerId, fromDate: today });
      tx.appendEvent({
        kind: 'unit.added',
        subjectKind: 'unit',
        subjectId: id,
        summary: 'Lade till enheten ' + name,
        after: { providerId, name, serviceTypes, laws, places },
      });
      return { id, version: 1 };
    });
  }

  public change(user: StaffUser, id: string, request: ChangeUnitRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = request;
      const version = await tx.update(Unit, id, from, patch);
      tx.appendEvent({
        kind: 'unit.changed',
        subjectKind: 'unit',
        subjectId: id,
        summary: 'Ändrade en enhet',
        after: patch,
      });
      return { id, version };
    });
  }
}
