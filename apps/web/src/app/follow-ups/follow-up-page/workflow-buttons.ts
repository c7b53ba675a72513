import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionOffer } from '@insyn/api-schema';
import { FOLLOW_UP_ACTION_LABELS, type FollowUpAction } from '@insyn/domain';
import { Confirm } from '../../ui/confirm.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { BlockerList } from './blocker-list.js';

/** The moves that are made from the case's head; sending and deciding have a page of their own. */
const MOVES: readonly FollowUpAction[] = ['start', 'assess', 'gather-more', 'close', 'cancel'];
const FORWARD: readonly FollowUpAction[] = ['start', 'assess', 'close'];

/** A case is closed when its requirements are remedied, which takes months: until then that is not the next step. */
function isFarOff({ name, blockers }: ActionOffer): boolean {
  return name === 'close' && blockers.length > 0;
}

/** The acts that the reader may do now. One that something stops says what, instead of being silently off. */
@Component({
  selector: 'app-workflow-buttons',
  imports: [BlockerList],
  template: `
    @for (offer of offers(); track offer.name) {
      <button
        type="button"
        [class.primary]="isForward(offer) && offer.blockers.length === 0"
        [class.quiet]="!isForward(offer)"
        [attr.aria-disabled]="offer.blockers.length > 0 || null"
        [attr.aria-describedby]="offer.blockers.length > 0 ? 'why-' + offer.name : null"
        [attr.aria-busy]="followUp.busy() || null"
        (click)="press(offer)"
      >
        {{ labelOf(offer) }}
      </button>
    }
    @if (explained(); as offer) {
      <div class="why" [id]="'why-' + offer.name" role="status">
        <b>{{ labelOf(offer) }} <ng-container i18n>går inte än:</ng-container></b>
        <app-blocker-list [followUpId]="followUp.id() ?? ''" [blockers]="offer.blockers" />
      </div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    @media (max-width: 760px) {
      .quiet {
        padding-inline: 0;
      }
    }
    .why {
      flex-basis: 100%;
      font-size: 15px;
    }
  `,
})
export class WorkflowButtons {
  private readonly api = inject(FollowUpsApi);
  private readonly confirm = inject(Confirm);
  protected readonly followUp = inject(OpenFollowUp);

  /** The acts that lead on, for the bar of the next step; or those beside the way, for the page's head. */
  readonly which = input.required<'forward' | 'aside'>();

  protected readonly offers = computed(() => {
    const offers = this.followUp.view()?.offers.filter(({ name }) => MOVES.includes(name)) ?? [];
    return offers.filter((offer) => this.isForward(offer) === (this.which() === 'forward') && !isFarOff(offer));
  });
  private readonly pressed = signal<FollowUpAction | null>(null);
  /** A blocked act tells why: the one that was pressed, else the one that would lead on. */
  protected readonly explained = computed(() => {
    const blocked = this.offers().filter(({ blockers }) => blockers.length > 0);
    return (
      blocked.find(({ name }) => name === this.pressed()) ?? blocked.find((offer) => this.isForward(offer)) ?? null
    );
  });

  protected labelOf({ name }: ActionOffer): string {
    const isRecheck = this.followUp.view()?.kind === 're-check';
    return name === 'cancel' && isRecheck ? $localize`Avbryt återkontrollen` : FOLLOW_UP_ACTION_LABELS[name];
  }

  protected isForward({ name }: ActionOffer): boolean {
    return FORWARD.includes(name);
  }

  protected async press({ name, blockers }: ActionOffer): Promise<void> {
    if (blockers.length > 0) return this.pressed.set(name);
    let reason: { reason?: string } = {};
    if (name === 'cancel') {
      const isRecheck = this.followUp.view()?.kind === 're-check';
      const answer = await this.confirm.ask({
        heading: isRecheck ? $localize`Avbryt återkontrollen?` : $localize`Avbryt uppföljningen?`,
        text: isRecheck
          ? $localize`Kraven bedöms inte här. En ny återkontroll bokas till samma dag för det som är öppet.`
          : $localize`Ärendet avslutas utan bedömning. Det som är skrivet finns kvar men går inte att ändra.`,
        confirm: isRecheck ? $localize`Avbryt återkontrollen` : $localize`Avbryt uppföljningen`,
        tone: 'danger',
        reason: { label: $localize`Varför avbryts den?`, required: true },
      });
      if (!answer) return;
      reason = { reason: answer.reason };
    }
    if (name === 'close') {
      const answer = await this.confirm.ask({
        heading: $localize`Avsluta uppföljningen?`,
        text: $localize`Alla krav är åtgärdade eller har fallit bort. Den bokade återkontrollen ställs in. Ärendet kan inte öppnas igen.`,
        confirm: $localize`Avsluta`,
      });
      if (!answer) return;
    }
    await this.followUp.act(
      async () => {
        const { id, contentVersion } = await this.followUp.savedView();
        return this.api.move(id, name, { contentVersion, ...reason });
      },
      $localize`Klart: ${FOLLOW_UP_ACTION_LABELS[name]}`,
    );
  }
}
