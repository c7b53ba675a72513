import { Component, computed, inject, input } from '@angular/core';
import type { DraftSection as Section, PortalFactCheckView } from '@insyn/api-schema';
import { DraftParts } from '../../fact-checks/draft-parts.js';
import { RemarkAnswer } from '../../fact-checks/remark-answer.js';
import { RemarkFiles } from '../../fact-checks/remark-files.js';
import { OpenFactCheck } from './open-fact-check.js';
import { RemarkField } from './remark-field.js';

/** One part of the draft, with the remarks on it: being written, or as they were handed in with their answers. */
@Component({
  selector: 'app-draft-section',
  imports: [DraftParts, RemarkAnswer, RemarkField, RemarkFiles],
  template: `
    <section class="card padded stack" [attr.aria-labelledby]="headingId()">
      <h2 [id]="headingId()">{{ section().heading }}</h2>
      <app-draft-parts [parts]="section().parts" />
      @if (view().editable) {
        @for (remark of remarks(); track remark.id) {
          <app-remark-field [remark]="remark" [heading]="section().heading" />
        }
        <div class="buttons">
          <button type="button" (click)="factCheck.begin(section().place)">
            @if (remarks().length === 0) {
              <ng-container i18n>Lämna en synpunkt</ng-container>
            } @else {
              <ng-container i18n>Lämna en synpunkt till</ng-container>
            }
            <span class="visually-hidden" i18n>&ngsp;på {{ section().heading }}</span>
          </button>
        </div>
      } @else {
        @for (remark of handedIn(); track remark.id) {
          <div class="remark stack">
            <p class="small muted"><b i18n>Er synpunkt</b>, {{ remark.changedBy }}</p>
            <p class="pre prose">{{ remark.text }}</p>
            @if (remark.files.length > 0) {
              <app-remark-files [files]="remark.files" />
            }
            @if (remark.answer; as answer) {
              <app-remark-answer [answer]="answer" />
            }
          </div>
        }
      }
    </section>
  `,
  styles: `
    h2 {
      overflow-wrap: anywhere;
    }
    .remark {
      border-top: 1px solid var(--line);
      padding-top: var(--s3);
      gap: var(--s2);
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class DraftSection {
  protected readonly factCheck = inject(OpenFactCheck);
  readonly view = input.required<PortalFactCheckView>();
  readonly section = input.required<Section>();

  protected readonly headingId = computed(() => `del-${this.section().place.id}`);
  protected readonly remarks = computed(() => this.factCheck.at(this.section().place));
  protected readonly handedIn = computed(() => {
    const { kind, id } = this.section().place;
    return this.view().remarks.filter(({ place }) => place.kind === kind && place.id === id);
  });
}
