import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActionPlansModule } from './action-plans/action-plans.module.js';
import { ActionsModule } from './actions/actions.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import type { DatabaseConnection } from './database/database-connection.js';
import { DatabaseModule } from './database/database.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DelegationsModule } from './delegations/delegations.module.js';
import { DocumentReviewsModule } from './document-reviews/document-reviews.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FactChecksModule } from './fact-checks/fact-checks.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { FilesModule } from './files/files.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { HealthModule } from './health/health.module.js';
import { HistoryModule } from './history/history.module.js';
import { AccessGuard } from './http/access.guard.js';
import { IdempotencyPruning } from './http/idempotency-pruning.js';
import { Log } from './http/logging.js';
import { InformationRequestsModule } from './information-requests/information-requests.module.js';
import { InterviewsModule } from './interviews/interviews.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { JudgementsModule } from './judgements/judgements.module.js';
import { MailsModule } from './mails/mails.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { MyWorkModule } from './my-work/my-work.module.js';
import { ObservationsModule } from './observations/observations.module.js';
import { PortalModule } from './portal/portal.module.js';
import { ProvidersModule } from './providers/providers.module.js';
import { PublicSiteModule } from './public-site/public-site.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { QuestionSetsModule } from './question-sets/question-sets.module.js';
import { RechecksModule } from './rechecks/rechecks.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SanctionsModule } from './sanctions/sanctions.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import type { Clock } from './settings/clock.js';
import type { Settings } from './settings/settings.js';
import { SettingsModule } from './settings/settings.module.js';
import { SignalsModule } from './signals/signals.module.js';
import { UnitsModule } from './units/units.module.js';

/** The table of contents: every part of the API, one line each. */
const PARTS = [
  ActionPlansModule,
  ActionsModule,
  AssessmentsModule,
  AttachmentsModule,
  ContractsModule,
  DeadlinesModule,
  DelegationsModule,
  DocumentReviewsModule,
  DocumentsModule,
  EvidenceModule,
  FactChecksModule,
  FiguresModule,
  FilesModule,
  FindingsModule,
  FollowUpsModule,
  HealthModule,
  HistoryModule,
  InformationRequestsModule,
  InterviewsModule,
  JobsModule,
  JudgementsModule,
  MailsModule,
  MeetingsModule,
  MyWorkModule,
  ObservationsModule,
  PortalModule,
  ProvidersModule,
  PublicSiteModule,
  PublicationsModule,
  QuestionSetsModule,
  RechecksModule,
  ReportsModule,
  SanctionsModule,
  SessionsModule,
  SignalsModule,
  UnitsModule,
];

@Module({})
export class AppModule {
  public static with(
    settings: Settings,
    clock: Clock,
    connection: DatabaseConnection,
    log: Log,
    extraParts: Type[] = [],
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.with(settings, clock), DatabaseModule.with(connection), ...PARTS, ...extraParts],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }, { provide: Log, useValue: log }, IdempotencyPruning],
    };
  }
}
