import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { PUBLICATION_LIMITS, type ScreenHitView } from '@insyn/api-schema';
import { HIT_SETTLEMENT_LABELS, HIT_SETTLEMENTS, SCREEN_HIT_KIND_LABELS, type HitSettlement } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { sending } from '../http/sending.js';
import { InstantShortPipe } from '../ui/dates.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { keyIsTaken } from '../ui/keyboard.js';
import { Toasts } from '../ui/toasts.js';
import { PublicationsApi } from './publications-api.js';

const CHOICES: Record<HitSettlement, { label: string; hint: string }> = {
  masked: { label: $localize`Maskera`, hint: $localize`Texten ersätts med [maskat]` },
  generalised: { label: $localize`Generalisera`, hint: $localize`Texten ersätts med dina ord` },
  'let-through': { label: $localize`Släpp igenom`, hint: $localize`Texten publiceras som den är` },
};

/** One hit in its sentence, and what becomes of it: a choice, with a reason. The keys 1–3 choose. */
@Component({
  selector: 'app-screen-hit-card',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary, InstantShortPipe],
  templateUrl: './screen-hit-card.html',
  styleUrl: './screen-hit-card.css',
  host: { '(document:keydown)': 'key($event)' },
})
export class ScreenHitCard {
  private readonly api = inject(PublicationsApi);
  private readonly toasts = inject(Toasts);
  readonly hit = input.required<ScreenHitView>();
  readonly number = input.required<number>();
  readonly total = input.required<number>();
  /** Why the reader may not settle it; null when they may. */
  readonly why = input<string | null>(null);
  readonly settled = output();
  /** Someone else settled it first. */
  readonly stale = output();

  protected readonly kinds = SCREEN_HIT_KIND_LABELS;
  protected readonly words = HIT_SETTLEMENT_LABELS;
  protected readonly choices = HIT_SETTLEMENTS.map((value, index) => ({ value, key: index + 1, ...CHOICES[value] }));
  /** A settled hit shows what was decided until someone wants to change it. */
  protected readonly changing = signal(false);
  protected readonly writing = computed(() => !this.why() && (this.hit().settlement === null || this.changing()));
  protected readonly parts = computed(() => {
    const { excerpt, start, end } = this.hit();
    return { before: excerpt.slice(0, start), hit: excerpt.slice(start, end), after: excerpt.slice(end) };
  });
  private readonly tried = signal(false);
  protected readonly model = linkedSignal({
    source: () => this.hit().id,
    computation: () => {
      const { settlement, replacement, reason } = this.hit();
      const chosen: string = settlement ?? '';
      return { settlement: chosen, replacement: replacement ?? '', reason: reason ?? '' };
    },
  });
  protected readonly hitForm = form(
    this.model,
    (path) => {
      required(path.settlement, { message: $localize`Välj vad som ska hända med texten.` });
      validate(path.replacement, ({ value }) => {
        if (this.model().settlement !== 'generalised' || value().trim()) return null;
        return { kind: 'required', message: $localize`Skriv vad som ska stå i stället.` };
      });
      maxLength(path.replacement, PUBLICATION_LIMITS.replacement, {
        message: $localize`Texten är längre än 200 tecken.`,
      });
      required(path.reason, { message: $localize`Skriv varför.` });
      maxLength(path.reason, PUBLICATION_LIMITS.reason, { message: $localize`Skälet är längre än 500 tecken.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.hitForm()) : []));

  protected key(event: KeyboardEvent): void {
    if (!this.writing() || event.shiftKey || keyIsTaken(event)) return;
    const choice = this.choices[Number(event.key) - 1];
    if (!choice) return;
    event.preventDefault();
    this.model.update((model) => ({ ...model, settlement: choice.value }));
    this.hitForm.settlement().markAsTouched();
  }

  private async send(): Promise<void> {
    const { settlement, replacement, reason } = this.model();
    const chosen = settlement as HitSettlement;
    try {
      await this.api.settle(this.hit().id, {
        version: this.hit().version,
        settlement: chosen,
        replacement: chosen === 'generalised' ? replacement.trim() : null,
        reason: reason.trim(),
      });
    } catch (error) {
      if (toProblem(error).conflict) this.stale.emit();
      throw error;
    }
    this.changing.set(false);
    this.toasts.show($localize`Träff ${this.number()} av ${this.total()} är avgjord`);
    this.settled.emit();
  }
}
