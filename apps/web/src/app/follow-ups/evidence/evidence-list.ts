import { CdkDrag, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, input, output } from '@angular/core';
import type { EvidenceView, FollowUpView, Id } from '@insyn/api-schema';
import { EVIDENCE_KIND_LABELS, formatDateShort, MEETING_STATE_LABELS } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { shortNumber } from '../assess/clause-groups.js';
import { linksOf } from './evidence-filter.js';
import { evidenceLine } from './review-words.js';

/** What was gathered, newest first; one of them is open beside. Rows are dragged to clauses. */
@Component({
  selector: 'app-evidence-list',
  imports: [CdkDropList, CdkDrag, Chip],
  template: `
    <ul cdkDropList cdkDropListSortingDisabled [cdkDropListDisabled]="!draggable()">
      @for (row of rows(); track row.id) {
        <li cdkDrag [cdkDragData]="row.id" [cdkDragDisabled]="!draggable()">
          <button type="button" [attr.aria-current]="row.id === openId() ? 'true' : null" (click)="opened.emit(row.id)">
            <b>{{ row.title }}</b>
            <span class="small muted line">{{ row.line }}</span>
            <span class="under small">
              @if (row.state; as state) {
                <app-chip [label]="state" />
              }
              @if (row.clauses) {
                <span class="num">{{ row.clauses }}</span>
              } @else {
                <span class="muted" i18n>Utan avtalspunkt</span>
              }
            </span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      padding: 0;
    }
    li {
      border-top: 1px solid var(--line);
      background: var(--surface);
    }
    li:first-child {
      border-top: 0;
    }
    li:last-child,
    li:last-child button {
      border-bottom-left-radius: var(--r-card);
      border-bottom-right-radius: var(--r-card);
    }
    button {
      display: grid;
      gap: 2px;
      width: 100%;
      justify-content: stretch;
      justify-items: start;
      padding: 12px 16px;
      border: 0;
      border-radius: 0;
      border-left: 4px solid transparent;
      background: none;
      font-weight: 400;
      text-align: left;
      white-space: normal;
    }
    button[aria-current] {
      background: var(--pine-tint);
      border-left-color: var(--pine);
    }
    button:focus-visible {
      outline-offset: -3px;
    }
    b {
      font-weight: 650;
      overflow-wrap: anywhere;
    }
    .under {
      display: flex;
      flex-wrap: wrap;
      gap: 4px var(--s2);
      align-items: center;
    }
    .cdk-drag-preview {
      border: 1px solid var(--line-strong);
      border-radius: var(--r);
      box-shadow: var(--overlay-shadow);
      list-style: none;
    }
    .cdk-drag-placeholder {
      opacity: 0.4;
    }
  `,
})
export class EvidenceList {
  readonly view = input.required<FollowUpView>();
  readonly evidence = input.required<readonly EvidenceView[]>();
  readonly openId = input.required<Id | null>();
  readonly draggable = input.required<boolean>();
  readonly opened = output<Id>();

  protected readonly rows = computed(() =>
    this.evidence().map((evidence) => {
      const { id, title, kind, heldOn, meeting } = evidence;
      const numbers = linksOf(this.view(), id).map(({ clauseId }) => this.numberOf(clauseId));
      const facts = [EVIDENCE_KIND_LABELS[kind], formatDateShort(heldOn), evidenceLine(evidence)];
      const state = meeting && meeting.state !== 'held' ? MEETING_STATE_LABELS[meeting.state] : null;
      return { id, title, state, line: facts.filter(Boolean).join(', '), clauses: numbers.join(', ') };
    }),
  );

  private numberOf(clauseId: Id): string {
    return shortNumber(this.view().clauses.find(({ id }) => id === clauseId)?.number ?? '');
  }
}
