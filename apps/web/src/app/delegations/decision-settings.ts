import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { DelegationCommittee } from '@insyn/api-schema';
import {
  DELEGATED_MATTER_LABELS,
  DELEGATED_MATTERS,
  RESERVED_MATTER_LABELS,
  RESERVED_MATTERS,
  type DelegatedMatter,
  type ReservedMatter,
} from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { ChoiceList } from '../ui/choice-list.js';
import { Toasts } from '../ui/toasts.js';
import { DelegationsApi } from './delegations-api.js';

/** Which matters are decided on delegation in a committee, and which it decides itself (kommunallagen 6:37–38). */
@Component({
  selector: 'app-decision-settings',
  imports: [ChoiceList],
  template: `
    <section class="card padded stack">
      <h3 i18n>Vad som beslutas på delegation</h3>
      @if (committee().editable) {
        <app-choice-list i18n-label label="Kräver delegation" [choices]="matters" [(value)]="delegated" />
        <app-choice-list
          i18n-label
          label="Nämnden beslutar själv (kommunallagen 6 kap. 38 §)"
          [choices]="kept"
          [(value)]="reserved"
        />
        <div class="buttons">
          <button
            type="button"
            [class.primary]="dirty()"
            [attr.aria-disabled]="!dirty() || null"
            [attr.aria-busy]="saving() || null"
            (click)="save()"
            i18n
          >
            Spara
          </button>
          @if (!dirty()) {
            <span class="small muted" i18n>Inget är ändrat</span>
          }
        </div>
      } @else {
        <dl class="facts">
          <dt i18n>Kräver delegation</dt>
          <dd>{{ delegatedWords() }}</dd>
          <dt i18n>Nämnden beslutar själv</dt>
          <dd>{{ reservedWords() }}</dd>
        </dl>
      }
    </section>
  `,
})
export class DecisionSettings {
  private readonly api = inject(DelegationsApi);
  private readonly toasts = inject(Toasts);
  readonly committee = input.required<DelegationCommittee>();
  readonly changed = output();

  protected readonly matters = DELEGATED_MATTERS.map((value) => ({ value, label: DELEGATED_MATTER_LABELS[value] }));
  protected readonly kept = RESERVED_MATTERS.map((value) => ({ value, label: RESERVED_MATTER_LABELS[value] }));
  protected readonly saving = signal(false);
  protected readonly delegated = linkedSignal((): DelegatedMatter[] => [...this.committee().delegatedMatters]);
  protected readonly reserved = linkedSignal((): ReservedMatter[] => [...this.committee().reservedMatters]);
  protected readonly dirty = computed(() => {
    const { delegatedMatters, reservedMatters } = this.committee();
    return !isSame(this.delegated(), delegatedMatters) || !isSame(this.reserved(), reservedMatters);
  });
  protected readonly delegatedWords = computed(() => words(this.committee().delegatedMatters, DELEGATED_MATTER_LABELS));
  protected readonly reservedWords = computed(() => words(this.committee().reservedMatters, RESERVED_MATTER_LABELS));

  protected async save(): Promise<void> {
    if (!this.dirty() || this.saving()) return;
    this.saving.set(true);
    try {
      const { id, version } = this.committee();
      const command = { version, delegatedMatters: this.delegated(), reservedMatters: this.reserved() };
      await this.api.changeSettings(id, command);
      this.toasts.show($localize`Inställningarna är sparade`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.saving.set(false);
    }
    this.changed.emit();
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

function words<T extends string>(values: readonly T[], labels: Record<T, string>): string {
  return values.map((value) => labels[value]).join(', ') || $localize`Inget`;
}
