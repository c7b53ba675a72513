/** What a finding can be (domain.md §3). Only a deficiency can carry a requirement (R7). */
export const FINDING_KINDS = ['deficiency', 'improvement-area', 'strength'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** How grave a deficiency is; other findings have no severity. */
export const SEVERITIES = ['serious', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];
