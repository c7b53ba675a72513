import type { CaseNumberError } from './case-number.js';

/** What is said where a case number cannot be used. */
export const CASE_NUMBER_ERROR_LABELS: Record<CaseNumberError, string> = {
  missing: 'Ange diarienumret.',
  characters: 'Diarienumret får innehålla bokstäver, siffror, snedstreck, bindestreck och kolon.',
  'digit-missing': 'Diarienumret måste innehålla minst en siffra.',
  'too-long': 'Diarienumret är längre än 60 tecken.',
};
