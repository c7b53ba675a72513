import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { QUESTION_SET_LIMITS, type Page, type QuestionSetListItem } from '@insyn/api-schema';
import { READY_QUESTION_SETS, SERVICE_TYPE_LABELS, SERVICE_TYPES, type ServiceType } from '@insyn/domain';
import { readResource } from '../http/read-resource.js';
import { sending } from '../http/sending.js';
import { ErrorSummary, summaryOf } from '../ui/error-summary.js';
import { Control, Field } from '../ui/field.js';
import { HalfWritten } from '../ui/half-written.js';
import { PageHeader } from '../ui/page-header.js';
import { Toasts } from '../ui/toasts.js';
import { questionSetOf, QuestionSetsApi, type CopyOf } from './question-sets-api.js';

interface Written {
  name: string;
  serviceType: ServiceType | '';
  /** "empty", "ready/<id>" or "copy". */
  from: string;
  setId: string;
  versionId: string;
}

/** A new question set: empty, one that the product comes with, or a copy of an earlier version. */
@Component({
  selector: 'app-question-set-new-page',
  imports: [PageHeader, RouterLink, FormRoot, FormField, Field, Control, ErrorSummary],
  template: `
    <app-page-header
      i18n-heading
      heading="Nytt frågebatteri"
      [crumbs]="[{ label: 'Frågebatterier', link: '/fragebatterier' }, { label: 'Nytt' }]"
    />
    <form [formRoot]="setForm" class="form" novalidate>
      <app-error-summary [items]="problems()" />
      <fieldset>
        <legend i18n>Börja med</legend>
        @for (ready of readySets; track ready.id) {
          <label class="choice">
            <input
              type="radio"
              [value]="'ready/' + ready.id"
              [formField]="setForm.from"
              (change)="take(ready.name, ready.serviceType)"
            />
            <span
              >{{ ready.name }}
              <span class="small muted" i18n
                >färdigt, {{ ready.questions.length }} frågor att göra om till era</span
              ></span
            >
          </label>
        }
        <label class="choice">
          <input type="radio" value="copy" [formField]="setForm.from" />
          <span i18n>En kopia av ett frågebatteri som finns</span>
        </label>
        <label class="choice">
          <input type="radio" value="empty" [formField]="setForm.from" />
          <span i18n>Inga frågor</span>
        </label>
      </fieldset>
      @if (model().from === 'copy') {
        <div class="form-row">
          <app-field i18n-label label="Kopiera från" [of]="setForm.setId">
            <select appControl [formField]="setForm.setId" (change)="chooseSet($any($event.target).value)">
              <option value="" i18n>Välj frågebatteri</option>
              @for (set of sets(); track set.id) {
                <option [value]="set.id">{{ set.name }}</option>
              }
            </select>
          </app-field>
          @if (versions().length > 0) {
            <app-field i18n-label label="Version" [of]="setForm.versionId">
              <select appControl [formField]="setForm.versionId">
                @for (version of versions(); track version.id) {
                  <option [value]="version.id" i18n>
                    Version {{ version.number }}, {{ version.questions }} frågor
                  </option>
                }
              </select>
            </app-field>
          }
        </div>
      }
      <app-field
        i18n-label
        label="Namn"
        i18n-hint
        hint="Till exempel Personlig assistans, årlig uppföljning"
        [of]="setForm.name"
      >
        <input appControl autocomplete="off" [formField]="setForm.name" />
      </app-field>
      <app-field i18n-label label="Tjänst" [of]="setForm.serviceType">
        <select appControl [formField]="setForm.serviceType">
          <option value="" i18n>Välj tjänst</option>
          @for (type of types; track type) {
            <option [value]="type">{{ typeLabels[type] }}</option>
          }
        </select>
      </app-field>
      <div class="buttons">
        <button type="submit" class="primary" [attr.aria-busy]="setForm().submitting() || null" i18n>
          Lägg upp frågebatteriet
        </button>
        <a class="btn quiet" routerLink="/fragebatterier" i18n>Avbryt</a>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
  `,
})
export class QuestionSetNewPage {
  private readonly api = inject(QuestionSetsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly readySets = READY_QUESTION_SETS;
  protected readonly types = SERVICE_TYPES;
  protected readonly typeLabels = SERVICE_TYPE_LABELS;
  private readonly tried = signal(false);
  protected readonly model = signal<Written>({ name: '', serviceType: '', from: '', setId: '', versionId: '' });
  private readonly list = readResource<Page<QuestionSetListItem>>(() =>
    this.model().from === 'copy' ? '/api/question-sets' : undefined,
  );
  protected readonly sets = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  private readonly chosen = questionSetOf(computed(() => (this.model().from === 'copy' ? this.model().setId : '')));
  protected readonly versions = computed(() => {
    if (!this.chosen.hasValue()) return [];
    const { current, earlier } = this.chosen.value();
    const newest = { id: current.id, number: current.number, questions: current.questions.length };
    return [newest, ...earlier.toSorted((a, b) => b.number - a.number)];
  });
  protected readonly setForm = form(
    this.model,
    (path) => {
      required(path.from, { message: $localize`Välj vad frågebatteriet ska börja med.` });
      required(path.setId, {
        when: (field) => field.valueOf(path.from) === 'copy',
        message: $localize`Välj vilket frågebatteri som ska kopieras.`,
      });
      required(path.name, { message: $localize`Skriv frågebatteriets namn.` });
      maxLength(path.name, QUESTION_SET_LIMITS.name, { message: $localize`Namnet är längre än 200 tecken.` });
      required(path.serviceType, { message: $localize`Välj vilken tjänst frågorna gäller.` });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly problems = computed(() => (this.tried() ? summaryOf(this.setForm()) : []));

  constructor() {
    inject(HalfWritten).watch(() => this.setForm().dirty());
  }

  /** A shipped set brings its name and service, unless something else is written already. */
  protected take(name: string, serviceType: ServiceType): void {
    const known = ['', ...READY_QUESTION_SETS.map((ready) => ready.name)];
    this.model.update((model) => (known.includes(model.name) ? { ...model, name, serviceType } : model));
  }

  protected chooseSet(setId: string): void {
    const set = this.sets().find(({ id }) => id === setId);
    if (!set) return;
    this.model.update((model) => ({
      ...model,
      setId,
      versionId: '',
      serviceType: model.serviceType || set.serviceType,
    }));
  }

  private async send(): Promise<void> {
    const { name, serviceType } = this.model();
    if (!serviceType) return;
    const { id } = await this.api.create({ name: name.trim(), serviceType, copyOf: this.copyOf() });
    this.setForm().reset();
    this.toasts.show($localize`Frågebatteriet är upplagt`);
    await this.router.navigate(['/fragebatterier', id]);
  }

  private copyOf(): CopyOf {
    const { from, versionId } = this.model();
    const ready = READY_QUESTION_SETS.find(({ id }) => from === `ready/${id}`);
    if (ready) return { ready: ready.id };
    const chosen = versionId || this.versions()[0]?.id;
    return from === 'copy' && chosen ? { versionId: chosen } : null;
  }
}
