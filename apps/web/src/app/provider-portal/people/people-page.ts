import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Id, PortalPeopleView } from '@insyn/api-schema';
import { formatDate, stockholmDate } from '@insyn/domain';
import { toProblem } from '../../http/problem.js';
import { readResource } from '../../http/read-resource.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { Control, Field } from '../../ui/field.js';
import { PageHeader } from '../../ui/page-header.js';
import { Data, ResourceView } from '../../ui/resource-view.js';
import { Toasts } from '../../ui/toasts.js';
import { PortalAccount } from '../portal-account.js';
import { PortalApi } from '../portal-api.js';
import { InviteDialog } from './invite-dialog.js';

type Person = PortalPeopleView['people'][number];
type Invitation = PortalPeopleView['invitations'][number];

/** Who answers for the provider: all may answer and invite, the primary contact may also remove people and hand over. */
@Component({
  selector: 'app-people-page',
  imports: [PageHeader, ResourceView, Data, Chip, Field, Control, InviteDialog],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  protected readonly account = inject(PortalAccount);
  private readonly api = inject(PortalApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  /** The provider and the task that one came from. */
  readonly utforare = input<Id>();
  readonly uppgift = input<Id>();

  protected readonly providerId = computed(() => this.utforare() ?? this.account.providers()[0]?.id ?? null);
  private readonly asked = computed(() => {
    const providerId = this.providerId();
    return providerId ? { url: '/api/portal/people', params: { providerId } } : undefined;
  });
  protected readonly people = readResource<PortalPeopleView>(() => this.asked());
  protected readonly inviting = signal(false);

  protected choose(providerId: Id): void {
    void this.router.navigate([], { queryParams: { utforare: providerId } });
  }

  protected until({ expiresAt }: Invitation): string {
    return formatDate(stockholmDate(new Date(expiresAt)));
  }

  protected async revoke({ id, name }: Invitation): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta tillbaka inbjudan?`,
      text: $localize`Länken som ${name} har fått slutar gälla.`,
      confirm: $localize`Ta tillbaka`,
      tone: 'danger',
    });
    if (sure) await this.carryOut(() => this.api.revoke(id), $localize`Inbjudan är tillbakatagen`);
  }

  protected async remove({ accountId, name }: Person): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Ta bort ${name}?`,
      text: $localize`${name} kan inte längre logga in och svara för er. Svaren som redan är skrivna står kvar.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    const providerId = this.providerId();
    if (!sure || !providerId) return;
    await this.carryOut(() => this.api.removePerson(accountId, providerId), $localize`${name} är borttagen`);
  }

  protected async handOver({ accountId, name }: Person): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Lämna över till ${name}?`,
      text: $localize`${name} blir huvudkontakt. Du kan fortfarande svara, men inte ta bort personer.`,
      confirm: $localize`Lämna över`,
    });
    const providerId = this.providerId();
    if (!sure || !providerId) return;
    await this.carryOut(() => this.api.makePrimary(accountId, { providerId }), $localize`${name} är huvudkontakt`);
  }

  private async carryOut(command: () => Promise<unknown>, receipt: string): Promise<void> {
    try {
      await command();
      this.toasts.show(receipt);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    }
    this.people.reload();
  }
}
