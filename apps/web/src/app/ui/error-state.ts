import { Component, computed, input, output } from '@angular/core';
import { toProblem } from '../http/problem.js';

/** Why a page could not be shown, in plain Swedish, with a way on: again, or back to one's work. */
@Component({
  selector: 'app-error-state',
  template: `
    <div class="card padded stack" role="alert">
      <h2>{{ heading() }}</h2>
      <p class="prose">{{ problem().title }}</p>
      @if (retryable()) {
        <p class="buttons"><button type="button" (click)="retry.emit()" i18n>Försök igen</button></p>
      }
      @if (problem().requestId; as id) {
        <p class="small muted" i18n>Uppge felnumret {{ id }} om du ber om hjälp.</p>
      }
    </div>
  `,
})
export class ErrorState {
  readonly error = input.required<unknown>();
  readonly retry = output<void>();

  protected readonly problem = computed(() => toProblem(this.error()));
  protected readonly retryable = computed(() => ![403, 404].includes(this.problem().status));
  protected readonly heading = computed(() => {
    const { status } = this.problem();
    if (status === 403) return $localize`Du har inte behörighet`;
    if (status === 404) return $localize`Sidan finns inte`;
    return status === 0 ? $localize`Ingen kontakt med Insyn` : $localize`Det gick inte att läsa in sidan`;
  });
}
