import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EvidenceView } from '@insyn/api-schema';
import { EVIDENCE_KIND_LABELS, formatDateShort, MEETING_STATE_LABELS } from '@insyn/domain';
import { AttendanceList } from '../../meetings/attendance-list.js';
import { MeetingActions } from '../../meetings/meeting-actions.js';
import { meetingPlaceText, meetingTimeText } from '../../meetings/meeting-facts.js';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { shortNumber } from '../assess/clause-groups.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { Attachments } from './attachments.js';
import { Checklist } from './checklist.js';
import { linksOf } from './evidence-filter.js';
import { kindFacts } from './kind-facts.js';
import { LinkDialog } from './link-dialog.js';
import { RequestSummary } from './request-summary.js';

/** One piece of evidence with the parts of its kind. */
@Component({
  selector: 'app-evidence-card',
  imports: [RouterLink, Chip, Attachments, AttendanceList, Checklist, LinkDialog, MeetingActions, RequestSummary],
  template: `
    <section
      class="card padded stack"
      [id]="'evidence-' + evidence().id"
      tabindex="-1"
      [attr.aria-labelledby]="'heading-' + evidence().id"
    >
      <div class="row spread head">
        <div>
          <h2 [id]="'heading-' + evidence().id">{{ evidence().title }}</h2>
          <p class="small muted">
            {{ facts() }}
          </p>
          @if (state(); as label) {
            <app-chip [label]="label" [tone]="evidence().meeting?.state === 'planned' ? 'info' : 'none'" />
          }
        </div>
        @if (editable() && evidence().kind !== 'information-request') {
          <div class="buttons">
            <button type="button" class="quiet" (click)="edit.emit()" [hidden]="cancelled()">
              <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ evidence().title }}</span>
            </button>
            <button
              type="button"
              class="quiet"
              [attr.aria-disabled]="citedBy().length > 0 || null"
              [attr.aria-describedby]="citedBy().length > 0 ? 'cited-' + evidence().id : null"
              (click)="remove()"
            >
              <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ evidence().title }}</span>
            </button>
          </div>
        }
      </div>
      @if (evidence().text; as text) {
        <p class="prose text">{{ text }}</p>
      }
      @if (special().length > 0) {
        <dl class="facts small">
          @for (fact of special(); track fact.word) {
            <dt>{{ fact.word }}</dt>
            <dd>{{ fact.value }}</dd>
          }
        </dl>
      }
      @if (evidence().meeting; as meeting) {
        @if (meeting.link; as link) {
          <p class="small">
            <a [href]="link" target="_blank" rel="noopener noreferrer" i18n>Länk till mötet</a>
          </p>
        }
        <app-attendance-list
          [meetingId]="evidence().id"
          [meeting]="meeting"
          [heldOn]="evidence().heldOn"
          [today]="today() ?? ''"
          [editable]="editable()"
        />
        @if (meeting.agenda.length > 0) {
          <div>
            <h3 i18n>Dagordning</h3>
            <ol class="agenda">
              @for (item of meeting.agenda; track item.id) {
                <li>{{ item.text }}</li>
              }
            </ol>
          </div>
        }
        <p>
          <a class="btn" [routerLink]="['/uppfoljningar', followUp.id(), 'moten', evidence().id]">
            @if (editable() && meeting.state !== 'cancelled') {
              <ng-container i18n>Anteckna under mötet</ng-container>
            } @else {
              <ng-container i18n>Visa anteckningarna</ng-container>
            }
            @if (meeting.notes > 0) {
              <span class="num">({{ meeting.notes }})</span>
            }
          </a>
        </p>
        <app-meeting-actions [evidence]="evidence()" [meeting]="meeting" [editable]="editable()" />
      }
      @if (evidence().requestId; as requestId) {
        <app-request-summary [requestId]="requestId" />
      }
      @if (evidence().signalId) {
        <p class="small">
          <a [routerLink]="['/signaler/enheter', unitId()]" i18n>Visa enhetens signaler</a>
        </p>
      }
      @if (evidence().review; as review) {
        <app-checklist [evidenceId]="evidence().id" [review]="review" [editable]="editable()" />
      }
      @if (evidence().kind !== 'information-request') {
        <app-attachments
          [attachments]="evidence().attachments"
          [evidenceId]="evidence().id"
          [editable]="editable()"
          [previews]="true"
        />
      }
      <div class="stack links">
        <h3 i18n>Avtalspunkter</h3>
        @if (links().length > 0) {
          <ul>
            @for (link of links(); track link.clauseId) {
              <li>
                <a
                  [routerLink]="['/uppfoljningar', followUp.id(), 'bedomning']"
                  [queryParams]="{ punkt: link.clauseId }"
                  ><span class="num">{{ link.number }}</span> {{ link.heading }}</a
                >
                @if (link.finding; as title) {
                  <span class="small muted"> <ng-container i18n>genom iakttagelsen</ng-container> ”{{ title }}”</span>
                }
              </li>
            }
          </ul>
        } @else {
          <p class="small muted" i18n>Underlaget är inte kopplat till någon avtalspunkt än.</p>
        }
        @if (!evidence().counts) {
          <p class="small muted" i18n>Det räknas inte som underlag förrän det är genomfört eller besvarat.</p>
        }
        @if (editable()) {
          <div><button type="button" (click)="linking.set(true)" i18n>Koppla till avtalspunkt</button></div>
        }
      </div>
      @if (editable() && citedBy().length > 0) {
        <p class="small muted" [id]="'cited-' + evidence().id">
          <ng-container i18n>Kan inte tas bort medan det används av:</ng-container> {{ citedBy().join(', ') }}.
        </p>
      }
    </section>
    @if (linking() && followUp.view(); as view) {
      <app-link-dialog [view]="view" [evidence]="evidence()" (closed)="linking.set(false)" />
    }
  `,
  styles: `
    .text {
      white-space: pre-wrap;
    }
    ul {
      list-style: none;
      padding: 0;
    }
    .head > :first-child {
      flex: 1 1 240px;
      min-width: 0;
    }
    .links {
      gap: var(--s2);
      border-top: 1px solid var(--line);
      padding-top: var(--s3);
    }
    .agenda {
      padding-left: 24px;
    }
    section:focus {
      outline: 2px solid var(--focus-ring);
    }
  `,
})
export class EvidenceCard {
  private readonly api = inject(FollowUpsApi);
  protected readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  readonly evidence = input.required<EvidenceView>();
  readonly editable = input.required<boolean>();
  readonly edit = output();

