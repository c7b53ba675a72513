import { clauseName } from '../assessments/clause-name.js';
import { formatDate } from '../calendar/swedish-format.js';
import type { CalendarDate } from '../calendar/calendar-date.js';

/** A clause that the meeting may have to go through. */
export interface AgendaClause {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
}

/** A question that was returned to the provider and still waits for it. */
export interface AgendaQuestion {
  readonly id: string;
  readonly number: string;
  readonly text: string;
}

/** A requirement that is not remedied yet. */
export interface AgendaRequirement {
  readonly id: string;
  readonly text: string;
  readonly dueDate: CalendarDate | null;
}

/** What is open in a follow-up. */
export interface OpenMatters {
  readonly unassessedClauses: readonly AgendaClause[];
  readonly questionsReturned: readonly AgendaQuestion[];
  readonly missingEvidenceClauses: readonly AgendaClause[];
  readonly openRequirements: readonly AgendaRequirement[];
}

/** A proposed item, and the row that it is about. */
export interface AgendaItem {
  /** Swedish, for the officer to change. */
  readonly text: string;
  readonly place: { readonly kind: 'question' | 'clause' | 'action'; readonly id: string };
}

/**
 * The agenda that a follow-up's open matters propose: returned questions, clauses without evidence, the other clauses
 * without an assessment, open requirements. Each clause stands once. The provider reads the agenda, so it says what to
 * talk about and nothing of how far the assessment has come or what it will say (R8, R21).
 */
export function agendaOf(open: OpenMatters): AgendaItem[] {
  const withoutEvidence = new Set(open.missingEvidenceClauses.map(({ id }) => id));
  const others = open.unassessedClauses.filter(({ id }) => !withoutEvidence.has(id));
  return [
    ...open.questionsReturned.map(({ id, number, text }) => item('question', id, `Fråga ${number}: ${text}`)),
    ...open.missingEvidenceClauses.map((clause) => item('clause', clause.id, `${nameOf(clause)}: underlag`)),
    ...others.map((clause) => item('clause', clause.id, nameOf(clause))),
    ...open.openRequirements.map(({ id, text, dueDate }) => {
      const until = dueDate === null ? '' : ` (senast ${formatDate(dueDate)})`;
      return item('action', id, `Krav: ${text}${until}`);
    }),
  ];
}

function item(kind: AgendaItem['place']['kind'], id: string, text: string): AgendaItem {
  return { text: text.replace(/\s+/gu, ' ').trim(), place: { kind, id } };
}

function nameOf({ number, heading }: AgendaClause): string {
  return [clauseName(number), heading].filter(Boolean).join(' ');
}
