import { ACTION_KIND_LABELS, ACTION_STATE_LABELS, RECHECK_VERDICT_LABELS } from '../actions/labels.js';
import { PLAN_STATE_LABELS, PLAN_VERDICT_LABELS } from '../action-plans/labels.js';
import { VERDICT_LABELS } from '../assessments/labels.js';
import { isCalendarDate, stockholmDate, stockholmTime } from '../calendar/calendar-date.js';
import { formatDate, formatNumber } from '../calendar/swedish-format.js';
import { DEADLINE_STATE_LABELS } from '../deadlines/labels.js';
import {
  CHECK_RESULT_LABELS,
  EVIDENCE_KIND_LABELS,
  INTERVIEW_FORM_LABELS,
  MEETING_FORM_LABELS,
  MEETING_STATE_LABELS,
  RESPONDENT_GROUP_LABELS,
  SAMPLE_METHOD_LABELS,
} from '../evidence/labels.js';
import { FACT_CHECK_STATE_LABELS, REMARK_OUTCOME_LABELS } from '../fact-checks/labels.js';
import { FIGURE_SOURCE_LABELS, FIGURE_UNIT_LABELS } from '../figures/labels.js';
import { FINDING_KIND_LABELS, SEVERITY_LABELS } from '../findings/labels.js';
import { FOLLOW_UP_KIND_LABELS, FOLLOW_UP_STATE_LABELS } from '../follow-ups/labels.js';
import { ANSWER_SOURCE_LABELS, REQUEST_STATE_LABELS } from '../information-requests/labels.js';
import { OUTCOME_LABELS } from '../judgements/labels.js';
import { HIT_SETTLEMENT_LABELS, PUBLICATION_STATE_LABELS } from '../publications/labels.js';
import { formatShare } from '../sampling/share-format.js';
import { SANCTION_STATE_LABELS } from '../sanctions/labels.js';
import { SIGNAL_KIND_LABELS } from '../signals/labels.js';

/** What a stored value is called on the screen; null for one that says nothing there. */
export type ValueInWords = (value: unknown) => string | null;

/** A field of an event as the screen names it. */
export interface ChangedField {
  readonly label: string;
  readonly words: ValueInWords;
}

/** A long text is told by its beginning: the history says that it changed, the case shows it whole. */
const LONGEST_TEXT = 240;

