import { Component, computed, input } from '@angular/core';
import { exportAddress, questionSetOf, questionSetVersionOf } from './question-sets-api.js';
import { InstantShortPipe } from '../ui/dates.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { SetPreview } from './editor/set-preview.js';

/** An earlier version of a set, to be read. */
@Component({
  selector: 'app-question-set-version-page',
  imports: [PageHeader, ResourceView, Data, InstantShortPipe, SetPreview],
  template: `
    <app-page-header [heading]="heading()" [crumbs]="crumbs()" />
    <app-resource-view [rows]="10">
      <ng-template [appData]="resource" let-version>
        <div class="stack wide">
          @if (version.frozen) {
            <p class="notice" i18n>
              <b>Versionen är skickad och ändras inte.</b> Den sparades {{ version.updatedAt | instantShort }} av
              {{ version.updatedBy }}.
            </p>
          } @else {
            <p class="muted" i18n>Sparad {{ version.updatedAt | instantShort }} av {{ version.updatedBy }}.</p>
          }
          <div class="buttons">
            <a class="btn" download [href]="exportOf(version.id, 'csv')" i18n>Hämta som CSV</a>
            <a class="btn" download [href]="exportOf(version.id, 'json')" i18n>Hämta som JSON</a>
          </div>
          <app-set-preview [questions]="version.questions" />
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    app-set-preview {
      display: block;
      max-width: 760px;
    }
  `,
})
export class QuestionSetVersionPage {
  readonly id = input.required<string>();
  readonly versionId = input.required<string>();

  protected readonly exportOf = exportAddress;
  protected readonly resource = questionSetVersionOf(() => this.versionId());
  private readonly set = questionSetOf(() => this.id());
  private readonly version = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly name = computed(() => (this.set.hasValue() ? this.set.value().name : $localize`Frågebatteri`));
  protected readonly heading = computed(() => {
    const version = this.version();
    return version ? $localize`${this.name()}, version ${version.number}` : this.name();
  });
  protected readonly crumbs = computed(() => [
    { label: $localize`Frågebatterier`, link: '/fragebatterier' },
    { label: this.name(), link: `/fragebatterier/${this.id()}` },
    { label: $localize`Tidigare version` },
  ]);
}
