import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** More levels than any request has; what reads a body by recursion must not be led into the ground by one. */
const MAX_DEPTH = 20;

/** A hook for every request: @throws Problem 400 for a JSON body that is nested deeper than any of ours. */
export async function refuseDeepBody(request: FastifyRequest): Promise<void> {
  if (isDeeperThan(request.body, MAX_DEPTH)) {
    throw new Problem(400, 'bad-request', 'Begäran kunde inte läsas: innehållet är nästlat i för många nivåer.');
  }
}

/** Level by level, without recursion. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value];
  for (let left = depth; left > 0; left--) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return level.some((each) => typeof each === 'object' && each !== null);
}
