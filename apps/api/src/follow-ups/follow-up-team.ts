import type { Transaction } from '../database/transaction.js';
import { Invalid } from '../http/problem.js';
import { FollowUpTeamMember } from './follow-up-team-member.entity.js';

/** Makes sure that all of them handle cases in this committee. @throws Invalid at `teamIds`. */
export async function requireCandidates(
  tx: Transaction,
  teamIds: readonly string[],
  committeeId: string,
): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `select distinct m.account_id as id from membership m
     where m.municipality_id = $1 and m.account_id = any ($2) and m.role in ('officer', 'manager', 'registrar')
       and (m.committee_id is null or m.committee_id = $3)`,
    [tx.municipalityId, teamIds, committeeId],
  );
  if (rows.length < teamIds.length) {
    throw new Invalid([{ field: 'teamIds', message: 'Någon av personerna arbetar inte i nämnden som äger ärendet.' }]);
  }
}

/** Makes sure that none of them has a conflict of interest that stands (R10). @throws Invalid at `teamIds`. */
export async function requireNoneInConflict(
  tx: Transaction,
  followUpId: string,
  teamIds: readonly string[],
): Promise<void> {
  const rows = await tx.query<{ name: string }>(
    `select a.name from conflict_declaration d join account a on a.id = d.account_id
     where d.municipality_id = $1 and d.follow_up_id = $2 and d.account_id = any ($3) and d.has_conflict
       and d.lifted_at is null order by a.name`,
    [tx.municipalityId, followUpId, teamIds],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Invalid([{ field: 'teamIds', message: `${names} har anmält jäv i ärendet och kan inte ingå i teamet.` }]);
}

/** Makes the team exactly these people. */
export async function replaceTeam(tx: Transaction, followUpId: string, teamIds: readonly string[]): Promise<void> {
  await tx.query('delete from follow_up_team_member where municipality_id = $1 and follow_up_id = $2', [
    tx.municipalityId,
    followUpId,
  ]);
  const { municipalityId } = tx;
  await tx.insert(
    FollowUpTeamMember,
    teamIds.map((accountId) => ({ municipalityId, followUpId, accountId })),
  );
}
