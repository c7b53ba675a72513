import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { FollowUpView } from '@insyn/api-schema';
import { formatDate } from '@insyn/domain';
import { RequestsApi, type SentRequest } from '../../information-requests/requests-api.js';
import { Confirm } from '../../ui/confirm.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** Sends a request once the officer has been told what happens, and goes to it. */
@Injectable()
export class RequestSending {
  private readonly api = inject(RequestsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);

  /** Whether it may be sent now: it is registered (R16) and mailed, and cannot be taken back in silence. */
  async agreed({ caseNumber }: FollowUpView, { due }: SentRequest, receivers: readonly string[]): Promise<boolean> {
    const names = receivers.join(', ');
    const count = receivers.length;
    const answer = await this.confirm.ask({
      heading: $localize`Skicka informationsbegäran?`,
      text: $localize`Brevet registreras i ${caseNumber} och mejlas till ${names}. Svaren ska vara inne senast ${formatDate(due)}. Frågorna ändras inte mer för den här begäran.`,
      confirm: count === 1 ? $localize`Skicka till en mottagare` : $localize`Skicka till ${count} mottagare`,
    });
    return answer !== null;
  }

  /** Fails with a `Problem`; nothing is sent then. */
  async send({ id }: FollowUpView, command: SentRequest): Promise<void> {
    await this.followUp.carryOut(
      async () => {
        const saved = await this.api.send(id, command);
        void this.router.navigate(['/uppfoljningar', id, 'informationsbegaran', saved.id]);
      },
      $localize`Begäran är registrerad och skickas nu`,
    );
  }
}
