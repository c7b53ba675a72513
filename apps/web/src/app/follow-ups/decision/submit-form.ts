import { Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { FOLLOW_UP_LIMITS, type BlockerView, type FollowUpView } from '@insyn/api-schema';
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import type { Problem } from '../../http/problem.js';
import { Chip } from '../../ui/chip.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { Sign } from '../../ui/sign.js';
import { OUTCOME_TONES } from '../../ui/tone.js';
import { BlockerList } from '../follow-up-page/blocker-list.js';
import { FollowUpsApi, judgementProposal } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { PlanChoice, type PlanWish } from '../recheck/plan-choice.js';

interface Written {
  outcome: Outcome | null;
  text: string;
  departureReason: string;
  noFactCheckReason: string;
  /** Why something carries no requirement, by the kind and id of its place. */
  unmetReasons: Record<string, string>;
  /** Of a re-check: what is to become of the plan for what remains. */
  plan: PlanWish;
}

const NOTHING: Written = {
  ...{ outcome: null, text: '', departureReason: '', noFactCheckReason: '', unmetReasons: {} },
  plan: { demanded: true, reason: '' },
};

/** The proposed judgement (R9): the rule's proposal with its grounds, the officer's choice and reasons, and what is missing. */
@Component({
  selector: 'app-submit-form',
  imports: [Field, Control, ErrorSummary, Chip, Sign, BlockerList, PlanChoice],
  templateUrl: './submit-form.html',
  styleUrl: './submit-form.css',
})
export class SubmitForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  protected readonly followUp = inject(OpenFollowUp);
  readonly view = input.required<FollowUpView>();

  protected readonly outcomes = OUTCOMES;
  protected readonly words = OUTCOME_LABELS;
  protected readonly tones = OUTCOME_TONES;
  protected readonly limits = FOLLOW_UP_LIMITS;
  protected readonly written = signal<Written>(NOTHING);
  protected readonly tried = signal(false);
  private readonly refusal = signal<Problem | null>(null);
  private kept!: KeptForm<Written>;

  protected readonly proposal = judgementProposal(() => {
    const { id, contentVersion } = this.view();
    return { id, contentVersion };
  });
  protected readonly proposed = computed(() => (this.proposal.hasValue() ? this.proposal.value() : null));
  protected readonly departs = computed(() => {
    const [{ outcome }, proposed] = [this.written(), this.proposed()];
    return outcome !== null && proposed !== null && outcome !== proposed.outcome;
  });
  /** What a requirement or a reason written here settles. */
  protected readonly unmet = computed(() =>
    (this.proposed()?.blockers ?? []).filter(
      ({ place }) => place.id && (place.kind === 'clause' || place.kind === 'finding'),
    ),
  );
  /** What has to be mended elsewhere first. */
  protected readonly blockers = computed((): BlockerView[] => {
    const here = new Set(this.unmet().map(keyOf));
    const offered = this.view().offers.find(({ name }) => name === 'submit')?.blockers ?? [];
    const settledHere = (blocker: BlockerView) => SETTLED_HERE.includes(blocker.code) && here.has(keyOf(blocker));
    return offered.filter((blocker) => blocker.place.kind !== 'judgement' && !settledHere(blocker));
  });
  protected readonly needsFactCheckReason = computed(() => {
    const { state, factChecked } = this.view();
    return state === 'assessing' && !factChecked;
  });

  /** How many requirements the re-check has found to remain: they are to be planned anew, or it is said why not. */
  protected readonly remaining = computed(() => this.proposed()?.remaining ?? 0);
  protected readonly waivesPlan = computed(() => this.remaining() > 0 && !this.written().plan.demanded);

  protected readonly errors = computed(() => {
    const written = this.written();
    const errors: Partial<Record<string, string>> = {};
    if (!this.tried()) return errors;
    if (!written.outcome) errors['outcome'] = $localize`Välj en samlad bedömning.`;
    if (!written.text.trim()) errors['text'] = $localize`Skriv vad bedömningen grundar sig på.`;
    if (this.departs() && !written.departureReason.trim())
      errors['departure'] = $localize`Skriv varför bedömningen avviker från förslaget.`;
    if (this.needsFactCheckReason() && !written.noFactCheckReason.trim()) {
      errors['fact-check'] = $localize`Skriv varför ingen faktakontroll har gjorts.`;
    }
    if (this.waivesPlan() && !written.plan.reason.trim()) {
      errors['plan'] = $localize`Skriv varför ingen ny plan begärs.`;
    }
    for (const blocker of this.unmet()) {
      if (!written.unmetReasons[keyOf(blocker)]?.trim())
        errors[keyOf(blocker)] = $localize`Ställ ett krav, eller skriv varför inget krav ställs.`;
    }
    return errors;
  });
  protected readonly problems = computed((): SummaryItem[] => {
    const errors = Object.entries(this.errors()).map(([field, message]) => ({
      message: message ?? '',
      id: `submit-${field}`,
    }));
    const refusal = this.refusal();
    if (!refusal) return errors;
    return [
      ...errors,
      { message: refusal.title },
      ...refusal.errors.map(({ message }) => ({ message })),
      ...refusal.blockers.map(({ message }) => ({ message })),
    ];
  });

  /** The words are kept in the browser until they are sent; nothing goes to the server before that. */
  ngOnInit(): void {
    const last = this.view().judgements.at(-1);
    if (last) {
      const unmetReasons = Object.fromEntries(
        last.unmetReasons.map(({ kind, id, reason }) => [`${kind}-${id}`, reason]),
      );
      const noFactCheckReason = this.view().noFactCheckReason ?? '';
      const { outcome, text, departureReason, noPlanReason } = last;
      const plan = { demanded: !noPlanReason, reason: noPlanReason ?? '' };
      this.written.set({
        outcome,
        text,
        departureReason: departureReason ?? '',
        noFactCheckReason,
        unmetReasons,
        plan,
      });
    }
    this.kept = this.drafts.keepForm(this.written, { key: `judgement/${this.view().id}` }, this.injector);
  }

  protected readonly keyOf = keyOf;

  protected write(changes: Partial<Written>): void {
    this.refusal.set(null);
    this.written.update((written) => ({ ...written, ...changes }));
  }

  protected writeReason(key: string, reason: string): void {
    this.write({ unmetReasons: { ...this.written().unmetReasons, [key]: reason } });
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    const { outcome, text, departureReason, noFactCheckReason, unmetReasons, plan } = this.written();
    if (!outcome || Object.keys(this.errors()).length > 0 || this.blockers().length > 0) return this.showWhatStops();
    const reasons = this.unmet().map(({ place }) => ({
      kind: place.kind as 'clause' | 'finding',
      id: place.id ?? '',
      reason: (unmetReasons[`${place.kind}-${place.id}`] ?? '').trim(),
    }));
    const problem = await this.followUp.attempt(
      async () => {
        const { id, contentVersion } = await this.followUp.savedView();
        return this.api.submit(id, {
          contentVersion,
          outcome,
          text: text.trim(),
          unmetReasons: reasons,
          ...(this.departs() ? { departureReason: departureReason.trim() } : {}),
          ...(this.needsFactCheckReason() ? { noFactCheckReason: noFactCheckReason.trim() } : {}),
          ...(this.waivesPlan() ? { noPlanReason: plan.reason.trim() } : {}),
        });
      },
      $localize`Bedömningen är skickad för beslut`,
    );
    if (!problem) return this.kept.forget();
    this.refusal.set(problem);
    this.showWhatStops();
  }

  private showWhatStops(): void {
    setTimeout(() => document.querySelector<HTMLElement>('#submit-form .summary, #submit-blockers')?.focus());
  }
}

const SETTLED_HERE = ['serious-deficiency-without-requirement', 'critical-clause-without-requirement'];

function keyOf({ place }: BlockerView): string {
  return `${place.kind}-${place.id}`;
}
