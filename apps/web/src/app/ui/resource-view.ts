import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, Directive, inject, input, TemplateRef } from '@angular/core';
import type { Resource } from '@angular/core';
import { ErrorState } from './error-state.js';
import { Loading } from './loading.js';

/** A resource that can be read again; `httpResource` gives one. */
export type Reloadable<T> = Resource<T> & { reload: () => boolean };

/** What stands on the page when the resource has its data: `<ng-template [appData]="work" let-work>…</ng-template>`. */
@Directive({ selector: 'ng-template[appData]' })
export class Data<T> {
  readonly of = input.required<Reloadable<T>>({ alias: 'appData' });
  readonly template = inject<TemplateRef<{ $implicit: NonNullable<T> }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_data: Data<T>, _context: unknown): _context is { $implicit: NonNullable<T> } {
    return true;
  }
}

/**
 * The four states of what is read: loading, error, empty, data. Data stays in place while it is read anew.
 * `isEmpty` says when the part with the attribute `empty` stands instead of the data.
 */
@Component({
  selector: 'app-resource-view',
  imports: [NgTemplateOutlet, Loading, ErrorState],
  template: `
    @if (resource().error(); as error) {
      <app-error-state [error]="error" (retry)="resource().reload()" />
    } @else if (value(); as present) {
      <div [attr.aria-busy]="resource().isLoading() || null">
        @if (isEmpty()) {
          <ng-content select="[empty]" />
        } @else {
          <ng-container [ngTemplateOutlet]="data().template" [ngTemplateOutletContext]="{ $implicit: present }" />
        }
      </div>
    } @else {
      <app-loading [rows]="rows()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ResourceView {
  readonly isEmpty = input(false);
  /** How many grey lines stand while it loads. */
  readonly rows = input(5);
  protected readonly data = contentChild.required<Data<unknown>>(Data);
  protected readonly resource = computed(() => this.data().of());
  protected readonly value = computed(() => (this.resource().hasValue() ? this.resource().value() : null));
}
