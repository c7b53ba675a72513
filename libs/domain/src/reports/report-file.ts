/** The two variants of a report, from one source: as decided, and as screened for the public (R17, R18). */
export const REPORT_VARIANTS = ['internal', 'public'] as const;
export type ReportVariant = (typeof REPORT_VARIANTS)[number];

/** The formats that a variant is rendered in. */
export const REPORT_FORMATS = ['pdf', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
