import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Id } from '@insyn/api-schema';
import { formatDate, isCalendarDate, type CalendarDate } from '@insyn/domain';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { Control, Field } from '../../ui/field.js';

/** Leads to the case as it was when a day ended. */
@Component({
  selector: 'app-as-of-form',
  imports: [FormRoot, FormField, Field, Control],
  template: `
    <form [formRoot]="asOfForm" novalidate class="row">
      <app-field i18n-label label="Visa ärendet som det var" [of]="asOfForm.on">
        <input appControl type="date" [max]="today()" [formField]="asOfForm.on" />
      </app-field>
      <button type="submit" i18n>Visa dagen</button>
    </form>
  `,
  styles: `
    form {
      align-items: flex-end;
    }
  `,
})
export class AsOfForm {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  readonly followUpId = input.required<Id>();
  /** The first day there is. */
  readonly opened = input<CalendarDate | null>(null);

  protected readonly today = computed(() => this.session.today() ?? '');
  private readonly model = signal({ on: '' });
  private readonly tried = signal(false);
  protected readonly asOfForm = form(
    this.model,
    (path) => {
      required(path.on, { message: $localize`Välj en dag.` });
      validate(path.on, ({ value }) => {
        const [on, opened] = [value(), this.opened()];
        if (on === '') return undefined;
        if (!isCalendarDate(on) || (this.today() && on > this.today()))
          return { kind: 'day', message: $localize`Välj en dag som har varit.` };
        if (opened && on < opened)
          return {
            kind: 'day',
            message: $localize`Ärendet öppnades ${formatDate(opened)}. Välj den dagen eller en senare.`,
          };
        return undefined;
      });
    },
    {
      submission: sending(this.tried, async () => {
        await this.router.navigate(['/uppfoljningar', this.followUpId(), 'som-det-var', this.model().on]);
      }),
    },
  );
}
