import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { EVIDENCE_LIMITS } from '@insyn/api-schema';
import { readStored, store, storageKey } from '../drafts/stored-text.js';
import { Session } from '../sign-in/session.js';

let count = 0;

/** A box to write a note in. What is not written down yet is kept in the tab as well. */
@Component({
  selector: 'app-note-box',
  template: `
    <form (submit)="write($event)">
      <label [for]="id" [class.visually-hidden]="!labelled()">{{ label() }}</label>
      <textarea
        #area
        rows="1"
        [id]="id"
        [attr.maxlength]="longest"
        [value]="text()"
        (input)="type(area.value)"
        (keydown.control.enter)="write($event)"
        (keydown.meta.enter)="write($event)"
      ></textarea>
      @if (text().trim()) {
        <button type="submit" class="primary" i18n>Skriv ned</button>
      }
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--s2);
    }
    label {
      margin: 0;
    }
    textarea {
      min-height: 44px;
    }
    button {
      justify-self: start;
    }
  `,
})
export class NoteBox implements OnInit {
  private readonly session = inject(Session);
  /** What is written here is about: the item of the agenda. */
  readonly label = input.required<string>();
  /** Whether the label is seen, or only heard because a heading says the same. */
  readonly labelled = input(false);
  /** Names the box in the tab's storage. */
  readonly key = input.required<string>();
  readonly written = output<string>();

  protected readonly id = `note-box-${++count}`;
  protected readonly longest = EVIDENCE_LIMITS.note;
  protected readonly text = signal('');
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  private readonly storageKey = computed(() =>
    storageKey(this.session.view()?.account.id ?? null, `meeting-note-box/${this.key()}`),
  );

  ngOnInit(): void {
    this.text.set(readStored<string>(this.storageKey()) ?? '');
  }

  protected type(text: string): void {
    this.text.set(text);
    store(this.storageKey(), text.trim() ? text : null);
  }

  /** The focus stays in the box: the next note comes soon. */
  protected write(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    if (!text) return;
    this.written.emit(text);
    this.type('');
    this.area().nativeElement.value = '';
    this.area().nativeElement.focus();
  }
}
