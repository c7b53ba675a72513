import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { ChangeProviderNoteRequest, RegisterProviderRequest } from '@insyn/api-schema/server';
import { ORGANISATION_NUMBER_ERROR_LABELS, parseOrganisationNumber, type ProviderForm } from '@insyn/domain';
import { Database } from '../database/database.js';
import { staleVersion } from '../database/last-change.js';
import type { Transaction } from '../database/transaction.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, NotFound } from '../http/problem.js';

@Injectable()
export class ProvidersService {
  public constructor(private readonly db: Database) {}

  /** Makes the municipality follow a provider up. One that is known already keeps its name and form. */
  public async register(user: StaffUser, request: RegisterProviderRequest): Promise<Saved> {
    const number = numberOf(request.organisationNumber, request.form);
    return this.db.transaction(user, async (tx) => {
      const [known] = await tx.query<{ id: string }>('select register_provider($1, $2, $3, $4) as id', [
        number,
        request.legalName,
        request.form,
        tx.newId(),
      ]);
      if (known === undefined) throw new Error('register_provider gave no id.');
      const added = await tx.query(
        `insert into provider_registration (municipality_id, provider_id, note, created_by, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing returning provider_id`,
        [tx.municipalityId, known.id, request.note ?? '', user.accountId, tx.now],
      );
      if (added.length === 0) throw alreadyRegistered(known.id);
      tx.appendEvent({
        kind: 'provider.registered',
        subjectKind: 'provider',
        subjectId: known.id,
        summary: 'Registrerade utföraren',
        after: { form: request.form, note: request.note ?? '' },
      });
      return { id: known.id, version: 1 };
    });
  }

  /** Changes the municipality's own note about a provider. */
  public changeNote(user: StaffUser, id: string, request: ChangeProviderNoteRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const before = await lockRegistration(tx, id);
      if (before.version !== request.version) throw await staleVersion(tx, before.version, [id]);
      const version = before.version + 1;
      await tx.query(
        'update provider_registration set note = $3, version = $4 where municipality_id = $1 and provider_id = $2',
        [tx.municipalityId, id, request.note, version],
      );
      tx.appendEvent({
        kind: 'provider.note-changed',
        subjectKind: 'provider',
        subjectId: id,
        summary: 'Ändrade anteckningen om utföraren',
        before: { note: before.note },
        after: { note: request.note },
      });
      return { id, version };
    });
  }
}

/** The registration, held until the transaction ends. @throws NotFound where the municipality has not registered it. */
async function lockRegistration(tx: Transaction, providerId: string): Promise<{ version: number; note: string }> {
  const [row] = await tx.query<{ version: number; note: string }>(
    'select version, note from provider_registration where municipality_id = $1 and provider_id = $2 for update',
    [tx.municipalityId, providerId],
  );
  if (row === undefined) throw new NotFound('Utföraren finns inte.');
  return row;
}

function numberOf(typed: string, form: ProviderForm): string {
  const result = parseOrganisationNumber(typed);
  if (!result.ok)
    throw new Invalid([{ field: 'organisationNumber', message: ORGANISATION_NUMBER_ERROR_LABELS[result.error] }]);
  if (result.value.personal !== (form === 'sole-trader')) throw new Invalid([formFault(result.value.personal)]);
  return result.value.digits;
}

function formFault(personal: boolean): { field: string; message: string } {
  const message = personal
    ? 'Numret är ett personnummer. Det passar bara för en enskild firma.'
    : 'En enskild firma har ägarens personnummer, men numret är en juridisk persons.';
  return { field: 'form', message };
}

function alreadyRegistered(id: string): Conflict {
  const message = 'Utföraren är redan registrerad hos er.';
  return new Conflict('duplicate', message, { errors: [{ field: 'organisationNumber', message }], id });
}
