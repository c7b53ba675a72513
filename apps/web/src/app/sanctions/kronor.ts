import { Pipe } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import { formatKronor } from '@insyn/domain';

/** "12 500 kr" of whole kronor; null gives an empty text. */
@Pipe({ name: 'kronor' })
export class KronorPipe implements PipeTransform {
  transform(amount: number | null | undefined): string {
    return amount === null || amount === undefined ? '' : formatKronor(amount);
  }
}

/** The whole kronor of what was typed: "12 500", "12500 kr"; null for anything else. */
export function readKronor(text: string): number | null {
  const digits = text.replace(/\s|kr\.?$/giu, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : null;
}
