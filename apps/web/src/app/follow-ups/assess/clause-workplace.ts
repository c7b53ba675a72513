import { Component, computed, DestroyRef, effect, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { FOLLOW_UP_LIMITS, type FollowUpView, type Id, type ScopeClauseView } from '@insyn/api-schema';
import { VERDICT_LABELS, type Verdict } from '@insyn/domain';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { Chip } from '../../ui/chip.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { VerdictPicker } from '../../ui/verdict-picker.js';
import { PlaceComments } from '../decision/place-comments.js';
import { LawNotes } from '../follow-up-page/law-notes.js';
import { MissingCard } from '../follow-up-page/missing-card.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { shortNumber } from './clause-groups.js';
import { ClauseFindings } from './clause-findings.js';
import { EvidencePane } from './evidence-pane.js';
import { JointClauses } from './joint-clauses.js';

/** What is being written about a clause; `version` is the one it was written on. */
interface Written {
  clauseIds: Id[];
  verdict: Verdict | null;
  text: string;
  evidenceIds: Id[];
  version: number | null;
}

/** One clause being assessed: verdict, text and evidence save themselves. Made anew for each clause. */
@Component({
  selector: 'app-clause-workplace',
  imports: [
    Chip,
    ConflictNotice,
    Control,
    Field,
    SavedIndicator,
    VerdictPicker,
    MissingCard,
    LawNotes,
    PlaceComments,
    ClauseFindings,
    EvidencePane,
    JointClauses,
  ],
  templateUrl: './clause-workplace.html',
  styleUrl: './clause-workplace.css',
})
export class ClauseWorkplace implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly followUp = inject(OpenFollowUp);
  private readonly owner = inject(DestroyRef);
  readonly view = input.required<FollowUpView>();
  readonly clause = input.required<ScopeClauseView>();

  protected readonly longest = FOLLOW_UP_LIMITS.assessmentText;
  protected readonly findingAsked = signal(false);
  protected readonly dragging = signal(false);
  protected readonly number = computed(() => shortNumber(this.clause().number));
  /** What stands here that a comment of the manager can be about: the clause, its findings and what they lead to. */
  protected readonly places = computed(() => {
    const { findings, actions } = this.view();
    const id = this.clause().id;
    const found = findings.filter(({ clauseIds }) => clauseIds.includes(id)).map((finding) => finding.id);
    const demanded = actions.filter(
      ({ clauseIds, findingIds }) => clauseIds.includes(id) || findingIds.some((each) => found.includes(each)),
    );
    return [id, ...found, ...demanded.map((action) => action.id)];
  });
  protected readonly saved = computed(() => this.savedIn(this.view()));
  protected readonly written = signal<Written>({
    clauseIds: [],
    verdict: null,
    text: '',
    evidenceIds: [],
    version: null,
  });
  protected readonly savedAt = computed(() => this.draft.savedAt() ?? this.saved()?.updatedAt ?? null);
  protected readonly refusal = computed(() => this.draft.problem()?.errors[0]?.message ?? this.draft.problem()?.title);
  protected draft!: Draft<Written>;
  private version: number | null = null;

  constructor() {
    // Another's change is shown at once where nothing of one's own waits.
    effect(() => {
      const saved = this.saved();
      untracked(() => {
        if (!saved || saved.version <= (this.version ?? 0) || !['clean', 'saved'].includes(this.draft.state())) return;
        this.adopt(this.view());
      });
    });
  }

  ngOnInit(): void {
    this.draft = this.drafts.open<Written>(
      {
        key: `assessment/${this.view().id}/${this.clause().id}`,
        page: this.view().id,
        name: $localize`bedömningen av ${this.number()}`,
        save: (written) => this.save(written),
        readSaved: () => this.readSaved(),
      },
      this.owner,
    );
    this.adopt(this.view());
    const { restored } = this.draft;
    if (!restored || !this.view().editable) return;
    this.version = restored.version;
    this.written.set(restored);
    this.draft.change(restored);
  }

  beginFinding(): void {
    if (this.view().editable) this.findingAsked.set(true);
  }

  protected write(changes: Partial<Written>): void {
    this.written.update((written) => ({ ...written, ...changes, version: this.version }));
    this.draft.change(this.written());
  }

  protected judge(verdict: Verdict | null): void {
    if (verdict === this.written().verdict) return;
    this.write({ verdict });
    void this.draft.flush();
  }

  protected toggleEvidence(id: Id): void {
    const { evidenceIds } = this.written();
    this.write({
      evidenceIds: evidenceIds.includes(id) ? evidenceIds.filter((each) => each !== id) : [...evidenceIds, id],
    });
  }

  protected over(event: DragEvent): void {
    if (!this.view().editable) return;
    event.preventDefault();
    this.dragging.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.dragging.set(false);
    const id = event.dataTransfer?.getData('text/plain') ?? '';
    const known = this.view().evidence.some((evidence) => evidence.id === id);
    if (known && this.view().editable && !this.written().evidenceIds.includes(id)) this.toggleEvidence(id);
  }

  protected takeTheirs(): void {
    this.draft.discard();
    this.followUp.reload();
    const theirs = this.theirs;
    if (theirs) this.written.set(theirs);
  }

  protected readable({ verdict, text }: Written): string {
    return [verdict ? VERDICT_LABELS[verdict] : $localize`Inte bedömd`, text].filter(Boolean).join('\n\n');
  }

  private theirs: Written | null = null;

  private savedIn(view: FollowUpView) {
    return view.assessments.find(({ clauseIds }) => clauseIds.includes(this.clause().id)) ?? null;
  }

  /** The clause at hand leads: its version is the one that is named when it is saved. */
  private writtenIn(view: FollowUpView): Written {
    const saved = this.savedIn(view);
    const own = this.clause().id;
    return {
      clauseIds: [own, ...(saved?.clauseIds.filter((id) => id !== own) ?? [])],
      verdict: saved?.verdict ?? null,
      text: saved?.text ?? '',
      evidenceIds: saved?.evidenceIds ?? [],
      version: saved?.version ?? null,
    };
  }

  private adopt(view: FollowUpView): void {
    const written = this.writtenIn(view);
    this.version = written.version;
    this.written.set(written);
  }

  private async save(written: Written): Promise<void> {
    const saved = await this.api.assess(this.view().id, { ...written, version: this.version });
    this.version = saved.version;
    this.followUp.reload();
  }

  private async readSaved(): Promise<Written> {
    this.theirs = this.writtenIn(await this.api.read(this.view().id));
    this.version = this.theirs.version;
    return this.theirs;
  }
}
