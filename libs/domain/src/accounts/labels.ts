import type { Role } from './role.js';

/** The Swedish words for the roles. */
export const ROLE_LABELS: Record<Role, string> = {
  officer: 'Verksamhetsutvecklare',
  manager: 'Enhetschef',
  registrar: 'Registrator',
  auditor: 'Revisor',
  administrator: 'Administratör',
  provider: 'Utförare',
};
