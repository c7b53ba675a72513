import { Component, inject, input, signal } from '@angular/core';
import type { AnswerImportResult, PortalRequestView } from '@insyn/api-schema';
import { PORTAL_LIMITS } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalApi } from '../portal-api.js';
import { OpenRequest } from './open-request.js';

/** Answering without a network: a sheet out, the filled-in sheet in, and each fault with its cell. */
@Component({
  selector: 'app-workbook-card',
  template: `
    <details class="card" [open]="result() !== null">
      <summary><h2 i18n>Svara i Excel</h2></summary>
      <div class="stack body">
        <p class="prose" i18n>
          Ladda ner mallen, fyll i den och läs in den igen. Svaren blir desamma som om de skrivits här. Filer bifogas
          här på sidan.
        </p>
        <div class="buttons">
          <a class="btn" [href]="templateOf('xlsx')" download i18n>Ladda ner Excel</a>
          <a class="btn" [href]="templateOf('csv')" download i18n>Ladda ner CSV</a>
        </div>
        <div>
          <label for="ifylld-mall" i18n>Läs in en ifylld mall</label>
          <input
            type="file"
            id="ifylld-mall"
            accept=".xlsx,.csv"
            aria-describedby="ifylld-mall-slag"
            [attr.aria-invalid]="problem() ? 'true' : null"
            (change)="read($any($event.target))"
          />
          <p class="hint" id="ifylld-mall-slag" i18n>XLSX eller CSV, högst 5 MB. Inget sparas om något är fel.</p>
        </div>
        <div role="status">
          @if (reading()) {
            <p i18n>Läser in …</p>
          }
          @if (result(); as result) {
            @if (result.faults.length === 0) {
              <p class="notice" i18n>{{ result.saved }} svar lästes in. {{ result.unchanged }} var oförändrade.</p>
            }
          }
        </div>
        @if (problem(); as text) {
          <p class="error-text" role="alert">{{ text }}</p>
        }
        @if (result()?.faults?.length; as count) {
          <div class="notice problem" role="alert">
            <b i18n>Inget är inläst. {{ count }} celler behöver rättas i filen:</b>
          </div>
          <div class="table-scroll" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col" i18n>Cell</th>
                  <th scope="col" i18n>Fråga</th>
                  <th scope="col" i18n>Vad som är fel</th>
                </tr>
              </thead>
              <tbody>
                @for (fault of result()?.faults; track $index) {
                  <tr>
                    <td class="num">{{ fault.cell }}</td>
                    <td class="num">{{ fault.questionNumber }}</td>
                    <td>{{ fault.message }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      </div>
    </details>
  `,
  styleUrl: './folded.css',
  styles: `
    input {
      max-width: 100%;
      min-height: 44px;
      padding-block: 8px;
      font: inherit;
      font-size: 14px;
    }
    th,
    td {
      padding-inline: 0 var(--s4);
    }
  `,
})
export class WorkbookCard {
  private readonly api = inject(PortalApi);
  private readonly request = inject(OpenRequest);
  private readonly toasts = inject(Toasts);
  readonly view = input.required<PortalRequestView>();

  protected readonly reading = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly result = signal<AnswerImportResult | null>(null);

  protected templateOf(format: 'xlsx' | 'csv'): string {
    return `/api/portal/requests/${this.view().id}/template?format=${format}`;
  }

  protected async read(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (!file || this.reading()) return;
    this.result.set(null);
    this.problem.set(wrongWith(file));
    if (this.problem()) return;
    const unsaved = await this.request.saveAll();
    if (unsaved.length > 0) {
      return this.problem.set($localize`Spara först ${unsaved.join(', ')}, så att filen läses mot rätt svar.`);
    }
    this.reading.set(true);
    try {
      const result = await this.api.importAnswers(this.view().id, file);
      this.result.set(result);
      if (result.faults.length > 0) return;
      this.request.reload();
      this.toasts.show($localize`Mallen är inläst`);
    } catch (error) {
      this.problem.set(toProblem(error).title);
    } finally {
      this.reading.set(false);
    }
  }
}

function wrongWith({ name, size }: File): string | null {
  if (size === 0) return $localize`Filen är tom.`;
  if (size > PORTAL_LIMITS.workbookBytes) return $localize`Filen är större än 5 MB.`;
  return /\.(xlsx|csv)$/i.test(name) ? null : $localize`Välj mallen som XLSX eller CSV.`;
}
