import { Component, computed, input } from '@angular/core';
import type { MyWorkView } from '@insyn/api-schema';

/** The year's follow-ups by how far they have come: a bar and the same number in words. */
@Component({
  selector: 'app-year-card',
  template: `
    <section class="card padded">
      <h2 i18n>Årets uppföljningar</h2>
      <dl>
        @for (bar of bars(); track bar.label) {
          <div>
            <dt>{{ bar.label }}</dt>
            <dd class="track" aria-hidden="true"><span [class]="bar.name" [style.width.%]="bar.share"></span></dd>
            <dd class="num">{{ bar.count }}</dd>
          </div>
        }
      </dl>
      @if (total() === 0) {
        <p class="small muted" i18n>Inga uppföljningar är planerade för {{ year().year }}.</p>
      }
    </section>
  `,
  styles: `
    dl {
      margin-top: 10px;
      font-size: 15px;
    }
    dl div {
      display: grid;
      grid-template-columns: 104px 1fr 68px;
      gap: 10px;
      align-items: center;
      padding: 5px 0;
    }
    .track {
      height: 10px;
      border-radius: 5px;
      background: var(--none-tint);
    }
    .track span {
      display: block;
      height: 100%;
      border-radius: 5px;
      background: var(--pine);
    }
    .track .not-started {
      background: var(--line-strong);
    }
    .num {
      text-align: right;
    }
  `,
})
export class YearCard {
  readonly year = input.required<MyWorkView['year']>();
  protected readonly total = computed(() => this.year().done + this.year().ongoing + this.year().notStarted);
  protected readonly bars = computed(() => {
    const { done, ongoing, notStarted } = this.year();
    const share = (count: number) => (this.total() === 0 ? 0 : (count / this.total()) * 100);
    return [
      { name: 'done', label: $localize`Klara`, share: share(done), count: $localize`${done} av ${this.total()}` },
      { name: 'ongoing', label: $localize`Pågår`, share: share(ongoing), count: String(ongoing) },
      { name: 'not-started', label: $localize`Ej påbörjade`, share: share(notStarted), count: String(notStarted) },
    ];
  });
}
