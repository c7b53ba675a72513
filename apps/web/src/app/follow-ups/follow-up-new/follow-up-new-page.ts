import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, max, maxLength, min, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { FOLLOW_UP_LIMITS, type Id } from '@insyn/api-schema';
import { FOLLOW_UP_KIND_LABELS, type FollowUpKind } from '@insyn/domain';
import { Problem, toProblem } from '../../http/problem.js';
import { sending } from '../../http/sending.js';
import { Session } from '../../sign-in/session.js';
import { Toasts } from '../../ui/toasts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorSummary, summaryOf, type SummaryItem } from '../../ui/error-summary.js';
import { Control, Field } from '../../ui/field.js';
import { HalfWritten } from '../../ui/half-written.js';
import { PageHeader } from '../../ui/page-header.js';
import { contractOf, FollowUpsApi, teamCandidates, type NewFollowUp } from '../follow-ups-api.js';
import { ContractPicker } from './contract-picker.js';
import { ScopePicker, type Scope } from './scope-picker.js';

interface Written {
  contractId: Id;
  unitId: Id;
  kind: FollowUpKind;
  year: number;
  caseNumber: string;
  decisionDue: string;
}

/** Opens a follow-up: the contract and unit, what it is about, its number, its team. */
@Component({
  selector: 'app-follow-up-new-page',
  imports: [
    PageHeader,
    RouterLink,
    FormRoot,
    FormField,
    Field,
    Control,
    ErrorSummary,
    EmptyState,
    ContractPicker,
    ScopePicker,
  ],
  templateUrl: './follow-up-new-page.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
  `,
})
export class FollowUpNewPage {
  private readonly api = inject(FollowUpsApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  /** The contract to begin from, when one comes from its page. */
  readonly avtal = input<string>();
  /** The unit and the kind, when the signals of a unit propose it. */
  readonly enhet = input<string>();
  readonly slag = input<string>();

  protected readonly kinds: readonly FollowUpKind[] = ['planned', 'in-depth', 'thematic'];
  protected readonly kindLabels = FOLLOW_UP_KIND_LABELS;
  protected readonly tried = signal(false);
  protected readonly teamIds = signal<readonly Id[]>([]);
  protected readonly scope = signal<Scope>({ focusAreas: [], clauseIds: [] });
  protected readonly ownNumber = signal(false);
  private readonly model = signal<Written>({
    contractId: '',
    unitId: '',
    kind: 'planned',
    year: Number((this.session.today() ?? new Date().toISOString()).slice(0, 4)),
    caseNumber: '',
    decisionDue: '',
  });
  protected readonly contract = contractOf(computed(() => this.model().contractId));
  protected readonly chosen = computed(() => (this.contract.hasValue() ? this.contract.value() : null));
  /** Another committee's contract can be read without its follow-ups being one's own to open. */
  protected readonly startable = computed(() => {
    const contract = this.chosen();
    return contract && this.session.canIn('follow-up.write', contract.committee.id) ? contract : null;
  });
  protected readonly team = teamCandidates();
  protected readonly candidates = computed(() => (this.team.hasValue() ? this.team.value() : []));

  protected readonly opened = form(
    this.model,
    (path) => {
      required(path.contractId, { message: $localize`Välj vilket avtal som ska följas upp.` });
      required(path.unitId, { message: $localize`Välj vilken enhet som ska följas upp.` });
      min(path.year, 1990, { message: $localize`Skriv ett år från 1990.` });
      max(path.year, 2100, { message: $localize`Skriv ett år till och med 2100.` });
      maxLength(path.caseNumber, FOLLOW_UP_LIMITS.caseNumber, {
        message: $localize`Diarienumret är längre än 60 tecken.`,
      });
    },
    { submission: sending(this.tried, () => this.send()) },
  );
  protected readonly scopeError = computed(() => {
    const { focusAreas, clauseIds } = this.scope();
    if (!this.tried() || !this.chosen()?.clauseSet.clauses.length || focusAreas.length + clauseIds.length > 0)
      return null;
    return $localize`Välj minst ett fokusområde eller en avtalspunkt.`;
  });
  protected readonly problems = computed((): SummaryItem[] => {
    const scope = this.scopeError();
    if (!this.tried()) return [];
    return [...summaryOf(this.opened()), ...(scope ? [{ message: scope, id: 'scope' }] : [])];
  });

  constructor() {
    inject(HalfWritten).watch(() => this.opened().dirty() || this.teamIds().length > 0);
    effect(() => {
      const contractId = this.avtal();
      if (contractId) untracked(() => this.model.update((model) => ({ ...model, contractId })));
    });
    effect(() => {
      const kind = this.kinds.find((each) => each === this.slag());
      if (kind) untracked(() => this.model.update((model) => ({ ...model, kind })));
    });
    // A new contract has other units and clauses; all of it is the common choice.
    effect(() => {
      const contract = this.chosen();
      if (!contract) return;
      const [only, ...others] = contract.units;
      untracked(() => {
        const asked = contract.units.find(({ id }) => id === this.enhet());
        const unitId = asked?.id ?? (only && others.length === 0 ? only.id : '');
        this.model.update((model) => ({ ...model, unitId }));
        const focusAreas = [...new Set(contract.clauseSet.clauses.map((clause) => clause.focusArea))];
        this.scope.set({ focusAreas, clauseIds: [] });
      });
    });
  }

  protected choose(contractId: Id): void {
    this.model.update((model) => ({ ...model, contractId, unitId: '' }));
  }

  protected toggleMember(id: Id): void {
    this.teamIds.update((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  }

  private async send(): Promise<void> {
    const { caseNumber, decisionDue, ...rest } = this.model();
    const number = caseNumber.trim();
    if (this.scopeError()) {
      document.getElementById('scope')?.focus();
      return;
    }
    if (this.ownNumber() && !number) {
      const message = $localize`Skriv diarienumret, eller välj att få ett nytt.`;
      throw new Problem({ status: 400, code: 'number', title: message, errors: [{ field: 'caseNumber', message }] });
    }
    const command: NewFollowUp = {
      ...rest,
      ...this.scope(),
      teamIds: [...this.teamIds()],
      ...(this.ownNumber() ? { caseNumber: number } : {}),
      ...(decisionDue ? { decisionDue } : {}),
    };
    try {
      const { id } = await this.api.open(command);
      this.opened().reset();
      this.teamIds.set([]);
      this.toasts.show($localize`Uppföljningen är öppnad`);
      await this.router.navigate(['/uppfoljningar', id]);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code !== 'case-number-taken') throw problem;
      const errors = [{ field: 'caseNumber', message: problem.title }];
      throw new Problem({ status: 409, code: problem.code, title: problem.title, errors });
    }
  }
}
