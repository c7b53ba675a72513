import { Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, PointsAt } from '../database/columns.js';
import { Account } from '../accounts/account.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** Who works with a follow-up. Taking part in a meeting does not make one a member. */
@Entity('follow_up_team_member')
@BelongsTo('follow_up_team_member', () => FollowUp, 'followUpId')
@PointsAt('follow_up_team_member', () => Account, 'accountId')
export class FollowUpTeamMember {
  @PrimaryColumn('uuid') municipalityId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('uuid') accountId!: string;
}
