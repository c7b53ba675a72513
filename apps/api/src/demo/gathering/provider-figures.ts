import { addMonths, type CalendarDate } from '@insyn/domain';
import { yearOf } from '../days.js';

/** What an invented provider counts of itself, from which its answers are made: they agree with each other. */
export interface ProviderFigures {
  customers: number;
  /** Of the customers, those from the municipality that asks. */
  ours: number;
  /** People with a monthly wage and by the hour. */
  employed: number;
  hourly: number;
  /** Of the scheduled hours, those lost by short and by long sick leave. */
  hours: number;
  shortLeave: number;
  longLeave: number;
  left: number;
  /** Of our customers, those with a plan that is current. */
  plans: number;
  /** Whether further training was offered during the year. */
  trained: boolean;
  complaints: number;
  deviations: number;
  /** A working day that suits for a meeting. */
  meetingDay: CalendarDate;
  /** The year that the answers are about. */
  year: number;
}

/** Personal assistance in a company that works in the whole country, with few customers in each municipality. */
export const LINDSTIGEN: Omit<ProviderFigures, 'meetingDay' | 'year'> = {
  customers: 164,
  ours: 9,
  employed: 18,
  hourly: 14,
  hours: 41_600,
  shortLeave: 2_912,
  longLeave: 1_664,
  left: 5,
  plans: 7,
  trained: false,
  complaints: 2,
  deviations: 3,
};

/** Home care in the municipality; each provider adds its own numbers. */
export const HOME_CARE_FIGURES: Omit<ProviderFigures, 'meetingDay' | 'year'> = {
  customers: 86,
  ours: 71,
  employed: 34,
  hourly: 12,
  hours: 58_240,
  shortLeave: 3_378,
  longLeave: 2_446,
  left: 6,
  plans: 68,
  trained: true,
  complaints: 11,
  deviations: 23,
};

/** The year that answers are about: the one that has come to October, otherwise the one before. */
export function reportedYear(day: CalendarDate): number {
  return yearOf(addMonths(day, -9));
}
