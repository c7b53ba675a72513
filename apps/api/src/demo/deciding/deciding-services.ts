import { PlanJudgingService } from '../../action-plans/plan-judging.service.js';
import { PortalPlansService } from '../../action-plans/portal-plans.service.js';
import { ReceivedPlansService } from '../../action-plans/received-plans.service.js';
import { SettledReportsService } from '../../action-plans/settled-reports.service.js';
import { DelegationsService } from '../../delegations/delegations.service.js';
import { EvidenceService } from '../../evidence/evidence.service.js';
import { FactCheckMovesService } from '../../fact-checks/fact-check-moves.service.js';
import { FactCheckSendingService } from '../../fact-checks/fact-check-sending.service.js';
import { PortalFactChecksService } from '../../fact-checks/portal-fact-checks.service.js';
import { ReceivedFactCheckService } from '../../fact-checks/received-fact-check.service.js';
import { FollowUpsService } from '../../follow-ups/follow-ups.service.js';
import { ApprovalService } from '../../judgements/approval.service.js';
import { ConflictsService } from '../../judgements/conflicts.service.js';
import { DecisionsService } from '../../judgements/decisions.service.js';
import { JudgementsService } from '../../judgements/judgements.service.js';
import { ReturnCommentsService } from '../../judgements/return-comments.service.js';
import { MeetingsService } from '../../meetings/meetings.service.js';
import { RechecksService } from '../../rechecks/rechecks.service.js';
import { LadderService } from '../../sanctions/ladder.service.js';
import { PortalSanctionsService } from '../../sanctions/portal-sanctions.service.js';
import { ReceivedDisputesService } from '../../sanctions/received-disputes.service.js';
import { SanctionDecisionService } from '../../sanctions/sanction-decision.service.js';
import { SanctionMovesService } from '../../sanctions/sanction-moves.service.js';
import { SanctionSendingService } from '../../sanctions/sanction-sending.service.js';
import type { GatheringTools } from '../gathering/gathering.js';

/** The same services as the screens and the jobs use, on the clock of the demonstration. */
export function decidingServices({ db, clock, files, jobs }: GatheringTools) {
  return {
    followUps: new FollowUpsService(db),
    evidence: new EvidenceService(db),
    factChecks: {
      sending: new FactCheckSendingService(db),
      moves: new FactCheckMovesService(db),
      portal: new PortalFactChecksService(db, files),
      received: new ReceivedFactCheckService(db, jobs),
    },
    judgements: {
      conflicts: new ConflictsService(db),
      submitting: new JudgementsService(db),
      approval: new ApprovalService(db),
      decisions: new DecisionsService(db),
      returned: new ReturnCommentsService(db),
      delegations: new DelegationsService(db),
    },
    plans: {
      portal: new PortalPlansService(db, clock, files),
      received: new ReceivedPlansService(db, jobs),
      judging: new PlanJudgingService(db),
      reports: new SettledReportsService(db, jobs),
    },
    meetings: new MeetingsService(db),
    rechecks: new RechecksService(db),
    sanctions: {
      ladder: new LadderService(db),
      decision: new SanctionDecisionService(db),
      sending: new SanctionSendingService(db),
      portal: new PortalSanctionsService(db, clock, files),
      received: new ReceivedDisputesService(db, jobs),
      moves: new SanctionMovesService(db),
    },
  };
}
