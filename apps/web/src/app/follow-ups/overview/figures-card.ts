import { Component, inject, input, type OnInit, signal } from '@angular/core';
import type { FigureView, Id } from '@insyn/api-schema';
import { FIGURE_SOURCE_LABELS } from '@insyn/domain';
import { Drafts } from '../../drafts/drafts.js';
import { Confirm } from '../../ui/confirm.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { figureKey, FigureForm } from './figure-form.js';

/** The figures of the overview (R4): each counted or reported, and said which. */
@Component({
  selector: 'app-figures-card',
  imports: [FigureForm],
  template: `
    <section class="card">
      <div class="row spread head">
        <h2 id="figures-heading" i18n>Siffror</h2>
        @if (editable() && editing() === null) {
          <button type="button" (click)="editing.set('new')" i18n>Lägg till siffra</button>
        }
      </div>
      @if (figures().length > 0) {
        <table class="rows-on-phone" role="table">
          <caption class="visually-hidden" i18n>
            Siffror med period och källa
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" i18n>Siffra</th>
              <th scope="col" role="columnheader" i18n>Värde</th>
              <th scope="col" role="columnheader" i18n>Period</th>
              <th scope="col" role="columnheader" i18n>Källa</th>
              @if (editable()) {
                <th scope="col" role="columnheader"><span class="visually-hidden" i18n>Ändra</span></th>
              }
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (figure of figures(); track figure.id) {
              <tr role="row" [id]="'figure-' + figure.id">
                <td role="cell">
                  <b>{{ figure.name }}</b>
                </td>
                <td role="cell" class="num">{{ figure.display }}</td>
                <td role="cell">{{ figure.period }}</td>
                <td role="cell">{{ sources[figure.source] }}</td>
                @if (editable()) {
                  <td role="cell" class="act">
                    <button type="button" class="quiet" (click)="editing.set(figure.id)">
                      <ng-container i18n>Ändra</ng-container><span class="visually-hidden"> {{ figure.name }}</span>
                    </button>
                    <button type="button" class="quiet" (click)="remove(figure)">
                      <ng-container i18n>Ta bort</ng-container><span class="visually-hidden"> {{ figure.name }}</span>
                    </button>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      } @else if (editing() === null) {
        <p class="muted nothing" i18n>
          Inga siffror än. Här hör kunder, personal, sjukfrånvaro och personalomsättning hemma.
        </p>
      }
      @if (editing() !== null) {
        <div class="editor">
          @for (id of [editing()]; track id) {
            <app-figure-form [figure]="figureOf(id)" (done)="editing.set(null)" />
          }
        </div>
      }
    </section>
  `,
  styles: `
    .head {
      padding: 14px 16px;
    }
    .nothing {
      padding: 0 16px 16px;
    }
    .editor {
      border-top: 1px solid var(--line);
      padding: 16px;
    }
    .act button {
      padding-inline: 8px;
    }
  `,
})
export class FiguresCard implements OnInit {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);
  private readonly confirm = inject(Confirm);
  private readonly drafts = inject(Drafts);
  readonly figures = input.required<readonly FigureView[]>();
  readonly editable = input.required<boolean>();

  protected readonly sources = FIGURE_SOURCE_LABELS;
  protected readonly editing = signal<Id | null>(null);

  /** What was being written when the page was left or reloaded is opened again. */
  ngOnInit(): void {
    if (!this.editable()) return;
    const kept = this.figures().find(({ id }) => this.drafts.holds(figureKey(id)));
    this.editing.set(kept?.id ?? (this.drafts.holds(figureKey(this.followUp.id())) ? 'new' : null));
  }

  protected figureOf(id: Id | null): FigureView | null {
    return this.figures().find((figure) => figure.id === id) ?? null;
  }

  protected async remove(figure: FigureView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Ta bort ”${figure.name}”?`,
      text: $localize`Siffran försvinner ur rapporten.`,
      confirm: $localize`Ta bort`,
      tone: 'danger',
    });
    if (answer) await this.followUp.act(() => this.api.deleteFigure(figure), $localize`Siffran är borttagen`);
  }
}
