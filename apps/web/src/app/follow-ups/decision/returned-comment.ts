import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  type OnInit,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { DECISION_LIMITS, type FollowUpView, type ReturnCommentView } from '@insyn/api-schema';
import { type Draft, Drafts } from '../../drafts/drafts.js';
import { Problem } from '../../http/problem.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { InstantShortPipe } from '../../ui/dates.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { placeLink } from '../place-link.js';
import { placeName } from './comment-places.js';
import { DecisionApi } from './decision-api.js';

/** A comment that a judgement was returned with, its place, and how it has been taken care of: the officer's answer saves itself. */
@Component({
  selector: 'app-returned-comment',
  imports: [ConflictNotice, Control, Field, InstantShortPipe, RouterLink, SavedIndicator],
  template: `
    <article class="stack" [id]="'comment-' + comment().id" tabindex="-1">
      <div>
        @if (placed()) {
          <b i18n>Chefen skrev vid återlämningen:</b>
        } @else {
          <h4>
            <a [routerLink]="link().path" [queryParams]="link().query" [fragment]="link().fragment">{{ place() }}</a>
          </h4>
        }
        <blockquote class="prose text">{{ comment().text }}</blockquote>
        <p class="small muted">{{ comment().by }}, {{ comment().at | instantShort }}</p>
      </div>
      @if (editable()) {
        <app-field
          i18n-label
          label="Så här har kommentaren tagits om hand"
          i18n-hint
          hint="Chefen läser svaret bredvid kommentaren när bedömningen skickas igen."
          [fieldId]="'comment-answer-' + comment().id"
          [error]="fault()"
        >
          <textarea
            appControl
            [attr.maxlength]="longest"
            [value]="written()"
            (input)="change($any($event.target).value)"
          ></textarea>
        </app-field>
        @if (draft.conflict(); as conflict) {
          <app-conflict-notice
            [mine]="conflict.mine"
            [theirs]="conflict.theirs ?? ''"
            (keepMine)="draft.keepMine()"
            (takeTheirs)="takeTheirs()"
          />
        } @else {
          <app-saved-indicator [state]="draft.state()" [savedAt]="draft.savedAt() ?? comment().answer?.at ?? null" />
        }
      } @else if (comment().answer; as answer) {
        <div class="answer">
          <b i18n>Så här har kommentaren tagits om hand</b>
          <p class="prose text">{{ answer.text }}</p>
          <p class="small muted">{{ answer.by }}, {{ answer.at | instantShort }}</p>
        </div>
      } @else {
        <p class="small muted" i18n>Inte besvarad än.</p>
      }
    </article>
  `,
  styles: `
    h4 {
      margin: 0;
      font-size: 15px;
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .answer {
      border-left: 3px solid var(--met);
      padding-left: var(--s3);
    }
  `,
})
export class ReturnedComment implements OnInit {
  private readonly api = inject(DecisionApi);
  private readonly followUps = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly owner = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();
  readonly comment = input.required<ReturnCommentView>();
  /** Whether the reader works with what was returned. */
  readonly editable = input(false);
  /** Whether it stands at its place, which then need not be named. */
  readonly placed = input(false);

  protected readonly longest = DECISION_LIMITS.commentAnswer;
  protected readonly written = signal('');
  protected draft!: Draft<string>;
  /** The version that the next save names. */
  private version = 0;
  protected readonly place = computed(() => placeName(this.view(), this.comment().place));
  protected readonly link = computed(() => placeLink(this.view().id, this.comment().place));
  /** Why it is not saved; nothing while one has not begun. */
  protected readonly fault = computed(() => {
    if (this.draft.state() !== 'refused') return null;
    return this.draft.problem()?.errors[0]?.message ?? this.draft.problem()?.title ?? null;
  });

  ngOnInit(): void {
    const { id } = this.comment();
    this.draft = this.drafts.open<string>(
      {
        key: `comment-answer/${id}`,
        page: this.view().id,
        name: $localize`svaret på chefens kommentar om ${this.place()}`,
        save: (written) => this.save(written),
        readSaved: () => this.readSaved(),
      },
      this.owner,
    );
    effect(
      () => {
        const comment = this.comment();
        untracked(() => this.adopt(comment));
      },
      { injector: this.injector },
    );
    const { restored } = this.draft;
    if (restored === null || !this.editable()) return;
    this.written.set(restored);
    this.draft.change(restored);
  }

  protected change(written: string): void {
    this.written.set(written);
    this.draft.change(written);
  }

  protected takeTheirs(): void {
    const theirs = this.draft.conflict()?.theirs;
    this.draft.discard();
    this.written.set(theirs ?? '');
  }

  /** A newer answer was read: it is shown where nothing of one's own waits. */
  private adopt({ answer, version }: ReturnCommentView): void {
    if (version <= this.version || !['clean', 'saved'].includes(this.draft.state())) return;
    this.version = version;
    this.written.set(answer?.text ?? '');
  }

  private async save(written: string): Promise<void> {
    const text = written.trim();
    if (text === '') {
      const title = $localize`Skriv hur kommentaren har tagits om hand.`;
      throw new Problem({ status: 400, code: 'incomplete', title });
    }
    const { id, version } = { id: this.comment().id, version: this.version };
    this.take(await this.api.answerComment(this.view().id, id, { version, text }));
  }

  private async readSaved(): Promise<string> {
    return this.take(await this.followUps.read(this.view().id))?.answer?.text ?? '';
  }

  /** Takes the case as it was answered with, and from it the version of this comment. */
  private take(view: FollowUpView): ReturnCommentView | undefined {
    const { id } = this.comment();
    const comment = view.judgements.flatMap(({ comments }) => comments).find((each) => each.id === id);
    this.version = comment?.version ?? this.version;
    this.followUp.show(view);
    return comment;
  }
}
