import {
  afterNextRender,
  Component,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { EVIDENCE_LIMITS } from '@insyn/api-schema';
import { TimeOfDayPipe } from '../ui/dates.js';
import type { ShownNote } from './meeting-notes.js';

/** One note with its author and time. One's own can be changed and removed. */
@Component({
  selector: 'app-note-item',
  imports: [TimeOfDayPipe],
  template: `
    @if (editing()) {
      <form (submit)="save($event)">
        <label class="visually-hidden" [for]="'note-' + note().id" i18n>Ändra anteckningen</label>
        <textarea
          #area
          [id]="'note-' + note().id"
          [attr.maxlength]="longest"
          [value]="note().text"
          (keydown.control.enter)="save($event)"
          (keydown.meta.enter)="save($event)"
          (keydown.escape)="editing.set(false)"
        ></textarea>
        <div class="buttons">
          <button type="submit" class="primary" i18n>Spara ändringen</button>
          <button type="button" class="quiet" (click)="editing.set(false)" i18n>Avbryt</button>
        </div>
      </form>
    } @else {
      <p class="text">{{ note().text }}</p>
      <p class="small muted by">
        <span
          >{{ note().author }} <span class="num">{{ note().writtenAt | timeOfDay }}</span>&ngsp;
          @if (note().waiting && !note().refusal) {
            <span class="waiting" i18n>· inte sparad än</span>
          }
        </span>
        @if (note().mine && editable() && !note().refusal) {
          <span class="tools">
            <button type="button" class="quiet" (click)="edit()">
              <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ note().text }}</span>
            </button>
            <button type="button" class="quiet" (click)="removed.emit()">
              <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ note().text }}</span>
            </button>
          </span>
        }
      </p>
      @if (note().refusal; as refusal) {
        <div class="notice problem" role="alert">
          <p>{{ refusal.title }}</p>
          @if (refusal.theirs; as theirs) {
            <p class="small muted" i18n>Sparad nu:</p>
            <p class="text">{{ theirs.text }}</p>
          }
          <div class="buttons">
            @if (refusal.theirs || refusal.gone) {
              <button type="button" (click)="keepMine.emit()" i18n>Spara min text</button>
              <button type="button" class="quiet" (click)="takeTheirs.emit()">
                @if (refusal.gone) {
                  <ng-container i18n>Låt den vara borttagen</ng-container>
                } @else {
                  <ng-container i18n>Behåll den sparade</ng-container>
                }
              </button>
            } @else {
              <button type="button" (click)="keepMine.emit()" i18n>Försök igen</button>
              <button type="button" class="quiet" (click)="takeTheirs.emit()" i18n>Släng min text</button>
            }
          </div>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      border-left: 3px solid var(--line);
      padding-left: 12px;
    }
    :host(.mine) {
      border-left-color: var(--pine);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .by {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 0 var(--s3);
    }
    .waiting {
      font-weight: 600;
    }
    .tools {
      display: flex;
    }
    .tools button {
      padding-inline: 10px;
    }
    form {
      display: grid;
      gap: var(--s2);
    }
  `,
  host: { '[class.mine]': 'note().mine' },
})
export class NoteItem {
  private readonly injector = inject(Injector);
  readonly note = input.required<ShownNote>();
  readonly editable = input.required<boolean>();
  readonly changed = output<string>();
  readonly removed = output();
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly longest = EVIDENCE_LIMITS.note;
  protected readonly editing = signal(false);
  private readonly area = viewChild<ElementRef<HTMLTextAreaElement>>('area');

  protected edit(): void {
    this.editing.set(true);
    afterNextRender(() => this.area()?.nativeElement.focus(), { injector: this.injector });
  }

  protected save(event: Event): void {
    event.preventDefault();
    const text = this.area()?.nativeElement.value.trim() ?? '';
    if (text && text !== this.note().text) this.changed.emit(text);
    if (text) this.editing.set(false);
  }
}
