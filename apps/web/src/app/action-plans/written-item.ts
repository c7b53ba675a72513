import type { PlanItemView } from '@insyn/api-schema';
import { isShare, type PlanItem, type PlanShare } from '@insyn/domain';

/** k of n as it is typed. */
export interface WrittenShare {
  readonly k: string;
  readonly n: string;
}

/** What is being written about one action; shares as they are typed, `version` of what it was written on. */
export interface WrittenItem extends Omit<PlanItem, 'actionId' | 'kind'> {
  readonly before: WrittenShare;
  readonly target: WrittenShare;
  readonly version: number | null;
}

export function writtenIn({ cause, measures, effect, answer, version }: PlanItemView): WrittenItem {
  return { cause, measures, effect, answer, version, before: typed(effect.before), target: typed(effect.target) };
}

/** The item as it can be sent: a share that is half typed, or cannot be, is left out. */
export function itemOf({ actionId, kind }: Pick<PlanItem, 'actionId' | 'kind'>, written: WrittenItem): PlanItem {
  const { cause, measures, answer, before, target } = written;
  const effect = { ...written.effect, before: readShare(before).share, target: readShare(target).share };
  return { actionId, kind, cause, measures, effect, answer };
}

/** The share that was typed; null with the fault where it cannot be read, without one where nothing is typed. */
export function readShare({ k, n }: WrittenShare): { share: PlanShare | null; fault: string | null } {
  const [found, total] = [k.trim(), n.trim()];
  if (found === '' && total === '') return { share: null, fault: null };
  const digits = /^\d{1,7}$/;
  if (!digits.test(found) || !digits.test(total)) {
    return { share: null, fault: $localize`Fyll i båda talen med siffror, till exempel 7 av 9.` };
  }
  const share = { k: Number(found), n: Number(total) };
  if (isShare(share)) return { share, fault: null };
  return { share: null, fault: $localize`Det första talet kan inte vara större än det andra.` };
}

function typed(share: PlanShare | null): WrittenShare {
  return { k: share === null ? '' : String(share.k), n: share === null ? '' : String(share.n) };
}
