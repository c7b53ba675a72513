import { Component, inject, input } from '@angular/core';
import type { RequestView } from '@insyn/api-schema';
import { MailsApi } from '../../mails/mails-api.js';
import { MailStateChip } from '../../mails/mail-state.js';
import { Session } from '../../sign-in/session.js';
import { Confirm } from '../../ui/confirm.js';
import { DateLongPipe, InstantShortPipe } from '../../ui/dates.js';
import { OpenRequest } from './open-request.js';

/** What was sent, to whom, and whether it arrived. */
@Component({
  selector: 'app-request-facts',
  imports: [DateLongPipe, InstantShortPipe, MailStateChip],
  template: `
    <section class="card padded stack">
      <h2 i18n>Uppgifter</h2>
      <dl class="list">
        <dt i18n>Skickad</dt>
        <dd>{{ request().sentOn | dateLong }}</dd>
        <dt i18n>Läst</dt>
        <dd class="num">{{ (request().readAt | instantShort) || notYet }}</dd>
        <dt i18n>Påbörjad</dt>
        <dd class="num">{{ (request().startedAt | instantShort) || notYet }}</dd>
        <dt i18n>Inlämnad</dt>
        <dd class="num">{{ (request().answeredAt | instantShort) || notYet }}</dd>
        <dt i18n>Frågebatteri</dt>
        <dd i18n>{{ request().letter.questionSet.name }}, version {{ request().letter.questionSet.number }}</dd>
        @if (request().letter.visit) {
          <dt i18n>Besök eller möte</dt>
          <dd>{{ request().letter.visit }}</dd>
        }
        @if (request().letter.visitors.length > 0) {
          <dt i18n>De som kommer</dt>
          <dd>{{ request().letter.visitors.join(', ') }}</dd>
        }
        <dt i18n>Brevet</dt>
        <dd>
          @if (request().document?.href; as href) {
            <a [href]="href" target="_blank">{{ request().document?.title }} (PDF)</a>
          } @else {
            <ng-container i18n>Tas fram</ng-container>
          }
        </dd>
      </dl>
      <h3 i18n>Mottagare</h3>
      <ul>
        @for (contact of request().contacts; track contact.email) {
          <li>
            <b>{{ contact.name }}</b>
            <span class="small muted under">{{ contact.email }}</span>
            <span class="small muted under">
              @if (contact.hasAccount) {
                <ng-container i18n>Har konto</ng-container>
              } @else {
                <ng-container i18n>Har inte tagit emot inbjudan än</ng-container>
              }
            </span>
            @if (contact.mail; as state) {
              <app-mail-state class="under" [state]="state" />
              @if (mayWrite() && (state === 'failed' || state === 'uncertain')) {
                <button type="button" class="again" (click)="resend(contact)">
                  <ng-container i18n>Skicka igen</ng-container
                  ><span class="visually-hidden" i18n> till {{ contact.name }}</span>
                </button>
              }
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .list {
      display: grid;
      gap: 2px;
    }
    dt {
      font-size: 14px;
      color: var(--ink-2);
    }
    dd {
      margin-bottom: 8px;
      overflow-wrap: anywhere;
    }
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--s4);
      overflow-wrap: anywhere;
    }
    .under {
      display: block;
      margin-top: 2px;
    }
    .again {
      margin-top: var(--s2);
    }
  `,
})
export class RequestFacts {
  private readonly mails = inject(MailsApi);
  private readonly open = inject(OpenRequest);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  readonly request = input.required<RequestView>();
  protected readonly notYet = $localize`Inte än`;

  protected mayWrite(): boolean {
    return this.session.canIn('follow-up.write', this.request().letter.committeeId);
  }

  /** What is uncertain may arrive twice, so it is asked about. What has gone or waits since the page was read the server tells. */
  protected async resend({ name, mailId, mail }: RequestView['contacts'][number]): Promise<void> {
    if (mailId === null) return;
    if (mail === 'uncertain') {
      const answer = await this.confirm.ask({
        heading: $localize`Skicka mejlet igen?`,
        text: $localize`Kom det första fram får ${name} det två gånger.`,
        confirm: $localize`Skicka igen`,
      });
      if (!answer) return;
    }
    const command = async (): Promise<unknown> => this.mails.resend(await this.mails.read(mailId));
    await this.open.act(command, $localize`Mejlet till ${name} står i kö för att skickas igen`);
  }
}