const text: ValueInWords = (value) => {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const line = value.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT).trimEnd()} …` : line;
};

const date: ValueInWords = (value) => (typeof value === 'string' && isCalendarDate(value) ? formatDate(value) : null);

const instant: ValueInWords = (value) => {
  const at = typeof value === 'string' ? new Date(value) : null;
  if (at === null || Number.isNaN(at.getTime())) return null;
  return `${formatDate(stockholmDate(at))} kl. ${stockholmTime(at)}`;
};

const number: ValueInWords = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? formatNumber(value, 4) : null;

const kronor: ValueInWords = (value) => {
  const amount = number(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
  return amount === null ? null : `${amount}\u00a0kronor`;
};

const yesNo: ValueInWords = (value) => (typeof value === 'boolean' ? (value ? 'Ja' : 'Nej') : null);

/** How many: what they are called stands where they are, and ids say nothing. */
function count(one: string, several: string): ValueInWords {
  return (value) => {
    if (!Array.isArray(value)) return null;
    return value.length === 0 ? 'inga' : `${value.length} ${value.length === 1 ? one : several}`;
  };
}

/** One of a list of values, by its label; a value without one says nothing. */
function label(...tables: readonly Readonly<Record<string, string>>[]): ValueInWords {
  const words = new Map(tables.flatMap((table) => Object.entries(table)));
  return (value) => (typeof value === 'string' ? (words.get(value) ?? null) : null);
}

const share: ValueInWords = (value) => {
  if (typeof value !== 'object' || value === null || !('k' in value) || !('n' in value)) return null;
  const { k, n } = value;
  return typeof k === 'number' && typeof n === 'number' ? formatShare(k, n) : null;
};

/** 'Protokoll.pdf, Rutin.docx' */
const fileNames: ValueInWords = (value) => {
  if (!Array.isArray(value)) return null;
  const names = value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'fileName' in one && typeof one.fileName === 'string'
      ? one.fileName
      : [],
  );
  return text(names.join(', '));
};

/** '2 tillräcklig, 1 behöver kompletteras' */
const verdicts: ValueInWords = (value) => {
  if (!Array.isArray(value)) return null;
  const given = value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'verdict' in one ? (label(PLAN_VERDICT_LABELS)(one.verdict) ?? []) : [],
  );
  const words = [...new Set(given)].map(
    (word) => `${given.filter((each) => each === word).length} ${word.toLowerCase()}`,
  );
  return words.length === 0 ? null : words.join(', ');
};

const results: ValueInWords = (value) => {
  if (typeof value !== 'object' || value === null) return null;
  const given = Object.values(value).flatMap((result) => label(CHECK_RESULT_LABELS)(result) ?? []);
  return given.length === 0 ? null : given.join(', ');
};

/** Fields that mean the same wherever they stand, in the order in which they are told. */
const FIELDS: Readonly<Record<string, ChangedField>> = {
  verdict: { label: 'Bedömning', words: label(VERDICT_LABELS, RECHECK_VERDICT_LABELS) },
  outcome: { label: 'Samlad bedömning', words: label(OUTCOME_LABELS) },
  severity: { label: 'Allvarlighetsgrad', words: label(SEVERITY_LABELS) },
  title: { label: 'Titel', words: text },
  name: { label: 'Namn', words: text },
  number: { label: 'Nummer', words: number },
  caseNumber: { label: 'Diarienummer', words: text },
  year: { label: 'År', words: (value) => (typeof value === 'number' ? String(value) : null) },
  text: { label: 'Text', words: text },
  message: { label: 'Meddelande', words: text },
  background: { label: 'Bakgrund', words: text },
  purpose: { label: 'Syfte', words: text },
  summary: { label: 'Sammanfattning', words: text },
  legalGround: { label: 'Lagrum', words: text },
  remedied: { label: 'Åtgärdat', words: text },
  effectMeasure: { label: 'Effektmått', words: text },
  effectBefore: { label: 'Effekt före', words: text },
  effectAfter: { label: 'Effekt efter', words: text },
  basis: { label: 'Grund', words: text },
  reason: { label: 'Skäl', words: text },
  why: { label: 'Skäl', words: text },
  reference: { label: 'Beslut', words: text },
  point: { label: 'Punkt i delegationsordningen', words: text },
  grounds: { label: 'Skäl', words: text },
  severeReason: { label: 'Varför fallet är allvarligt', words: text },
  amount: { label: 'Belopp', words: kronor },
  amountBasis: { label: 'Beloppets grund', words: text },
  reducedAmount: { label: 'Nedsatt belopp', words: kronor },
  comment: { label: 'Kommentar', words: text },
  answer: { label: 'Svar', words: text },
  note: { label: 'Anteckning', words: text },
  place: { label: 'Plats', words: text },
  situation: { label: 'Situation', words: text },
  minutes: { label: 'Minuter', words: number },
  persons: { label: 'Antal personer', words: number },
  respondents: { label: 'Intervjuade', words: label(RESPONDENT_GROUP_LABELS) },
  heldOn: { label: 'Datum', words: date },
  startsAt: { label: 'Börjar', words: instant },
  endsAt: { label: 'Slutar', words: instant },
  reportDate: { label: 'Rapportens datum', words: date },
  decisionDue: { label: 'Beslut senast', words: date },
  recheckDue: { label: 'Återkontroll senast', words: date },
  approvedOn: { label: 'Godkänd', words: date },
  decidedOn: { label: 'Beslutad', words: date },
  dueDate: { label: 'Klart senast', words: date },
  due: { label: 'Sista dag', words: date },
  baseDate: { label: 'Räknas från', words: date },
  method: { label: 'Urval', words: label(SAMPLE_METHOD_LABELS) },
  source: { label: 'Källa', words: label(FIGURE_SOURCE_LABELS, ANSWER_SOURCE_LABELS) },
  period: { label: 'Period', words: text },
  found: { label: 'Antal', words: number },
  total: { label: 'Av', words: number },
  population: { label: 'Hela antalet', words: number },
  size: { label: 'Stickprov', words: number },
  reportedWords: { label: 'Uppgiften', words: text },
  reportedBy: { label: 'Uppgiftslämnare', words: text },
  aboutPersons: { label: 'Gäller personer', words: yesNo },
  results: { label: 'Svar', words: results },
  replacementReason: { label: 'Skäl till bytet', words: text },
  fileName: { label: 'Fil', words: text },
  hasConflict: { label: 'Jäv', words: yesNo },
  severe: { label: 'Allvarligt fall', words: yesNo },
  late: { label: 'Efter svarstiden', words: (value) => (value === true ? 'Ja' : null) },
  onBehalf: { label: 'Ifyllt av kommunen', words: (value) => (value === true ? 'Ja' : null) },
  settlement: { label: 'Åtgärd', words: label(HIT_SETTLEMENT_LABELS) },
  recipients: { label: 'Mottagare', words: number },
  clauseIds: { label: 'Avtalspunkter', words: count('avtalspunkt', 'avtalspunkter') },
  evidenceIds: { label: 'Stöds av', words: count('underlag', 'underlag') },
  findingIds: { label: 'Vilar på', words: count('iakttagelse', 'iakttagelser') },
  teamIds: { label: 'Team', words: count('person', 'personer') },
  focusAreas: { label: 'Fokusområden', words: (value) => (Array.isArray(value) ? text(value.join(', ')) : null) },
};

const FILE: Readonly<Record<string, ChangedField>> = { name: { label: 'Fil', words: text } };
const MEETING_FORMS = label(MEETING_FORM_LABELS, INTERVIEW_FORM_LABELS);

/** Fields whose values, or names, depend on the noun of the event. They are told first. */
const FIELDS_OF: Readonly<Record<string, Readonly<Record<string, ChangedField>>>> = {
  'follow-up': {
    state: { label: 'Läge', words: label(FOLLOW_UP_STATE_LABELS) },
    kind: { label: 'Slag', words: label(FOLLOW_UP_KIND_LABELS) },
  },
  'information-request': { state: { label: 'Läge', words: label(REQUEST_STATE_LABELS) } },
  evidence: {
    kind: { label: 'Slag', words: label(EVIDENCE_KIND_LABELS) },
    form: { label: 'Form', words: MEETING_FORMS },
    state: { label: 'Läge', words: label(MEETING_STATE_LABELS) },
  },
  finding: { kind: { label: 'Slag', words: label(FINDING_KIND_LABELS) } },
  figure: { unit: { label: 'Mäts i', words: label(FIGURE_UNIT_LABELS) } },
  action: {
    state: { label: 'Läge', words: label(ACTION_STATE_LABELS) },
    kind: { label: 'Slag', words: label(ACTION_KIND_LABELS) },
  },
  'recheck-action': {
    note: { label: 'Motivering', words: text },
    before: { label: 'Effekt före', words: share },
    after: { label: 'Effekt efter', words: share },
  },
  'fact-check': {
    state: { label: 'Läge', words: label(FACT_CHECK_STATE_LABELS) },
    outcome: { label: 'Svar', words: label(REMARK_OUTCOME_LABELS) },
    remarks: { label: 'Synpunkter', words: number },
    noRemarks: { label: 'Inga synpunkter', words: (value) => (value === true ? 'Ja' : null) },
  },
  'action-plan': {
    state: { label: 'Läge', words: label(PLAN_STATE_LABELS) },
    verdicts: { label: 'Bedömning av planen', words: verdicts },
    requirements: { label: 'Gäller', words: count('krav', 'krav') },
  },
  'action-report': { effect: { label: 'Effekt', words: share } },
  sanction: {
    state: { label: 'Läge', words: label(SANCTION_STATE_LABELS) },
    label: { label: 'Påföljd', words: text },
    actionIds: { label: 'Gäller', words: count('krav', 'krav') },
    files: { label: 'Bifogade filer', words: fileNames },
  },
  judgement: { settled: { label: 'Åtgärdad', words: yesNo } },
  publication: { state: { label: 'Läge', words: label(PUBLICATION_STATE_LABELS) } },
  deadline: { state: { label: 'Läge', words: label(DEADLINE_STATE_LABELS) } },
  signal: { kind: { label: 'Slag', words: label(SIGNAL_KIND_LABELS) } },
  attachment: FILE,
  'answer-file': FILE,
};

/** What the provider writes saves itself while it is written, and is the municipality's to read once it is handed in. */
const DRAFTED = ['answer', 'action-plan-item', 'fact-check-remark'];

/** The fields of a kind of event that are told, by their stored names, in order. */
export function fieldsOf(noun: string): ReadonlyMap<string, ChangedField> {
  if (DRAFTED.includes(noun)) return new Map();
  const own = FIELDS_OF[noun] ?? {};
  return new Map([...Object.entries(own), ...Object.entries(FIELDS).filter(([name]) => !(name in own))]);
}
