import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CONTRACT_LIMITS, type ClauseImportError, type ClauseImportPreview } from '@insyn/api-schema';
import { toProblem, type Problem } from '../../http/problem.js';
import { Control, Field } from '../../ui/field.js';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { Toasts } from '../../ui/toasts.js';
import { contractOf, ContractsApi } from '../contracts-api.js';
import { ImportPreview } from './import-preview.js';

/** Reads clauses from pasted rows or a file: first what they would give and what is wrong, then all of them or none. */
@Component({
  selector: 'app-clause-import-page',
  imports: [PageHeader, ResourceView, Data, RouterLink, Field, Control, ImportPreview],
  templateUrl: './clause-import-page.html',
  styles: `
    :host,
    form {
      display: grid;
      gap: var(--s5);
    }
    textarea {
      font-family: ui-monospace, monospace;
      font-size: 14px;
      min-height: 200px;
      max-height: 420px;
      white-space: pre;
      overflow: auto;
      field-sizing: fixed;
    }
    form {
      max-width: 900px;
    }
    .example {
      font:
        14px/1.5 ui-monospace,
        monospace;
      margin: var(--s2) 0 0;
      padding: 10px 12px;
      background: var(--sunken);
      border-radius: var(--r);
      overflow-x: auto;
    }
  `,
})
export class ClauseImportPage {
  private readonly api = inject(ContractsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();

  protected readonly contract = contractOf(() => this.id());
  protected readonly view = computed(() => (this.contract.hasValue() ? this.contract.value() : null));
  protected readonly crumbs = computed(() => [
    { label: $localize`Avtal`, link: '/avtal' },
    { label: this.view()?.reference ?? $localize`Avtalet`, link: `/avtal/${this.id()}` },
    { label: $localize`Läs in` },
  ]);
  protected readonly example = $localize`Nummer;Rubrik;Text;Typ;Kritisk;Fokusområde;Verifiering
4.1;Genomförandeplan;Varje kund har en aktuell plan.;krav;ja;Dokumentation;Granskning
M1;Extra resurs;En extra medarbetare finns dagtid.;mervärde;nej;Bemanning;Schema`;
  protected readonly longest = CONTRACT_LIMITS.csv;
  protected readonly csv = signal('');
  protected readonly replace = signal(false);
  protected readonly fileName = signal('');
  protected readonly preview = signal<ClauseImportPreview | null>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly outcome = viewChild<unknown, ElementRef<HTMLElement>>('outcome', { read: ElementRef });

  /** What was read before no longer holds. */
  protected write(csv: string): void {
    this.csv.set(csv);
    this.preview.set(null);
    this.missing.set(null);
  }

  protected choose(replace: boolean): void {
    this.replace.set(replace);
    this.preview.set(null);
  }

  protected async takeFile(file: File | undefined): Promise<void> {
    if (!file) return;
    this.fileName.set(file.name);
    await this.working(async () => {
      const read = await this.api.previewFile(this.id(), file);
      this.write(read.csv);
      this.preview.set(this.replace() ? await this.read() : read);
    });
    this.showOutcome();
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.csv().trim()) {
      this.missing.set($localize`Klistra in raderna eller välj en fil.`);
      document.getElementById('clause-rows')?.focus();
      return;
    }
    await this.working(async () => this.preview.set(await this.read()));
    this.showOutcome();
  }

  protected async save(): Promise<void> {
    const contract = this.view();
    if (!contract) return;
    await this.working(async () => {
      const command = { clauseSetVersion: contract.clauseSet.version, csv: this.csv(), replace: this.replace() };
      const { clauses, number } = await this.api.importClauses(contract.id, command);
      this.toasts.show($localize`${clauses} avtalspunkter är inlästa i version ${number}`);
      await this.router.navigate(['/avtal', contract.id]);
    });
    const problem = this.problem();
    if (!problem) return;
    const { rows } = problem.body;
    if (Array.isArray(rows)) this.preview.set({ csv: this.csv(), clauses: [], errors: rows as ClauseImportError[] });
    if (problem.conflict) this.contract.reload();
  }

  private read(): Promise<ClauseImportPreview> {
    return this.api.preview(this.id(), { csv: this.csv(), replace: this.replace() });
  }

  private async working(command: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await command();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private showOutcome(): void {
    setTimeout(() => this.outcome()?.nativeElement.focus());
  }
}
