import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MailView } from '@insyn/api-schema';
import { MAIL_KIND_LABELS } from '@insyn/domain';
import { toProblem } from '../http/problem.js';
import { Confirm } from '../ui/confirm.js';
import { InstantShortPipe } from '../ui/dates.js';
import { PageHeader } from '../ui/page-header.js';
import { Data, ResourceView } from '../ui/resource-view.js';
import { Toasts } from '../ui/toasts.js';
import { mailOf, MailsApi } from './mails-api.js';
import { MailStateChip } from './mail-state.js';

/** One mail: to whom, what became of it, what it says; and the way to send it again when it may not have arrived. */
@Component({
  selector: 'app-mail-page',
  imports: [PageHeader, ResourceView, Data, RouterLink, InstantShortPipe, MailStateChip],
  template: `
    <app-page-header [heading]="view()?.subject ?? 'Utskick'" [crumbs]="crumbs()">
      @if (view(); as mail) {
        <app-mail-state actions [state]="mail.state" />
      }
    </app-page-header>
    <app-resource-view>
      <ng-template [appData]="resource" let-mail>
        <div class="stack wide">
          @if (mail.state === 'failed' || mail.state === 'uncertain') {
            <section
              class="notice stack"
              [class.problem]="mail.state === 'failed'"
              [class.warning]="mail.state !== 'failed'"
            >
              @if (mail.state === 'failed') {
                <p>
                  <b i18n>Mejlet kunde inte skickas.</b> {{ mail.lastError }}
                  <ng-container i18n>{mail.attempts, plural,
                    =1 {Ett försök är gjort.}
                    other {{{ mail.attempts }} försök är gjorda.}
                  }</ng-container>
                </p>
              } @else {
                <p i18n>
                  <b>Det är osäkert om mejlet kom fram.</b> E-postservern tog emot det men svarade aldrig. Det skickas
                  inte igen av sig självt, för att inget ska komma två gånger. Hör gärna med mottagaren först.
                </p>
              }
              @if (mail.mayResend) {
                <div class="buttons">
                  <button type="button" [attr.aria-busy]="busy() || null" (click)="resend(mail)" i18n>
                    Skicka igen
                  </button>
                </div>
              }
            </section>
          }
          <section class="card padded">
            <dl class="facts">
              <dt i18n>Till</dt>
              <dd>{{ mail.to }}</dd>
              <dt i18n>Slag</dt>
              <dd>{{ kindLabels[mail.kind] }}</dd>
              @if (mail.followUp; as followUp) {
                <dt i18n>Ärende</dt>
                <dd>
                  <a [routerLink]="['/uppfoljningar', followUp.id]">{{ followUp.title }}</a>
                </dd>
              }
              <dt i18n>Skrivet</dt>
              <dd class="num">{{ mail.createdAt | instantShort }}</dd>
              <dt i18n>Skickat</dt>
              <dd class="num">
                @if (mail.sentAt) {
                  {{ mail.sentAt | instantShort }}
                } @else {
                  <ng-container i18n>Inte än</ng-container>
                }
              </dd>
              @if (mail.attachments.length > 0) {
                <dt i18n>Bilagor</dt>
                <dd>
                  @for (file of mail.attachments; track $index) {
                    <span class="file">{{ file.fileName }}</span>
                  }
                </dd>
              }
            </dl>
          </section>
          <section class="card padded stack">
            <h2 i18n>Text</h2>
            <p class="text">{{ mail.text }}</p>
            @if (mail.text.includes('••••')) {
              <p class="small muted" i18n>Länken är dold. Den gäller en gång och bara för mottagaren.</p>
            }
          </section>
        </div>
      </ng-template>
    </app-resource-view>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .text {
      white-space: pre-wrap;
      max-width: var(--line-length);
      overflow-wrap: anywhere;
    }
    dd {
      overflow-wrap: anywhere;
      min-width: 0;
    }
    .file {
      display: block;
    }
  `,
})
export class MailPage {
  private readonly api = inject(MailsApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();

  protected readonly kindLabels = MAIL_KIND_LABELS;
  protected readonly busy = signal(false);
  protected readonly resource = mailOf(() => this.id());
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly crumbs = computed(() => [
    { label: $localize`Utskick`, link: '/utskick' },
    ...(this.view() ? [{ label: this.view()?.subject ?? '' }] : []),
  ]);

  /** What failed never left, so it is sent at once; what is uncertain may come twice, so it is asked about. */
  protected async resend(mail: MailView): Promise<void> {
    if (this.busy()) return;
    if (mail.state === 'uncertain') {
      const answer = await this.confirm.ask({
        heading: $localize`Skicka mejlet igen?`,
        text: $localize`Kom det första fram får ${mail.to} det två gånger.`,
        confirm: $localize`Skicka igen`,
      });
      if (!answer) return;
    }
    this.busy.set(true);
    try {
      await this.api.resend(mail);
      this.toasts.show($localize`Mejlet skickas igen`);
    } catch (error) {
      this.toasts.show(toProblem(error).title, 'problem');
    } finally {
      this.busy.set(false);
      this.resource.reload();
    }
  }
}
