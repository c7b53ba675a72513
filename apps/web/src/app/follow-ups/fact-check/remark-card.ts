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
import type { FactCheckView, RemarkView } from '@insyn/api-schema';
import { FACT_CHECK_LIMITS, REMARK_OUTCOME_LABELS, REMARK_OUTCOMES, type RemarkOutcome } from '@insyn/domain';
import { type Draft, Drafts } from '../../drafts/drafts.js';
import { DraftParts } from '../../fact-checks/draft-parts.js';
import { FactChecksApi } from '../../fact-checks/fact-checks-api.js';
import { RemarkAnswer } from '../../fact-checks/remark-answer.js';
import { RemarkFiles } from '../../fact-checks/remark-files.js';
import { Problem } from '../../http/problem.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { placeLink } from '../place-link.js';
import { OpenFactChecks } from './open-fact-checks.js';

interface Written {
  outcome: RemarkOutcome | null;
  text: string;
}

/** One remark beside what it is about, and the answer to it, which saves itself. */
@Component({
  selector: 'app-remark-card',
  imports: [ConflictNotice, Control, DraftParts, Field, RemarkAnswer, RemarkFiles, RouterLink, SavedIndicator],
  template: `
    <article class="card padded" [attr.aria-labelledby]="'remark-' + remark().id">
      <div class="beside">
        <div class="stack">
          <h4 [id]="'remark-' + remark().id">{{ remark().heading }}</h4>
          <p class="pre prose">{{ remark().text }}</p>
          @if (remark().files.length > 0) {
            <app-remark-files [files]="remark().files" />
          }
          <p class="small muted">{{ remark().changedBy }}</p>
        </div>
        <div class="stack">
          @if (section(); as section) {
            <details [open]="editable()">
              <summary i18n>Så står det i utkastet</summary>
              <app-draft-parts [parts]="section.parts" />
            </details>
          }
          @if (editable() && link(); as to) {
            <p>
              <a [routerLink]="to.path" [queryParams]="to.query" [fragment]="to.fragment" i18n
                >Ändra texten i ärendet</a
              >
            </p>
          }
        </div>
      </div>
      @if (editable()) {
        <div class="stack answer">
          <fieldset>
            <legend i18n>Svar till utföraren</legend>
            <div class="row">
              @for (outcome of outcomes; track outcome) {
                <label class="choice"
                  ><input
                    type="radio"
                    [name]="'outcome-' + remark().id"
                    [value]="outcome"
                    [checked]="written().outcome === outcome"
                    (change)="change({ outcome })"
                  />
                  <span>{{ outcomeLabels[outcome] }}</span></label
                >
              }
            </div>
          </fieldset>
          <app-field
            [label]="textLabel()"
            i18n-hint
            hint="Läses av utföraren när bedömningen har skickats för beslut"
            [fieldId]="'answer-' + remark().id"
            [error]="fault()"
          >
            <textarea
              appControl
              [attr.maxlength]="longest"
              [value]="written().text"
              (input)="change({ text: $any($event.target).value })"
            ></textarea>
          </app-field>
          @if (draft.conflict(); as conflict) {
            <app-conflict-notice
              [mine]="readable(conflict.mine)"
              [theirs]="conflict.theirs ? readable(conflict.theirs) : ''"
              (keepMine)="draft.keepMine()"
              (takeTheirs)="takeTheirs()"
            />
          } @else {
            <app-saved-indicator
              [state]="draft.state()"
              [savedAt]="draft.savedAt() ?? remark().answer?.answeredAt ?? null"
            />
          }
        </div>
      } @else {
        @if (remark().answer; as answer) {
          <app-remark-answer [answer]="answer" />
        }
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--s4);
    }
    h4 {
      margin: 0;
      font-size: 16px;
    }
    .beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s5);
    }
    app-field {
      max-width: 760px;
    }
    .answer {
      border-top: 1px solid var(--line);
      padding-top: var(--s4);
    }
    .pre {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    summary {
      min-height: 44px;
      padding-block: 10px;
      color: var(--pine);
      font-weight: 600;
      cursor: pointer;
    }
    @media (max-width: 760px) {
      .beside {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class RemarkCard implements OnInit {
  private readonly api = inject(FactChecksApi);
  private readonly drafts = inject(Drafts);
  private readonly owner = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly followUp = inject(OpenFollowUp);
  private readonly factChecks = inject(OpenFactChecks);
  readonly factCheck = input.required<FactCheckView>();
  readonly remark = input.required<RemarkView>();
  readonly editable = input(false);

  protected readonly outcomes = REMARK_OUTCOMES;
  protected readonly outcomeLabels = REMARK_OUTCOME_LABELS;
  protected readonly longest = FACT_CHECK_LIMITS.answer;
  protected readonly written = signal<Written>({ outcome: null, text: '' });
  protected draft!: Draft<Written>;
  /** The version that the next save names. */
  private version: number | null = null;
  protected readonly section = computed(() =>
    this.factCheck().sections.find(
      ({ place }) => place.kind === this.remark().place.kind && place.id === this.remark().place.id,
    ),
  );
  protected readonly link = computed(() => {
    const { kind, id } = this.remark().place;
    const { followUpId } = this.factCheck();
    if (kind === 'clause') return placeLink(followUpId, { kind: 'clause', id });
    if (id === 'actions') return placeLink(followUpId, { kind: 'action' });
    if (id === 'basis' || id === 'samples') return placeLink(followUpId, { kind: 'evidence' });
    if (id === 'findings') return placeLink(followUpId, { kind: 'finding' });
    const text = id === 'overview' ? 'summary' : id;
    return id === 'facts' ? null : placeLink(followUpId, { kind: 'report-text', id: text });
  });
  protected readonly textLabel = computed(() => {
    switch (this.written().outcome) {
      case 'accepted':
        return $localize`Vad har ändrats?`;
      case 'not-accepted':
        return $localize`Varför ändras inget?`;
      default:
        return $localize`Vad har ändrats, eller varför inte?`;
    }
  });
  /** What is not saved, and why; nothing while one has not begun. */
  protected readonly fault = computed(() => {
    if (this.draft.state() !== 'refused') return null;
    return this.draft.problem()?.errors[0]?.message ?? this.draft.problem()?.title ?? null;
  });

  ngOnInit(): void {
    const { id, heading } = this.remark();
    this.draft = this.drafts.open<Written>(
      {
        key: `remark-answer/${id}`,
        page: this.factCheck().followUpId,
        name: $localize`svaret på synpunkten om ${heading}`,
        save: (written) => this.save(written),
        readSaved: () => this.readSaved(),
      },
      this.owner,
    );
    effect(
      () => {
        const { answer } = this.remark();
        untracked(() => this.adopt(answer));
      },
      { injector: this.injector },
    );
    const { restored } = this.draft;
    if (!restored || !this.editable()) return;
    this.written.set(restored);
    this.draft.change(restored);
  }

  protected change(changes: Partial<Written>): void {
    this.written.update((written) => ({ ...written, ...changes }));
    this.draft.change(this.written());
  }

  protected takeTheirs(): void {
    const theirs = this.draft.conflict()?.theirs;
    this.draft.discard();
    if (theirs) this.written.set(theirs);
  }

  protected readable({ outcome, text }: Written): string {
    return [outcome ? REMARK_OUTCOME_LABELS[outcome] : '', text].filter(Boolean).join('\n\n');
  }

  /** A newer answer was read: it is shown where nothing of one's own waits. */
  private adopt(answer: RemarkView['answer']): void {
    if (!answer || answer.version <= (this.version ?? 0)) return;
    if (!['clean', 'saved'].includes(this.draft.state())) return;
    this.version = answer.version;
    this.written.set({ outcome: answer.outcome, text: answer.text });
  }

  private async save({ outcome, text }: Written): Promise<void> {
    if (outcome === null || text.trim() === '') {
      const title = $localize`Välj om synpunkten godtas, och skriv svaret.`;
      throw new Problem({ status: 400, code: 'incomplete', title });
    }
    const saved = await this.api.answer(this.remark().id, { version: this.version, outcome, text: text.trim() });
    this.version = saved.version;
    this.factChecks.reload();
  }

  private async readSaved(): Promise<Written> {
    const list = await this.api.list(this.followUp.id() ?? '');
    const remarks = list.flatMap((factCheck) => factCheck.remarks);
    const answer = remarks.find(({ id }) => id === this.remark().id)?.answer;
    this.version = answer?.version ?? null;
    return { outcome: answer?.outcome ?? null, text: answer?.text ?? '' };
  }
}