  protected readonly linking = signal(false);
  protected readonly today = inject(Session).today;
  protected readonly facts = computed(() => {
    const evidence = this.evidence();
    const { kind, heldOn, meeting, author } = evidence;
    const when = meeting ? [meetingTimeText(evidence), meetingPlaceText(evidence)] : [formatDateShort(heldOn)];
    return [EVIDENCE_KIND_LABELS[kind], ...when, $localize`inlagt av ${author}`].join(', ');
  });
  protected readonly special = computed(() => kindFacts(this.evidence()));
  protected readonly cancelled = computed(() => this.evidence().meeting?.state === 'cancelled');
  /** A meeting that was held needs no word for it. */
  protected readonly state = computed(() => {
    const state = this.evidence().meeting?.state;
    return state && state !== 'held' ? MEETING_STATE_LABELS[state] : null;
  });
  protected readonly unitId = computed(() => this.followUp.view()?.unit.id ?? '');
  protected readonly links = computed(() => {
    const view = this.followUp.view();
    if (!view) return [];
    return linksOf(view, this.evidence().id).map((link) => {
      const clause = this.followUp.clauses().get(link.clauseId);
      const finding = link.through === 'finding' ? link.title : null;
      return {
        ...{ clauseId: link.clauseId, finding },
        ...{ number: shortNumber(clause?.number ?? ''), heading: clause?.heading ?? '' },
      };
    });
  });
  /** What rests on it; as long as anything does, it stays. */
  protected readonly citedBy = computed(() => {
    const [view, { id }] = [this.followUp.view(), this.evidence()];
    const findings = view?.findings.filter(({ evidenceIds }) => evidenceIds.includes(id)) ?? [];
    const assessed = view?.assessments.filter(({ evidenceIds }) => evidenceIds.includes(id)) ?? [];
    const clauses = assessed.flatMap(({ clauseIds }) => clauseIds.slice(0, 1));
    return [
      ...findings.map(({ title }) => `”${title}”`),
      ...clauses.map(
        (clauseId) => $localize`bedömningen av ${shortNumber(this.followUp.clauses().get(clauseId)?.number ?? '')}`,
      ),
    ];
  });

  protected async remove(): Promise<void> {
    if (this.citedBy().length > 0) return;
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort ”${this.evidence().title}”?`,
      text: $localize`Underlaget och dess filer försvinner ur ärendet.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer)
      await this.followUp.act(() => this.api.deleteEvidence(this.evidence()), $localize`Underlaget är borttaget`);
  }
}
