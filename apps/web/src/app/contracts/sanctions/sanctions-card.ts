import { Component, input, signal } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { hasAmount, SANCTION_KIND_LABELS } from '@insyn/domain';
import { KronorPipe } from '../../sanctions/kronor.js';
import { SanctionTable } from '../../sanctions/sanction-table.js';
import { kindBeside } from '../../sanctions/sanction-words.js';
import { contractSanctionsOf } from '../../sanctions/sanctions-api.js';
import { DateLongPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { ExclusionLaw } from './exclusion-law.js';
import { LadderEditor } from './ladder-editor.js';

/** The contract's own sanction ladder, what has been taken of it, and what the last three years come to. */
@Component({
  selector: 'app-contract-sanctions-card',
  imports: [DateLongPipe, EmptyState, ExclusionLaw, ResourceView, Data, KronorPipe, LadderEditor, SanctionTable],
  template: `
    <app-resource-view>
      <ng-template [appData]="resource" let-view>
        <div class="stack wide">
          <section id="pafoljder" class="card" aria-labelledby="ladder-heading">
            <div class="row spread head">
              <h2 id="ladder-heading" i18n>Påföljdstrappa</h2>
              @if (view.editable && view.ladder.length > 0 && !editing()) {
                <button type="button" (click)="editing.set(true)" i18n>Ändra trappan</button>
              }
            </div>
            @if (editing()) {
              <app-ladder-editor
                [contractId]="contractId()"
                [ladder]="view.ladder"
                [version]="view.ladderVersion"
                (changed)="resource.reload()"
                (done)="editing.set(false)"
              />
            } @else if (view.ladder.length > 0) {
              <ol>
                @for (step of view.ladder; track step.id) {
                  <li>
                    <span class="num place" aria-hidden="true">{{ $index + 1 }}</span>
                    <div>
                      <h3>{{ step.label }}</h3>
                      <p class="small muted marks">
                        @if (kindBeside(step); as kind) {
                          <span>{{ kind }}</span>
                        }
                        @if (step.clauseNumber) {
                          <span i18n>Enligt {{ step.clauseNumber }}</span>
                        }
                        @if (step.id === view.proposedStepId) {
                          <b i18n>Nästa steg</b>
                        }
                      </p>
                      @if (step.terms) {
                        <p class="prose pre">{{ step.terms }}</p>
                      }
                      @if (step.amountRule && isAmount(step.kind)) {
                        <p class="small"><ng-container i18n>Belopp:</ng-container> {{ step.amountRule }}</p>
                      }
                    </div>
                  </li>
                }
              </ol>
            } @else {
              <app-empty-state
                i18n-heading
                heading="Ingen påföljdstrappa än"
                i18n-text
                text="Skriv in de steg som avtalet själv har, i ordning: till exempel varning, vite, hävning. Bara de stegen kan tas när ett krav kvarstår."
              >
                @if (view.editable) {
                  <button type="button" (click)="editing.set(true)" i18n>Lägg in trappan</button>
                }
              </app-empty-state>
            }
          </section>
          <section class="card padded stack" aria-labelledby="three-years-heading">
            <h2 id="three-years-heading" i18n>De senaste tre åren</h2>
            <p class="muted">
              <ng-container i18n>Påföljder som har skickats till</ng-container> {{ view.threeYears.provider }}
              <ng-container i18n>från och med</ng-container>
              {{ view.threeYears.from | dateLong }}<ng-container i18n>. Återtagna räknas inte.</ng-container>
            </p>
            @if (view.threeYears.counts.length > 0) {
              <dl class="facts">
                @for (row of view.threeYears.counts; track row.kind) {
                  <dt>{{ kinds[row.kind] }}</dt>
                  <dd class="num">{{ row.count }}</dd>
                }
                @if (view.threeYears.total > 0) {
                  <dt i18n>Belopp sammanlagt</dt>
                  <dd class="num">
                    <b>{{ view.threeYears.total | kronor }}</b>
                  </dd>
                }
              </dl>
            } @else {
              <p i18n>Inga påföljder.</p>
            }
            @if (view.threeYears.basis; as basis) {
              <app-exclusion-law [basis]="basis" />
            }
          </section>
          @if (view.sanctions.length > 0) {
            <section class="card" aria-labelledby="sanctions-heading">
              <h2 id="sanctions-heading" class="head" i18n>Påföljder enligt avtalet</h2>
              <app-sanction-table
                [rows]="view.sanctions"
                [byCase]="true"
                i18n-caption
                caption="Påföljder enligt avtalet"
              />
            </section>
          }
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    .head {
      padding: 16px 22px 12px;
    }
    ol {
      list-style: none;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr);
      gap: var(--s2);
      padding: 14px 22px;
      border-top: 1px solid var(--line);
    }
    .place {
      color: var(--ink-2);
      font-weight: 650;
    }
    .pre {
      white-space: pre-line;
      margin-top: 4px;
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
    }
    .marks b {
      color: var(--pine);
    }
  `,
})
export class ContractSanctionsCard {
  readonly contractId = input.required<Id>();

  protected readonly kinds = SANCTION_KIND_LABELS;
  protected readonly kindBeside = kindBeside;
  protected readonly isAmount = hasAmount;
  protected readonly resource = contractSanctionsOf(() => this.contractId());
  protected readonly editing = signal(false);
}
