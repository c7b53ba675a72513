import { inject } from '@angular/core';
import type { Id } from '@insyn/api-schema';
import { toProblem, type Problem } from '../../http/problem.js';
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
  return (followUpId, change, receipt) => {
    const send = async () => {
      const { team, version } = await api.read(followUpId);
      return api.changeTeam(followUpId, { teamIds: change(team.map(({ id }) => id)), version });
    };
    // A text that saved itself between the reading and the sending is no conflict with the team.
    const twice = () =>
      send().catch((error: unknown) => {
        if (!toProblem(error).conflict) throw error;
        return send();
      });
    return followUp.attempt(twice, receipt);
  };
}
