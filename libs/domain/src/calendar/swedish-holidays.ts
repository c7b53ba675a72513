import { addDays, calendarDate, type CalendarDate, dateParts, weekday } from './calendar-date.js';

/** The years whose holidays are known. */
export const FIRST_CALENDAR_YEAR = 1950;
export const LAST_CALENDAR_YEAR = 2100;

/** A day on which no deadline falls (lag 1930:173 2 §): a public holiday, or one of the three eves. */
export interface Holiday {
  readonly date: CalendarDate;
  /** The Swedish name. */
  readonly name: string;
  /** An eve (midsommarafton, julafton, nyårsafton) is no public holiday, but the law treats it as one. */
  readonly eve: boolean;
}

/** Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return calendarDate(year, Math.floor(n / 31), (n % 31) + 1);
}

function firstOnOrAfter(day: number, date: CalendarDate): CalendarDate {
  return addDays(date, (day - weekday(date) + 7) % 7);
}

const SATURDAY = 6;
const SUNDAY = 7;

function computeHolidays(year: number): readonly Holiday[] {
  const on = (month: number, day: number): CalendarDate => calendarDate(year, month, day);
  const easter = easterSunday(year);
  // Lag 1952:48 moved these from 1953: midsummer and All Saints to a Saturday, Annunciation to a Sunday.
  const movable = year >= 1953;
  const midsummer = movable ? firstOnOrAfter(SATURDAY, on(6, 20)) : on(6, 24);
  const allSaints = movable ? firstOnOrAfter(SATURDAY, on(10, 31)) : firstOnOrAfter(SUNDAY, on(11, 1));
  const days: [CalendarDate, string, boolean?][] = [
    [on(1, 1), 'nyårsdagen'],
    [on(1, 6), 'trettondedag jul'],
    [addDays(easter, -2), 'långfredagen'],
    [easter, 'påskdagen'],
    [addDays(easter, 1), 'annandag påsk'],
    [on(5, 1), 'första maj'],
    [addDays(easter, 39), 'Kristi himmelsfärdsdag'],
    [addDays(easter, 49), 'pingstdagen'],
    [addDays(midsummer, -1), 'midsommarafton', true],
    [midsummer, 'midsommardagen'],
    [allSaints, 'alla helgons dag'],
    [on(12, 24), 'julafton', true],
    [on(12, 25), 'juldagen'],
    [on(12, 26), 'annandag jul'],
    [on(12, 31), 'nyårsafton', true],
  ];
  // Lag 2004:1320: the national day took the place of Whit Monday from 2005.
  if (year >= 2005) days.push([on(6, 6), 'nationaldagen']);
  else days.push([addDays(easter, 50), 'annandag pingst']);
  if (!movable) {
    const annunciation = on(3, 25);
    const inHolyWeek = annunciation >= addDays(easter, -7) && annunciation <= easter;
    days.push([inHolyWeek ? addDays(easter, -7) : annunciation, 'Marie bebådelsedag']);
  }
  return days
    .map(([date, name, eve = false]) => ({ date, name, eve }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const computed = new Map<number, { readonly list: readonly Holiday[]; readonly dates: ReadonlySet<CalendarDate> }>();

function holidaysOf(year: number): { readonly list: readonly Holiday[]; readonly dates: ReadonlySet<CalendarDate> } {
  const known = computed.get(year);
  if (known) return known;
  if (!Number.isInteger(year) || year < FIRST_CALENDAR_YEAR || year > LAST_CALENDAR_YEAR) {
    throw new RangeError(
      `Swedish holidays are known for the years ${FIRST_CALENDAR_YEAR}–${LAST_CALENDAR_YEAR}, not for ${year}`,
    );
  }
  const list = computeHolidays(year);
  const entry = { list, dates: new Set(list.map((holiday) => holiday.date)) };
  computed.set(year, entry);
  return entry;
}

/**
 * The public holidays of a year (lag 1989:253) with midsommarafton, julafton and nyårsafton (lag 1930:173 2 §), in the
 * order of the calendar. Sundays that are no other holiday are not listed.
 * @throws RangeError outside 1950–2100.
 */
export function swedishHolidays(year: number): readonly Holiday[] {
  return holidaysOf(year).list;
}

/** R1: neither Saturday, Sunday, public holiday nor one of the three eves. @throws RangeError outside 1950–2100. */
export function isWorkingDay(date: CalendarDate): boolean {
  const { dates } = holidaysOf(dateParts(date).year);
  return weekday(date) < SATURDAY && !dates.has(date);
}

/** R1: the date itself if it is a working day, else the first working day after it. @throws RangeError outside 1950–2100. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
