// Every entity, listed by hand: what is not here is not mapped. Each folder adds its own, sorted by noun.
import { Account } from '../accounts/account.entity.js';
import { Membership } from '../accounts/membership.entity.js';
import { ActionPlanFile } from '../action-plans/action-plan-file.entity.js';
import { ActionPlanItem } from '../action-plans/action-plan-item.entity.js';
import { ActionPlanRound } from '../action-plans/action-plan-round.entity.js';
import { ActionPlanVerdict } from '../action-plans/action-plan-verdict.entity.js';
import { ActionPlan } from '../action-plans/action-plan.entity.js';
import { ActionReport } from '../action-plans/action-report.entity.js';
import { ActionClause } from '../actions/action-clause.entity.js';
import { ActionFinding } from '../actions/action-finding.entity.js';
import { ActionMoveAttachment } from '../actions/action-move-attachment.entity.js';
import { ActionMove } from '../actions/action-move.entity.js';
import { Action } from '../actions/action.entity.js';
import { AnswerFile } from '../answers/answer-file.entity.js';
import { AnswerSubmission } from '../answers/answer-submission.entity.js';
import { Answer } from '../answers/answer.entity.js';
import { ReturnedQuestion } from '../answers/returned-question.entity.js';
import { AssessmentClause } from '../assessments/assessment-clause.entity.js';
import { AssessmentEvidence } from '../assessments/assessment-evidence.entity.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { ClauseSet } from '../contracts/clause-set.entity.js';
import { Clause } from '../contracts/clause.entity.js';
import { ContractParty } from '../contracts/contract-party.entity.js';
import { ContractUnit } from '../contracts/contract-unit.entity.js';
import { Contract } from '../contracts/contract.entity.js';
import { DeadlineReminder } from '../deadlines/deadline-reminder.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { CommitteeDecision } from '../delegations/committee-decision.entity.js';
import { DelegationDecision } from '../delegations/delegation-decision.entity.js';
import { DelegationReport } from '../delegations/delegation-report.entity.js';
import { Delegation } from '../delegations/delegation.entity.js';
import { DocumentReview } from '../document-reviews/document-review.entity.js';
import { ReviewedFile } from '../document-reviews/reviewed-file.entity.js';
import { IssuedDocument } from '../documents/issued-document.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FactCheckAnswer } from '../fact-checks/fact-check-answer.entity.js';
import { FactCheckFile } from '../fact-checks/fact-check-file.entity.js';
import { FactCheckRemark } from '../fact-checks/fact-check-remark.entity.js';
import { FactCheck } from '../fact-checks/fact-check.entity.js';
import { Figure } from '../figures/figure.entity.js';
import { FindingClause } from '../findings/finding-clause.entity.js';
import { FindingEvidence } from '../findings/finding-evidence.entity.js';
import { Finding } from '../findings/finding.entity.js';
import { FollowUpClause } from '../follow-ups/follow-up-clause.entity.js';
import { FollowUpTeamMember } from '../follow-ups/follow-up-team-member.entity.js';
import { FollowUpTransition } from '../follow-ups/follow-up-transition.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { FollowUpSnapshot } from '../history/follow-up-snapshot.entity.js';
import { DueExtension } from '../information-requests/due-extension.entity.js';
import { InformationRequest } from '../information-requests/information-request.entity.js';
import { RequestContact } from '../information-requests/request-contact.entity.js';
import { RequestRound } from '../information-requests/request-round.entity.js';
import { Interview } from '../interviews/interview.entity.js';
import { ConflictDeclaration } from '../judgements/conflict-declaration.entity.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { ReturnComment } from '../judgements/return-comment.entity.js';
import { Mail } from '../mails/mail.entity.js';
import { MeetingAgendaItem } from '../meetings/meeting-agenda-item.entity.js';
import { MeetingNote } from '../meetings/meeting-note.entity.js';
import { MeetingParticipant } from '../meetings/meeting-participant.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { CaseNumberSeries } from '../municipalities/case-number-series.entity.js';
import { Committee } from '../municipalities/committee.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Observation } from '../observations/observation.entity.js';
import { ProviderInvitation } from '../portal/provider-invitation.entity.js';
import { Contact } from '../providers/contact.entity.js';
import { ProviderRegistration } from '../providers/provider-registration.entity.js';
import { Provider } from '../providers/provider.entity.js';
import { Publication } from '../publications/publication.entity.js';
import { ScreenHit } from '../publications/screen-hit.entity.js';
import { QuestionSetVersion } from '../question-sets/question-set-version.entity.js';
import { QuestionSet } from '../question-sets/question-set.entity.js';
import { RecheckActionEvidence } from '../rechecks/recheck-action-evidence.entity.js';
import { RecheckAction } from '../rechecks/recheck-action.entity.js';
import { Record } from '../records/record.entity.js';
import { ReportFile } from '../reports/report-file.entity.js';
import { Report } from '../reports/report.entity.js';
import { SanctionAction } from '../sanctions/sanction-action.entity.js';
import { SanctionDispute } from '../sanctions/sanction-dispute.entity.js';
import { SanctionEvent } from '../sanctions/sanction-event.entity.js';
import { SanctionFile } from '../sanctions/sanction-file.entity.js';
import { SanctionStep } from '../sanctions/sanction-step.entity.js';
import { Sanction } from '../sanctions/sanction.entity.js';
import { LexSarahRecipient } from '../signals/lex-sarah-recipient.entity.js';
import { SignalReader } from '../signals/signal-reader.entity.js';
import { Signal } from '../signals/signal.entity.js';
import { UnitOperator } from '../units/unit-operator.entity.js';
import { Unit } from '../units/unit.entity.js';

export const entities = [
  Account,
  Action,
  ActionClause,
  ActionFinding,
  ActionMove,
  ActionMoveAttachment,
  ActionPlan,
  ActionPlanFile,
  ActionPlanItem,
  ActionPlanRound,
  ActionPlanVerdict,
  ActionReport,
  Answer,
  AnswerFile,
  AnswerSubmission,
  Assessment,
  AssessmentClause,
  AssessmentEvidence,
  Attachment,
  CaseNumberSeries,
  Clause,
  ClauseSet,
  Committee,
  CommitteeDecision,
  ConflictDeclaration,
  Contact,
  Contract,
  ContractParty,
  ContractUnit,
  Deadline,
  DeadlineReminder,
  Delegation,
  DelegationDecision,
  DelegationReport,
  DocumentReview,
  DueExtension,
  Evidence,
  FactCheck,
  FactCheckAnswer,
  FactCheckFile,
  FactCheckRemark,
  Figure,
  Finding,
  FindingClause,
  FindingEvidence,
  FollowUp,
  FollowUpClause,
  FollowUpSnapshot,
  FollowUpTeamMember,
  FollowUpTransition,
  InformationRequest,
  Interview,
  IssuedDocument,
  Judgement,
  LexSarahRecipient,
  Mail,
  Meeting,
  MeetingAgendaItem,
  MeetingNote,
  MeetingParticipant,
  Membership,
  Municipality,
  Observation,
  Provider,
  ProviderInvitation,
  ProviderRegistration,
  Publication,
  QuestionSet,
  QuestionSetVersion,
  RecheckAction,
  RecheckActionEvidence,
  Record,
  Report,
  ReportFile,
  RequestContact,
  RequestRound,
  ReturnComment,
  ReturnedQuestion,
  ReviewedFile,
  Sanction,
  SanctionAction,
  SanctionDispute,
  SanctionEvent,
  SanctionFile,
  SanctionStep,
  ScreenHit,
  Signal,
  SignalReader,
  Unit,
  UnitOperator,
];
