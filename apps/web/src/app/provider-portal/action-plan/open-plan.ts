import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Id, PlanFileView, PlanItemView, PortalPlanView } from '@insyn/api-schema';
import { planGaps, type PlanGap } from '@insyn/domain';
import { Drafts, type DraftState } from '../../drafts/drafts.js';
import { readResource } from '../../http/read-resource.js';
import { Session } from '../../sign-in/session.js';
import { ItemDraft } from './item-draft.js';
import { PortalPlansApi } from './portal-plans-api.js';

/** The worst of several drafts is what their page tells. */
const STATES: readonly DraftState[] = ['conflict', 'refused', 'waiting', 'saving', 'changed', 'saved', 'clean'];

/** The action plan on the page, with what is being written in it. Provided by the page. */
@Injectable()
export class OpenPlan {
  private readonly api = inject(PortalPlansApi);
  private readonly drafts = inject(Drafts);
  private readonly today = inject(Session).today;
  private readonly owner = inject(DestroyRef);

  readonly id = signal<Id | null>(null);
  readonly resource = readResource<PortalPlanView>(() =>
    this.id() ? `/api/portal/action-plans/${this.id()}` : undefined,
  );
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** What can be written on now, by action. */
  readonly sheet = signal<ReadonlyMap<Id, ItemDraft>>(new Map());
  /** R13: exactly what stops the plan from being handed in, with what is typed but cannot be read. */
  readonly gaps = computed((): PlanGap[] => {
    const view = this.view();
    if (!view?.offers.includes('submit')) return [];
    const items = view.items.map((item) => this.sheet().get(item.actionId)?.item() ?? item);
    const waiting = view.demand.requirements.filter(({ actionId }) => view.waitingIds.includes(actionId));
    const unreadable = waiting.flatMap(({ actionId, number }) =>
      (['before', 'target'] as const).flatMap((field): PlanGap[] => {
        const fault = this.sheet().get(actionId)?.unreadable()[field];
        return fault
          ? [{ actionId, field: `effect.${field}`, message: [$localize`Krav ${number}`, fault].join(': ') }]
          : [];
      }),
    );
    return [...planGaps(items, waiting, this.today() ?? view.sentOn), ...unreadable];
  });
  readonly state = computed((): DraftState => {
    const states = [...this.sheet().values()].map(({ draft }) => draft.state());
    return STATES.find((state) => states.includes(state)) ?? 'clean';
  });
  readonly savedAt = computed((): Date | string | null => {
    const now = [...this.sheet().values()].map(({ draft }) => draft.savedAt()?.toISOString() ?? '');
    const before = this.view()?.items.map(({ changedAt }) => changedAt ?? '') ?? [];
    return [...now, ...before].sort().at(-1) || null;
  });
  /** The document of the last round while it is being drawn up. */
  readonly awaited = computed(() => {
    const document = this.view()?.rounds.at(-1)?.document;
    return document && document.href === null ? document.id : null;
  });

  constructor() {
    effect(() => {
      const view = this.view();
      untracked(() => this.adopt(view));
    });
  }

  reload(): void {
    this.resource.reload();
  }

  /** Sends everything that is written; names what could not be saved. */
  async saveAll(): Promise<string[]> {
    const id = this.id();
    return id ? (await this.drafts.saveAll(id)).unsaved : [];
  }

  addFile(file: PlanFileView): void {
    const list = file.forReport ? 'reportFiles' : 'files';
    this.resource.update((view) => view && { ...view, [list]: [...view[list], file] });
  }

  removeFile(id: Id): void {
    const without = (files: PlanFileView[]) => files.filter((file) => file.id !== id);
    this.resource.update(
      (view) => view && { ...view, files: without(view.files), reportFiles: without(view.reportFiles) },
    );
  }

  /** The rounds as they were read anew, with nothing else changed on the page. */
  takeRounds({ rounds }: PortalPlanView): void {
    this.resource.update((view) => view && { ...view, rounds });
  }

  private adopt(view: PortalPlanView | null): void {
    if (!view) return;
    const sheet = new Map<Id, ItemDraft>();
    const opened: ItemDraft[] = [];
    for (const item of view.items) {
      if (!view.editableIds.includes(item.actionId)) continue;
      const known = this.sheet().get(item.actionId);
      known?.adopt(item);
      const draft = known ?? this.open(view, item);
      if (!known) opened.push(draft);
      sheet.set(item.actionId, draft);
    }
    this.sheet.set(sheet);
    for (const draft of opened) draft.sendRestored();
  }

  private open(view: PortalPlanView, item: PlanItemView): ItemDraft {
    const { requirements, recommendations } = view.demand;
    const actions = item.kind === 'requirement' ? requirements : recommendations;
    const number = actions.find(({ actionId }) => actionId === item.actionId)?.number ?? 0;
    return new ItemDraft(item, {
      planId: view.id,
      owner: this.owner,
      drafts: this.drafts,
      name: item.kind === 'requirement' ? $localize`krav ${number}` : $localize`rekommendation ${number}`,
      send: (command) => this.api.save(view.id, item.actionId, command),
      closed: () => this.reload(),
    });
  }
}
