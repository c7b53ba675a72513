import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import type { DemandedActionView, PortalPlanView } from '@insyn/api-schema';
import { PLAN_LIMITS } from '@insyn/domain';
import { Problem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';
import { OpenPlan } from './open-plan.js';
import { PlanUploads } from './plan-uploads.js';
import { PortalPlansApi } from './portal-plans-api.js';
import { ShareField } from '../../action-plans/share-field.js';
import { readShare, type WrittenShare } from '../../action-plans/written-item.js';

/** "Rapportera klart": what has been done, how many after, and the files that show it. */
@Component({
  selector: 'app-report-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, AnswerFiles, ShareField],
  template: `
    <form [formRoot]="reportForm" class="form" novalidate>
      <h3 i18n>Anmäl krav {{ action().number }} som åtgärdat</h3>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Vad är gjort, och hur syns det?"
        i18n-hint
        hint="Kommunen prövar det vid återkontrollen"
        [of]="reportForm.text"
      >
        <textarea appControl rows="4" [formField]="reportForm.text"></textarea>
      </app-field>
      <app-share-field
        i18n-label
        label="Läget nu"
        [controlId]="'lage-' + action().actionId"
        [share]="share()"
        [fault]="shareFault()"
        (changed)="share.set($event)"
      />
      <app-answer-files
        i18n-label
        label="Filer som visar det"
        [controlId]="'rapportfiler-' + action().actionId"
        [files]="files()"
        [uploads]="uploads.of(target())()"
        (chosen)="uploads.add(target(), $event)"
        (removed)="uploads.remove($event)"
      />
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="reportForm().submitting() || null" i18n>
          Skicka anmälan
        </button>
        <button type="button" class="quiet" (click)="done.emit()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    form {
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      padding: 14px 16px;
    }
  `,
})
export class ReportForm {
  private readonly api = inject(PortalPlansApi);
  private readonly plan = inject(OpenPlan);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = inject(PlanUploads);
  readonly view = input.required<PortalPlanView>();
  readonly action = input.required<DemandedActionView>();
  readonly done = output();

  private readonly tried = signal(false);
  private readonly model = signal({ text: '' });
  protected readonly share = signal<WrittenShare>({ k: '', n: '' });
  protected readonly shareFault = computed(() => (this.tried() ? readShare(this.share()).fault : null));
  protected readonly target = computed(() => ({ actionId: this.action().actionId, forReport: true }));
  protected readonly files = computed(() =>
    this.view().reportFiles.filter(({ actionId }) => actionId === this.action().actionId),
  );
  protected readonly reportForm = form(
    this.model,
    (path) => {
      required(path.text, { message: $localize`Skriv vad som är gjort.` });
      maxLength(path.text, PLAN_LIMITS.report, { message: $localize`Texten är längre än 4 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.reportForm()) : []));

  private async send(): Promise<void> {
    const { share: effect, fault } = readShare(this.share());
    if (fault) throw new Problem({ status: 400, code: 'invalid', title: fault });
    const fileIds = this.files().map(({ id }) => id);
    const { actionId, number } = this.action();
    await this.api.report(this.view().id, { actionId, text: this.model().text.trim(), effect, fileIds });
    this.toasts.show($localize`Krav ${number} är anmält som åtgärdat`);
    this.done.emit();
    this.plan.reload();
  }
}
