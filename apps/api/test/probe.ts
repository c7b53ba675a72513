import { Body, Controller, Get, Module, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { RuleViolation } from '@insyn/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { Database } from '../src/database/database.js';
import { Committee } from '../src/municipalities/committee.entity.js';
import { Allow, AllowAnonymous } from '../src/http/allow.js';
import { CurrentUser, type StaffUser } from '../src/http/current-user.js';
import { Idempotent } from '../src/http/idempotency.interceptor.js';

class ProbeItem {
  @IsInt()
  @Min(1)
  public count!: number;
}

class ProbeRequest {
  @IsString()
  @MaxLength(10)
  public name!: string;

  @IsIn(['met', 'not-met'])
  public verdict!: string;

  @ValidateNested({ each: true })
  @Type(() => ProbeItem)
  public items!: ProbeItem[];
}

class NewCommitteeRequest {
  @IsString()
  public name!: string;

  @IsString()
  public prefix!: string;
}

class RenameRequest {
  @IsString()
  public name!: string;

  @IsInt()
  public version!: number;
}

/** Routes that exist in specs only, to see the frame by itself: answers to faults, the guard, keys, versions. */
@Controller('probe')
class ProbeController {
  public constructor(private readonly database: Database) {}

  @Post('body')
  @AllowAnonymous()
  public body(@Body() body: ProbeRequest): ProbeRequest {
    return body;
  }

  @Get('rule')
  @AllowAnonymous()
  public rule(): never {
    throw new RuleViolation('no-judgement', 'Bedömning saknas.', [
      { code: 'clause-unassessed', message: '§ 15 saknar bedömning', place: { kind: 'clause', id: 'x' } },
    ]);
  }

  @Get('fault')
  @AllowAnonymous()
  public fault(): never {
    throw new Error('secret detail of the inside');
  }

  @Get('unmarked')
  public unmarked(): string {
    return 'nobody should see this';
  }

  @Get('audit')
  @Allow('audit.read')
  public audit(): { ok: true } {
    return { ok: true };
  }

  @Get('ids/:id')
  @AllowAnonymous()
  public id(@Param('id', ParseUUIDPipe) id: string): { id: string } {
    return { id };
  }

  @Post('committees')
  @Allow('session.own')
  @Idempotent()
  public async create(
    @CurrentUser() user: StaffUser,
    @Body() body: NewCommitteeRequest,
  ): Promise<{ id: string; own: true }> {
    const made = await this.database.transaction(user, async (tx) => {
      const id = tx.newId();
      await tx.insert(Committee, { municipalityId: tx.municipalityId, id, ...body });
      tx.appendEvent({
        kind: 'committee.created',
        subjectKind: 'committee',
        subjectId: id,
        summary: 'Nämnd registrerad',
        after: { prefix: body.prefix },
      });
      return { id };
    });
    return { ...made, own: true };
  }

  @Post('committees/:id/rename')
  @Allow('session.own')
  public async rename(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RenameRequest,
  ): Promise<{ version: number }> {
    return this.database.transaction(user, async (tx) => {
      const version = await tx.update(Committee, id, body.version, { name: body.name });
      tx.appendEvent({ kind: 'committee.renamed', subjectKind: 'committee', subjectId: id, summary: 'Nämnd omdöpt' });
      return { version };
    });
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
