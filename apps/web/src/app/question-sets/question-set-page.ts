import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionSetView } from '@insyn/api-schema';
import { SERVICE_TYPE_LABELS } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { Session } from '../sign-in/session.js';
import { Chip } from '../ui/chip.js';
import { InstantShortPipe } from '../ui/dates.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { QuestionSetEditor } from './editor/question-set-editor.js';
import { SetPreview } from './editor/set-preview.js';
import { QuestionSetDialog } from './question-set-dialog.js';
import { exportAddress, questionSetOf, QuestionSetsApi } from './question-sets-api.js';

/** One question set: its newest version to write in, its earlier ones to read. */
@Component({
  selector: 'app-question-set-page',
  imports: [
    PageHeader,
    ResourceView,
    Data,
    RouterLink,
    Chip,
    InstantShortPipe,
    QuestionSetEditor,
    SetPreview,
    QuestionSetDialog,
  ],
  template: `
    <app-page-header [heading]="view()?.name ?? 'Frågebatteri'" [crumbs]="crumbs()">
      @if (view(); as set) {
        <span meta>{{ typeLabels[set.serviceType] }}</span>
      }
      @if (view(); as set) {
        <span meta i18n>Version {{ set.current.number }}, {{ set.current.questions.length }} frågor</span>
      }
      @if (view(); as set) {
        <span meta i18n>Sparat av {{ set.current.updatedBy }} {{ set.current.updatedAt | instantShort }}</span>
      }
      @if (view()?.archived) {
        <app-chip actions tone="none" i18n-label label="Arkiverat" />
      }
    </app-page-header>
    <app-resource-view [rows]="10">
      <ng-template [appData]="resource" let-set>
        <div class="stack wide">
          <div class="buttons">
            @if (mayWrite()) {
              @if (!set.archived) {
                <button type="button" (click)="importing.set(true)" i18n>Läs in från fil</button>
              }
              <button type="button" (click)="renaming.set(true)" i18n>Ändra namn och tjänst</button>
            }
            <a class="btn" download [href]="exportOf(set, 'csv')" i18n>Hämta som CSV</a>
            <a class="btn" download [href]="exportOf(set, 'json')" i18n>Hämta som JSON</a>
            @if (mayWrite()) {
              <button type="button" class="quiet" [attr.aria-busy]="busy() || null" (click)="archive(set)">
                @if (set.archived) {
                  <ng-container i18n>Ta tillbaka ur arkivet</ng-container>
                } @else {
                  <ng-container i18n>Arkivera</ng-container>
                }
              </button>
            }
          </div>
          @if (mayWrite() && !set.archived) {
            @for (each of [set.id]; track each) {
              <app-question-set-editor
                [view]="set"
                [importing]="importing()"
                (saved)="read()"
                (importClosed)="importing.set(false)"
              />
            }
          } @else {
            @if (set.archived) {
              <p class="notice" i18n>Frågebatteriet är arkiverat. Det går inte att skicka eller ändra.</p>
            }
            <div class="prose-width"><app-set-preview [questions]="set.current.questions" /></div>
          }
          @if (set.earlier.length > 0) {
            <section class="card">
              <table class="rows-on-phone" role="table">
                <caption i18n>
                  Tidigare versioner
                </caption>
                <thead role="rowgroup">
                  <tr role="row">
                    <th scope="col" role="columnheader" i18n>Version</th>
                    <th scope="col" role="columnheader" i18n>Frågor</th>
                    <th scope="col" role="columnheader" i18n>Sparad</th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  @for (version of set.earlier; track version.id) {
                    <tr role="row">
                      <td role="cell">
                        <a [routerLink]="['/fragebatterier', set.id, 'versioner', version.id]" i18n
                          >Version {{ version.number }}</a
                        >
                      </td>
                      <td role="cell" class="num" i18n>{{ version.questions }} frågor</td>
                      <td role="cell" class="num">{{ version.updatedAt | instantShort }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </section>
          }
        </div>
        @if (renaming()) {
          <app-question-set-dialog [set]="set" (changed)="read()" (closed)="renaming.set(false)" />
        }
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .prose-width {
      max-width: 760px;
    }
  `,
})
export class QuestionSetPage {
  private readonly api = inject(QuestionSetsApi);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();

  protected readonly typeLabels = SERVICE_TYPE_LABELS;
  protected readonly exportOf = ({ current }: QuestionSetView, format: 'csv' | 'json') =>
    exportAddress(current.id, format);
  protected readonly resource = questionSetOf(() => this.id());
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly mayWrite = computed(() => this.session.can('question-set.write'));
  protected readonly importing = signal(false);
  protected readonly renaming = signal(false);
  protected readonly busy = signal(false);
  protected readonly crumbs = computed(() => [
    { label: $localize`Frågebatterier`, link: '/fragebatterier' },
    ...(this.view() ? [{ label: this.view()?.name ?? '' }] : []),
  ]);

  protected read(): void {
    this.resource.reload();
  }

  /** Archiving can be taken back, so it is not asked about. */
  protected async archive({ id, version, archived }: QuestionSetView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.change(id, { version, archived: !archived });
      this.toasts.show(archived ? $localize`Frågebatteriet kan användas igen` : $localize`Frågebatteriet är arkiverat`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.busy.set(false);
      this.read();
    }
  }
}
