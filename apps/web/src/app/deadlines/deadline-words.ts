import type { DeadlineItem, DeadlineScope, ListedDeadlineKind } from '@insyn/api-schema';
import { DEADLINE_KIND_LABELS, DEADLINE_KINDS } from '@insyn/domain';

/** The lists by the words of the address. */
export const SCOPES = { mina: 'mine', namnden: 'committee', eskalerade: 'escalated' } as const satisfies Record<
  string,
  DeadlineScope
>;
export type ScopeWord = keyof typeof SCOPES;

export const SCOPE_LABELS: Record<ScopeWord, string> = {
  mina: $localize`Mina`,
  namnden: $localize`Nämndens`,
  eskalerade: $localize`Eskalerade`,
};

export const LISTED_KINDS: readonly ListedDeadlineKind[] = ['information-request', ...DEADLINE_KINDS];
export const LISTED_KIND_LABELS: Record<ListedDeadlineKind, string> = {
  ...DEADLINE_KIND_LABELS,
  'information-request': $localize`Informationsbegäran`,
};

/** How far away the day is: "i dag", "om 12 dagar", "3 dagar försenad". */
export function distanceInWords({ daysLeft }: Pick<DeadlineItem, 'daysLeft'>): string {
  if (daysLeft === 0) return $localize`i dag`;
  if (daysLeft === 1) return $localize`i morgon`;
  if (daysLeft > 0) return $localize`om ${daysLeft} dagar`;
  return daysLeft === -1 ? $localize`1 dag försenad` : $localize`${-daysLeft} dagar försenad`;
}
