import type { FindingKind, Severity } from '@insyn/domain';
import type { Chance } from './chance.js';
import type { Shortcoming } from './content/clause-templates.js';
import { GENERAL_CLAUSES } from './content/general-clauses.js';
import { SERVICE_CLAUSES } from './content/service-clauses.js';

/** A finding of the bench, with the action that it may lead to. */
export interface FindingWords {
  kind: FindingKind;
  severity: Severity | null;
  title: string;
  text: string;
  action: string;
}

const SHORTCOMINGS: Shortcoming[] = [...GENERAL_CLAUSES, ...new Set(Object.values(SERVICE_CLAUSES).flat())].flatMap(
  ({ partly, notMet }) => [...partly, ...notMet],
);

const WHERE = [
  'under hösten',
  'på helgerna',
  'vid en av enheterna',
  'under sommaren',
  'i nattgruppen',
  'bland nyanställda',
];

/** So many findings, the common ones much more often than the rare, as words are in a language (Zipf). */
export function makeFindings(chance: Chance, count: number): FindingWords[] {
  return Array.from({ length: count }, () => {
    const { finding, findingText, severity, action, recommendationOnly } = zipf(chance, SHORTCOMINGS);
    const advice = recommendationOnly === true;
    return {
      kind: advice ? 'improvement-area' : 'deficiency',
      severity: advice ? null : severity,
      title: finding,
      text: `${findingText} Det har märkts särskilt ${zipf(chance, WHERE)}. ${zipf(chance, SHORTCOMINGS).assessment}`,
      action,
    };
  });
}

/** The item at rank r about as often as 1/r: equal chance on a logarithmic scale. */
function zipf<T>(chance: Chance, list: readonly T[]): T {
  const rank = Math.floor((list.length + 1) ** (chance.between(0, 999_999) / 1_000_000)) - 1;
  return list[rank] as T;
}
