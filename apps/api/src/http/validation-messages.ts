import type { ValidationError } from '@nestjs/common';
import type { FieldError } from './problem.js';

/** Swedish sentences for the constraints of class-validator. `{n}` stands for the first number in the English message. */
const SENTENCES: Readonly<Record<string, string>> = {
  isDefined: 'Fältet måste fyllas i.',
  isNotEmpty: 'Fältet måste fyllas i.',
  isString: 'Värdet ska vara text.',
  isInt: 'Värdet ska vara ett heltal.',
  isNumber: 'Värdet ska vara ett tal.',
  isBoolean: 'Värdet ska vara ja eller nej.',
  isArray: 'Värdet ska vara en lista.',
  isObject: 'Värdet ska vara ett objekt.',
  isUuid: 'Värdet är inte ett giltigt id.',
  isEmail: 'Adressen ska se ut som namn@example.se.',
  isUrl: 'Adressen är inte giltig.',
  isIn: 'Välj ett av de tillåtna värdena.',
  isEnum: 'Välj ett av de tillåtna värdena.',
  isDateString: 'Datumet ska skrivas som ÅÅÅÅ-MM-DD.',
  isIso8601: 'Datumet ska skrivas som ÅÅÅÅ-MM-DD.',
  isCalendarDate: 'Datumet finns inte. Skriv det som ÅÅÅÅ-MM-DD.',
  isOrganisationNumber: 'Organisationsnumret stämmer inte. Kontrollera siffrorna.',
  minLength: 'Texten ska ha minst {n} tecken.',
  maxLength: 'Texten får ha högst {n} tecken.',
  min: 'Värdet får inte vara mindre än {n}.',
  max: 'Värdet får inte vara större än {n}.',
  arrayMinSize: 'Välj minst {n}.',
  arrayNotEmpty: 'Välj minst en.',
  arrayMaxSize: 'Högst {n} är tillåtna.',
  arrayUnique: 'Samma värde finns flera gånger.',
  matches: 'Värdet har inte rätt form.',
  isPositive: 'Värdet ska vara större än noll.',
  nestedValidation: 'Värdet har inte rätt form.',
  unknownValue: 'Värdet har inte rätt form.',
  whitelistValidation: 'Fältet är okänt.',
};

const OTHERWISE = 'Värdet är inte giltigt.';

/** All faults with the path of their field, in Swedish. A message that is Swedish already is kept as it is. */
export function fieldErrorsOf(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const name = /^\d+$/.test(error.property) ? '[' + error.property + ']' : error.property;
    const field = path === '' || name.startsWith('[') ? path + name : path + '.' + name;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      field,
      message: sentenceOf(constraint, message, error.property),
    }));
    // One sentence per field is enough; the first is the one closest to the type.
    return [...own.slice(-1), ...fieldErrorsOf(error.children ?? [], field)];
  });
}

function sentenceOf(constraint: string, message: string, property: string): string {
  const isOwnWording =
    !message.includes(property) && !/^(each value in|nested property|an unknown value)/.test(message);
  if (isOwnWording) return message;
  const sentence = SENTENCES[constraint] ?? OTHERWISE;
  const number = /-?\d+(\.\d+)?/.exec(message.replace(property, ''))?.[0] ?? '';
  return sentence.replace('{n}', number);
}
