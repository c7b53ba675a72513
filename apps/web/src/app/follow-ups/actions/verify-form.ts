import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { RECHECK_LIMITS, type ActionProgressView, type AttachmentView, type Id } from '@insyn/api-schema';
import { formatDateShort } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FileUpload } from '../evidence/file-upload.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RechecksApi } from '../recheck/rechecks-api.js';

/** The key of what is kept of the form. */
export function verifyKey(actionId: Id): string {
  return `verify/${actionId}`;
}

/** Accepts a requirement as remedied before the re-check, on files or on what the provider reported (R14). */
@Component({
  selector: 'app-verify-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="verifyForm" class="form" novalidate>
      <h4 i18n>Godta som åtgärdat</h4>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Vad visar att kravet är åtgärdat?"
        i18n-hint
        hint="Skrivs in i ärendets historik"
        [of]="verifyForm.note"
      >
        <textarea appControl [formField]="verifyForm.note"></textarea>
      </app-field>
      @if (action().reports.length > 0) {
        <app-field i18n-label label="Utförarens anmälan" [optional]="true" [of]="verifyForm.reportId">
          <select appControl [formField]="verifyForm.reportId">
            <option value="" i18n>Ingen</option>
            @for (report of reports(); track report.id) {
              <option [value]="report.id">{{ report.label }}</option>
            }
          </select>
        </app-field>
      }
      <app-field
        i18n-label
        label="Filer som visar det"
        [optional]="action().reports.length > 0"
        [error]="fileFault()"
        [fieldId]="fileId"
      >
        <input appControl type="file" multiple (change)="choose($event)" />
      </app-field>
      @if (files().length > 0) {
        <ul class="small">
          @for (file of files(); track file.id) {
            <li>
              {{ file.fileName }}
              <button type="button" class="quiet" (click)="leaveOut(file.id)">
                <ng-container i18n>Ta inte med</ng-container><span class="visually-hidden"> {{ file.fileName }}</span>
              </button>
            </li>
          }
        </ul>
      }
      @if (sendingFile(); as name) {
        <p class="small muted" role="status"><ng-container i18n>Laddar upp</ng-container> {{ name }}</p>
      }
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="verifyForm().submitting() || null" i18n>
          Godta som åtgärdat
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    form {
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      padding: 14px 16px;
      max-width: none;
    }
    h4 {
      font-size: 16px;
    }
    ul {
      list-style: none;
      padding: 0;
    }
  `,
})
export class VerifyForm implements OnInit {
  private readonly api = inject(RechecksApi);
  private readonly upload = inject(FileUpload);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  readonly action = input.required<ActionProgressView>();
  readonly done = output();

  protected readonly files = signal<readonly AttachmentView[]>([]);
  protected readonly sendingFile = signal<string | null>(null);
  private readonly tried = signal(false);
  private readonly uploadProblem = signal<string | null>(null);
  protected readonly model = signal({ note: '', reportId: '' });
  protected readonly verifyForm = form(
    this.model,
    (path) => {
      required(path.note, { message: $localize`Skriv vad som visar att kravet är åtgärdat.` });
      maxLength(path.note, RECHECK_LIMITS.reason, { message: $localize`Texten är längre än 2 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly reports = computed(() =>
    this.action().reports.map(({ id, reportedOn, text }) => ({
      id,
      label: `${formatDateShort(reportedOn)}: ${text.length > 60 ? `${text.slice(0, 60)} …` : text}`,
    })),
  );
  private readonly proofless = computed(() => this.files().length === 0 && this.model().reportId === '');
  protected readonly fileFault = computed(() => {
    if (this.uploadProblem()) return this.uploadProblem();
    return this.tried() && this.proofless() ? $localize`Lägg till en fil eller välj utförarens anmälan.` : null;
  });
  protected get fileId(): string {
    return `files-${this.action().actionId}`;
  }
  protected readonly problems = computed(() => {
    if (!this.tried()) return [];
    const fault = this.fileFault();
    return [...summaryOf(this.verifyForm()), ...(fault ? [{ message: fault, id: this.fileId }] : [])];
  });
  private kept!: KeptForm<unknown>;

  ngOnInit(): void {
    const [latest] = this.action().reports.slice(-1);
    if (latest) this.model.update((model) => ({ ...model, reportId: latest.id }));
    const { actionId, version } = this.action();
    this.kept = this.drafts.keepForm(this.model, { key: verifyKey(actionId), version }, this.injector);
  }

  protected async choose(event: Event): Promise<void> {
    const control = event.target as HTMLInputElement;
    this.uploadProblem.set(null);
    for (const file of Array.from(control.files ?? [])) {
      this.sendingFile.set(file.name);
      try {
        const target = { followUpId: this.followUp.id() ?? '', evidenceId: null, door: 'proofs' as const };
        const sent = await this.upload.send(target, file, () => undefined);
        this.files.update((files) => [...files, sent]);
      } catch (error) {
        const problem = toProblem(error);
        this.uploadProblem.set(problem.errors[0]?.message ?? problem.title);
      }
    }
    this.sendingFile.set(null);
    control.value = '';
  }

  protected leaveOut(id: Id): void {
    this.files.update((files) => files.filter((file) => file.id !== id));
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit();
  }

  private async send(): Promise<void> {
    if (this.proofless()) {
      document.getElementById(this.fileId)?.focus();
      return;
    }
    const { note, reportId } = this.model();
    const attachmentIds = this.files().map(({ id }) => id);
    const { actionId, version } = this.action();
    await this.kept.send(() =>
      this.followUp.carryOut(
        () => this.api.verify(actionId, { version, attachmentIds, reportId: reportId || null, note }),
        $localize`Kravet är godtaget som åtgärdat`,
      ),
    );
    this.done.emit();
  }
}
