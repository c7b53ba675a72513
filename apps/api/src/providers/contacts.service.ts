import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddContactRequest, ChangeContactRequest } from '@insyn/api-schema/server';
import { Database } from '../database/database.js';
import type { StaffUser } from '../http/current-user.js';
import { Contact } from './contact.entity.js';
import { requireRegistered } from './provider-access.js';

@Injectable()
export class ContactsService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, providerId: string, request: AddContactRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await requireRegistered(tx, providerId);
      const id = tx.newId();
      const { name, role, email = null, phone = null } = request;
      await tx.insert(Contact, {
        municipalityId: tx.municipalityId,
        id,
        providerId,
        name,
        role,
        email,
        phone,
        version: 1,
      });
      tx.appendEvent({
        kind: 'contact.added',
        subjectKind: 'contact',
        subjectId: id,
        summary: 'Lade till en kontaktperson',
        after: { providerId, name, role, email, phone },
      });
      return { id, version: 1 };
    });
  }

  public change(user: StaffUser, id: string, request: ChangeContactRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = request;
      const version = await tx.update(Contact, id, from, patch);
      tx.appendEvent({
        kind: 'contact.changed',
        subjectKind: 'contact',
        subjectId: id,
        summary: 'Ändrade en kontaktperson',
        after: patch,
      });
      return { id, version };
    });
  }

  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      await tx.update(Contact, id, version, {});
      await tx.query('delete from contact where municipality_id = $1 and id = $2', [tx.municipalityId, id]);
      tx.appendEvent({
        kind: 'contact.removed',
        subjectKind: 'contact',
        subjectId: id,
        summary: 'Tog bort en kontaktperson',
      });
    });
  }
}
