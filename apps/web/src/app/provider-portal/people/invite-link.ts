import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Id } from '@insyn/api-schema';

/** The way from a task to inviting a colleague to it. */
@Component({
  selector: 'app-invite-link',
  imports: [RouterLink],
  template: `
    <p class="small">
      <a [routerLink]="['/personer']" [queryParams]="{ utforare: providerId(), uppgift: taskId() }" i18n
        >Bjud in en kollega att hjälpa till</a
      >
    </p>
  `,
})
export class InviteLink {
  readonly providerId = input.required<Id>();
  readonly taskId = input.required<Id>();
}
