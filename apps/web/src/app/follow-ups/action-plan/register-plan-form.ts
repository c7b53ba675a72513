import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import type { ActionPlanView, DemandedActionView, IncomingPlanFile } from '@insyn/api-schema';
import {
  type ActionKind,
  emptyPlanItem,
  INCOMING_CHANNEL_LABELS,
  INCOMING_CHANNELS,
  type IncomingChannel,
  planGaps,
} from '@insyn/domain';
import { ActionPlansApi } from '../../action-plans/action-plans-api.js';
import { PlanItemForm } from '../../action-plans/plan-item-form.js';
import { clausesOf, planControlId } from '../../action-plans/plan-words.js';
import { itemOf, readShare, writtenIn, type WrittenItem } from '../../action-plans/written-item.js';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { type Problem, toProblem } from '../../http/problem.js';
import { AnswerFiles } from '../../questions/answer-files.js';
import { fileFault } from '../../questions/answer-upload.js';
import type { FileSending } from '../../questions/file-sending.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { OpenPlans } from './open-plans.js';

interface Written {
  readonly channel: IncomingChannel;
  readonly arrivedOn: string;
  readonly file: IncomingPlanFile | null;
  readonly items: Readonly<Record<string, WrittenItem>>;
}

/** The officer enters a plan that came on paper or by e-mail: the document first, then what it says of each requirement. */
@Component({
  selector: 'app-register-plan-form',
  imports: [AnswerFiles, Control, ErrorSummary, Field, PlanItemForm],
  templateUrl: './register-plan-form.html',
  styleUrl: './register-plan-form.css',
})
export class RegisterPlanForm implements OnInit {
  private readonly api = inject(ActionPlansApi);
  private readonly plans = inject(OpenPlans);
  private readonly confirm = inject(Confirm);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today;
  readonly plan = input.required<ActionPlanView>();
  readonly done = output();

  protected readonly channels = INCOMING_CHANNELS;
  protected readonly channelLabels = INCOMING_CHANNEL_LABELS;
  protected readonly clausesOf = clausesOf;
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly uploads = signal<readonly FileSending[]>([]);
  private readonly refused = signal<readonly SummaryItem[]>([]);
  protected readonly model = signal<Written>({ channel: 'paper', arrivedOn: '', file: null, items: {} });
  private kept!: KeptForm<unknown>;

  protected readonly requirements = computed(() => {
    const { demand, waitingIds } = this.plan();
    return demand.requirements.filter(({ actionId }) => waitingIds.includes(actionId));
  });
  protected readonly files = computed(() => {
    const { file } = this.model();
    return file ? [{ ...file, href: `/api/action-plan-files/${file.id}` }] : [];
  });
  protected readonly dayFault = computed(() => {
    const { arrivedOn } = this.model();
    if (arrivedOn === '') return $localize`Ange vilken dag planen kom.`;
    return arrivedOn > (this.today() ?? arrivedOn) ? $localize`Planen kan inte ha kommit efter i dag.` : null;
  });
  protected readonly fileMissing = computed(() =>
    this.model().file ? null : $localize`Lägg till den inkomna handlingen.`,
  );
  protected readonly problems = computed((): SummaryItem[] => {
    if (!this.tried()) return [];
    const day = this.dayFault();
    const file = this.fileMissing();
    return [
      ...(day ? [{ message: day, id: 'inkom-dag' }] : []),
      ...(file ? [{ message: file, id: 'inkom-fil' }] : []),
      ...this.gaps(),
      ...this.refused(),
    ];
  });
  /** R13, with what is typed and cannot be read. */
  private readonly gaps = computed((): SummaryItem[] => {
    const items = this.requirements().map((action) => this.item(action, 'requirement'));
    const gaps = planGaps(items, this.requirements(), this.today() ?? '');
    const unreadable = this.requirements().flatMap((action) =>
      Object.entries(this.unreadable(action)).flatMap(([field, fault]) =>
        fault ? [{ actionId: action.actionId, field: `effect.${field}`, message: this.named(action, fault) }] : [],
      ),
    );
    return [...gaps, ...unreadable].map(({ actionId, field, message }) => ({
      message,
      id: planControlId(actionId, field),
    }));
  });

