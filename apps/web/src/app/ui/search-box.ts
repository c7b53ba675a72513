import { Component, DestroyRef, effect, inject, input, output, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Control, Field } from './field.js';

const TYPING_PAUSE_MS = 250;

/** A search field that tells what to look for when the typing pauses, or at once with Enter. */
@Component({
  selector: 'app-search-box',
  imports: [Field, Control],
  template: `
    <form role="search" [attr.aria-label]="label()" (submit)="submit($event)">
      <app-field [label]="label()" [hint]="hint()">
        <input #box appControl type="search" autocomplete="off" maxlength="100" (input)="type()" />
      </app-field>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 560px;
    }
  `,
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  /** What is looked for now; typing is not disturbed while it says the same. */
  readonly value = input('');
  readonly searched = output<string>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [box, value] = [this.box().nativeElement, this.value()];
      if (box.value.trim() !== value) box.value = value;
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  protected type(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.tell(), TYPING_PAUSE_MS);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.typing);
    this.searched.emit(this.box().nativeElement.value.trim());
  }
}
