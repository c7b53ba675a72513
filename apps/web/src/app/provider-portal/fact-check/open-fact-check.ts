import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Id, PortalFactCheckView, RemarkView } from '@insyn/api-schema';
import type { RemarkPlace } from '@insyn/domain';
import { v7 } from 'uuid';
import { Drafts, type DraftState } from '../../drafts/drafts.js';
import { readStored, storageKey, store } from '../../drafts/stored-text.js';
import { readResource } from '../../http/read-resource.js';
import { Session } from '../../sign-in/session.js';
import { PortalFactChecksApi } from './portal-fact-checks-api.js';
import { RemarkDraft } from './remark-draft.js';

/** The worst of several drafts is what their page tells. */
const STATES: readonly DraftState[] = ['conflict', 'refused', 'waiting', 'saving', 'changed', 'saved', 'clean'];

/** A remark that was begun here and that the server may not have yet. */
interface Begun {
  readonly id: Id;
  readonly place: RemarkPlace;
}

/** The fact check on the page, with the remarks that are being written. Provided by the page. */
@Injectable()
export class OpenFactCheck {
  private readonly api = inject(PortalFactChecksApi);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(Session);
  private readonly owner = inject(DestroyRef);

  readonly id = signal<Id | null>(null);
  private readonly address = computed(() => (this.id() ? `/api/portal/fact-checks/${this.id()}` : undefined));
  readonly resource = readResource<PortalFactCheckView>(() => this.address());
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** The remarks that can be written, oldest first; empty once nothing can be changed. */
  readonly remarks = signal<readonly RemarkDraft[]>([]);
  /** Those that say something: what would be handed in. */
  readonly written = computed(() => this.remarks().filter((remark) => remark.text().trim() !== '' || remark.isSaved()));
  readonly state = computed((): DraftState => {
    const states = this.remarks().map(({ draft }) => draft.state());
    return STATES.find((state) => states.includes(state)) ?? 'clean';
  });
  readonly savedAt = computed((): Date | string | null => {
    const now = this.remarks().map(({ draft }) => draft.savedAt()?.toISOString() ?? '');
    const before = this.view()?.remarks.map(({ changedAt }) => changedAt) ?? [];
    return [...now, ...before].sort().at(-1) || null;
  });
  /** The receipt while it is being drawn up. */
  readonly awaitedReceipt = computed(() => {
    const receipt = this.view()?.receipt;
    return receipt && receipt.href === null ? receipt.id : null;
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

  at(place: RemarkPlace): readonly RemarkDraft[] {
    return this.remarks().filter((remark) => remark.place.kind === place.kind && remark.place.id === place.id);
  }

  /** Begins a remark on a part of the draft; the server hears of it when something is written. */
  begin(place: RemarkPlace): RemarkDraft | null {
    const view = this.view();
    if (!view) return null;
    const remark = this.open(view, { id: v7(), place }, null);
    this.remarks.update((all) => [...all, remark]);
    this.keepBegun();
    return remark;
  }

  /** Takes a remark away, also from the server where it has it. Fails with a `Problem`. */
  async remove(remark: RemarkDraft): Promise<void> {
    await remark.draft.flush();
    remark.draft.discard();
    if (remark.isSaved()) await this.api.removeRemark(this.id() ?? '', remark.id);
    this.remarks.update((all) => all.filter((each) => each !== remark));
    this.keepBegun();
  }

  /** Sends everything that is written; names what could not be saved. Remarks that say nothing are forgotten. */
  async saveAll(): Promise<string[]> {
    for (const remark of this.remarks()) {
      if (!remark.isSaved() && remark.text().trim() === '') remark.draft.discard();
    }
    return (await this.drafts.saveAll(this.id() ?? '')).unsaved;
  }

  /** The receipt as it was read anew, with nothing else changed on the page. */
  takeReceipt({ receipt }: PortalFactCheckView): void {
    this.resource.update((view) => view && { ...view, receipt });
  }

  private adopt(view: PortalFactCheckView | null): void {
    if (!view) return;
    if (!view.editable) {
      this.remarks.set([]);
      store(this.begunKey(), null);
      return;
    }
    const known = new Map(this.remarks().map((remark) => [remark.id, remark]));
    const saved = view.remarks.map((remark) => {
      const here = known.get(remark.id);
      here?.adopt(remark);
      return here ?? this.open(view, remark, remark);
    });
    const ids = new Set(saved.map(({ id }) => id));
    // What was begun and never arrived is on the page still, or in the tab's storage.
    const waiting = [...known.values()].filter(({ id, isSaved }) => !ids.has(id) && !isSaved());
    for (const { id } of waiting) ids.add(id);
    const begun = known.size > 0 ? [] : (readStored<Begun[]>(this.begunKey()) ?? []);
    const restored = begun.filter(({ id }) => !ids.has(id)).map((one) => this.open(view, one, null));
    this.remarks.set([...saved, ...waiting, ...restored.filter((remark) => remark.text() !== '')]);
  }

  private open(view: PortalFactCheckView, { id, place }: Begun, saved: RemarkView | null): RemarkDraft {
    const section = view.sections.find((one) => one.place.kind === place.kind && one.place.id === place.id);
    return new RemarkDraft(id, place, section?.heading ?? '', saved, {
      factCheckId: view.id,
      owner: this.owner,
      drafts: this.drafts,
      send: (remarkId, command) => this.api.saveRemark(view.id, remarkId, command),
      closed: () => this.reload(),
    });
  }

  /** The ids of remarks are made here, so that the tab must know them to find their texts after a reload. */
  private keepBegun(): void {
    store(
      this.begunKey(),
      this.remarks().map(({ id, place }) => ({ id, place })),
    );
  }

  private begunKey(): string {
    return storageKey(this.session.view()?.account.id ?? null, `remarks/${this.id() ?? ''}`);
  }
}
