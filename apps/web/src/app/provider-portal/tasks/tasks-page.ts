import { Component, computed } from '@angular/core';
import type { PortalTask } from '@insyn/api-schema';
import { readResource } from '../../http/read-resource.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { TaskList } from './task-list.js';

/** What waits for the provider, from all municipalities, by date; what is done stands below. */
@Component({
  selector: 'app-tasks-page',
  imports: [PageHeader, ResourceView, Data, EmptyState, TaskList],
  template: `
    <app-page-header i18n-heading heading="Att göra" [lead]="lead()" />
    <app-resource-view [isEmpty]="nothing()">
      <ng-template [appData]="tasks">
        <div class="stack wide">
          @if (waiting().length > 0) {
            <app-task-list [tasks]="waiting()" />
          } @else {
            <p class="card padded" i18n>Inget väntar på er just nu.</p>
          }
          @if (done().length > 0) {
            <section class="stack" aria-labelledby="klart">
              <h2 id="klart" i18n>Klart</h2>
              <app-task-list [tasks]="done()" />
            </section>
          }
        </div>
      </ng-template>
      <app-empty-state
        empty
        class="card"
        i18n-heading
        heading="Inget att göra än"
        i18n-text
        text="Här visas det som kommunerna ber er svara på, med sista dag. Ni får ett mejl när något kommer."
      />
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
  `,
})
export class TasksPage {
  protected readonly tasks = readResource<PortalTask[]>(() => '/api/portal/tasks');
  private readonly rows = computed(() => (this.tasks.hasValue() ? this.tasks.value() : []));
  protected readonly nothing = computed(() => this.tasks.hasValue() && this.rows().length === 0);
  protected readonly waiting = computed(() => this.rows().filter(({ daysLeft }) => daysLeft !== null));
  protected readonly done = computed(() => this.rows().filter(({ daysLeft }) => daysLeft === null));
  protected readonly lead = computed(() => {
    const late = this.waiting().filter(({ daysLeft }) => (daysLeft ?? 0) < 0).length;
    if (this.waiting().length === 0) return null;
    const all = $localize`${this.waiting().length} väntar på svar`;
    return late > 0 ? $localize`${all}, varav ${late} efter svarsdagen` : all;
  });
}
