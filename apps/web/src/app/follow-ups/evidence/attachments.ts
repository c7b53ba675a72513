import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { AttachmentView, Id } from '@insyn/api-schema';
import { formatNumber } from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { canBeShown, FilePreview } from './file-preview.js';
import { FileUpload } from './file-upload.js';

const LARGEST = 25 * 1024 * 1024;
const KINDS = ['.pdf', '.docx', '.xlsx', '.csv', '.png', '.jpg', '.jpeg'];
/** A small file is shown at once; a large one when it is asked for. */
const SHOWN_AT_ONCE = 2 * 1024 * 1024;
let count = 0;

interface Sending {
  name: string;
  percent: number;
  error: string | null;
}

/** The files of a piece of evidence, or of the whole case, and the way to add more. */
@Component({
  selector: 'app-attachments',
  imports: [FilePreview],
  template: `
    @if (attachments().length > 0) {
      <ul>
        @for (file of attachments(); track file.id) {
          <li>
            <a [href]="file.href" download>{{ file.fileName }}</a>&ngsp;<span class="small muted num">{{
              sizeOf(file)
            }}</span>
            @if (previews() && mayShow(file)) {
              <button
                type="button"
                class="quiet"
                [attr.aria-pressed]="file.id === shownId()"
                (click)="shownId.set(file.id === shownId() ? null : file.id)"
              >
                @if (file.id === shownId()) {
                  <ng-container i18n>Dölj</ng-container>
                } @else {
                  <ng-container i18n>Visa</ng-container>
                }
                <span class="visually-hidden"> {{ file.fileName }}</span>
              </button>
            }
          </li>
        }
      </ul>
      @if (shown(); as file) {
        <app-file-preview [file]="file" />
      }
    }
    @for (file of sending(); track file.name) {
      <div class="sending">
        @if (file.error; as text) {
          <p class="error-text" role="alert">{{ file.name }}: {{ text }}</p>
        } @else {
          <label class="small"
            ><ng-container i18n>Laddar upp</ng-container> {{ file.name }}
            <progress max="100" [value]="file.percent">{{ file.percent }} %</progress></label
          >
        }
      </div>
    }
    @if (editable()) {
      <div>
        <label class="small" [for]="fieldId" i18n>Lägg till filer</label>
        <input
          type="file"
          multiple
          [id]="fieldId"
          [accept]="accepted"
          [attr.aria-describedby]="fieldId + '-hint'"
          (change)="upload($any($event.target))"
        />
        <p class="hint" [id]="fieldId + '-hint'" i18n>PDF, DOCX, XLSX, CSV, PNG eller JPEG, högst 25 MB per fil.</p>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    :host:empty {
      display: none;
    }
    ul {
      padding-left: 20px;
    }
    li button {
      padding-block: 0;
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
export class Attachments {
  private readonly uploads = inject(FileUpload);
  private readonly followUp = inject(OpenFollowUp);
  readonly attachments = input.required<readonly AttachmentView[]>();
  /** Null for a file of the whole case. */
  readonly evidenceId = input.required<Id | null>();
  readonly editable = input.required<boolean>();

  /** Whether files can be looked at here. */
  readonly previews = input(false);

  protected readonly mayShow = canBeShown;
  private readonly first = computed(
    () => this.attachments().find((file) => canBeShown(file) && file.size <= SHOWN_AT_ONCE)?.id ?? null,
  );
  protected readonly shownId = linkedSignal(() => (this.previews() ? this.first() : null));
  protected readonly shown = computed(() => this.attachments().find(({ id }) => id === this.shownId()) ?? null);
  protected readonly accepted = KINDS.join(',');
  protected readonly fieldId = `files-${++count}`;
  protected readonly sending = signal<readonly Sending[]>([]);

  protected sizeOf({ size }: AttachmentView): string {
    return size < 1_000_000
      ? `${formatNumber(Math.max(1, Math.round(size / 1000)))} kB`
      : `${formatNumber(size / 1_000_000, 1)} MB`;
  }

  protected async upload(field: HTMLInputElement): Promise<void> {
    const files = [...(field.files ?? [])];
    field.value = '';
    this.sending.set([]);
    for (const file of files) await this.send(file);
  }

  private async send(file: File): Promise<void> {
    const tell = (changes: Partial<Sending>) =>
      this.sending.update((all) => all.map((each) => (each.name === file.name ? { ...each, ...changes } : each)));
    this.sending.update((all) => [...all, { name: file.name, percent: 0, error: null }]);
    const wrong = whatIsWrongWith(file);
    if (wrong) return tell({ error: wrong });
    try {
      const target = { followUpId: this.followUp.id() ?? '', evidenceId: this.evidenceId() };
      await this.uploads.send(target, file, (percent) => tell({ percent }));
      this.sending.update((all) => all.filter(({ name }) => name !== file.name));
      this.followUp.reload();
    } catch (error) {
      tell({ error: toProblem(error).title });
    }
  }
}

/** What can be told before anything is sent; the server looks at the content itself. */
function whatIsWrongWith({ name, size }: File): string | null {
  if (size === 0) return $localize`Filen är tom.`;
  if (size > LARGEST) return $localize`Filen är större än 25 MB.`;
  const known = KINDS.some((ending) => name.toLowerCase().endsWith(ending));
  return known ? null : $localize`Filen är av ett slag som inte tas emot.`;
}
