/** What a person can be in one municipality and committee, or for a provider (domain.md §4, Access). */
export const ROLES = ['officer', 'manager', 'registrar', 'auditor', 'administrator', 'provider'] as const;
export type Role = (typeof ROLES)[number];
