import { DestroyRef, inject, Injectable } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Session } from '../sign-in/session.js';
import { Confirm } from './confirm.js';

/** The forms on the page whose words would be lost by leaving it. */
@Injectable({ providedIn: 'root' })
export class HalfWritten {
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly forms = new Set<() => boolean>();

  constructor() {
    const closing = (event: BeforeUnloadEvent) => {
      if (this.any()) event.preventDefault();
    };
    window.addEventListener('beforeunload', closing);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('beforeunload', closing));
  }

  /** Asks before the page is left while `changed` holds, for as long as the caller lives. */
  watch(changed: () => boolean, owner: DestroyRef = inject(DestroyRef)): void {
    this.forms.add(changed);
    owner.onDestroy(() => this.forms.delete(changed));
  }

  /** Whether the page may be left; one who has signed out is not asked. */
  async mayLeave(): Promise<boolean> {
    if (!this.any() || !this.session.view()) return true;
    const answer = await this.confirm.ask({
      heading: $localize`Lämna utan att spara?`,
      text: $localize`Det du har skrivit i formuläret försvinner.`,
      confirm: $localize`Lämna`,
      tone: 'danger',
    });
    return answer !== null;
  }

  private any(): boolean {
    return [...this.forms].some((changed) => changed());
  }
}

/** Guards the route of a page with such a form. */
export const asksBeforeLeaving: CanDeactivateFn<unknown> = () => inject(HalfWritten).mayLeave();
