import { Module } from '@nestjs/common';
import { ClauseImportController } from './clause-import.controller.js';
import { ClauseImportService } from './clause-import.service.js';
import { ClausesController } from './clauses.controller.js';
import { ClausesService } from './clauses.service.js';
import { ContractTransferController } from './contract-transfer.controller.js';
import { ContractTransferService } from './contract-transfer.service.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsService } from './contracts.service.js';

@Module({
  controllers: [ContractsController, ClausesController, ClauseImportController, ContractTransferController],
  providers: [ContractsService, ClausesService, ClauseImportService, ContractsQueries, ContractTransferService],
})
export class ContractsModule {}
