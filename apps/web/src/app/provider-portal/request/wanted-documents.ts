import { Component, computed, inject, input } from '@angular/core';
import type { PortalRequestView } from '@insyn/api-schema';
import { documentControlId } from '../../questions/answer-control-id.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { AnswerUploads } from './answer-uploads.js';
import { OpenRequest } from './open-request.js';

/** The documents that the municipality wants to see, each with its files. */
@Component({
  selector: 'app-wanted-documents',
  imports: [AnswerFiles],
  template: `
    <section class="card" aria-labelledby="handlingar">
      <header>
        <h2 id="handlingar" i18n>Handlingar</h2>
        <span class="small muted num" i18n>{{ sent() }} av {{ rows().length }} bifogade</span>
      </header>
      @for (row of rows(); track row.document.id) {
        <div class="document" role="group" [attr.aria-labelledby]="row.controlId + '-text'">
          <p class="label" [id]="row.controlId + '-text'">
            {{ row.document.text }}
            @if (row.document.required && request.takesDocuments()) {
              <span class="hint" i18n>Obligatorisk</span>
            }
          </p>
          <app-answer-files
            [files]="row.files"
            [uploads]="uploads.of(row.document.id)()"
            [editable]="request.takesDocuments()"
            [controlId]="row.controlId"
            (chosen)="uploads.add({ wantedDocumentId: row.document.id }, $event)"
            (removed)="uploads.remove($event)"
          />
        </div>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: baseline;
      gap: 2px var(--s4);
      padding: 16px 22px 12px;
    }
    .document {
      border-top: 1px solid var(--line);
      padding: 16px 22px;
    }
    .label {
      font-size: 16px;
    }
    @media (max-width: 600px) {
      header,
      .document {
        padding-inline: 16px;
      }
    }
  `,
})
export class WantedDocuments {
  protected readonly request = inject(OpenRequest);
  protected readonly uploads = inject(AnswerUploads);
  readonly view = input.required<PortalRequestView>();

  protected readonly rows = computed(() =>
    this.view().letter.wantedDocuments.map((document) => ({
      document,
      controlId: documentControlId(document.id),
      files: this.request.files().filter(({ wantedDocumentId }) => wantedDocumentId === document.id),
    })),
  );
  protected readonly sent = computed(() => this.rows().filter(({ files }) => files.length > 0).length);
}
