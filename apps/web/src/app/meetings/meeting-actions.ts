import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import type { EvidenceView, Id, MeetingView } from '@insyn/api-schema';
import { EVIDENCE_LIMITS } from '@insyn/api-schema';
import { OpenFollowUp } from '../follow-ups/open-follow-up.js';
import { Session } from '../sign-in/session.js';
import { Confirm } from '../ui/confirm.js';
import { MeetingsApi } from './meetings-api.js';
import { OutdatedInvitations } from './outdated-invitations.js';

const RENDERED_MS = 2000;
const ATTEMPTS = 20;

/** What can be done with a meeting as it stands: invite, cancel, hold, draw up the minutes. */
@Component({
  selector: 'app-meeting-actions',
  template: `
    @if (outdated()) {
      <p class="notice warning" role="status" i18n>
        Mötet är ändrat sedan kallelsen skickades. De kallade ser den gamla tills du skickar en uppdatering.
      </p>
    }
    <div class="buttons">
      @if (editable() && meeting().state === 'planned') {
        <button type="button" [class.primary]="!meeting().invitedAt || outdated()" (click)="invite()">
          @if (meeting().invitedAt) {
            <ng-container i18n>Skicka uppdatering</ng-container>
          } @else {
            <ng-container i18n>Skicka kallelse</ng-container>
          }
        </button>
        <button
          type="button"
          [attr.aria-disabled]="ahead() || null"
          [attr.aria-describedby]="ahead() ? 'ahead-' + evidence().id : null"
          (click)="hold()"
          i18n
        >
          Mötet är genomfört
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Ställ in mötet</button>
      }
      @if (meeting().minutes?.href; as href) {
        <a class="btn quiet" [href]="href" download i18n>Mötesanteckningar (PDF)</a>
      }
      @if (editable() && meeting().state === 'held') {
        <button type="button" [attr.aria-busy]="drawing() || null" (click)="drawUp()">
          @if (meeting().minutes?.href) {
            <ng-container i18n>Skapa nya mötesanteckningar (PDF)</ng-container>
          } @else {
            <ng-container i18n>Skapa mötesanteckningar (PDF)</ng-container>
          }
        </button>
      }
    </div>
    @if (editable() && meeting().state === 'planned' && ahead()) {
      <p class="small muted" [id]="'ahead-' + evidence().id" i18n>
        Mötet kan markeras som genomfört från den dag det hålls.
      </p>
    }
    @if (drawing() || waitsForPdf()) {
      <p class="small muted" role="status" i18n>PDF:en skapas. Länken kommer här när den är klar.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
    }
    .buttons:empty {
      display: none;
    }
  `,
})
export class MeetingActions {
  private readonly api = inject(MeetingsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly stale = inject(OutdatedInvitations);
  readonly evidence = input.required<EvidenceView>();
  readonly meeting = input.required<MeetingView>();
  readonly editable = input.required<boolean>();

  protected readonly drawing = signal(false);
  protected readonly outdated = computed(() => this.editable() && this.stale.has(this.evidence().id));
  protected readonly ahead = computed(() => this.evidence().heldOn > (this.session.today() ?? ''));
  protected readonly waitsForPdf = computed(() => this.meeting().minutes !== null && !this.meeting().minutes?.href);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async invite(): Promise<void> {
    const { id, version, title } = this.evidence();
    const { invitedAt, participants, startsAt, form } = this.meeting();
    const heard = participants.filter(({ side }) => form !== 'unannounced' || side === 'municipality');
    const reached = heard.filter(({ email }) => email);
    const unreached = heard.filter(({ email }) => !email);
    if (!startsAt || reached.length === 0) return this.explain(!startsAt);
    const parts = [
      $localize`Går med e-post till ${reached.map(({ name, email }) => `${name} (${email})`).join(', ')}.`,
    ];
    if (unreached.length > 0) {
      const names = unreached.map(({ name }) => name).join(', ');
      parts.push($localize`Får ingen kallelse, för att e-postadressen saknas: ${names}.`);
    }
    if (heard.length < participants.length) parts.push($localize`Utföraren får inget veta om ett oanmält besök.`);
    const again = invitedAt !== null;
    const answer = await this.confirm.ask({
      heading: again ? $localize`Skicka uppdatering om ”${title}”?` : $localize`Skicka kallelse till ”${title}”?`,
      text: parts.join(' '),
      confirm: again ? $localize`Skicka uppdatering` : $localize`Skicka kallelse`,
    });
    if (!answer) return;
    const receipt = again ? $localize`Uppdateringen är på väg` : $localize`Kallelsen är på väg`;
    if (await this.followUp.act(() => this.api.invite(id, version), receipt)) this.stale.remove(id);
  }

  protected async cancel(): Promise<void> {
    const { id, version, title } = this.evidence();
    const invited = this.meeting().invitedAt !== null;
    const answer = await this.confirm.ask({
      heading: $localize`Ställ in ”${title}”?`,
      text: invited
        ? $localize`De kallade får ett återbud med skälet, och mötet försvinner ur deras kalendrar.`
        : $localize`Ingen är kallad än, så inget skickas. Mötet står kvar som inställt.`,
      confirm: $localize`Ställ in mötet`,
      tone: 'danger',
      reason: {
        label: $localize`Varför ställs mötet in?`,
        required: true,
        maxLength: EVIDENCE_LIMITS.cancelReason,
      },
    });
    if (!answer) return;
    const command = { version, reason: answer.reason };
    if (await this.followUp.act(() => this.api.cancel(id, command), $localize`Mötet är inställt`))
      this.stale.remove(id);
  }

  protected async hold(): Promise<void> {
    if (this.ahead()) return;
    const { id, version } = this.evidence();
    await this.followUp.act(() => this.api.hold(id, version), $localize`Mötet är genomfört`);
  }

  protected async drawUp(): Promise<void> {
    if (this.drawing()) return;
    this.drawing.set(true);
    const id = this.evidence().id;
    let drawn: Id | null = null;
    const done = await this.followUp.act(async () => {
      drawn = (await this.api.drawUpMinutes(id)).id;
    });
    if (done) this.waitFor(drawn, ATTEMPTS);
    else this.drawing.set(false);
  }

  /** The PDF is made by a job; the case is read again until the link is there. */
  private waitFor(documentId: Id | null, attempts: number): void {
    const { minutes } = this.meeting();
    if (attempts === 0 || (minutes?.id === documentId && minutes.href)) return this.drawing.set(false);
    this.timer = setTimeout(() => {
      this.followUp.reload();
      this.waitFor(documentId, attempts - 1);
    }, RENDERED_MS);
  }

  private async explain(noTime: boolean): Promise<void> {
    await this.confirm.ask({
      heading: $localize`Kallelsen kan inte skickas än`,
      text: noTime
        ? $localize`Ange först när mötet börjar och slutar: välj Ändra.`
        : $localize`Ingen av dem som ska kallas har en e-postadress. Lägg till adresserna: välj Ändra.`,
      confirm: $localize`Jag förstår`,
    });
  }
}
