import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type {
  AddSignalRequest,
  AttachSignalRequest,
  ChangeSignalRequest,
  HandleSignalRequest,
} from '@insyn/api-schema/server';
import type { CalendarDate } from '@insyn/domain';
import { Database } from '../database/database.js';
import { givenOf } from '../database/given-of.js';
import type { Transaction } from '../database/transaction.js';
import { insertEvidence, recordEvidence } from '../evidence/evidence.service.js';
import { changeContent, EVIDENCE_STATES } from '../follow-ups/content-change.js';
import { savedNew } from '../follow-ups/content-event.js';
import type { StaffUser } from '../http/current-user.js';
import { Conflict, Invalid, StaleVersion } from '../http/problem.js';
import { addReaders, lockSignal, recordSignal, removeOtherReaders, type SignalRow } from './signal-rows.js';
import { committeeFor, operatorOn } from './signal-unit.js';
import { READER_ROLES, requireStaffOf } from './signal-people.js';
import { SignalReader } from './signal-reader.entity.js';
import { Signal } from './signal.entity.js';

@Injectable()
export class SignalsService {
  public constructor(private readonly db: Database) {}

  /** Registers what came in about a unit. A lex Sarah report names its readers; who registers it is one of them. */
  public add(user: StaffUser, unitId: string, request: AddSignalRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const committeeId = await committeeFor(tx, unitId, request.committeeId);
      const { kind, receivedOn, title, text, source = '', readerIds = [] } = request;
      requirePast(tx, receivedOn);
      requireReaders(kind, readerIds);
      await requireStaffOf(tx, committeeId, READER_ROLES, readerIds, 'readerIds');
      const id = tx.newId();
      const { municipalityId, now: createdAt } = tx;
      const providerId = await operatorOn(tx, unitId, receivedOn);
      await tx.insert(Signal, {
        ...{ municipalityId, id, committeeId, unitId, providerId, kind, receivedOn, title, text, source },
        ...{ createdBy: user.accountId, createdAt },
      });
      if (kind === 'lex-sarah') {
        const accountIds = [...new Set([...readerIds, user.accountId])];
        await tx.insert(
          SignalReader,
          accountIds.map((accountId) => ({ municipalityId, signalId: id, accountId })),
        );
      }
      recordSignal(tx, { id, kind }, 'added', 'Registrerade en signal', {
        after: { unitId, committeeId, kind, receivedOn, title, text, source },
      });
      return savedNew(id);
    });
  }

  /** Changes an open signal. What the provider handed in stays as it is; its readers can be changed. */
  public change(user: StaffUser, id: string, request: ChangeSignalRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const signal = await lockSignal(tx, id);
      const { version: from, readerIds, ...wanted } = request;
      const patch = givenOf(wanted);
      requireVersion(signal, from);
      requireOpen(signal);
      if (signal.fromProvider && Object.keys(patch).length > 0) {
        throw new Conflict('from-provider', 'Det utföraren har lämnat in kan inte ändras.');
      }
      if (patch.receivedOn !== undefined) requirePast(tx, patch.receivedOn);
      requireSameSecrecy(signal, patch.kind);
      if (readerIds !== undefined) {
        requireReaders(signal.kind, readerIds);
        await requireStaffOf(tx, signal.committeeId, READER_ROLES, readerIds, 'readerIds');
        await addReaders(tx, signal, readerIds);
      }
      const version = await tx.update(Signal, id, from, patch);
      // Last: who takes oneself away sees the report no more.
      if (readerIds !== undefined) await removeOtherReaders(tx, signal, readerIds);
      const before = Object.fromEntries(Object.keys(patch).map((key) => [key, signal[key as keyof SignalRow]]));
      recordSignal(tx, signal, 'changed', 'Ändrade en signal', { before, after: patch });
      return { id, version };
    });
  }

  /** Closes a signal with what was done. @throws Conflict `signal-handled` for one that is closed. */
  public handle(user: StaffUser, id: string, { version: from, text }: HandleSignalRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const signal = await lockSignal(tx, id);
      requireVersion(signal, from);
      requireOpen(signal);
      const patch = { state: 'handled' as const, handledText: text, handledOn: tx.today };
      const version = await tx.update(Signal, id, from, patch);
      recordSignal(tx, signal, 'handled', 'Hanterade en signal', { after: patch });
      return { id, version };
    });
  }

  /**
   * Makes evidence of a signal, in a follow-up of the same unit and committee. Never of a lex Sarah report, which is for
   * those named: a follow-up is read by everyone of the committee.
   */
  public attach(user: StaffUser, id: string, { version: from, followUpId }: AttachSignalRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const signal = await lockSignal(tx, id);
      if (signal.kind === 'lex-sarah') {
        throw new Conflict('signal-restricted', 'En lex Sarah-rapport kan inte läggas till en uppföljning.');
      }
      if (signal.evidenceId !== null) {
        throw new Conflict('signal-attached', 'Signalen ligger redan som underlag i en uppföljning.');
      }
      requireVersion(signal, from);
      await changeContent(tx, followUpId, EVIDENCE_STATES);
      const [followUp] = await tx.query<{ committeeId: string; unitId: string }>(
        `select committee_id as "committeeId", unit_id as "unitId" from follow_up where municipality_id = $1 and id = $2`,
        [tx.municipalityId, followUpId],
      );
      if (followUp?.unitId !== signal.unitId || followUp.committeeId !== signal.committeeId) {
        throw new Invalid([{ field: 'followUpId', message: 'Välj en uppföljning av samma enhet och nämnd.' }]);
      }
      const { receivedOn, title, text } = signal;
      const evidence = { kind: 'signal' as const, heldOn: receivedOn, title, text };
      const evidenceId = await insertEvidence(tx, followUpId, evidence);
      recordEvidence(tx, followUpId, evidenceId, evidence, { signalId: id });
      const version = await tx.update(Signal, id, from, { followUpId, evidenceId });
      return { id, version };
    });
  }
}

function requireVersion(signal: SignalRow, version: number): void {
  if (signal.version === version) return;
  throw new StaleVersion({ version: signal.version, changedBy: null, changedAt: null, change: null });
}

function requireOpen({ state }: SignalRow): void {
  if (state !== 'open') throw new Conflict('signal-handled', 'Signalen är redan hanterad.');
}

function requirePast(tx: Transaction, receivedOn: CalendarDate): void {
  if (receivedOn <= tx.today) return;
  throw new Invalid([{ field: 'receivedOn', message: 'Dagen har inte varit än. Ange dagen då signalen kom in.' }]);
}

function requireReaders(kind: SignalRow['kind'], readerIds: readonly string[]): void {
  const fault =
    kind === 'lex-sarah'
      ? readerIds.length === 0 && 'Ange vilka som får läsa lex Sarah-rapporten.'
      : readerIds.length > 0 && 'Läsare anges bara för en lex Sarah-rapport.';
  if (fault !== false) throw new Invalid([{ field: 'readerIds', message: fault }]);
}

/** What was open cannot be made secret afterwards, nor the other way round: it is registered anew. */
function requireSameSecrecy(signal: SignalRow, kind: SignalRow['kind'] | undefined): void {
  if (kind === undefined || (kind === 'lex-sarah') === (signal.kind === 'lex-sarah')) return;
  const message = 'En signal kan inte göras om till eller från en lex Sarah-rapport. Registrera en ny.';
  throw new Invalid([{ field: 'kind', message }]);
}
