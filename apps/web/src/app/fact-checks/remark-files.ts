import { Component, input } from '@angular/core';
import type { FactCheckFileView } from '@insyn/api-schema';

/** The files that came with a remark, to be read. */
@Component({
  selector: 'app-remark-files',
  template: `
    <ul>
      @for (file of files(); track file.id) {
        <li>
          <a [href]="file.href" download>{{ file.fileName }}</a>
          <span class="small muted num" [title]="'SHA-256 ' + file.sha256" i18n
            >kontrollsumma {{ file.sha256.slice(0, 8) }}</span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 4px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
  `,
})
export class RemarkFiles {
  readonly files = input.required<readonly FactCheckFileView[]>();
}
