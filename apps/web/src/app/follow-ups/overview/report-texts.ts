import { Component, computed, DestroyRef, effect, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { FOLLOW_UP_LIMITS, type FollowUpView } from '@insyn/api-schema';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { toProblem } from '../../http/problem.js';
import { ConflictNotice } from '../../ui/conflict-notice.js';
import { DateLongPipe } from '../../ui/dates.js';
import { Control, Field } from '../../ui/field.js';
import { SavedIndicator } from '../../ui/saved-indicator.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

interface Texts {
  title: string;
  background: string;
  purpose: string;
  summary: string;
  reportDate: string;
  decisionDue: string;
  /** The version that the text was written on. */
  version: number;
}
type TextName = 'background' | 'purpose' | 'summary';

/** The report's own texts and dates; they save themselves. Read-only once the case is sent. */
@Component({
  selector: 'app-report-texts',
  imports: [Field, Control, SavedIndicator, ConflictNotice, DateLongPipe],
  template: `
    <section class="card padded stack">
      <div class="row spread">
        <h2 i18n>Rapportens texter</h2>
        @if (view().editable) {
          <app-saved-indicator [state]="draft.state()" [savedAt]="draft.savedAt()" />
        }
      </div>
      @if (draft.conflict(); as conflict) {
        <app-conflict-notice
          [mine]="readable(conflict.mine)"
          [theirs]="conflict.theirs ? readable(conflict.theirs) : ''"
          (keepMine)="keepMine()"
          (takeTheirs)="takeTheirs()"
        />
      }
      @if (draft.state() === 'refused') {
        <p class="error-text" role="alert">{{ refusal() }}</p>
      }
      @if (view().editable) {
        <app-field i18n-label label="Rubrik" i18n-note note="Publiceras">
          <input
            appControl
            [attr.maxlength]="limits.title"
            [value]="texts().title"
            (input)="write({ title: $any($event.target).value })"
          />
        </app-field>
        @for (part of parts; track part.name) {
          <app-field
            [label]="part.label"
            [hint]="part.hint"
            i18n-note
            note="Publiceras"
            [fieldId]="'text-' + part.name"
          >
            <textarea
              appControl
              [attr.maxlength]="limits[part.name]"
              [value]="texts()[part.name]"
              (input)="writePart(part.name, $any($event.target).value)"
              (blur)="draft.flush()"
            ></textarea>
          </app-field>
        }
        <div class="form-row">
          <app-field i18n-label label="Rapportens datum" i18n-hint hint="Inte före något underlag" [optional]="true">
            <input
              appControl
              type="date"
              [value]="texts().reportDate"
              (input)="write({ reportDate: $any($event.target).value })"
            />
          </app-field>
          <app-field i18n-label label="Beslut senast" i18n-hint hint="Intern dag" [optional]="true">
            <input
              appControl
              type="date"
              [value]="texts().decisionDue"
              (input)="write({ decisionDue: $any($event.target).value })"
            />
          </app-field>
        </div>
      } @else {
        @for (part of parts; track part.name) {
          <div>
            <h3>{{ part.label }}</h3>
            <p class="prose written" [class.muted]="!texts()[part.name]">{{ texts()[part.name] || nothing }}</p>
          </div>
        }
        @if (view().reportDate; as date) {
          <p class="small muted"><ng-container i18n>Rapportens datum:</ng-container> {{ date | dateLong }}</p>
        }
      }
    </section>
  `,
  styles: `
    .written {
      white-space: pre-wrap;
      margin-top: 4px;
    }
  `,
})
export class ReportTexts implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly drafts = inject(Drafts);
  private readonly followUp = inject(OpenFollowUp);
  private readonly owner = inject(DestroyRef);
  readonly view = input.required<FollowUpView>();

  protected readonly limits = FOLLOW_UP_LIMITS;
  protected readonly nothing = $localize`Inget skrivet.`;
  protected readonly parts: readonly { name: TextName; label: string; hint: string }[] = [
    {
      name: 'background',
      label: $localize`Bakgrund`,
      hint: $localize`Varför följs just det här upp, och vad är känt sedan tidigare?`,
    },
    { name: 'purpose', label: $localize`Syfte`, hint: $localize`Vad ska uppföljningen svara på?` },
    {
      name: 'summary',
      label: $localize`Sammanfattning`,
      hint: $localize`Det viktigaste för den som bara läser ett stycke.`,
    },
  ];
  protected draft!: Draft<Texts>;
  private readonly written = signal<Texts | null>(null);
  private readonly savedVersion = signal(0);
  /** The texts of the follow-up as they are in that version. */
  private saved: Texts | null = null;
  /** What another has written, read when ours could not be saved. */
  private theirs: Texts | null = null;
  protected readonly texts = computed(() => this.written() ?? textsOf(this.view()));
  protected readonly refusal = computed(() => this.draft.problem()?.errors[0]?.message ?? this.draft.problem()?.title);

  constructor() {
    // A change of the team moves the version too; only another's text is a conflict with what is written here.
    effect(() => {
      const theirs = textsOf(this.view());
      untracked(() => {
        const isNewer = theirs.version > this.savedVersion();
        if (isNewer && this.saved && isSame(this.saved, theirs)) this.savedVersion.set(theirs.version);
        if (theirs.version === this.savedVersion()) this.saved = theirs;
      });
    });
  }

  ngOnInit(): void {
    const id = this.view().id;
    this.beginFrom(this.view());
    this.draft = this.drafts.open<Texts>(
      {
        key: `follow-up-texts/${id}`,
        page: id,
        name: $localize`rapportens texter`,
        save: (texts) => this.save(texts),
        readSaved: () => this.readSaved(),
      },
      this.owner,
    );
    if (!this.draft.restored || !this.view().editable) return;
    this.written.set(this.draft.restored);
    if (this.draft.restored.version !== this.savedVersion()) this.saved = null;
    this.savedVersion.set(this.draft.restored.version);
    this.draft.change(this.draft.restored);
  }

  protected write(changes: Partial<Texts>): void {
    if (!this.written()) this.beginFrom(this.view());
    const texts = { ...this.texts(), ...changes, version: this.savedVersion() };
    this.written.set(texts);
    this.draft.change(texts);
  }

  protected writePart(name: TextName, text: string): void {
    this.write({ [name]: text });
  }

  protected async keepMine(): Promise<void> {
    await this.draft.keepMine();
  }

  protected takeTheirs(): void {
    this.draft.discard();
    this.written.set(null);
    this.followUp.reload();
  }

  protected readable({ background, purpose, summary }: Texts): string {
    return [background, purpose, summary].filter(Boolean).join('\n\n');
  }

  private beginFrom(view: FollowUpView): void {
    this.savedVersion.set(view.version);
    this.saved = textsOf(view);
  }

  private async save(texts: Texts): Promise<void> {
    const { title, background, purpose, summary, reportDate, decisionDue } = texts;
    const command = {
      ...(title.trim() ? { title } : {}),
      background,
      purpose,
      summary,
      reportDate: reportDate || null,
      decisionDue: decisionDue || null,
    };
    const send = () => this.api.changeTexts(this.view().id, { ...command, version: this.savedVersion() });
    const saved = await send().catch(async (error: unknown) => {
      if (!toProblem(error).conflict || !(await this.hasOurTexts())) throw error;
      return send();
    });
    this.savedVersion.set(saved.version);
    this.saved = { ...texts, title: title.trim() ? title : this.view().title };
    this.followUp.reload();
  }

  /** Whether the texts are still those that ours were written on: then only the version has moved, and we go on from it. */
  private async hasOurTexts(): Promise<boolean> {
    const now = textsOf(await this.api.read(this.view().id));
    const isOurs = this.saved !== null && isSame(this.saved, now);
    if (isOurs) this.savedVersion.set(now.version);
    else this.theirs = now;
    return isOurs;
  }

  private async readSaved(): Promise<Texts> {
    const now = this.theirs ?? textsOf(await this.api.read(this.view().id));
    this.theirs = null;
    this.savedVersion.set(now.version);
    return now;
  }
}

function isSame(one: Texts, other: Texts): boolean {
  const names = ['title', 'background', 'purpose', 'summary', 'reportDate', 'decisionDue'] as const;
  return names.every((name) => one[name] === other[name]);
}

function textsOf({ title, background, purpose, summary, reportDate, decisionDue, version }: FollowUpView): Texts {
  return { title, background, purpose, summary, reportDate: reportDate ?? '', decisionDue: decisionDue ?? '', version };
}
