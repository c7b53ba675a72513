import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { answerControlId, documentControlId } from '../../questions/answer-control-id.js';
import { OpenRequest } from './open-request.js';

/** More than these are folded until one asks for them, so that the questions are not pushed off the page. */
const SHOWN = 3;

/** Exactly what stops the submission, always there, each with its link. */
@Component({
  selector: 'app-missing-list',
  template: `
    @if (items().length > 0) {
      <section class="missing" [class.tried]="tried()" tabindex="-1" aria-labelledby="saknas">
        <h2 id="saknas" class="num">
          @if (items().length === 1) {
            <ng-container i18n>En uppgift saknas innan svaren kan lämnas in</ng-container>
          } @else {
            <ng-container i18n>{{ items().length }} uppgifter saknas innan svaren kan lämnas in</ng-container>
          }
        </h2>
        <ul>
          @for (item of shown(); track item.id) {
            <li>
              <a [href]="'#' + item.controlId" (click)="go($event, item.controlId)">{{ item.words }}</a>&ngsp;<span
                class="muted"
                >{{ item.problem }}</span
              >
            </li>
          }
        </ul>
        @if (shown().length < items().length) {
          <button type="button" class="quiet" (click)="all.set(true)" i18n>Visa alla {{ items().length }}</button>
        }
      </section>
    } @else {
      <p class="notice" i18n>Allt som behövs är besvarat. Läs igenom och lämna in svaren.</p>
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
    a {
      margin-right: 2px;
    }
    button {
      margin-left: -16px;
    }
  `,
})
export class MissingList {
  private readonly request = inject(OpenRequest);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly all = signal(false);
  protected readonly tried = signal(false);

  protected readonly items = computed(() =>
    this.request.missing().map(({ place, id, number, text, problem }) => ({
      id: `${place}-${id}`,
      controlId: place === 'question' ? answerControlId(id) : documentControlId(id),
      words: [number, text].filter(Boolean).join(' '),
      problem,
    })),
  );
  protected readonly shown = computed(() => (this.all() ? this.items() : this.items().slice(0, SHOWN)));

  /** Submitting was tried: the whole list is shown, and takes the focus. */
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
