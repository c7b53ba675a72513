import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { type PortalSanctionView, SANCTION_LIMITS } from '@insyn/api-schema';
import { firstValueFrom } from 'rxjs';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { Problem, toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Toasts } from '../../ui/toasts.js';
import { DisputeUploads } from './dispute-uploads.js';

/** What the provider has to say against a sanction, with files that show it; once, and kept in the tab until it is sent. */
@Component({
  selector: 'app-dispute-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, AnswerFiles],
  providers: [DisputeUploads],
  template: `
    <section class="card padded stack" aria-labelledby="dispute-heading">
      <h2 id="dispute-heading" i18n>Bestrid beslutet</h2>
      <form [formRoot]="disputeForm" class="form" novalidate>
        <app-error-summary [items]="problems()" />
        <app-field
          i18n-label
          label="Varför är beslutet fel?"
          i18n-hint
          hint="Skriv vad som inte stämmer och vad som visar det. Skriv inte namn eller personnummer."
          [of]="disputeForm.text"
        >
          <textarea appControl rows="8" [formField]="disputeForm.text"></textarea>
        </app-field>
        <app-answer-files
          i18n-label
          label="Filer som visar det"
          controlId="bestridandets-filer"
          [files]="uploads.files()"
          [uploads]="uploads.sending()"
          (chosen)="uploads.add(sanctionId(), $event)"
          (removed)="uploads.remove($event)"
        />
        <div class="buttons">
          <button type="submit" class="primary" [attr.aria-busy]="disputeForm().submitting() || null" i18n>
            Bestrid beslutet
          </button>
        </div>
      </form>
    </section>
  `,
})
export class DisputeForm implements OnInit {
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  protected readonly uploads = inject(DisputeUploads);
  readonly sanction = input.required<PortalSanctionView>();
  readonly changed = output();

  protected readonly sanctionId = computed(() => this.sanction().id);
  private readonly tried = signal(false);
  private readonly model = signal({ text: '' });
  protected readonly disputeForm = form(
    this.model,
    (path) => {
      required(path.text, { message: $localize`Skriv varför beslutet är fel.` });
      maxLength(path.text, SANCTION_LIMITS.text, { message: $localize`Texten är längre än 10 000 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.disputeForm()) : []));
  private kept!: KeptForm<unknown>;

  ngOnInit(): void {
    this.uploads.files.set(this.sanction().draftFiles);
    this.kept = this.drafts.keepForm(this.model, { key: `dispute/${this.sanctionId()}` }, this.injector);
  }

  private async send(): Promise<void> {
    if (this.uploads.isSending()) {
      throw new Problem({ status: 400, code: 'invalid', title: $localize`Vänta tills filerna har laddats upp.` });
    }
    const files = this.uploads.files().length;
    const answer = await this.confirm.ask({
      heading: $localize`Bestrida beslutet?`,
      text:
        files === 0
          ? $localize`Kommunen får det ni har skrivit och svarar er. Ni kan bestrida beslutet en gång.`
          : $localize`Kommunen får det ni har skrivit med ${files} bifogade filer och svarar er. Ni kan bestrida beslutet en gång.`,
      confirm: $localize`Bestrid`,
    });
    if (!answer) return;
    const text = this.model().text.trim();
    const url = `/api/portal/sanctions/${this.sanctionId()}/dispute`;
    try {
      await this.kept.send(() => firstValueFrom(this.http.post(url, { text })));
    } catch (error) {
      if (toProblem(error).conflict || toProblem(error).status === 409) this.changed.emit();
      throw error;
    }
    this.toasts.show($localize`Bestridandet är skickat`);
    this.changed.emit();
  }
}
