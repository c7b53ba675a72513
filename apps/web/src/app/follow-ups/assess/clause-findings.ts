import { Component, computed, inject, input, model, type OnInit, signal } from '@angular/core';
import type { ActionView, FindingView, FollowUpView, Id, ScopeClauseView } from '@insyn/api-schema';
import { Drafts } from '../../drafts/drafts.js';
import { Confirm } from '../../ui/confirm.js';
import { actionKey, ActionForm } from '../actions/action-form.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FindingCard } from './finding-card.js';
import { findingKey, FindingForm } from './finding-form.js';

/** The findings on a clause, and the requirements and recommendations made of them. */
@Component({
  selector: 'app-clause-findings',
  imports: [FindingCard, FindingForm, ActionForm],
  template: `
    <div class="row spread">
      <h3 i18n>Iakttagelser</h3>
      @if (view().editable && !adding()) {
        <button type="button" class="quiet" (click)="adding.set(true)">
          <ng-container i18n>Ny iakttagelse</ng-container> <kbd>N</kbd>
        </button>
      }
    </div>
    @for (finding of findings(); track finding.id) {
      @if (editing() === finding.id) {
        <app-finding-form
          [view]="view()"
          [finding]="finding"
          [clauseIds]="finding.clauseIds"
          [evidenceIds]="finding.evidenceIds"
          (done)="editing.set(null)"
        />
      } @else {
        <app-finding-card
          [view]="view()"
          [finding]="finding"
          [actions]="actionsOf(finding)"
          (edit)="editing.set(finding.id)"
          (remove)="remove(finding)"
          (editAction)="editingAction.set($event)"
          (makeAction)="making.set(finding.id)"
        />
      }
      @if (making() === finding.id) {
        <app-action-form
          [action]="null"
          [finding]="finding"
          [goal]="clause().kind === 'goal'"
          (done)="making.set(null)"
        />
      }
      @if (editedActionOf(finding); as action) {
        <app-action-form
          [action]="action"
          [finding]="finding"
          [goal]="clause().kind === 'goal'"
          (done)="editingAction.set(null)"
        />
      }
    } @empty {
      @if (!adding()) {
        <p class="muted small" i18n>Inga iakttagelser på punkten. Det som inte uppfylls helt behöver minst en.</p>
      }
    }
    @if (adding()) {
      <app-finding-form
        [view]="view()"
        [finding]="null"
        [clauseIds]="clauseIds()"
        [evidenceIds]="evidenceIds()"
        (done)="adding.set(false)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
  `,
})
export class ClauseFindings implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(Drafts);
  readonly view = input.required<FollowUpView>();
  readonly clause = input.required<ScopeClauseView>();
  readonly clauseIds = input.required<readonly Id[]>();
  /** The evidence laid beside the clause, which a new finding begins with. */
  readonly evidenceIds = input.required<readonly Id[]>();
  readonly adding = model(false);

  protected readonly editing = signal<Id | null>(null);
  protected readonly making = signal<Id | null>(null);
  protected readonly editingAction = signal<Id | null>(null);
  protected readonly findings = computed(() =>
    this.view().findings.filter(({ clauseIds }) => clauseIds.includes(this.clause().id)),
  );

  /** What was being written when the page was left or reloaded is opened again. */
  ngOnInit(): void {
    const { id: followUpId, editable } = this.view();
    if (!editable) return;
    const [findings, clauseId] = [this.findings(), this.clause().id];
    const holds = (key: string) => this.drafts.holds(key);
    const actions = findings.flatMap((finding) => this.actionsOf(finding));
    if (holds(findingKey({ followUpId, clauseId }))) this.adding.set(true);
    this.editing.set(findings.find(({ id }) => holds(findingKey({ findingId: id })))?.id ?? null);
    this.making.set(findings.find(({ id }) => holds(actionKey({ findingId: id })))?.id ?? null);
    this.editingAction.set(actions.find(({ id }) => holds(actionKey({ actionId: id })))?.id ?? null);
  }

  protected actionsOf({ id }: FindingView): ActionView[] {
    return this.view().actions.filter(({ findingIds }) => findingIds.includes(id));
  }

  protected editedActionOf(finding: FindingView): ActionView | null {
    return this.actionsOf(finding).find(({ id }) => id === this.editingAction()) ?? null;
  }

  protected async remove(finding: FindingView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort ”${finding.title}”?`,
      text: $localize`Iakttagelsen försvinner ur rapporten.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer) await this.followUp.act(() => this.api.deleteFinding(finding), $localize`Iakttagelsen är borttagen`);
  }
}
