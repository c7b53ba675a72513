import { addMonths, type CalendarDate } from '../calendar/calendar-date.js';
import { formatDate } from '../calendar/swedish-format.js';
import { SIGNAL_KIND_LABELS } from './labels.js';
import type { SignalKind, SignalState } from './signal.js';

/**
 * When signals propose an in-depth follow-up. No law says where the line goes: these are the defaults of the product, and
 * a person decides whether to open one.
 */
export const IN_DEPTH_DEFAULTS = { months: 6, signals: 3, signalsWithGraveOne: 2 } as const;

/** The signals of which one, together with any other, is enough. */
export const GRAVE_SIGNAL_KINDS: readonly SignalKind[] = ['lex-sarah', 'ivo-decision'];

/** What of a signal counts. */
export interface SignalFacts {
  readonly kind: SignalKind;
  readonly receivedOn: CalendarDate;
  readonly state: SignalState;
}

/** Whether an in-depth follow-up is proposed, why (Swedish, empty if it is not), and how many signals were counted. */
export interface InDepthProposal {
  readonly proposed: boolean;
  readonly because: string;
  readonly counted: number;
}

/**
 * Whether the signals about one unit propose an in-depth follow-up: three or more received within the last six months up
 * to and with today, or a lex Sarah report or a decision by IVO together with at least one more. Handled signals count,
 * since a pattern is one whether or not each was dealt with, but nothing is proposed once all of them are handled.
 */
export function proposesInDepth(signals: readonly SignalFacts[], today: CalendarDate): InDepthProposal {
  const since = addMonths(today, -IN_DEPTH_DEFAULTS.months);
  const within = signals.filter(({ receivedOn }) => receivedOn >= since && receivedOn <= today);
  const counted = within.length;
  const grave = GRAVE_SIGNAL_KINDS.filter((kind) => within.some((signal) => signal.kind === kind));
  const needed = grave.length > 0 ? IN_DEPTH_DEFAULTS.signalsWithGraveOne : IN_DEPTH_DEFAULTS.signals;
  const proposed = counted >= needed && within.some(({ state }) => state === 'open');
  if (!proposed) return { proposed, because: '', counted };
  const kinds = grave.map((kind) => SIGNAL_KIND_LABELS[kind].replace(/^B/u, 'b')).join(' och ');
  const because = `${counted} signaler sedan ${formatDate(since)}${kinds ? `, bland dem ${kinds}` : ''}`;
  return { proposed, because, counted };
}
