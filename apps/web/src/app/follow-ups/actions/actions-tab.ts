import { Component, computed, inject, type OnInit, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionView, FindingView, Id } from '@insyn/api-schema';
import { ACTION_KINDS, actionStateLabel } from '@insyn/domain';
import { Drafts } from '../../drafts/drafts.js';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ACTION_STATE_TONES } from '../../ui/tone.js';
import { shortNumber } from '../assess/clause-groups.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { actionKey, ActionForm } from './action-form.js';

/** All requirements, then all recommendations, each with the findings that it rests on. */
@Component({
  selector: 'app-actions-tab',
  imports: [RouterLink, Chip, DateLongPipe, EmptyState, ActionForm],
  template: `
    @if (followUp.view(); as view) {
      <div class="stack wide">
        @for (group of groups(); track group.heading) {
          <section class="card">
            <h2>
              {{ group.heading }} <span class="muted num">{{ group.rows.length }}</span>
            </h2>
            @for (row of group.rows; track row.action.id) {
              <article [id]="'action-' + row.action.id" tabindex="-1">
                @if (editing() === row.action.id) {
                  <app-action-form
                    [action]="row.action"
                    [finding]="row.findings[0] ?? null"
                    (done)="editing.set(null)"
                  />
                } @else {
                  <div class="row spread top">
                    <p class="prose">
                      <b>{{ row.action.text }}</b>
                    </p>
                    <app-chip [tone]="tones[row.action.state]" [label]="wordOf(row.action)" />
                  </div>
                  <dl class="facts small">
                    @if (row.action.dueDate; as due) {
                      <dt i18n>Senast</dt>
                      <dd>{{ due | dateLong }}</dd>
                    }
                    @if (row.action.effectMeasure; as effect) {
                      <dt i18n>Så syns effekten</dt>
                      <dd>{{ effect }}</dd>
                    }
                    <dt i18n>Vilar på</dt>
                    <dd>
                      @for (finding of row.findings; track finding.id) {
                        <a
                          [routerLink]="['/uppfoljningar', view.id, 'bedomning']"
                          [queryParams]="{ iakttagelse: finding.id }"
                          [fragment]="'finding-' + finding.id"
                          >{{ finding.title }}</a
                        >
                        @if (!$last) {
                          ,
                        }
                      } @empty {
                        <span class="muted" i18n>Ingen iakttagelse</span>
                      }
                      @if (row.numbers) {
                        <span class="muted"> ({{ row.numbers }})</span>
                      }
                    </dd>
                  </dl>
                  @if (view.editable) {
                    <button type="button" class="quiet" (click)="editing.set(row.action.id)">
                      <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ row.action.text }}</span>
                    </button>
                  }
                }
              </article>
            }
          </section>
        } @empty {
          <app-empty-state
            class="card"
            i18n-heading
            heading="Inga krav eller rekommendationer än"
            i18n-text
            text="De görs av iakttagelserna på sidan Bedömning. Ett krav vilar på minst en brist, en rekommendation på minst en iakttagelse."
          >
            @if (view.editable) {
              <a class="btn" [routerLink]="['/uppfoljningar', view.id, 'bedomning']" i18n>Gå till bedömningen</a>
            }
          </app-empty-state>
        }
      </div>
    }
  `,
  styles: `
    h2 {
      padding: 16px 22px 12px;
    }
    h2 .num {
      font-weight: 400;
    }
    article {
      border-top: 1px solid var(--line);
      padding: 16px 22px;
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    article > * {
      width: 100%;
    }
    article > button {
      width: auto;
      margin-left: -16px;
    }
    .top {
      flex-wrap: nowrap;
      align-items: flex-start;
    }
  `,
})
export class ActionsTab implements OnInit {
  private readonly drafts = inject(Drafts);
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly wordOf = actionStateLabel;
  protected readonly tones = ACTION_STATE_TONES;
  protected readonly editing = signal<Id | null>(null);
  protected readonly groups = computed(() => {
    const view = this.followUp.view();
    if (!view) return [];
    const headings = { requirement: $localize`Krav`, recommendation: $localize`Rekommendationer` };
    return ACTION_KINDS.map((kind) => ({
      heading: headings[kind],
      rows: view.actions.filter((action) => action.kind === kind).map((action) => this.rowOf(action, view.findings)),
    })).filter(({ rows }) => rows.length > 0);
  });

  /** What was being written when the page was left or reloaded is opened again. */
  ngOnInit(): void {
    const view = this.followUp.view();
    if (!view?.editable) return;
    const kept = view.actions.find(({ id }) => this.drafts.holds(actionKey({ actionId: id })));
    this.editing.set(kept?.id ?? null);
  }

  private rowOf(action: ActionView, all: readonly FindingView[]) {
    const findings = all.filter(({ id }) => action.findingIds.includes(id));
    const clauseIds = new Set([...action.clauseIds, ...findings.flatMap((finding) => finding.clauseIds)]);
    const clauses = this.followUp.clauses();
    const numbers = [...clauseIds].flatMap((id) => clauses.get(id)?.number ?? []).map(shortNumber);
    return { action, findings, numbers: numbers.join(', ') };
  }
}
