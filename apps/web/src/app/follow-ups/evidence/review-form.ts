import { Component, computed, inject, Injector, type OnInit, output, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { EVIDENCE_LIMITS, type Id } from '@insyn/api-schema';
import { CHECKLIST_TEMPLATES, SAMPLE_METHOD_LABELS, SAMPLE_METHODS, type SampleMethod } from '@insyn/domain';
import { Drafts, type KeptForm } from '../../drafts/drafts.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { ErrorSummary, summaryOf } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { FollowUpsApi, type SentReview } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { evidenceKey } from './evidence-key.js';

interface Written {
  heldOn: string;
  title: string;
  text: string;
  method: SampleMethod;
  population: number | null;
  size: number | null;
  seed: string;
  questions: { text: string }[];
}

/** A review of case files: how they are chosen, how many of how many, and the questions asked of each (R5). */
@Component({
  selector: 'app-review-form',
  imports: [FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <form [formRoot]="reviewForm" class="form" novalidate>
      <h2 i18n>Ny granskning av akter</h2>
      <app-error-summary [items]="problems()" />
      <app-field
        i18n-label
        label="Rubrik"
        i18n-hint
        hint="Till exempel Granskning av genomförandeplaner"
        [of]="reviewForm.title"
      >
        <input appControl [formField]="reviewForm.title" />
      </app-field>
      <div class="form-row">
        <app-field i18n-label label="Datum" [of]="reviewForm.heldOn">
          <input appControl type="date" [formField]="reviewForm.heldOn" />
        </app-field>
        <app-field i18n-label label="Urval" [of]="reviewForm.method">
          <select appControl [formField]="reviewForm.method">
            @for (method of methods; track method) {
              <option [value]="method">{{ methodLabels[method] }}</option>
            }
          </select>
        </app-field>
      </div>
      <div class="form-row">
        <app-field i18n-label label="Akter i verksamheten (N)" [of]="reviewForm.population">
          <input appControl type="number" [formField]="reviewForm.population" />
        </app-field>
        @if (model().method !== 'census') {
          <app-field i18n-label label="Akter som granskas (n)" [of]="reviewForm.size">
            <input appControl type="number" [formField]="reviewForm.size" />
          </app-field>
        }
      </div>
      @if (model().method === 'random') {
        <app-field
          i18n-label
          label="Slumpfrö"
          [optional]="true"
          i18n-hint
          hint="Lämna tomt för att få ett. Med samma frö dras samma akter igen, så att urvalet går att kontrollera."
          [of]="reviewForm.seed"
        >
          <input appControl autocomplete="off" [formField]="reviewForm.seed" />
        </app-field>
      }
      <fieldset class="stack">
        <legend i18n>Frågor till varje akt</legend>
        <div class="templates">
          <app-field i18n-label label="Färdig checklista" [optional]="true">
            <select #template appControl>
              @for (each of templates; track each.id) {
                <option [value]="each.id">{{ each.title }} ({{ each.questions.length }})</option>
              }
            </select>
          </app-field>
          <button type="button" (click)="fill(template.value)" i18n>Använd checklistan</button>
        </div>
        <p class="small muted" role="status">{{ said() }}</p>
        @for (question of reviewForm.questions; track question) {
          <div class="question">
            <app-field [label]="'Fråga ' + ($index + 1)" [of]="question.text">
              <input appControl autocomplete="off" [formField]="question.text" />
            </app-field>
            @if (model().questions.length > 1) {
              <button type="button" class="quiet" (click)="removeQuestion($index)">
                <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> fråga {{ $index + 1 }}</span>
              </button>
            }
          </div>
        }
        @if (model().questions.length < most) {
          <div><button type="button" (click)="addQuestion()" i18n>Lägg till fråga</button></div>
        }
      </fieldset>
      <app-field i18n-label label="Anteckningar" [optional]="true" [of]="reviewForm.text">
        <textarea appControl [formField]="reviewForm.text"></textarea>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="reviewForm().submitting() || null">
          @if (model().method === 'random') {
            <ng-container i18n>Dra stickprovet</ng-container>
          } @else {
            <ng-container i18n>Spara granskningen</ng-container>
          }
        </button>
        <button type="button" class="quiet" (click)="cancel()" i18n>Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .question,
    .templates {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--s3);
      align-items: end;
    }
    @media (max-width: 480px) {
      .templates {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ReviewForm implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  /** The review that was saved; null when the form was given up. */
  readonly done = output<Id | null>();

  protected readonly methods = SAMPLE_METHODS;
  protected readonly methodLabels = SAMPLE_METHOD_LABELS;
  protected readonly most = EVIDENCE_LIMITS.questions;
  protected readonly templates = CHECKLIST_TEMPLATES;
  protected readonly said = signal('');
  private readonly tried = signal(false);
  private kept!: KeptForm<unknown>;
  protected readonly model = signal<Written>({
    heldOn: inject(Session).today() ?? '',
    title: '',
    text: '',
    method: 'random',
    population: null,
    size: null,
    seed: '',
    questions: [{ text: '' }],
  });
  protected readonly reviewForm = form(
    this.model,
    (path) => {
      const drawn = () => this.model().method !== 'census';
      required(path.title, { message: $localize`Skriv en rubrik.` });
      required(path.heldOn, { message: $localize`Ange vilken dag granskningen gjordes.` });
      required(path.population, { message: $localize`Skriv hur många akter som finns i verksamheten.` });
      min(path.population, 1, { message: $localize`Det ska finnas minst en akt.` });
      max(path.population, EVIDENCE_LIMITS.population, { message: $localize`Skriv högst en miljon akter.` });
      required(path.size, { when: drawn, message: $localize`Skriv hur många akter som granskas.` });
      min(path.size, 1, { message: $localize`Minst en akt ska granskas.` });
      max(
        path.size,
        () => Math.min(this.model().population ?? EVIDENCE_LIMITS.sampleSize, EVIDENCE_LIMITS.sampleSize),
        {
          message: $localize`Det går inte att granska fler akter än som finns, och högst 500.`,
        },
      );
      applyEach(path.questions, (question) => {
        required(question.text, { message: $localize`Skriv frågan, eller ta bort raden.` });
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.reviewForm()) : []));

  ngOnInit(): void {
    this.kept = this.drafts.keepForm(this.model, { key: evidenceKey('review', this.followUp.id()) }, this.injector);
  }

  protected cancel(): void {
    this.kept.forget();
    this.done.emit(null);
  }

  /** The questions of a checklist come after those that are written already; empty rows give way. */
  protected fill(templateId: string): void {
    const template = CHECKLIST_TEMPLATES.find(({ id }) => id === templateId);
    if (!template) return;
    const written = this.model().questions.filter(({ text }) => text.trim());
    const added = template.questions
      .filter((text) => !written.some((question) => question.text === text))
      .slice(0, this.most - written.length)
      .map((text) => ({ text }));
    this.model.update((model) => ({
      ...model,
      title: model.title || $localize`Granskning av ${template.title.toLowerCase()}`,
      questions: [...written, ...added],
    }));
    this.said.set($localize`${added.length} frågor är tillagda. Ändra och ta bort som du vill.`);
  }

  protected addQuestion(): void {
    this.model.update((model) => ({ ...model, questions: [...model.questions, { text: '' }] }));
  }

  protected removeQuestion(index: number): void {
    this.model.update((model) => ({ ...model, questions: model.questions.filter((_, each) => each !== index) }));
  }

  private async send(): Promise<void> {
    const { seed, population, size, ...rest } = this.model();
    const all = population ?? 0;
    const command: SentReview = {
      ...rest,
      population: all,
      size: rest.method === 'census' ? all : (size ?? 0),
      ...(rest.method === 'random' && seed.trim() ? { seed: seed.trim() } : {}),
    };
    let saved: Id | null = null;
    await this.kept.send(() =>
      this.followUp.carryOut(
        async () => {
          saved = (await this.api.addReview(this.followUp.id() ?? '', command)).id;
        },
        rest.method === 'random' ? $localize`Stickprovet är draget` : $localize`Granskningen är sparad`,
      ),
    );
    this.done.emit(saved);
  }
}
