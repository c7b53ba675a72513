import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowUpView } from '@insyn/api-schema';
import {
  ACTION_KIND_LABELS,
  actionStateLabel,
  compareClauseNumbers,
  EVIDENCE_KIND_LABELS,
  FINDING_KIND_LABELS,
  FOLLOW_UP_ACTION_LABELS,
  FOLLOW_UP_KIND_LABELS,
  formatDateLong,
  isCalendarDate,
} from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe, DateShortPipe } from '../../ui/dates.js';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { ACTION_STATE_TONES, FINDING_TONES } from '../../ui/tone.js';
import { shortNumber } from '../assess/clause-groups.js';
import { followUpAsOf } from '../follow-ups-api.js';
import { AsOfForm } from './as-of-form.js';

/** The case as it was when a day ended: to read, with nothing to press. */
@Component({
  selector: 'app-as-it-was-page',
  imports: [RouterLink, PageHeader, ResourceView, Data, Chip, DateLongPipe, DateShortPipe, AsOfForm],
  templateUrl: './as-it-was-page.html',
  styles: `
    :host,
    .case {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s5);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      max-width: var(--line-length);
    }
    li + li {
      margin-top: var(--s3);
    }
    ul,
    ol {
      list-style: none;
      padding: 0;
    }
    .card > ul,
    .card > ol,
    .card > dl {
      margin-top: var(--s3);
    }
    .card > h3 {
      margin-top: var(--s5);
    }
    .facts {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 4px var(--s4);
    }
    .facts dt {
      color: var(--ink-2);
    }
    .facts dd {
      margin: 0;
    }
    @media (max-width: 760px) {
      .facts {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class AsItWasPage {
  readonly id = input.required<string>();
  readonly datum = input.required<string>();

  protected readonly resource = followUpAsOf(
    () => this.id(),
    () => this.datum(),
  );
  protected readonly day = computed(() => (isCalendarDate(this.datum()) ? formatDateLong(this.datum()) : this.datum()));
  protected readonly heading = computed(() => $localize`Som det var ${this.day()}`);
  protected readonly crumbs = computed(() => {
    const view = this.resource.hasValue() ? this.resource.value() : null;
    return [
      { label: $localize`Uppföljningar`, link: '/uppfoljningar' },
      { label: view?.title ?? $localize`Ärendet`, link: `/uppfoljningar/${this.id()}` },
      { label: $localize`Historik`, link: `/uppfoljningar/${this.id()}/historik` },
      { label: this.day() },
    ];
  });
  protected readonly clauses = computed(() => {
    if (!this.resource.hasValue()) return [];
    const { clauses, assessments } = this.resource.value();
    return clauses
      .toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading }) => {
        const assessment = assessments.find(({ clauseIds }) => clauseIds.includes(id)) ?? null;
        return { id, name: `${shortNumber(number)} ${heading}`.trim(), assessment };
      });
  });

  protected readonly kinds = FOLLOW_UP_KIND_LABELS;
  protected readonly moves = FOLLOW_UP_ACTION_LABELS;
  protected readonly evidenceKinds = EVIDENCE_KIND_LABELS;
  protected readonly findingKinds = FINDING_KIND_LABELS;
  protected readonly findingTones = FINDING_TONES;
  protected readonly actionKinds = ACTION_KIND_LABELS;
  protected readonly actionState = actionStateLabel;
  protected readonly actionTones = ACTION_STATE_TONES;

  /** What the report said then, where it said anything. */
  protected textsOf(view: FollowUpView): { heading: string; text: string }[] {
    return [
      { heading: $localize`Bakgrund`, text: view.background },
      { heading: $localize`Syfte`, text: view.purpose },
      { heading: $localize`Sammanfattning`, text: view.summary },
    ].filter(({ text }) => text !== '');
  }

  protected namesOf(team: readonly { name: string }[]): string {
    return team.map(({ name }) => name).join(', ');
  }
}
