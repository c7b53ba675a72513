import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import type { EvidenceView, Id } from '@insyn/api-schema';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentEvidence } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { evidenceKey } from './evidence-key.js';

/** A document; also the date and words of a review, a signal or an information request. */
@Component({
  selector: 'app-evidence-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="evidenceForm" class="form" novalidate>
      <h2>{{ evidence() ? changing : adding }}</h2>
      <app-error-summary [items]="problems()" />
      <div class="form-row">
        <app-field i18n-label label="Datum" [of]="evidenceForm.heldOn">
          <input appControl type="date" [formField]="evidenceForm.heldOn" />
        </app-field>
      </div>
      <app-field
        i18n-label
        label="Rubrik"
        i18n-hint
        hint="Till exempel Rutin för genomförandeplaner"
        [of]="evidenceForm.title"
      >
        <input appControl [formField]="evidenceForm.title" />
      </app-field>
      <app-field i18n-label label="Vad det visar" [optional]="true" [of]="evidenceForm.text">
        <textarea appControl [formField]="evidenceForm.text"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="evidenceForm().submitting() || null" i18n>
          Spara underlaget
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
})
export class EvidenceForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Null for a new one. */
  readonly evidence = input.required<EvidenceView | null>();
  /** What was saved; null when the form was given up. */
  readonly done = output<Id | null>();

  protected readonly adding = $localize`Nytt underlag`;
  protected readonly changing = $localize`Ändra underlaget`;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  private readonly model = signal<SentEvidence>({
    kind: 'document',
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
  });
  protected readonly evidenceForm = form(
    this.model,
    (path) => {
      required(path.heldOn, { message: $localize`Ange vilken dag det är från.` });
      required(path.title, { message: $localize`Skriv en rubrik.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.evidenceForm()) : []));

  ngOnInit(): void {
    const evidence = this.evidence();
    if (evidence) {
      const { kind, heldOn, title, text } = evidence;
      this.model.set({ kind, heldOn, title, text });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: evidenceKey('other', evidence?.id ?? this.followUp.id()), version: evidence?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit(null);
  }

  private async send(): Promise<void> {
    const [evidence, id] = [this.evidence(), this.followUp.id() ?? ''];
    const { kind, ...words } = this.model();
    let saved: Id | null = null;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          const answer = evidence
            ? await this.api.changeEvidence({ ...evidence, version: this.kept.version ?? evidence.version }, words)
            : await this.api.addEvidence(id, { kind, ...words });
          saved = answer.id;
        },
        $localize`Underlaget är sparat`,
      ),
    );
    this.done.emit(saved);
  }
}
