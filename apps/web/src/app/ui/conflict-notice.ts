import { Component, input, output } from '@angular/core';

/** Someone else changed the text first: both texts, and the choice between them. */
@Component({
  selector: 'app-conflict-notice',
  template: `
    <section class="notice warning stack" role="alert">
      <p>
        <b>{{ heading() }}</b>
      </p>
      <div class="texts">
        <div>
          <h3 i18n>Din text</h3>
          <p>{{ mine() }}</p>
        </div>
        <div>
          <h3 i18n>Det som är sparat</h3>
          <p>{{ theirs() }}</p>
        </div>
      </div>
      <div class="buttons">
        <button type="button" (click)="keepMine.emit()" i18n>Spara min text</button>
        <button type="button" (click)="takeTheirs.emit()" i18n>Behåll det sparade</button>
      </div>
    </section>
  `,
  styles: `
    .texts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
      gap: var(--s4);
    }
    .texts p {
      white-space: pre-wrap;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--r);
      padding: 10px 12px;
      min-height: 44px;
      margin-top: 4px;
    }
  `,
})
export class ConflictNotice {
  readonly heading = input($localize`Någon annan har ändrat texten medan du skrev.`);
  readonly mine = input.required<string>();
  readonly theirs = input.required<string>();
  readonly keepMine = output<void>();
  readonly takeTheirs = output<void>();
}
