import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { FOLLOW_UP_LIMITS, type BlockerView, type FollowUpView } from '@insyn/api-schema';
import { OUTCOME_LABELS } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import type { Problem } from '../../http/problem.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { BlockerList } from '../follow-up-page/blocker-list.js';
import { FollowUpsApi, type ReturnComment } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { commentPlaces } from './comment-places.js';
import { DeclareConflict } from './declare-conflict.js';

interface Comment {
  place: string;
  text: string;
}

const NO_COMMENTS: readonly Comment[] = [{ place: 'judgement', text: '' }];
const DECLARED_HERE = ['conflict-undeclared'];

/** Where a manager decides (R10): declares no conflict of interest, then approves, or returns with comments. */
@Component({
  selector: 'app-approval-form',
  imports: [BlockerList, DeclareConflict, ErrorSummary, Field, Control],
  templateUrl: './approval-form.html',
  styles: `
    .comment {
      display: grid;
      grid-template-columns: 260px minmax(0, 1fr) auto;
      gap: var(--s3);
      align-items: end;
    }
    @media (max-width: 760px) {
      .comment {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ApprovalForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  protected readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();

  protected readonly longest = FOLLOW_UP_LIMITS.reason;
  protected readonly returning = signal(false);
  protected readonly comments = signal(NO_COMMENTS);
  private kept!: KeptForm<unknown>;
  protected readonly tried = signal(false);
  private readonly refusal = signal<Problem | null>(null);

  private readonly offered = computed(() => this.view().offers.find(({ name }) => name === 'approve')?.blockers ?? []);
  protected readonly undeclared = computed(() => this.offered().some(({ code }) => DECLARED_HERE.includes(code)));
  /** What the reader has declared about conflict of interest, as the rules that stop an approval tell it. */
  protected readonly declared = computed(() => {
    if (this.undeclared()) return null;
    return this.offered().some(({ code }) => code === 'conflict-declared');
  });
  /** What stops an approval and cannot be settled by declaring. */
  protected readonly blockers = computed((): BlockerView[] =>
    this.offered().filter(({ code }) => !DECLARED_HERE.includes(code)),
  );
  protected readonly places = computed(() =>
    commentPlaces(this.view()).map(({ kind, id, label }) => ({ value: id ? `${kind}:${id}` : kind, label })),
  );
  protected readonly empty = computed(() => this.tried() && this.comments().every(({ text }) => text.trim() === ''));
  protected readonly problems = computed((): SummaryItem[] => {
    const items: SummaryItem[] = this.empty() ? [{ message: missing(), id: 'comment-0' }] : [];
    const refusal = this.refusal();
    if (!refusal) return items;
    return [...items, { message: refusal.title }, ...refusal.blockers.map(({ message }) => ({ message }))];
  });
  protected readonly missing = missing();

  ngOnInit(): void {
    const key = `return/${this.view().id}`;
    this.returning.set(this.drafts.holds(key));
    this.kept = this.drafts.keepForm(this.comments, { key }, this.injector);
  }

  protected cancelReturn(): void {
    this.returning.set(false);
    this.comments.set(NO_COMMENTS);
    this.kept.forget();
  }

  protected async approve(): Promise<void> {
    const { judgements, actions } = this.view();
    if (this.offered().length > 0) {
      document.getElementById(this.undeclared() ? 'conflict' : 'approval-blockers')?.focus();
      return;
    }
    const outcome = judgements.findLast(({ status }) => status === 'proposed')?.outcome;
    const requirements = actions.filter(({ kind }) => kind === 'requirement').length;
    const after =
      requirements > 0
        ? $localize`Rapporten förseglas, ${requirements} krav går till utföraren och en återkontroll bokas.`
        : $localize`Rapporten förseglas och ärendet avslutas.`;
    const answer = await this.confirm.ask({
      heading: $localize`Godkänn bedömningen ”${outcome ? OUTCOME_LABELS[outcome] : ''}”?`,
      text: $localize`${after} Innehållet går sedan inte att ändra.`,
      confirm: $localize`Godkänn`,
    });
    if (!answer) return;
    this.refusal.set(
      await this.followUp.attempt(
        async () => {
          const { id, contentVersion } = await this.followUp.savedView();
          return this.api.approve(id, contentVersion);
        },
        $localize`Bedömningen är godkänd`,
      ),
    );
  }

  protected addComment(): void {
    this.comments.update((comments) => [...comments, { place: 'judgement', text: '' }]);
  }

  protected removeComment(index: number): void {
    this.comments.update((comments) => comments.filter((_, each) => each !== index));
  }

  protected write(index: number, changes: Partial<Comment>): void {
    this.comments.update((comments) =>
      comments.map((comment, each) => (each === index ? { ...comment, ...changes } : comment)),
    );
  }

  protected async sendBack(): Promise<void> {
    this.tried.set(true);
    const comments = this.comments()
      .filter(({ text }) => text.trim() !== '')
      .map(({ place, text }): ReturnComment => {
        const [kind = 'judgement', id] = place.split(/:(.*)/);
        return { place: id ? { kind, id } : { kind }, text: text.trim() };
      });
    if (comments.length === 0) return;
    const problem = await this.followUp.attempt(
      async () => {
        const { id, contentVersion } = await this.followUp.savedView();
        return this.api.return(id, { contentVersion, comments });
      },
      $localize`Bedömningen är återlämnad`,
    );
    if (!problem) return this.cancelReturn();
    this.refusal.set(problem);
  }
}

function missing(): string {
  return $localize`Skriv minst en kommentar om vad som ska ändras.`;
}
