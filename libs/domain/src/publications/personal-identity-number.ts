const SHAPE =
  /(?<!\d)((?:1[89]|20)?\d{6})(?:\s?[-+]\s?|\s)?(\d{4})(?!\d)|(?<!\d)((?:1[89]|20)?\d\d[- .]\d\d[- .]\d\d)\s?[-+]\s?(\d{4})(?!\d)/gu;

/** The personal identity numbers and coordination numbers in a text: a real date and a right check digit. */
export function identityNumbersIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(SHAPE)]
    .filter((match) => {
      const date = (match[1] ?? match[3] ?? '').replace(/\D/gu, '');
      return isIdentityNumber(date, match[2] ?? match[4] ?? '');
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isIdentityNumber(date: string, serial: string): boolean {
  const short = date.slice(-6);
  const centuries = date.length === 8 ? [date.slice(0, 2)] : ['18', '19', '20'];
  const month = Number(short.slice(2, 4));
  const day = Number(short.slice(4, 6));
  const hasDate = centuries.some((century) => isDate(Number(century + short.slice(0, 2)), month, day % 60 || day));
  return hasDate && hasCheckDigit(short + serial);
}

/** Whether the day exists. A coordination number counts 60 to the day, which the caller has taken away. */
function isDate(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** The check digit of ten digits by the Luhn algorithm. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
