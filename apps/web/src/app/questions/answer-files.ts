import { Component, input, output } from '@angular/core';
import type { AnswerFileView } from '@insyn/api-schema';
import { formatNumber } from '@insyn/domain';
import type { FileSending } from './file-sending.js';

const KINDS = ['.pdf', '.docx', '.xlsx', '.csv', '.png', '.jpg', '.jpeg'];

/** What is shown of a file, whatever it was handed in for. */
export type ShownFile = Pick<AnswerFileView, 'id' | 'fileName' | 'size' | 'sha256' | 'href'>;

/** The files of one question, of one wanted document or of one remark, those on their way, and the way to add more. */
@Component({
  selector: 'app-answer-files',
  template: `
    @if (files().length > 0) {
      <ul>
        @for (file of files(); track file.id) {
          <li>
            <div class="name">
              <a [href]="file.href" download>{{ file.fileName }}</a>
              <span class="small muted num" [title]="'SHA-256 ' + file.sha256"
                >{{ sizeOf(file) }} · <ng-container i18n>kontrollsumma</ng-container>
                {{ file.sha256.slice(0, 8) }}</span
              >
            </div>
            @if (editable()) {
              <button type="button" class="quiet" (click)="removed.emit(file)">
                <ng-container i18n>Ta bort</ng-container><span class="visually-hidden">&ngsp;{{ file.fileName }}</span>
              </button>
            }
          </li>
        }
      </ul>
    } @else if (!editable()) {
      <p class="muted" i18n>Inga filer</p>
    }
    @for (file of uploads(); track file.name) {
      @if (file.error; as text) {
        <p class="error-text" role="alert">{{ file.name }}: {{ text }}</p>
      } @else {
        <label class="small"
          ><ng-container i18n>Laddar upp</ng-container> {{ file.name }}
          <progress max="100" [value]="file.percent">{{ file.percent }} %</progress></label
        >
      }
    }
    @if (editable()) {
      <div>
        <label class="small" [for]="controlId()">{{ label() }}</label>
        <input
          type="file"
          multiple
          [id]="controlId()"
          [accept]="accepted"
          [attr.aria-describedby]="hintId()"
          [attr.aria-invalid]="invalid() || error() ? 'true' : null"
          (change)="choose($any($event.target))"
        />
        <p class="hint" [id]="controlId() + '-slag'" i18n>PDF, DOCX, XLSX, CSV, PNG eller JPEG, högst 25 MB per fil.</p>
        @if (error(); as text) {
          <p class="error-text" [id]="controlId() + '-fel'">{{ text }}</p>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    ul {
      list-style: none;
      padding: 0;
      border: 1px solid var(--line);
      border-radius: var(--r);
    }
    li {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: var(--s3);
      min-height: 44px;
      padding: 4px 4px 4px 12px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    .name {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    progress {
      display: block;
      width: min(320px, 100%);
      accent-color: var(--pine);
    }
    input {
      max-width: 100%;
      min-height: 44px;
      padding-block: 8px;
      font: inherit;
      font-size: 14px;
    }
  `,
})
export class AnswerFiles<T extends ShownFile = AnswerFileView> {
  readonly files = input.required<readonly T[]>();
  readonly uploads = input<readonly FileSending[]>([]);
  readonly editable = input(true);
  readonly label = input($localize`Lägg till filer`);
  readonly controlId = input.required<string>();
  readonly describedBy = input<string | null>(null);
  /** Whether the control is marked as wrong where the error is said elsewhere. */
  readonly invalid = input(false);
  readonly error = input<string | null>(null);
  readonly chosen = output<File[]>();
  readonly removed = output<T>();

  protected readonly accepted = KINDS.join(',');

  protected hintId(): string {
    const error = this.error() && `${this.controlId()}-fel`;
    return [this.describedBy(), `${this.controlId()}-slag`, error].filter(Boolean).join(' ');
  }

  protected sizeOf({ size }: ShownFile): string {
    return size < 1_000_000
      ? `${formatNumber(Math.max(1, Math.round(size / 1000)))} kB`
      : `${formatNumber(size / 1_000_000, 1)} MB`;
  }

  protected choose(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    field.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }
}
