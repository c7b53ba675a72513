import { Component, computed, input } from '@angular/core';
import type { FindingView, FollowUpView } from '@insyn/api-schema';
import { ACTION_KIND_LABELS, compareClauseNumbers, formatDateShort } from '@insyn/domain';
import { Chip } from '../../ui/chip.js';
import { FINDING_TONES } from '../../ui/tone.js';
import { reviewResultText } from '../evidence/review-words.js';
import { shortNumber } from '../assess/clause-groups.js';
import { findingWord } from './finding-word.js';

/** What the judgement rests on: requirement → clause → finding → evidence, nested so that it can be read and followed. */
@Component({
  selector: 'app-judgement-chain',
  imports: [Chip],
  template: `
    <section class="card padded stack wide">
      <h2 i18n>Vad bedömningen vilar på</h2>
      <div>
        <h3 i18n>Krav och rekommendationer</h3>
        <ol class="tree">
          @for (action of actions(); track action.id) {
            <li>
              <p>
                <app-chip [tone]="action.tone" [label]="action.kind" />&ngsp;<b>{{ action.text }}</b>
              </p>
              <ul>
                @for (clause of action.clauses; track clause.id) {
                  <li>
                    <p>{{ clause.name }} <app-chip [verdict]="clause.verdict" /></p>
                    <ul>
                      @for (finding of clause.findings; track finding.id) {
                        <li>
                          <p>{{ finding.title }} <app-chip [tone]="finding.tone" [label]="finding.word" /></p>
                          <ul class="small muted">
                            @for (line of finding.evidence; track $index) {
                              <li>{{ line }}</li>
                            } @empty {
                              <li i18n>Inget underlag</li>
                            }
                          </ul>
                        </li>
                      }
                    </ul>
                  </li>
                }
              </ul>
            </li>
          } @empty {
            <li class="muted" i18n>Inga krav ställs.</li>
          }
        </ol>
      </div>
      <div>
        <h3 i18n>Alla avtalspunkter</h3>
        <ul class="all">
          @for (clause of clauses(); track clause.id) {
            <li>
              <details>
                <summary>
                  <span class="name">{{ clause.name }}</span>
                  <app-chip [verdict]="clause.verdict" />
                  @if (clause.critical) {
                    <span class="small muted critical" i18n>Kritisk punkt</span>
                  }
                </summary>
                <blockquote>{{ clause.contractText }}</blockquote>
                <p class="prose text">{{ clause.text || '–' }}</p>
                <ul class="small muted">
                  @for (line of clause.evidence; track $index) {
                    <li>{{ line }}</li>
                  }
                </ul>
                @for (finding of clause.findings; track finding.id) {
                  <p>{{ finding.title }} <app-chip [tone]="finding.tone" [label]="finding.word" /></p>
                }
              </details>
            </li>
          }
        </ul>
      </div>
    </section>
  `,
  styles: `
    .tree,
    .tree ul,
    .all {
      list-style: none;
      padding: 0;
      margin-top: 6px;
    }
    .tree > li {
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }
    .tree ul {
      border-left: 2px solid var(--line);
      padding-left: 16px;
      margin: 6px 0 0 6px;
    }
    .tree li li {
      padding: 4px 0;
    }
    .all li {
      border-top: 1px solid var(--line);
    }
    .all details ul {
      padding-left: 20px;
    }
    .all details li {
      border: 0;
    }
    summary {
      cursor: pointer;
      padding: 10px 0;
      min-height: 44px;
    }
    .name {
      font-weight: 600;
      margin-right: 8px;
    }
    .critical {
      margin-left: 8px;
    }
    .text {
      white-space: pre-wrap;
    }
    details[open] {
      padding-bottom: var(--s3);
    }
  `,
})
export class JudgementChain {
  readonly view = input.required<FollowUpView>();

  protected readonly clauses = computed(() => {
    const { clauses, assessments, findings } = this.view();
    return clauses
      .toSorted((a, b) => compareClauseNumbers(a.number, b.number))
      .map(({ id, number, heading, critical, text }) => {
        const assessment = assessments.find(({ clauseIds }) => clauseIds.includes(id));
        return {
          id,
          critical,
          contractText: text,
          name: `${shortNumber(number)} ${heading}`,
          verdict: assessment?.verdict ?? null,
          text: assessment?.text ?? '',
          evidence: this.evidenceLines(assessment?.evidenceIds ?? []),
          findings: findings
            .filter(({ clauseIds }) => clauseIds.includes(id))
            .map((finding) => this.findingOf(finding)),
        };
      });
  });
  protected readonly actions = computed(() =>
    this.view()
      .actions.toSorted((a, b) => Number(b.kind === 'requirement') - Number(a.kind === 'requirement'))
      .map(({ id, kind, text, findingIds, clauseIds }) => {
        const findings = this.view().findings.filter((finding) => findingIds.includes(finding.id));
        const on = new Set([...clauseIds, ...findings.flatMap((finding) => finding.clauseIds)]);
        const clauses = this.clauses()
          .filter((clause) => on.has(clause.id))
          .map((clause) => ({
            ...clause,
            findings: clause.findings.filter((finding) => findingIds.includes(finding.id)),
          }));
        return {
          id,
          text,
          clauses,
          kind: ACTION_KIND_LABELS[kind],
          tone: kind === 'requirement' ? ('info' as const) : ('none' as const),
        };
      }),
  );

  private findingOf(finding: FindingView) {
    const { id, title, kind, evidenceIds } = finding;
    return {
      id,
      title,
      tone: FINDING_TONES[kind],
      word: findingWord(finding),
      evidence: this.evidenceLines(evidenceIds),
    };
  }

  private evidenceLines(ids: readonly string[]): string[] {
    return this.view()
      .evidence.filter(({ id }) => ids.includes(id))
      .map(({ title, heldOn, review }) => {
        const results = review?.results.map((result) => `${result.question} ${reviewResultText(result)}`).join('; ');
        return `${title}, ${formatDateShort(heldOn)}${results ? `: ${results}` : ''}`;
      });
  }
}
