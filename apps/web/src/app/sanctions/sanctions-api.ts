import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ContractSanctionsView, FollowUpSanctionsView, Id, SanctionView, Saved } from '@insyn/api-schema';
import type { CalendarDate, SanctionKind } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** A step as it is typed; without an id it is a new one. */
export interface SentStep {
  id?: Id;
  kind: SanctionKind;
  label: string;
  terms: string;
  amountRule: string;
  clauseNumber: string | null;
}

/** A decision of the committee itself, as it is cited. */
export interface CommitteeDecision {
  decidedOn: CalendarDate;
  reference: string;
}

export interface SentSanction {
  ladderVersion: number;
  stepId: Id;
  grounds: string;
  actionIds: Id[];
  severe: boolean;
  severeReason: string;
  /** Whole kronor. */
  amount: number | null;
  amountBasis: string;
  committeeDecision?: CommitteeDecision;
}

/** What is sent with an act beside the version that was read. */
export interface SanctionCommand {
  version: number;
  text?: string;
  reason?: string;
  amount?: number;
  answerDue?: CalendarDate;
  committeeDecision?: CommitteeDecision;
}

/** The ladder of a contract, its sanctions and its last three years. */
export function contractSanctionsOf(contractId: () => Id): HttpResourceRef<ContractSanctionsView | undefined> {
  const url = computed(() => `/api/contracts/${contractId()}/sanctions`);
  return readResource<ContractSanctionsView>(() => url());
}

/** The sanctions of a case, and what one more can be; nothing is read while the id is null. */
export function followUpSanctionsOf(followUpId: () => Id | null): HttpResourceRef<FollowUpSanctionsView | undefined> {
  const url = computed(() => (followUpId() ? `/api/follow-ups/${followUpId()}/sanctions` : undefined));
  return readResource<FollowUpSanctionsView>(() => url());
}

/** One sanction. */
export function sanctionOf(id: () => Id): HttpResourceRef<SanctionView | undefined> {
  const url = computed(() => `/api/sanctions/${id()}`);
  return readResource<SanctionView>(() => url());
}

/** The commands on ladders and sanctions. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class SanctionsApi {
  private readonly http = inject(HttpClient);

  saveLadder(contractId: Id, command: { version: number; steps: SentStep[] }): Promise<Saved> {
    return firstValueFrom(this.http.put<Saved>(`/api/contracts/${contractId}/sanction-ladder`, command));
  }
  decide(followUpId: Id, command: SentSanction): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/follow-ups/${followUpId}/sanctions`, command));
  }
  act(id: Id, name: 'send' | 'answer' | 'uphold' | 'reduce' | 'withdraw', command: SanctionCommand): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/sanctions/${id}/${name}`, command));
  }
}
