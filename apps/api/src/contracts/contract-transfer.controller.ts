import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Saved } from '@insyn/api-schema';
import { SavedResponse, TransferContractRequest } from '@insyn/api-schema/server';
import { Allow } from '../http/allow.js';
import { CurrentUser, type StaffUser } from '../http/current-user.js';
import { Idempotent } from '../http/idempotency.interceptor.js';
import { ContractTransferService } from './contract-transfer.service.js';

@ApiTags('contracts')
@Controller('contracts')
export class ContractTransferController {
  public constructor(private readonly transfers: ContractTransferService) {}

  @Post(':id/transfer')
  @HttpCode(200)
  @Allow('contract.write')
  @Idempotent()
  @ApiOkResponse({ type: SavedResponse })
  public transfer(
    @CurrentUser() user: StaffUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TransferContractRequest,
  ): Promise<Saved> {
    return this.transfers.transfer(user, id, body);
  }
}
