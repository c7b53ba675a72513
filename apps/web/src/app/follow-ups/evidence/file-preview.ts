import { HttpClient } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { DomSanitizer, type SafeResourceUrl } from '@angular/platform-browser';
import type { AttachmentView } from '@insyn/api-schema';
import { firstValueFrom } from 'rxjs';
import { type Problem, toProblem } from '../../http/problem.js';
import { ErrorState } from '../../ui/error-state.js';

/** What can be shown on the page, by media type: never anything that could run. */
const SHOWN = {
  'application/pdf': 'pdf',
  'image/png': 'image',
  'image/jpeg': 'image',
  'text/csv': 'text',
  'text/plain': 'text',
} as const;
const MOST_TEXT = 200_000;

/** Whether a file can be looked at without leaving the page. */
export function canBeShown({ mediaType }: AttachmentView): boolean {
  return kindOf(mediaType) !== null;
}

/** A file beside what is said of it: a PDF, a picture or plain text. */
@Component({
  selector: 'app-file-preview',
  imports: [ErrorState],
  template: `
    <div class="frame" role="group" [attr.aria-label]="'Förhandsvisning av ' + file().fileName">
      @if (problem(); as error) {
        <app-error-state [error]="error" (retry)="read()" />
      } @else if (pdf(); as url) {
        <iframe [src]="url" [title]="file().fileName"></iframe>
      } @else if (image(); as url) {
        <img [src]="url" [alt]="file().fileName" />
      } @else if (text() !== null) {
        <pre tabindex="0">{{ text() }}</pre>
        @if (cut()) {
          <p class="small muted" i18n>Bara början visas. Ladda ned filen för att läsa allt.</p>
        }
      } @else if (kind() === null) {
        <p class="muted" i18n>Filen kan inte visas här. Ladda ned den för att läsa den.</p>
      } @else {
        <p class="muted" role="status" i18n>Läser in filen …</p>
      }
    </div>
  `,
  styles: `
    .frame {
      border: 1px solid var(--line);
      border-radius: var(--r);
      background: var(--sunken);
      overflow: hidden;
    }
    iframe {
      display: block;
      width: 100%;
      height: min(70vh, 720px);
      border: 0;
    }
    img {
      display: block;
      max-width: 100%;
      margin: 0 auto;
    }
    pre {
      margin: 0;
      padding: 12px 14px;
      max-height: 420px;
      overflow: auto;
      font:
        14px/1.45 ui-monospace,
        monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    p {
      padding: 12px 14px;
    }
  `,
})
export class FilePreview {
  private readonly http = inject(HttpClient);
  private readonly sanitizer = inject(DomSanitizer);
  readonly file = input.required<AttachmentView>();

  protected readonly kind = computed(() => kindOf(this.file().mediaType));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly pdf = signal<SafeResourceUrl | null>(null);
  protected readonly image = signal<string | null>(null);
  protected readonly text = signal<string | null>(null);
  protected readonly cut = signal(false);
  private blobUrl: string | null = null;

  constructor() {
    effect(() => {
      this.file();
      untracked(() => void this.read());
    });
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  protected async read(): Promise<void> {
    this.forget();
    const [{ id, href, mediaType }, kind] = [this.file(), this.kind()];
    if (kind === null) return;
    try {
      const bytes = await firstValueFrom(this.http.get(href, { responseType: 'arraybuffer' }));
      if (this.file().id !== id) return;
      if (kind === 'text') return this.showText(bytes);
      // The type is one of ours, whatever the answer said of itself.
      this.blobUrl = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      if (kind === 'image') this.image.set(this.blobUrl);
      else this.pdf.set(this.sanitizer.bypassSecurityTrustResourceUrl(this.blobUrl));
    } catch (error) {
      if (this.file().id === id) this.problem.set(toProblem(error));
    }
  }

  private showText(bytes: ArrayBuffer): void {
    const text = new TextDecoder().decode(bytes.slice(0, MOST_TEXT));
    this.cut.set(bytes.byteLength > MOST_TEXT);
    this.text.set(text);
  }

  private forget(): void {
    if (this.blobUrl) URL.revokeObjectURL(this.blobUrl);
    this.blobUrl = null;
    this.problem.set(null);
    this.pdf.set(null);
    this.image.set(null);
    this.text.set(null);
  }
}

function kindOf(mediaType: string): (typeof SHOWN)[keyof typeof SHOWN] | null {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return type in SHOWN ? SHOWN[type as keyof typeof SHOWN] : null;
}
