import { Component, computed, inject, input } from '@angular/core';
import { DECISION_LIMITS, type DecisionBasis, type FollowUpView, type Id } from '@insyn/api-schema';
import { formatDate, onDelegation } from '@insyn/domain';
import { Session } from '../../sign-in/session.js';
import { Chip } from '../../ui/chip.js';
import { Confirm } from '../../ui/confirm.js';
import { OpenFollowUp } from '../open-follow-up.js';
import { DecisionApi } from './decision-api.js';

/** Who may decide: what each has declared about conflict of interest, and the reader's delegation (R10). */
@Component({
  selector: 'app-basis-right',
  imports: [Chip],
  template: `
    <section class="card padded stack" aria-labelledby="right-heading">
      <h2 id="right-heading" i18n>Jäv och rätt att besluta</h2>
      <ul class="plain">
        @for (person of people(); track person.id) {
          <li class="row">
            <span>{{ person.name }}</span>
            <app-chip [tone]="person.tone" [label]="person.word" />
            @if (person.reason) {
              <span class="small">{{ person.reason }}</span>
            }
            @if (person.conflicts && mayLift()) {
              <button type="button" class="quiet" (click)="lift(person.id, person.name)">
                <ng-container i18n>Häv anmälan</ng-container><span class="visually-hidden"> {{ person.name }}</span>
              </button>
            }
          </li>
        } @empty {
          <li class="muted" i18n>Ingen har svarat om jäv än.</li>
        }
      </ul>
      <p class="prose">{{ right() }}</p>
      @if (basis().decider; as decider) {
        <p class="notice">
          <ng-container i18n>Beslutet är överlämnat till</ng-container>&ngsp;<b>{{ decider.name }}</b
          >.
        </p>
      }
    </section>
  `,
  styles: `
    .plain {
      list-style: none;
      padding: 0;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    li {
      min-height: 44px;
    }
  `,
})
export class BasisRight {
  private readonly api = inject(DecisionApi);
  private readonly confirm = inject(Confirm);
  private readonly followUp = inject(OpenFollowUp);
  private readonly session = inject(Session);
  readonly view = input.required<FollowUpView>();
  readonly basis = input.required<DecisionBasis>();

  protected readonly mayLift = computed(() => this.session.canIn('follow-up.decide', this.view().committee.id));
  protected readonly people = computed(() => {
    const declared = this.basis().declarations.map(({ accountId: id, name, hasConflict, lifted, reason }) => ({
      ...{ id, name, reason: hasConflict ? reason : '', conflicts: hasConflict && !lifted },
      tone: hasConflict && !lifted ? ('notmet' as const) : lifted ? ('none' as const) : ('met' as const),
      word: lifted
        ? $localize`Jäv hävt, har inte svarat på nytt`
        : hasConflict
          ? $localize`Jävig, lämnade ärendet`
          : $localize`Inte jävig`,
    }));
    const answered = new Set(declared.map(({ id }) => id));
    const silent = this.view()
      .team.filter(({ id }) => !answered.has(id))
      .map(({ id, name }) => ({
        ...{ id, name, reason: '', conflicts: false, tone: 'partly' as const, word: $localize`Har inte svarat` },
      }));
    return [...declared, ...silent];
  });
  protected readonly right = computed(() => {
    const { committeeDecision, reserved, delegated, delegation } = this.basis();
    const committee = this.view().committee.name;
    if (committeeDecision) {
      const day = formatDate(committeeDecision.decidedOn);
      return $localize`${committee} beslutade ${day}, ${committeeDecision.reference}. Beslutet anges när du godkänner.`;
    }
    if (reserved) return $localize`${committee} beslutar själv om den här bedömningen (kommunallagen 6 kap. 38 §).`;
    if (!delegated) return $localize`Enhetschefen beslutar i kraft av sin tjänst. Ingen delegation krävs.`;
    if (!delegation) return $localize`Bedömningen beslutas på delegation. Du har ingen delegation som gäller i dag.`;
    const until = delegation.validTo ? $localize`, till och med ${formatDate(delegation.validTo)}` : '';
    return $localize`Du beslutar ${onDelegation(delegation)}${until}.`;
  });

  protected async lift(accountId: Id, name: string): Promise<void> {
    const answer = await this.confirm.ask({
      heading: $localize`Häv anmälan om jäv för ${name}?`,
      text: $localize`Personen får svara på nytt om jäv och kan sedan handlägga ärendet igen.`,
      confirm: $localize`Häv anmälan`,
      reason: { label: $localize`Skäl`, required: true, maxLength: DECISION_LIMITS.reason },
    });
    if (!answer) return;
    await this.followUp.act(
      () => this.api.liftConflict(this.view().id, accountId, answer.reason),
      $localize`Anmälan om jäv är hävd`,
    );
  }
}
