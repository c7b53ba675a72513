/** Why a text is no organisation number. */
export const ORGANISATION_NUMBER_ERRORS = ['missing', 'format', 'century', 'date', 'check-digit'] as const;
export type OrganisationNumberError = (typeof ORGANISATION_NUMBER_ERRORS)[number];

/** A valid organisation number. */
export interface OrganisationNumber {
  /** Ten digits, the same however it was typed in: '5560125790'. */
  readonly digits: string;
  /** As it is shown: '556012-5790'. */
  readonly formatted: string;
  /** A sole trader's is a personal identity number: flagged, and never published (domain.md §3). */
  readonly personal: boolean;
}

export type OrganisationNumberResult =
  | { readonly ok: true; readonly value: OrganisationNumber }
  | { readonly ok: false; readonly error: OrganisationNumberError };

/** The check digit after nine digits: the Luhn rule, doubling from the last. */
function checkDigit(nine: string): number {
  let sum = 0;
  for (let i = 0; i < nine.length; i += 1) {
    const digit = Number(nine[i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** A day of birth in six digits. A co-ordination number adds 60 to the day; without a century every fourth year leaps. */
function isBirthDate(six: string, century: string | null): boolean {
  const month = Number(six.slice(2, 4));
  const rawDay = Number(six.slice(4, 6));
  const day = rawDay > 60 ? rawDay - 60 : rawDay;
  const year = Number((century ?? '20') + six.slice(0, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const failed = (error: OrganisationNumberError): OrganisationNumberResult => ({ ok: false, error });

/**
 * Reads an organisation number: '556012-5790', '5560125790', '16 556012-5790', or a sole trader's personal identity
 * number with or without century. The third and fourth digit of a legal entity's are 20 or more, where a person's are
 * the month of birth. A person's plus sign (over a hundred years old) is kept in what is shown, not in the ten digits.
 */
export function parseOrganisationNumber(text: string): OrganisationNumberResult {
  const clean = text.replace(/[\s\u00a0]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (!clean) return failed('missing');
  const match = /^(\d{2})?(\d{6})([-+]?)(\d{4})$/.exec(clean);
  if (!match) return failed('format');
  const [, century = null, six = '', sign, four = ''] = match;
  const personal = Number(six.slice(2, 4)) < 20;
  const centuries = personal ? ['18', '19', '20'] : ['16'];
  if (century !== null && !centuries.includes(century)) return failed('century');
  if (!personal && sign === '+') return failed('format');
  if (personal && !isBirthDate(six, century)) return failed('date');
  if (checkDigit(six + four.slice(0, 3)) !== Number(four[3])) return failed('check-digit');
  const formatted = `${six}${sign === '+' ? '+' : '-'}${four}`;
  return { ok: true, value: { digits: six + four, formatted, personal } };
}

/** How ten digits are shown: '556012-5790'. Other texts are given back as they are. */
export function formatOrganisationNumber(digits: string): string {
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 6)}-${digits.slice(6)}` : digits;
}

const INVENTED_NUMBERS = 300_000;

/**
 * An invented company's organisation number (ten digits, valid check digit) for demonstration data: another for every
 * seed, all from the high series 5597–5599, so that a real company's number is unlikely.
 * @throws RangeError unless the seed is a whole number 0–299 999.
 */
export function generateOrganisationNumber(seed: number): string {
  if (!Number.isInteger(seed) || seed < 0 || seed >= INVENTED_NUMBERS) {
    throw new RangeError(`The seed must be a whole number 0–${INVENTED_NUMBERS - 1}, not ${seed}`);
  }
  // 7 919 has no factor in common with 300 000, so that no number comes twice.
  const serial = (seed * 7919 + 12_345) % INVENTED_NUMBERS;
  const nine = `559${String(700_000 + serial)}`;
  return `${nine}${checkDigit(nine)}`;
}
