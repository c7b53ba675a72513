import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { planControlId } from '../../action-plans/plan-words.js';
import { OpenPlan } from './open-plan.js';

/** More than these are folded until one asks for them, so that the requirements are not pushed off the page. */
const SHOWN = 3;

/** Exactly what stops the plan from being handed in (R13), always there, each with its link. */
@Component({
  selector: 'app-gap-list',
  template: `
    @if (plan.gaps(); as gaps) {
      @if (gaps.length > 0) {
        <section class="missing" [class.tried]="tried()" tabindex="-1" aria-labelledby="saknas">
          <h2 id="saknas" class="num">
            @if (gaps.length === 1) {
              <ng-container i18n>En uppgift saknas innan planen kan lämnas in</ng-container>
            } @else {
              <ng-container i18n>{{ gaps.length }} uppgifter saknas innan planen kan lämnas in</ng-container>
            }
          </h2>
          <ul>
            @for (gap of shown(); track gap.id) {
              <li>
                <a [href]="'#' + gap.id" (click)="go($event, gap.id)">{{ gap.message }}</a>
              </li>
            }
          </ul>
          @if (shown().length < gaps.length) {
            <button type="button" class="quiet" (click)="all.set(true)" i18n>Visa alla {{ gaps.length }}</button>
          }
        </section>
      } @else {
        <p class="notice" i18n>Allt som behövs är skrivet. Läs igenom och lämna in planen.</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .missing {
      border: 1px solid var(--line-strong);
      border-radius: var(--r-card);
      padding: 14px 18px;
      background: var(--surface);
      outline: none;
    }
    .missing.tried {
      border: 2px solid var(--notmet);
    }
    h2 {
      font-size: 16px;
    }
    ul {
      margin: 6px 0 0;
      padding-left: 20px;
    }
    li {
      padding-block: 3px;
    }
    button {
      margin-left: -16px;
    }
  `,
})
export class GapList {
  protected readonly plan = inject(OpenPlan);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly all = signal(false);
  protected readonly tried = signal(false);
  private readonly items = computed(() =>
    this.plan.gaps().map(({ actionId, field, message }) => ({ id: planControlId(actionId, field), message })),
  );
  protected readonly shown = computed(() => (this.all() ? this.items() : this.items().slice(0, SHOWN)));

  /** Handing in was tried: the whole list is shown, and takes the focus. */
  refuse(): void {
    this.all.set(true);
    this.tried.set(true);
    const list = this.host.nativeElement.querySelector<HTMLElement>('.missing');
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  }

  protected go(event: Event, controlId: string): void {
    event.preventDefault();
    const control = document.getElementById(controlId);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }
}
