import type { EffectShare, Id, RecheckActionView, RecheckJudged } from '@insyn/api-schema';
import { RECHECK_VERDICT_LABELS, type RecheckVerdict } from '@insyn/domain';
import type { SentVerdict } from './rechecks-api.js';
import { shareText } from './remedy-facts.js';

/** k av n as it is being written: the two fields as they stand. */
export interface WrittenShare {
  k: string;
  n: string;
}

/** What is being written about one requirement; `version` is the one it was written on. */
export interface WrittenVerdict {
  verdict: RecheckVerdict | null;
  note: string;
  before: WrittenShare;
  after: WrittenShare;
  evidenceIds: Id[];
  version: number;
}

/** What is saved, as the form holds it. */
export function writtenOf(saved: RecheckActionView | RecheckJudged): WrittenVerdict {
  const { verdict, note, before, after, evidenceIds, version } = saved;
  return { verdict, note, before: fieldsOf(before), after: fieldsOf(after), evidenceIds, version };
}

/** What is sent: a count is sent once both its numbers are there. */
export function sentOf(written: WrittenVerdict, version: number): SentVerdict {
  const { verdict, note, before, after, evidenceIds } = written;
  return { version, verdict, note, before: shareOf(before), after: shareOf(after), evidenceIds };
}

/** Why a count cannot be saved as it stands; null where it can, or is empty. */
export function shareFault({ k, n }: WrittenShare): string | null {
  if (k === '' && n === '') return null;
  const [found, of] = [wholeOf(k), wholeOf(n)];
  if (found === null || of === null) return $localize`Fyll i båda talen, med hela tal.`;
  if (of === 0) return $localize`Ange av hur många, minst 1.`;
  return found > of ? $localize`Antalet kan inte vara fler än alla.` : null;
}

/** The whole as one text, to be compared with a colleague's. */
export function readableVerdict({ verdict, note, before, after }: WrittenVerdict): string {
  const [was, is] = [shareOf(before), shareOf(after)];
  return [
    verdict ? RECHECK_VERDICT_LABELS[verdict] : $localize`Inte bedömt`,
    note,
    was ? $localize`Före: ${shareText(was)}` : '',
    is ? $localize`Efter: ${shareText(is)}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function fieldsOf(share: EffectShare | null): WrittenShare {
  return share ? { k: String(share.k), n: String(share.n) } : { k: '', n: '' };
}

function shareOf(written: WrittenShare): EffectShare | null {
  if (shareFault(written) !== null || written.n === '') return null;
  return { k: Number(written.k), n: Number(written.n) };
}

function wholeOf(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : null;
}
