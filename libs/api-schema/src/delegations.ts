import type { CalendarDate, DelegatedMatter, ReservedMatter } from '@insyn/domain';
import type { Id } from './identity.js';

export const DELEGATION_LIMITS = {
  reference: 120,
  point: 30,
  reason: 500,
} as const;

/** Where a delegation stands today. */
export const DELEGATION_STANDINGS = ['running', 'coming', 'ended', 'revoked'] as const;
export type DelegationStanding = (typeof DELEGATION_STANDINGS)[number];

/** One row of the register: who may decide what on the committee's behalf, from when to when, and by which decision. */
export interface DelegationView {
  id: Id;
  committeeId: Id;
  holder: { id: Id; name: string; title: string | null };
  matter: DelegatedMatter;
  /** The number in the committee's order of delegation; empty where it has none. */
  point: string;
  reference: string;
  decidedOn: CalendarDate;
  validFrom: CalendarDate;
  /** The last day; null until further notice. */
  validTo: CalendarDate | null;
  revokedOn: CalendarDate | null;
  revokeReason: string | null;
  standing: DelegationStanding;
  version: number;
}

/** A committee of the register: what it has delegated, what it keeps, and who can hold a delegation. */
export interface DelegationCommittee {
  id: Id;
  name: string;
  delegatedMatters: DelegatedMatter[];
  reservedMatters: ReservedMatter[];
  version: number;
  holders: { id: Id; name: string; title: string | null }[];
  /** Whether the reader keeps its register. */
  editable: boolean;
  /** Whether the reader sees the decisions that were made on delegation. */
  showsDecisions: boolean;
}

/** `GET /api/delegations`: the register of every committee that the reader belongs to. */
export interface DelegationRegister {
  committees: DelegationCommittee[];
  delegations: DelegationView[];
}

/** A decision made on delegation, as the committee is told of it. */
export interface DelegationDecisionView {
  id: Id;
  decidedOn: CalendarDate;
  decidedBy: string;
  matter: DelegatedMatter;
  summary: string;
  followUpId: Id;
  caseNumber: string;
  title: string;
  point: string;
  reference: string;
}

/** `GET /api/committees/:id/delegation-decisions`: what waits to be reported to the committee, and what has been. */
export interface DelegationDecisions {
  committee: { id: Id; name: string };
  unreported: DelegationDecisionView[];
  /** The latest twenty meetings, newest first. */
  reports: { id: Id; meetingOn: CalendarDate; reportedBy: string; decisions: DelegationDecisionView[] }[];
  editable: boolean;
}
