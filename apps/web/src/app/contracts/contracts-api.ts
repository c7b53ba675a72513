import { HttpClient } from '@angular/common/http';
import type { HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ClauseDraft,
  ClauseImportPreview,
  ClauseSaved,
  ClausesImported,
  ClauseView,
  ContractView,
  Id,
  Saved,
} from '@insyn/api-schema';
import type { CalendarDate, ContractKind, Regime, ServiceType } from '@insyn/domain';
import { firstValueFrom } from 'rxjs';
import { readResource } from '../http/read-resource.js';

/** A contract as it is sent, new or changed. */
export interface SentContract {
  reference: string;
  kind: ContractKind;
  regime: Regime;
  committeeId: Id;
  providerId: Id;
  unitIds: Id[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  extensionMonths: number[];
  latestEnd: CalendarDate;
  serviceTypes: ServiceType[];
}

/** One contract with the newest version of its clauses. */
export function contractOf(id: () => Id): HttpResourceRef<ContractView | undefined> {
  return readResource<ContractView>(() => `/api/contracts/${id()}`);
}

/** The commands on contracts and their clauses. Each fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class ContractsApi {
  private readonly http = inject(HttpClient);

  create(command: SentContract): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>('/api/contracts', command));
  }
  change(id: Id, command: SentContract & { version: number }): Promise<Saved> {
    return firstValueFrom(this.http.patch<Saved>(`/api/contracts/${id}`, command));
  }
  /** Another provider takes the contract over. */
  transfer(id: Id, command: { version: number; providerId: Id; from: CalendarDate; reason: string }): Promise<Saved> {
    return firstValueFrom(this.http.post<Saved>(`/api/contracts/${id}/transfer`, command));
  }
  addClause(contractId: Id, command: ClauseDraft & { clauseSetVersion: number }): Promise<ClauseSaved> {
    return firstValueFrom(this.http.post<ClauseSaved>(`/api/contracts/${contractId}/clauses`, command));
  }
  changeClause(id: Id, command: ClauseDraft & { version: number }): Promise<ClauseSaved> {
    return firstValueFrom(this.http.patch<ClauseSaved>(`/api/clauses/${id}`, command));
  }
  removeClause({ id, version }: ClauseView): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/clauses/${id}`, { params: { version } }));
  }
  /** What the rows would give and what is wrong with them; nothing is saved. */
  preview(contractId: Id, command: { csv: string; replace: boolean }): Promise<ClauseImportPreview> {
    const url = `/api/contracts/${contractId}/clauses/preview`;
    return firstValueFrom(this.http.post<ClauseImportPreview>(url, command));
  }
  /** Reads a file, whatever its encoding; `csv` of the answer is its text. */
  previewFile(contractId: Id, file: File): Promise<ClauseImportPreview> {
    const body = new FormData();
    body.append('file', file);
    const url = `/api/contracts/${contractId}/clauses/preview-file`;
    return firstValueFrom(this.http.post<ClauseImportPreview>(url, body));
  }
  importClauses(
    contractId: Id,
    command: { clauseSetVersion: number; csv: string; replace: boolean },
  ): Promise<ClausesImported> {
    return firstValueFrom(this.http.post<ClausesImported>(`/api/contracts/${contractId}/clauses/import`, command));
  }
}
