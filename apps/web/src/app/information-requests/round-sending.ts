import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { formatDate } from '@insyn/domain';
import { Confirm } from '../ui/confirm.js';
import { Toasts } from '../ui/toasts.js';
import { RequestsApi, type SentRound } from './requests-api.js';

/** Sends a round once the officer has been told how many letters it is, and goes to it. */
@Injectable()
export class RoundSending {
  private readonly api = inject(RequestsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  async agreed({ followUpIds, due }: SentRound): Promise<boolean> {
    const count = followUpIds.length;
    const answer = await this.confirm.ask({
      heading: $localize`Skicka omgången?`,
      text: $localize`${count} brev registreras i sina ärenden och mejlas till utförarnas kontaktpersoner. Svaren ska vara inne senast ${formatDate(due)}.`,
      confirm: count === 1 ? $localize`Skicka en begäran` : $localize`Skicka ${count} begäran`,
    });
    return answer !== null;
  }

  /** Fails with a `Problem` that names each case it cannot be sent in; nothing is sent then. */
  async send(command: SentRound): Promise<void> {
    const { id, requests } = await this.api.sendRound(command);
    this.toasts.show($localize`${requests} begäran är registrerade och skickas nu`);
    await this.router.navigate(['/omgangar', id]);
  }
}
