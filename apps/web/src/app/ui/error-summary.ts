import { Component, computed, ElementRef, inject, input } from '@angular/core';

/** One thing to mend; `focus` or the id of a control says where. */
export interface SummaryItem {
  message: string;
  id?: string;
  focus?: () => void;
}

interface FormErrors {
  errorSummary: () => readonly {
    message?: string | undefined;
    fieldTree: () => {
      focusBoundControl: () => void;
      formFieldBindings: () => readonly unknown[];
      touched: () => boolean;
    };
  }[];
}

/** The errors of a signal form as a list for `app-error-summary`; call it with `form()` once sending was tried. */
export function summaryOf(state: FormErrors): SummaryItem[] {
  return state.errorSummary().flatMap(({ message, fieldTree }) => {
    if (!message) return [];
    const field = fieldTree();
    return field.formFieldBindings().length > 0 ? [{ message, focus: () => field.focusBoundControl() }] : [{ message }];
  });
}

/** What stops the form, on top of it, each with a link to its field. Announced when it appears; empty it is not there. */
@Component({
  selector: 'app-error-summary',
  template: `
    <div role="alert" aria-atomic="true">
      @if (items().length > 0) {
        <div class="summary" tabindex="-1">
          <strong>{{ heading() }}</strong>
          <ul>
            @for (item of items(); track $index) {
              <li>
                @if (item.focus || item.id) {
                  <a [href]="hrefOf(item)" (click)="go($event, item)">{{ item.message }}</a>
                } @else {
                  {{ item.message }}
                }
              </li>
            }
          </ul>
        </div>
      }
    </div>
  `,
  styles: `
    :host(.nothing) {
      position: absolute;
    }
    .summary {
      border: 2px solid var(--notmet);
      border-radius: var(--r);
      padding: 14px 18px;
      background: var(--surface);
    }
    ul {
      margin: 6px 0 0;
      padding-left: 20px;
    }
    a {
      color: var(--notmet);
    }
  `,
  host: { '[class.nothing]': 'items().length === 0' },
})
export class ErrorSummary {
  readonly items = input.required<readonly SummaryItem[]>();
  readonly title = input<string | null>(null);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly heading = computed(() => {
    const given = this.title();
    if (given) return given;
    return this.items().length === 1
      ? $localize`En uppgift behöver rättas:`
      : $localize`${this.items().length} uppgifter behöver rättas:`;
  });

  /** Moves the focus to the list, for a page that has just refused to send. */
  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('.summary')?.focus();
  }

  protected hrefOf(item: SummaryItem): string {
    return `${location.pathname}${location.search}#${item.id ?? ''}`;
  }

  protected go(event: Event, item: SummaryItem): void {
    event.preventDefault();
    if (item.focus) return item.focus();
    const control = item.id ? document.getElementById(item.id) : null;
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }
}
