import { inject, Injectable } from '@angular/core';
import { actionPlansOf } from '../../action-plans/action-plans-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

/** The action plans of the open case: read anew, with the case, after each change. Provided by the tab. */
@Injectable()
export class OpenPlans {
  private readonly followUp = inject(OpenFollowUp);
  readonly resource = actionPlansOf(this.followUp.id);

  /** Carries out a command and reads both anew; fails with the `Problem`. */
  async carryOut(command: () => Promise<unknown>, receipt: string): Promise<void> {
    try {
      await this.followUp.carryOut(command, receipt);
    } finally {
      this.resource.reload();
    }
  }
}
