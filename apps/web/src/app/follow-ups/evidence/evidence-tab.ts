import { Component, computed, inject, type OnInit, signal } from '@angular/core';
import type { EvidenceView, Id } from '@insyn/api-schema';
import { Drafts } from '../../drafts/drafts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Attachments } from './attachments.js';
import { EvidenceCard } from './evidence-card.js';
import { evidenceKey } from './evidence-key.js';
import { EvidenceForm } from './evidence-form.js';
import { MeetingForm } from './meeting-form.js';
import { ReviewForm } from './review-form.js';

type Writing = { kind: 'meeting' | 'review' | 'other'; evidenceId: Id | null };

/** All that was gathered, newest first, and the forms that add to it. */
@Component({
  selector: 'app-evidence-tab',
  imports: [EvidenceCard, EvidenceForm, MeetingForm, ReviewForm, EmptyState, Attachments],
  template: `
    @if (followUp.view(); as view) {
      <div class="stack wide">
        @if (view.editable && !writing()) {
          <div class="buttons">
            <button type="button" (click)="add('meeting')" i18n>Lägg till möte</button>
            <button type="button" (click)="add('review')" i18n>Lägg till granskning</button>
            <button type="button" (click)="add('other')" i18n>Lägg till annat underlag</button>
          </div>
        }
        @if (writing(); as now) {
          <section class="card padded">
            @switch (now.kind) {
              @case ('meeting') {
                <app-meeting-form [meeting]="evidenceOf(now.evidenceId)" (done)="writing.set(null)" />
              }
              @case ('review') {
                <app-review-form (done)="writing.set(null)" />
              }
              @default {
                <app-evidence-form [evidence]="evidenceOf(now.evidenceId)" (done)="writing.set(null)" />
              }
            }
          </section>
        }
        @for (evidence of sorted(); track evidence.id) {
          <app-evidence-card [evidence]="evidence" [editable]="view.editable" (edit)="edit(evidence)" />
        } @empty {
          @if (!writing()) {
            <app-empty-state
              class="card"
              i18n-heading
              heading="Inget underlag än"
              i18n-text
              text="Här samlas möten med deltagare från båda sidor, granskningar av akter med stickprov, handlingar och observationer. Varje brist behöver minst ett underlag."
            />
          }
        }
        <section class="card padded stack">
          <h2 i18n>Filer som hör till hela ärendet</h2>
          <app-attachments [attachments]="view.attachments" [evidenceId]="null" [editable]="view.editable" />
        </section>
      </div>
    }
  `,
})
export class EvidenceTab implements OnInit {
  private readonly drafts = inject(Drafts);
  protected readonly followUp = inject(OpenFollowUp);
  protected readonly writing = signal<Writing | null>(null);
  protected readonly sorted = computed(() =>
    (this.followUp.view()?.evidence ?? []).toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
  );

  /** What was being written when the page was left or reloaded is opened again. */
  ngOnInit(): void {
    const view = this.followUp.view();
    if (!view?.editable) return;
    const forms: Writing[] = [
      { kind: 'meeting', evidenceId: null },
      { kind: 'review', evidenceId: null },
      { kind: 'other', evidenceId: null },
      ...view.evidence.map(({ id, kind }): Writing => ({ kind: formOf(kind), evidenceId: id })),
    ];
    const kept = forms.find(({ kind, evidenceId }) => this.drafts.holds(evidenceKey(kind, evidenceId ?? view.id)));
    this.writing.set(kept ?? null);
  }

  protected evidenceOf(id: Id | null): EvidenceView | null {
    return this.sorted().find((evidence) => evidence.id === id) ?? null;
  }

  protected add(kind: Writing['kind']): void {
    this.writing.set({ kind, evidenceId: null });
  }

  protected edit({ id, kind }: EvidenceView): void {
    this.writing.set({ kind: formOf(kind), evidenceId: id });
    document.querySelector('main')?.scrollIntoView();
  }
}

/** A meeting has a form of its own; of a review that is drawn, only the words can be changed. */
function formOf(kind: EvidenceView['kind']): Writing['kind'] {
  return kind === 'meeting' ? 'meeting' : 'other';
}
