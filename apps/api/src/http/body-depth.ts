import type { preValidationHookHandler } from 'fastify';
import { Problem } from './problem.js';

/** More levels than any request has; what reads a body by recursion must not be led into the ground by one. */
const MAX_DEPTH = 20;

/** A hook for every request: 400 for a JSON body that is nested deeper than any of ours. */
export const refuseDeepBody: preValidationHookHandler = (request, _reply, done) => {
  if (!isDeeperThan(request.body, MAX_DEPTH)) done();
  else done(new Problem(400, 'bad-request', 'Begäran kunde inte läsas: innehållet är nästlat i för många nivåer.'));
};

/** Level by level, without recursion. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let left = depth; left > 0; left--) {
    level = level.flatMap((each): unknown[] => (isObject(each) ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return level.some(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
