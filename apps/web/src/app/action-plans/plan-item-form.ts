import { Component, computed, input, output } from '@angular/core';
import type { DemandedActionView } from '@insyn/api-schema';
import { PLAN_LIMITS, type PlanEffect, planHints } from '@insyn/domain';
import { Control, Field } from '../ui/field.js';
import { MeasureRows } from './measure-rows.js';
import { planControlId } from './plan-words.js';
import { ShareField } from './share-field.js';
import { itemOf, type WrittenItem } from './written-item.js';

/** What is planned for one requirement, or answered to one recommendation, to write: the same at either door. */
@Component({
  selector: 'app-plan-item-form',
  imports: [Control, Field, MeasureRows, ShareField],
  templateUrl: './plan-item-form.html',
  styleUrl: './plan-item-form.css',
})
export class PlanItemForm {
  readonly action = input.required<DemandedActionView>();
  readonly kind = input<'requirement' | 'recommendation'>('requirement');
  readonly written = input.required<WrittenItem>();
  readonly answerLabel = input($localize`Vårt svar`);
  /** What is typed and cannot be read, by its field. */
  readonly unreadable = input<{ before: string | null; target: string | null }>({ before: null, target: null });
  readonly changed = output<Partial<WrittenItem>>();

  protected readonly limits = PLAN_LIMITS;
  protected readonly hints = computed(() => {
    const { actionId } = this.action();
    return planHints(itemOf({ actionId, kind: this.kind() }, this.written()), this.action());
  });

  protected idOf(field: string): string {
    return planControlId(this.action().actionId, field);
  }

  protected hintOf(field: string): string | null {
    return this.hintsOf(field).join(' ') || null;
  }

  protected hintsOf(field: string): string[] {
    return this.hints().flatMap((hint) => (hint.field === field ? [hint.message] : []));
  }

  protected writeEffect(changes: Partial<PlanEffect>): void {
    this.changed.emit({ effect: { ...this.written().effect, ...changes } });
  }
}
