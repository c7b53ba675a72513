import { inject } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import type { Problem } from '../../http/problem.js';
import { FollowUpsApi } from '../follow-ups-api.js';
import { OpenFollowUp } from '../open-follow-up.js';

/**
 * Gives a command that changes the team as it is at that moment, whoever changed it or the texts since the page was read.
 * It answers with what went wrong, or null. Call it where a component's fields are made.
 */
export function changeTeam(): (
  followUpId: Id,
  change: (teamIds: Id[]) => Id[],
  receipt: string,
) => Promise<Problem | null> {
  const api = inject(FollowUpsApi);
  const followUp = inject(OpenFollowUp);
  return (followUpId, change, receipt) =>
    followUp.attempt(async () => {
      const { team, version } = await api.read(followUpId);
      return api.changeTeam(followUpId, { teamIds: change(team.map(({ id }) => id)), version });
    }, receipt);
}
