import { inject, Injectable } from '@angular/core';
import type { FollowUpView, Id } from '@insyn/api-schema';
import { toProblem } from '../../http/problem.js';
import { shortNumber } from '../assess/clause-groups.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

const ATTEMPTS = 3;

/**
 * Links evidence to clauses by their assessments. Linking adds to what is there and takes nothing of it: when a colleague
 * has saved the assessment in between, the link is put on theirs.
 */
@Injectable()
export class ClauseLinks {
  private readonly api = inject(FollowUpsApi);
  private readonly followUp = inject(OpenFollowUp);

  link(evidenceId: Id, clauseId: Id): Promise<boolean> {
    const receipt = $localize`Kopplat till ${this.numberOf(clauseId)}`;
    return this.change(clauseId, receipt, (ids) => (ids.includes(evidenceId) ? ids : [...ids, evidenceId]));
  }

  unlink(evidenceId: Id, clauseId: Id): Promise<boolean> {
    const receipt = $localize`Kopplingen till ${this.numberOf(clauseId)} är borttagen`;
    return this.change(clauseId, receipt, (ids) => ids.filter((id) => id !== evidenceId));
  }

  private numberOf(clauseId: Id): string {
    return shortNumber(this.followUp.clauses().get(clauseId)?.number ?? '');
  }

  private change(clauseId: Id, receipt: string, edit: (ids: readonly Id[]) => readonly Id[]): Promise<boolean> {
    return this.followUp.act(async () => {
      let view = await this.followUp.savedView();
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.save(view, clauseId, edit);
        } catch (error) {
          const problem = toProblem(error);
          if (!problem.conflict || attempt === ATTEMPTS) throw problem;
          view = await this.api.read(view.id);
        }
      }
    }, receipt);
  }

  private async save(view: FollowUpView, clauseId: Id, edit: (ids: readonly Id[]) => readonly Id[]): Promise<void> {
    const before = view.assessments.find(({ clauseIds }) => clauseIds.includes(clauseId));
    const evidenceIds = [...edit(before?.evidenceIds ?? [])];
    if (evidenceIds.length === (before?.evidenceIds.length ?? 0)) return;
    // The clause at hand leads: its version is the one that is named.
    const others = before?.clauseIds.filter((id) => id !== clauseId) ?? [];
    await this.api.assess(view.id, {
      clauseIds: [clauseId, ...others],
      version: before?.version ?? null,
      verdict: before?.verdict ?? null,
      text: before?.text ?? '',
      evidenceIds,
    });
  }
}
