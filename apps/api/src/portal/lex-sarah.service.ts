import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { HandInLexSarahRequest } from '@insyn/api-schema/server';
import { lockRequest } from '../answers/locked-request.js';
import type { ProviderUser } from '../http/current-user.js';
import { Invalid } from '../http/problem.js';
import { Signal } from '../signals/signal.entity.js';
import { PortalAccess } from './portal-access.js';

/** Reports under lex Sarah that a provider hands in; a job names their readers, since the provider knows none of them. */
@Injectable()
export class LexSarahService {
  public constructor(private readonly access: PortalAccess) {}

  /** Hands a report in to the committee and for the unit that a request was about. */
  public async handIn(provider: ProviderUser, report: HandInLexSarahRequest): Promise<Saved> {
    const { requestId, receivedOn, title, text } = report;
    return this.access.inRequest(provider, requestId, async (tx) => {
      const { letter, providerId } = await lockRequest(tx, requestId);
      if (receivedOn > tx.today) throw new Invalid([{ field: 'receivedOn', message: 'Dagen har inte kommit än.' }]);
      const id = tx.newId();
      const { municipalityId, accountId, now } = tx;
      await tx.insert(Signal, {
        ...{ municipalityId, id, committeeId: letter.committeeId, unitId: letter.unit.id, providerId },
        ...{ kind: 'lex-sarah', receivedOn, title, text, source: letter.provider, fromProvider: true },
        ...{ createdBy: accountId, createdAt: now },
      });
      // Neither kind, title nor case: the history is read by more people than the report is (lex Sarah is for those named).
      tx.appendEvent({
        kind: 'signal.received',
        subjectKind: 'signal',
        subjectId: id,
        summary: 'Tog emot en signal från utföraren',
      });
      tx.enqueue('receive-signal', { municipalityId, ids: { signalId: id } });
      return { id, version: 1 };
    });
  }
}