  ngOnInit(): void {
    const key = `register-plan/${this.plan().id}/${this.plan().rounds.length}`;
    this.kept = this.injector.get(Drafts).keepForm(this.model, { key }, this.injector);
  }

  /** What is written of an action; of a plan that was returned it begins with what was handed in before. */
  protected written({ actionId }: DemandedActionView, kind: ActionKind = 'requirement'): WrittenItem {
    const before = this.plan()
      .rounds.at(-1)
      ?.items.find((item) => item.actionId === actionId);
    const unsaved = { changedBy: null, changedAt: null, version: null };
    return this.model().items[actionId] ?? writtenIn({ ...(before ?? emptyPlanItem(actionId, kind)), ...unsaved });
  }

  protected unreadable(action: DemandedActionView): { before: string | null; target: string | null } {
    const { before, target } = this.written(action);
    return { before: readShare(before).fault, target: readShare(target).fault };
  }

  protected write(action: DemandedActionView, kind: ActionKind, changes: Partial<WrittenItem>): void {
    const written = { ...this.written(action, kind), ...changes };
    this.model.update((model) => ({ ...model, items: { ...model.items, [action.actionId]: written } }));
  }

  protected set(changes: Partial<Written>): void {
    this.model.update((model) => ({ ...model, ...changes }));
  }

  protected async addFile([file]: readonly File[]): Promise<void> {
    if (!file) return;
    const tell = (error: string | null) => this.uploads.set([{ name: file.name, percent: 0, error }]);
    const wrong = fileFault(file);
    tell(wrong);
    if (wrong) return;
    try {
      this.set({ file: await this.api.addIncomingFile(this.plan().id, file) });
      this.uploads.set([]);
    } catch (error) {
      tell(toProblem(error).title);
    }
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.refused.set([]);
    const { file } = this.model();
    if (this.problems().length > 0 || !file || this.busy()) return;
    const sure = await this.confirm.ask({
      heading: $localize`Registrera planen?`,
      text: $localize`Den blir utförarens plan, registreras som inkommen handling och förseglas. Utföraren får ett mejl och kan läsa den i portalen.`,
      confirm: $localize`Registrera`,
    });
    if (!sure) return;
    this.busy.set(true);
    try {
      await this.register(file.id, null);
    } finally {
      this.busy.set(false);
    }
  }

  /** What the provider is writing meanwhile is replaced only when the officer says so, of what was last written. */
  private async register(fileId: string, replacesDraftOf: string | null): Promise<void> {
    const { channel, arrivedOn } = this.model();
    const { demand } = this.plan();
    const items = [
      ...this.requirements().map((action) => this.item(action, 'requirement')),
      ...demand.recommendations.map((action) => this.item(action, 'recommendation')),
    ].map(({ kind: _kind, ...item }) => item);
    const command = { channel, arrivedOn, fileId, items, replacesDraftOf };
    try {
      const receipt = $localize`Planen är registrerad`;
      await this.kept.send(() => this.plans.carryOut(() => this.api.register(this.plan().id, command), receipt));
      this.done.emit();
    } catch (error) {
      await this.tellRefusal(toProblem(error), fileId);
    }
  }

  private async tellRefusal(problem: Problem, fileId: string): Promise<void> {
    const changedAt = problem.body['changedAt'];
    if (problem.code !== 'plan-being-written' || typeof changedAt !== 'string') {
      const errors = problem.errors.map(({ message }) => ({ message }));
      this.refused.set(errors.length > 0 ? errors : [{ message: problem.title }]);
      return;
    }
    const sure = await this.confirm.ask({
      heading: $localize`Utföraren skriver i portalen`,
      text: problem.title,
      confirm: $localize`Ersätt det som står i portalen`,
      tone: 'danger',
    });
    if (sure) return this.register(fileId, changedAt);
  }

  private item(action: DemandedActionView, kind: ActionKind) {
    return itemOf({ actionId: action.actionId, kind }, this.written(action, kind));
  }

  private named({ number }: DemandedActionView, fault: string): string {
    return [$localize`Krav ${number}`, fault].join(': ');
  }
}
