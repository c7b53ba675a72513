import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, type HealthCheckResult, HealthIndicatorService } from '@nestjs/terminus';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { AllowAnonymous } from '../http/allow.js';
import { JobsService } from '../jobs/jobs.service.js';

@ApiTags('health')
@Controller('health')
@AllowAnonymous()
export class HealthController {
  public constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: Database,
    private readonly jobs: JobsService,
  ) {}

  /** Liveness: the process answers. */
  @Get()
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } } } })
  public alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Readiness: database and queue answer too; 503 when one does not. */
  @Get('ready')
  @HealthCheck()
  public ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const check = this.indicator.check('database');
        return this.database.publicRead({ name: 'ready', text: 'select 1', values: [] }).then(
          () => check.up(),
          () => check.down(),
        );
      },
      async () => {
        const check = this.indicator.check('queue');
        return this.jobs.isReady().then(
          (ready) => (ready ? check.up() : check.down()),
          () => check.down(),
        );
      },
    ]);
  }
}
