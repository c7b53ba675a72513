import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionBasis } from '@insyn/api-schema';
import { compareClauseNumbers } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { DateLongPipe } from '../../ui/dates.js';
import { shortNumber } from '../assess/clause-groups.js';
import { changeOf, type Change } from './verdict-change.js';

const MARKS: Record<Change, string> = { better: '▲', worse: '▼', same: '＝', unlike: '–' };
const ORDER: readonly Change[] = ['worse', 'better', 'unlike', 'same'];

/** What has changed since the round before of the same contract: verdicts by clause, what is repeated (R15), figures. */
@Component({
  selector: 'app-basis-comparison',
  imports: [Chip, DateLongPipe, RouterLink],
  template: `
    <section class="card padded stack wide" aria-labelledby="comparison-heading">
      <h2 id="comparison-heading" i18n>Sedan förra uppföljningen</h2>
      @if (basis().previous; as previous) {
        <p class="row">
          <a [routerLink]="['/uppfoljningar', previous.id]">{{ previous.title }}</a>
          @if (previous.outcome; as outcome) {
            <app-chip [outcome]="outcome" />
          }
          <span class="small muted">{{ previous.caseNumber }}, {{ previous.approvedOn | dateLong }}</span>
        </p>
        @if (basis().repeated.length > 0) {
          <div class="notice warning">
            <h3 i18n>Återkommande brister</h3>
            <ul class="plain">
              @for (clause of repeated(); track clause.id) {
                <li>
                  <b>{{ clause.name }}</b>&ngsp;<ng-container i18n>uppfylldes inte heller</ng-container>&ngsp;
                  @for (round of clause.rounds; track round.followUpId; let last = $last) {
                    <a [routerLink]="['/uppfoljningar', round.followUpId]">{{ round.year }}</a>{{ last ? '.' : ',' }}
                  }
                </li>
              }
            </ul>
          </div>
        }
        @if (rows().length > 0) {
          <div class="table-scroll" tabindex="0" role="region" aria-labelledby="changes-caption">
            <table>
              <caption id="changes-caption" i18n>
                Avtalspunkter:
                {{
                  changed().length
                }}
                av
                {{
                  rows().length
                }}
                har ändrats
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n>Avtalspunkt</th>
                  <th scope="col">{{ previous.year }}</th>
                  <th scope="col" i18n>Nu</th>
                  <th scope="col" i18n>Skillnad</th>
                </tr>
              </thead>
              <tbody>
                @for (row of shown(); track row.clauseId) {
                  <tr>
                    <th scope="row">{{ row.name }}</th>
                    <td><app-chip [verdict]="row.before" /></td>
                    <td><app-chip [verdict]="row.now" /></td>
                    <td>
                      <span class="mark {{ row.change }}" aria-hidden="true">{{ marks[row.change] }}</span>
                      {{ words[row.change] }}
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (changed().length < rows().length) {
            <button type="button" class="quiet" [attr.aria-pressed]="all()" (click)="all.set(!all())">
              {{ all() ? onlyChanged : withSame }}
            </button>
          }
        }
        @if (basis().figures.length > 0) {
          <div class="table-scroll" tabindex="0" role="region" aria-labelledby="figures-caption">
            <table>
              <caption id="figures-caption" i18n>
                Nyckeltal som finns båda gångerna
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n>Uppgift</th>
                  <th scope="col" i18n>Förra gången</th>
                  <th scope="col" i18n>Nu</th>
                </tr>
              </thead>
              <tbody>
                @for (figure of basis().figures; track $index) {
                  <tr>
                    <th scope="row">{{ figure.name }}</th>
                    <td>
                      {{ figure.before.display }} <span class="small muted period">{{ figure.before.period }}</span>
                    </td>
                    <td>
                      {{ figure.now.display }} <span class="small muted period">{{ figure.now.period }}</span>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      } @else {
        <p class="muted" i18n>Det finns ingen tidigare beslutad uppföljning av samma avtal.</p>
      }
    </section>
  `,
  styles: `
    .plain {
      list-style: none;
      padding: 0;
    }
    tbody th {
      font-weight: 400;
      color: var(--ink);
      font-size: 15px;
    }
    .period {
      display: block;
      min-width: 120px;
    }
    button {
      justify-self: start;
    }
    .mark {
      display: inline-block;
      width: 20px;
    }
    .better {
      color: var(--met);
    }
    .worse {
      color: var(--notmet);
    }
  `,
})
export class BasisComparison {
  readonly basis = input.required<DecisionBasis>();

  protected readonly all = signal(false);
  protected readonly marks = MARKS;
  protected readonly words: Record<Change, string> = {
    better: $localize`Bättre`,
    worse: $localize`Sämre`,
    same: $localize`Oförändrad`,
    unlike: $localize`Kan inte jämföras`,
  };
  protected readonly withSame = $localize`Visa även oförändrade punkter`;
  protected readonly onlyChanged = $localize`Visa bara ändrade punkter`;
  protected readonly rows = computed(() =>
    this.basis()
      .changes.map((row) => ({
        ...row,
        name: `${shortNumber(row.number)} ${row.heading}`,
        change: changeOf(row.before, row.now),
      }))
      .toSorted(
        (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || compareClauseNumbers(a.number, b.number),
      ),
  );
  protected readonly changed = computed(() => this.rows().filter(({ change }) => change !== 'same'));
  protected readonly repeated = computed(() => {
    const headings = new Map(this.basis().changes.map(({ clauseId, heading }) => [clauseId, heading]));
    return this.basis().repeated.map(({ clauseId: id, clauseNumber, rounds }) => ({
      ...{ id, rounds, name: `${shortNumber(clauseNumber)} ${headings.get(id) ?? ''}`.trim() },
    }));
  });

  protected shown(): ReturnType<typeof this.rows> {
    return this.all() || this.changed().length === 0 ? this.rows() : this.changed();
  }
}
