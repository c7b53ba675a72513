import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { QUESTION_SET_LIMITS, type QuestionFault, type QuestionImportPreview } from '@insyn/api-schema';
import type { Question } from '@insyn/domain';
import { toProblem, type Problem } from '../../http/problem.js';
import { Control, Field } from '../../ui/field.js';
import { QuestionSetsApi } from '../question-sets-api.js';

const FIELD_LABELS: Readonly<Record<string, string>> = {
  number: $localize`Nummer`,
  section: $localize`Avsnitt`,
  text: $localize`Fråga`,
  guidance: $localize`Vägledning`,
  legalGround: $localize`Lagrum`,
  clauseNumber: $localize`Avtalspunkt`,
  kind: $localize`Svarstyp`,
  required: $localize`Obligatorisk`,
  unit: $localize`Enhet`,
  min: $localize`Min`,
  max: $localize`Max`,
  options: $localize`Alternativ`,
  columns: $localize`Kolumner`,
  condition: $localize`Villkor`,
  finding: $localize`Iakttagelse`,
};

/** Reads a file of questions: first what it would give and what is wrong by row, then the whole of it into the editor. */
@Component({
  selector: 'app-question-import',
  imports: [Field, Control],
  template: `
    <section class="card padded stack" aria-labelledby="import-heading">
      <h2 id="import-heading" tabindex="-1" #heading i18n>Läs in frågor från en fil</h2>
      <app-field
        i18n-label
        label="Fil"
        i18n-hint
        hint="CSV eller JSON, så som frågorna hämtas ut härifrån. Inget sparas förrän du sparar frågorna."
        [error]="wrongFile()"
      >
        <input
          appControl
          #file
          type="file"
          accept=".csv,.json,text/csv,application/json"
          (change)="take(file.files?.[0]); file.value = ''"
        />
      </app-field>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem.title }}</p>
      }
      @if (preview(); as read) {
        <div role="status">
          <p>
            <b>{{ outcome() }}</b>
          </p>
          @if (read.faults.length > 0) {
            <p class="muted" i18n>Rätta i filen och läs in den igen. Frågorna här är som de var.</p>
          }
        </div>
        @if (read.faults.length > 0) {
          <div class="card faults">
            <table class="rows-on-phone" role="table">
              <caption class="visually-hidden" i18n>
                Fel i filen
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader" i18n>Rad</th>
                  <th scope="col" role="columnheader" i18n>Kolumn</th>
                  <th scope="col" role="columnheader" i18n>Vad som är fel</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (fault of read.faults; track $index) {
                  <tr role="row">
                    <td role="cell" class="num">{{ rowOf(fault) }}</td>
                    <td role="cell" class="muted">{{ fieldName(fault) }}</td>
                    <td role="cell">{{ fault.message }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <ol class="read">
            @for (question of read.questions; track question.id) {
              <li>
                <span class="num number">{{ question.number }}</span> {{ question.text }}
              </li>
            }
          </ol>
        }
      } @else if (busy()) {
        <p role="status" i18n>Läser filen …</p>
      }
      <div class="buttons">
        @if (ready(); as questions) {
          <button type="button" class="primary" (click)="taken.emit(questions)" i18n>
            Byt ut frågorna i redigeraren
          </button>
        }
        <button type="button" class="quiet" (click)="closed.emit()" i18n>Stäng</button>
      </div>
    </section>
  `,
  styles: `
    .faults {
      border-left: 4px solid var(--notmet);
    }
    .read {
      list-style: none;
      padding: 0;
      max-height: 320px;
      overflow: auto;
    }
    .read li {
      padding: 6px 0;
      border-top: 1px solid var(--line);
    }
    .number {
      font-weight: 650;
    }
  `,
})
export class QuestionImport {
  private readonly api = inject(QuestionSetsApi);
  readonly taken = output<readonly Question[]>();
  readonly closed = output();

  protected readonly busy = signal(false);
  protected readonly wrongFile = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly preview = signal<QuestionImportPreview | null>(null);
  protected readonly ready = computed(() => {
    const read = this.preview();
    return read && read.faults.length === 0 && read.questions.length > 0 ? read.questions : null;
  });
  protected readonly outcome = computed(() => {
    const [faults, questions] = [this.preview()?.faults.length ?? 0, this.preview()?.questions.length ?? 0];
    if (faults === 1) return $localize`Ett fel att rätta`;
    if (faults > 1) return $localize`${faults} fel att rätta`;
    return questions === 1 ? $localize`En fråga kan läsas in` : $localize`${questions} frågor kan läsas in`;
  });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  focus(): void {
    this.heading().nativeElement.focus();
  }

  protected async take(file: File | undefined): Promise<void> {
    if (!file || this.busy()) return;
    this.preview.set(null);
    this.problem.set(null);
    this.wrongFile.set(faultOf(file));
    if (this.wrongFile()) return;
    this.busy.set(true);
    try {
      const format = file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv';
      this.preview.set(await this.api.preview({ format, text: await textOf(file) }));
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected rowOf({ row }: QuestionFault): string {
    return row === null ? $localize`Hela filen` : String(row);
  }

  protected fieldName({ field }: QuestionFault): string {
    return FIELD_LABELS[field] ?? '';
  }
}

function faultOf({ name, size }: File): string | null {
  if (!/\.(csv|txt|json)$/iu.test(name)) return $localize`Välj en CSV-fil eller en JSON-fil.`;
  if (size === 0) return $localize`Filen är tom.`;
  return size > QUESTION_SET_LIMITS.importBytes ? $localize`Filen är för stor. Högst 2 MB kan läsas in.` : null;
}

/** The text of a file in UTF-8, or in what Swedish spreadsheets once wrote. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
