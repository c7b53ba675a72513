import { HttpClient } from '@angular/common/http';
import { computed, inject, linkedSignal, signal } from '@angular/core';
import type { Page } from '@insyn/api-schema';
import { firstValueFrom } from 'rxjs';
import { toProblem } from './problem.js';
import { readResource } from './read-resource.js';

/** A list that is read page by page under a filter; call it where a component's fields are made. */
export class PagedList<Item> {
  private readonly http = inject(HttpClient);
  readonly resource = readResource<Page<Item>>(() => ({ url: this.address(), params: this.params() }));
  private readonly first = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal({ source: this.first, computation: (): Page<Item> | null => null });
  readonly rows = computed(() => [...(this.first()?.items ?? []), ...(this.later()?.items ?? [])]);
  readonly empty = computed(() => this.first() !== null && this.rows().length === 0);
  readonly hasMore = computed(() => this.next() !== null);
  readonly reading = signal(false);
  /** Why the next page could not be read; empty when it could. */
  readonly problem = signal('');
  private readonly next = computed(() => (this.later() ?? this.first())?.next ?? null);

  constructor(
    private readonly url: string | (() => string),
    private readonly params: () => Record<string, string>,
  ) {}

  async showMore(): Promise<void> {
    const [after, before] = [this.next(), this.first()];
    if (!after || this.reading()) return;
    this.reading.set(true);
    this.problem.set('');
    try {
      const params = { ...this.params(), after };
      const page = await firstValueFrom(this.http.get<Page<Item>>(this.address(), { params }));
      if (this.first() !== before) return;
      this.later.update((later) => ({ items: [...(later?.items ?? []), ...page.items], next: page.next }));
    } catch (error) {
      this.problem.set(toProblem(error).title);
    } finally {
      this.reading.set(false);
    }
  }

  private address(): string {
    return typeof this.url === 'string' ? this.url : this.url();
  }
}
