import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  type OnInit,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { RECHECK_LIMITS, type EvidenceView, type Id, type RecheckActionView } from '@insyn/api-schema';
import {
  ACTION_STATE_LABELS,
  EVIDENCE_KIND_LABELS,
  formatDateShort,
  RECHECK_VERDICT_LABELS,
  RECHECK_VERDICTS,
  type RecheckVerdict,
} from '@insyn/domain';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { Chip } from '../../ui/chip.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { DateLongPipe } from '../../ui/dates.js';
import { Control, Field } from '../../ui/field.js';
import { keyIsTaken } from '../../ui/keyboard.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { Sign } from '../../ui/sign.js';
import { ACTION_STATE_TONES } from '../../ui/tone.js';
import { shortNumber } from '../assess/clause-groups.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { RechecksApi } from './rechecks-api.js';
import { RemedyFacts, shareText } from './remedy-facts.js';
import {
  readableVerdict,
  sentOf,
  shareFault,
  writtenOf,
  type WrittenShare,
  type WrittenVerdict,
} from './written-verdict.js';

/** One open requirement being judged at a re-check: verdict, text, counts and evidence save themselves. */
@Component({
  selector: 'app-recheck-action',
  imports: [RouterLink, Chip, ConflictNotice, Control, DateLongPipe, Field, RemedyFacts, SavedIndicator, Sign],
  templateUrl: './recheck-action.html',
  styleUrl: './recheck-action.css',
  host: { '(keydown)': 'key($event)' },
})
export class RecheckAction implements OnInit {
  private readonly api = inject(RechecksApi);
  private readonly drafts = inject(Drafts);
  private readonly owner = inject(DestroyRef);
  protected readonly followUp = inject(OpenFollowUp);
  readonly action = input.required<RecheckActionView>();
  /** The order among the requirements, from 1. */
  readonly number = input.required<number>();
  readonly editable = input.required<boolean>();
  /** Something was saved: what is missing is to be read anew. */
  readonly saved = output();

  protected readonly verdicts = RECHECK_VERDICTS;
  protected readonly words = RECHECK_VERDICT_LABELS;
  protected readonly states = ACTION_STATE_LABELS;
  protected readonly tones = ACTION_STATE_TONES;
  protected readonly longest = RECHECK_LIMITS.note;
  protected readonly share = shareText;
  protected readonly written = signal<WrittenVerdict>({
    ...{ verdict: null, note: '', before: { k: '', n: '' }, after: { k: '', n: '' } },
    ...{ evidenceIds: [], version: 0 },
  });
  protected readonly faults = computed(() => ({
    before: shareFault(this.written().before),
    after: shareFault(this.written().after),
  }));
  protected readonly numbers = computed(() =>
    this.action()
      .clauses.map(({ number }) => shortNumber(number))
      .join(', '),
  );
  protected readonly evidence = computed(() =>
    (this.followUp.view()?.evidence ?? []).filter(({ counts }) => counts).map((evidence) => this.rowOf(evidence)),
  );
  protected readonly chosen = computed(() =>
    this.evidence().filter(({ id }) => this.written().evidenceIds.includes(id)),
  );
  protected readonly savedAt = computed(() => this.draft.savedAt() ?? this.action().updatedAt);
  protected readonly refusal = computed(() => this.draft.problem()?.errors[0]?.message ?? this.draft.problem()?.title);
  protected draft!: Draft<WrittenVerdict>;
  private version = 0;
  private theirs: WrittenVerdict | null = null;

  constructor() {
    // Another's change is shown at once where nothing of one's own waits.
    effect(() => {
      const { version } = this.action();
      untracked(() => {
        if (version > this.version && ['clean', 'saved'].includes(this.draft.state())) this.adopt();
      });
    });
  }

  ngOnInit(): void {
    const page = this.followUp.id() ?? '';
    const { actionId } = this.action();
    this.draft = this.drafts.open<WrittenVerdict>(
      {
        ...{ key: `recheck/${page}/${actionId}`, page, name: $localize`prövningen av krav ${this.number()}` },
        save: (written) => this.save(written),
        readSaved: () => this.readSaved(),
      },
      this.owner,
    );
    this.adopt();
    const { restored } = this.draft;
    if (!restored || !this.editable()) return;
    this.version = restored.version;
    this.written.set(restored);
    this.draft.change(restored);
  }

  protected write(changes: Partial<WrittenVerdict>): void {
    this.written.update((written) => ({ ...written, ...changes, version: this.version }));
    this.draft.change(this.written());
  }

  protected judge(verdict: RecheckVerdict): void {
    if (verdict === this.written().verdict) return;
    this.write({ verdict });
    void this.draft.flush();
  }

  protected count(which: 'before' | 'after', part: keyof WrittenShare, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.write({ [which]: { ...this.written()[which], [part]: value } });
  }

  protected toggle(id: Id): void {
    const { evidenceIds } = this.written();
    const isChosen = evidenceIds.includes(id);
    this.write({ evidenceIds: isChosen ? evidenceIds.filter((each) => each !== id) : [...evidenceIds, id] });
  }

  protected key(event: KeyboardEvent): void {
    if (!this.editable() || event.shiftKey || keyIsTaken(event)) return;
    const verdict = RECHECK_VERDICTS[Number(event.key) - 1];
    if (!verdict) return;
    event.preventDefault();
    this.judge(verdict);
  }

  protected readonly readable = readableVerdict;

  protected takeTheirs(): void {
    this.draft.discard();
    if (this.theirs) this.written.set(this.theirs);
    this.saved.emit();
  }

  private rowOf({ id, kind, heldOn, title }: EvidenceView) {
    return { id, title, line: `${EVIDENCE_KIND_LABELS[kind]}, ${formatDateShort(heldOn)}` };
  }

  private adopt(): void {
    this.written.set(writtenOf(this.action()));
    this.version = this.action().version;
  }

  private async save(written: WrittenVerdict): Promise<void> {
    const judged = await this.api.judge(
      this.followUp.id() ?? '',
      this.action().actionId,
      sentOf(written, this.version),
    );
    this.version = judged.version;
    this.saved.emit();
  }

  private async readSaved(): Promise<WrittenVerdict> {
    const { actions } = await this.api.read(this.followUp.id() ?? '');
    const current = actions.find(({ actionId }) => actionId === this.action().actionId) ?? this.action();
    this.version = current.version;
    this.theirs = writtenOf(current);
    return this.theirs;
  }
}
