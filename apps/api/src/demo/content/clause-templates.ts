import type { ClauseKind, Severity } from '@insyn/domain';

/** What may be found wrong with a clause, with the words of each place where it is told. */
export interface Shortcoming {
  assessment: string;
  finding: string;
  findingText: string;
  severity: Severity;
  legalGround?: string;
  action: string;
  effect: string;
  /** A recommendation is given instead of a requirement where the clause is followed up as an improvement. */
  recommendationOnly?: boolean;
}

/** A clause as contracts word it, with what officers write when they assess it. */
export interface ClauseTemplate {
  number: string;
  heading: string;
  text: string;
  kind: ClauseKind;
  focusArea: string;
  critical: boolean;
  verification: string;
  met: string[];
  partly: Shortcoming[];
  notMet: Shortcoming[];
}

export const STAFF = 'Personal, ledning och kompetens';
export const QUALITY = 'Kvalitetsarbete och dokumentation';
export const INFLUENCE = 'Inflytande och bemötande';
export const SAFETY = 'Trygghet och säkerhet';
export const PROMISES = 'Mervärden ur anbudet';

/** A clause with what most have in common; what differs is given. */
export function clause(
  number: string,
  heading: string,
  focusArea: string,
  rest: Partial<ClauseTemplate> & Pick<ClauseTemplate, 'text' | 'met'>,
): ClauseTemplate {
  return {
    number,
    heading,
    focusArea,
    kind: 'requirement',
    critical: false,
    verification: 'Möte och handlingar',
    partly: [],
    notMet: [],
    ...rest,
  };
}
