import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ContractListItem, ContractView, Page, Saved } from '@insyn/api-schema';
import {
  ChangeContractRequest,
  ContractListItemResponse,
  ContractResponse,
  CreateContractRequest,
  PageOf,
  SavedResponse,
  SearchQuery,
} from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsService } from './contracts.service.js';

@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  public constructor(
    private readonly contracts: ContractsService,
    private readonly queries: ContractsQueries,
  ) {}

  @Get()
  @Allow('contract.read')
  @ApiOkResponse({ type: PageOf(ContractListItemResponse) })
  public list(@CurrentUser() user: StaffUser, @Query() query: SearchQuery): Promise<Page<ContractListItem>> {
    return this.queries.list(user, query);
  }

  @Post()
  @Allow('contract.write')
  @Idempotent()
  @ApiCreatedResponse({ type: SavedResponse })
  public create(@CurrentUser() user: StaffUser, @Body() body: CreateContractRequest): Promise<Saved> {
    return this.contracts.create(user, body);
  }

  @Get(':id')
  @Allow('contract.read')
  @ApiOkResponse({ type: ContractResponse })
  public view(@CurrentUser() user: StaffUser, @Param('id', ParseUUIDPipe) id: string): Promise<ContractView> {
    return this.queries.view(user, id);
  }

  @Patch(':id')
  @Allow('contract.write')
  @ApiOkResponse({ type: SavedResponse })
  public change(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeContractRequest,
  ): Promise<Saved> {
    return this.contracts.change(user, id, body);
  }
}
