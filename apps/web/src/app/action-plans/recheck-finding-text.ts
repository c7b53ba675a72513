import { Component, computed, input } from '@angular/core';
import type { RecheckFinding } from '@insyn/api-schema';
import { formatShare } from '@insyn/domain';

/** Why a requirement remains after a re-check, and the effect before and after where it was counted. */
@Component({
  selector: 'app-recheck-finding',
  template: `
    <div class="notice warning">
      <b i18n>Därför kvarstår kravet</b>
      <p class="pre">{{ found().text }}</p>
      @if (effect(); as text) {
        <p class="small num"><ng-container i18n>Effekten:</ng-container> {{ text }}</p>
      }
    </div>
  `,
})
export class RecheckFindingText {
  readonly found = input.required<RecheckFinding>();

  protected readonly effect = computed(() => {
    const { before, after } = this.found();
    if (after === null) return '';
    const now = formatShare(after.k, after.n);
    return before === null ? now : `${formatShare(before.k, before.n)} → ${now}`;
  });
}
