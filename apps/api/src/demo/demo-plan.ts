import { type CalendarDate } from '@insyn/domain';
import { almgarden } from './cases/almgarden.js';
import { bjorken } from './cases/bjorken.js';
import { soderang } from './cases/soderang.js';
import { Chance } from './chance.js';
import { demoMunicipalities, type DemoMunicipality } from './content/people.js';
import type { DemoCase } from './demo-case.js';
import { decidingCases } from './deciding/deciding-cases.js';
import { gatheringCases } from './gathering/gathering-cases.js';
import { makeCase } from './make-case.js';
import { makeContract, type WordedContract } from './make-contract.js';

/** What is asked for. The same request on the same day gives the same plan. */
export interface DemoRequest {
  municipalities: number;
  followUps: number;
  seed: string;
  today: CalendarDate;
}

export interface MunicipalityPlan {
  municipality: DemoMunicipality;
  cases: DemoCase[];
}

/**
 * All of the demonstration as plain data: the three cases written by hand lie in the first municipality, and those of step 2
 * in the first two, where there is room for all of them (24 follow-ups in all are enough). Those of step 3 lie in the first,
 * where there is room for them too (44 in all).
 */
export function planDemo({ municipalities, followUps, seed, today }: DemoRequest): MunicipalityPlan[] {
  const written = [almgarden(today), soderang(today), bjorken(today)];
  return demoMunicipalities(municipalities).map((municipality, place) => {
    const share = shareOf(followUps, municipalities, place);
    const byHand = place === 0 ? written.slice(0, share) : [];
    const gathered = gatheringCases(new Chance(`${seed} ${municipality.slug} step 2`), municipality, place, today);
    // Each story is told whole or not at all, the gathering first.
    const first = byHand.length + gathered.length <= share ? [...byHand, ...gathered] : byHand;
    const decided = decidingCases(seed, municipality, place, today);
    if (gathered.length > 0 && first.length + decided.length <= share) first.push(...decided);
    const chance = new Chance(`${seed} ${municipality.slug}`);
    return { municipality, cases: [...first, ...makeCases(chance, municipality, place, share - first.length, today)] };
  });
}

/** How many follow-ups a municipality has: the first has half, the others the rest between them. */
export function shareOf(followUps: number, municipalities: number, place: number): number {
  if (municipalities === 1) return followUps;
  const first = Math.ceil(followUps / 2);
  if (place === 0) return first;
  const [rest, others] = [followUps - first, municipalities - 1];
  return Math.floor((rest * place) / others) - Math.floor((rest * (place - 1)) / others);
}

function makeCases(
  chance: Chance,
  municipality: DemoMunicipality,
  place: number,
  count: number,
  today: CalendarDate,
): DemoCase[] {
  // Every fourth case is an earlier round of a contract that has a later one.
  const contracts: WordedContract[] = [];
  const officers = municipality.people.filter(({ role }) => role === 'officer');
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const earlier = index % 4 === 3 ? contracts[(index - 3) % Math.max(contracts.length, 1)] : undefined;
    const worded = earlier ?? makeContract(chance, contracts.length, place, today);
    if (earlier === undefined) contracts.push(worded);
    const { regime } = worded.contract;
    const committee = municipality.committees[regime === 'own-run' ? 1 : 0] ?? municipality.committees[0];
    return makeCase(chance, worded, {
      index: index - Math.floor((index + 1) / 4),
      earlierRound: earlier !== undefined,
      committee: committee?.prefix ?? '',
      officer: officers[index % 2] ?? { name: '', title: '', role: 'officer', committees: null },
      today,
    });
  });
}
