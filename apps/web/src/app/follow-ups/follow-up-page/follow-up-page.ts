import { Component, computed, effect, type ElementRef, inject, input, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { FOLLOW_UP_KIND_LABELS } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { NextStep } from '../../ui/next-step.js';
import { PageHeader, type Crumb } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { StepLine } from '../../ui/step-line.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { caseSteps } from './case-steps.js';
import { leadsElsewhere, nextStepOf } from './next-step-of.js';
import { WorkflowButtons } from './workflow-buttons.js';

/** Pixels of the neighbouring tab that stay in sight, so that one sees that there are more. */
const TAB_MARGIN = 32;

/** A case: what it is, where it stands, what comes next, and its parts as tabs. */
@Component({
  selector: 'app-follow-up-page',
  imports: [
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    PageHeader,
    ResourceView,
    Data,
    Chip,
    StepLine,
    NextStep,
    WorkflowButtons,
  ],
  providers: [OpenFollowUp],
  template: `
    <app-resource-view [rows]="8">
      <ng-template [appData]="followUp.resource" let-view>
        <div class="case">
          <app-page-header [heading]="view.title" [crumbs]="crumbs()">
            <span meta class="num">{{ view.caseNumber }}</span>
            <span meta
              ><ng-container i18n>Avtal</ng-container>&ngsp;<a [routerLink]="['/avtal', view.contract.id]">{{
                view.contract.reference
              }}</a></span
            >
            @if (view.parentId; as rootId) {
              <span meta
                ><a [routerLink]="['/uppfoljningar', rootId, 'krav']" i18n>Uppföljningen som kontrolleras</a></span
              >
            } @else {
              <span meta>{{ kinds[view.kind] }}</span>
            }
            <span meta>{{ view.unit.name }}</span>
            @if (team(); as names) {
              <span meta><ng-container i18n>Team:</ng-container> {{ names }}</span>
            }
            @if (outcome(); as decided) {
              <app-chip actions [outcome]="decided" />
            }
            <app-workflow-buttons actions which="aside" />
          </app-page-header>
          <app-step-line [steps]="steps()" />
          @if (next(); as step) {
            <app-next-step [text]="step.text">
              @if (nextLink(); as link) {
                <a class="btn" [routerLink]="link.path" [queryParams]="link.query" [fragment]="link.fragment">{{
                  link.label
                }}</a>
              }
              <app-workflow-buttons which="forward" />
            </app-next-step>
          }
          <nav #tabRow class="tabs" i18n-aria-label aria-label="Uppföljningens delar">
            @for (tab of tabs(); track tab.path) {
              <a
                #tabLink
                [routerLink]="tab.link"
                routerLinkActive="here"
                (isActiveChange)="$event && showTab(tabLink)"
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="tab.path ? within : exact"
                >{{ tab.label }}
                @if (tab.count) {
                  <span class="num count">{{ tab.count }}</span>
                }
              </a>
            }
          </nav>
          <router-outlet />
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    .case {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    app-step-line {
      margin-top: var(--s2);
    }
    .tabs {
      display: flex;
      overflow-x: auto;
      gap: 4px;
      border-bottom: 1px solid var(--line);
      margin-top: var(--s2);
    }
    .tabs a {
      flex: none;
      display: flex;
      gap: 6px;
      align-items: center;
      min-height: 44px;
      padding: 0 14px;
      color: var(--ink-2);
      text-decoration: none;
      font-weight: 600;
      font-size: 15px;
      border-bottom: 3px solid transparent;
    }
    .tabs a:hover {
      color: var(--ink);
      border-color: var(--line-strong);
    }
    .tabs a.here {
      color: var(--pine);
      border-color: var(--pine);
    }
    .tabs a:focus-visible {
      outline-offset: -2px;
    }
    .count {
      font-weight: 400;
    }
    @media (max-width: 1340px) {
      .tabs {
        gap: 0;
      }
      .tabs a {
        padding: 0 10px;
      }
    }
    @media (max-width: 760px) {
      .tabs {
        margin-inline: -16px;
        padding-inline: 8px;
      }
      .tabs a {
        padding: 0 10px;
      }
    }
  `,
})
export class FollowUpPage {
  protected readonly followUp = inject(OpenFollowUp);
  readonly id = input.required<string>();

  protected readonly kinds = FOLLOW_UP_KIND_LABELS;
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  /** A tab is open on its pages too. */
  protected readonly within = { ...this.exact, paths: 'subset' } as const;
  private readonly view = this.followUp.view;
  protected readonly crumbs = computed((): Crumb[] => {
    const view = this.view();
    const list = { label: $localize`Uppföljningar`, link: '/uppfoljningar' };
    if (!view) return [list];
    const provider = { label: view.provider.legalName, link: `/utforare/${view.provider.id}` };
    return [list, provider, { label: String(view.year) }];
  });
  protected readonly team = computed(
    () =>
      this.view()
        ?.team.map(({ name }) => name)
        .join(', ') || null,
  );
  protected readonly outcome = computed(() => {
    const view = this.view();
    // The chain hangs on the root: a re-check shows what it gave itself, its root what stands.
    const links = view?.judgements.filter((link) => view.parentId === null || link.followUpId === view.id);
    return links?.findLast(({ status }) => status === 'approved')?.outcome ?? null;
  });
  protected readonly steps = computed(() => {
    const view = this.view();
    return view ? caseSteps(view) : [];
  });
  protected readonly next = computed(() => {
    const view = this.view();
    return view && (view.editable || view.offers.length > 0 || view.state === 'deciding' || view.state === 'remedying')
      ? nextStepOf(view)
      : null;
  });
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  /** Where the next step is done; nothing while one already stands there. */
  protected readonly nextLink = computed(() => {
    const link = this.next()?.link;
    return link && leadsElsewhere(link, this.url()) ? link : null;
  });
  private readonly tabRow = viewChild<ElementRef<HTMLElement>>('tabRow');
  protected readonly tabs = computed(() => {
    const view = this.view();
    const tab = (path: string, label: string, count = 0) => ({
      path,
      label,
      count,
      link: path ? ['/uppfoljningar', this.id(), path] : ['/uppfoljningar', this.id()],
    });
    // Requirements can remain, and lead to sanctions, only once the judgement is approved.
    const decided = view !== null && ['remedying', 'rechecking', 'closed'].includes(view.state);
    const isRecheck = view?.kind === 're-check';
    return [
      tab('', $localize`Översikt`),
      tab('underlag', $localize`Underlag`, view?.evidence.length),
      tab('informationsbegaran', $localize`Informationsbegäran`),
      ...(isRecheck ? [] : [tab('bedomning', $localize`Bedömning`)]),
      decided || isRecheck
        ? tab('krav', $localize`Åtgärder`, view.actions.length)
        : tab('krav', $localize`Krav och rekommendationer`, view?.actions.length),
      tab('faktakontroll', $localize`Faktakontroll`),
      tab('beslut', $localize`Beslut`),
      ...(decided && !isRecheck ? [tab('atgardsplan', $localize`Åtgärdsplan`)] : []),
      ...(decided ? [tab('pafoljder', $localize`Påföljder`)] : []),
      tab('historik', $localize`Historik`),
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.followUp.id.set(id));
    });
  }

  /** On a narrow screen the row of tabs is wider than the page: the one that opens comes into sight, the page stays. */
  protected showTab(tab: HTMLElement): void {
    const row = this.tabRow()?.nativeElement;
    if (!row) return;
    const [inside, outside] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    if (inside.left < outside.left) row.scrollLeft += inside.left - outside.left - TAB_MARGIN;
    if (inside.right > outside.right) row.scrollLeft += inside.right - outside.right + TAB_MARGIN;
  }
}
