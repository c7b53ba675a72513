import { Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { EVIDENCE_LIMITS, type EvidenceView, type Id } from '@insyn/api-schema';
import {
  INTERVIEW_FORM_LABELS,
  INTERVIEW_FORMS,
  interviewTextFaults,
  RESPONDENT_GROUP_LABELS,
  RESPONDENT_GROUPS,
  type InterviewForm as Form,
  type RespondentGroup,
} from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { providerOf } from '../../providers/providers-api.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { evidenceKey } from './evidence-key.js';

interface Written {
  heldOn: string;
  title: string;
  text: string;
  respondents: RespondentGroup;
  persons: number | null;
  form: Form;
}

/** An interview: from which group, how many, in what form and what they said; never who. */
@Component({
  selector: 'app-interview-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="interviewForm" class="form" novalidate>
      <h2>{{ interview() ? changing : adding }}</h2>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Rubrik"
        i18n-hint
        hint="Till exempel Intervjuer med personal i hemtjänsten"
        [of]="interviewForm.title"
      >
        <input appControl [formField]="interviewForm.title" />
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Datum" [of]="interviewForm.heldOn">
          <input appControl type="date" [formField]="interviewForm.heldOn" />
        </app-field>
        <app-field i18n-label label="Form" [of]="interviewForm.form">
          <select appControl [formField]="interviewForm.form">
            @for (form of forms; track form) {
              <option [value]="form">{{ formLabels[form] }}</option>
            }
          </select>
        </app-field>
      </div>
      <div class="form-row">
        <app-field i18n-label label="Vilka" [of]="interviewForm.respondents">
          <select appControl [formField]="interviewForm.respondents">
            @for (group of groups; track group) {
              <option [value]="group">{{ groupLabels[group] }}</option>
            }
          </select>
        </app-field>
        <app-field i18n-label label="Antal personer" [of]="interviewForm.persons">
          <input appControl type="number" inputmode="numeric" [formField]="interviewForm.persons" />
        </app-field>
      </div>
      <div class="stack tight">
        <app-field
          i18n-label
          label="Vad de berättade"
          [optional]="true"
          i18n-hint
          hint="Inga namn, personnummer, telefonnummer eller e-postadresser. Skriv rollen, till exempel en medarbetare."
          [of]="interviewForm.text"
        >
          <textarea appControl class="tall" [formField]="interviewForm.text"></textarea>
        </app-field>
        <div role="status">
          @for (fault of faults(); track fault) {
            <p class="small warns">{{ fault }}.</p>
          }
        </div>
      </div>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="interviewForm().submitting() || null" i18n>
          Spara intervjun
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .tight {
      gap: var(--s2);
    }
    .tall {
      min-height: 160px;
    }
    .warns {
      border-left: 3px solid var(--partly);
      padding-left: 10px;
      font-weight: 600;
    }
  `,
})
export class InterviewForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** Null for a new one. */
  readonly interview = input.required<EvidenceView | null>();
  readonly done = output<Id | null>();

  protected readonly adding = $localize`Ny intervju`;
  protected readonly changing = $localize`Ändra intervjun`;
  protected readonly forms = INTERVIEW_FORMS;
  protected readonly formLabels = INTERVIEW_FORM_LABELS;
  protected readonly groups = RESPONDENT_GROUPS;
  protected readonly groupLabels = RESPONDENT_GROUP_LABELS;
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  private readonly model = signal<Written>({
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
    respondents: 'staff',
    persons: 1,
    form: 'on-site',
  });
  protected readonly interviewForm = form(
    this.model,
    (path) => {
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.heldOn, { message: $localize`Ange vilken dag intervjun hölls.` });
      required(path.persons, { message: $localize`Skriv hur många som deltog.` });
      min(path.persons, 1, { message: $localize`Minst en person deltar i en intervju.` });
      max(path.persons, EVIDENCE_LIMITS.persons, { message: $localize`Skriv högst 500 personer.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.interviewForm()) : []));

  private readonly provider = providerOf(() => this.followUp.view()?.provider.id ?? '');
  /** Those whose names the case knows; the server knows them too, and refuses. */
  private readonly knownNames = computed(() => {
    const view = this.followUp.view();
    const contacts = this.provider.hasValue() ? this.provider.value().contacts : [];
    const participants = (view?.evidence ?? []).flatMap(({ meeting }) => meeting?.participants ?? []);
    return [...new Set([...contacts, ...participants].map(({ name }) => name))];
  });
  /** Said while it is written, so that nothing has to be sent to be found. */
  protected readonly faults = computed(() => {
    const { title, text } = this.model();
    return interviewTextFaults(`${title}\n${text}`, this.knownNames());
  });

  ngOnInit(): void {
    const before = this.interview();
    if (before) {
      const { heldOn, title, text, interview } = before;
      const { respondents, persons, form: shape } = interview ?? this.model();
      this.model.set({ heldOn, title, text, respondents, persons, form: shape });
    }
    this.kept = this.drafts.keepForm(
      this.model,
      { key: evidenceKey('interview', before?.id ?? this.followUp.id()), version: before?.version ?? null },
      this.injector,
    );
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit(null);
  }

  private async send(): Promise<void> {
    const [before, followUpId] = [this.interview(), this.followUp.id() ?? ''];
    const command = { ...this.model(), persons: this.model().persons ?? 0 };
    let saved: Id | null = null;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          const answer = before
            ? await this.api.changeInterview(before.id, { ...command, version: this.kept.version ?? before.version })
            : await this.api.addInterview(followUpId, command);
          saved = answer.id;
        },
        $localize`Intervjun är sparad`,
      ),
    );
    this.done.emit(saved);
  }
}
