import type { FindingView } from '@insyn/api-schema';
import { FINDING_KIND_LABELS, SEVERITY_LABELS } from '@insyn/domain';

/** "Allvarlig brist", "Styrka": what a finding is, in words. */
export function findingWord({ kind, severity }: Pick<FindingView, 'kind' | 'severity'>): string {
  const word = FINDING_KIND_LABELS[kind];
  return severity ? `${SEVERITY_LABELS[severity]} ${word.toLowerCase()}` : word;
}
