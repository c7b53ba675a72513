import { Module } from '@nestjs/common';
import { DocumentRenderingService } from './document-rendering.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsQueries } from './documents.queries.js';

@Module({
  controllers: [DocumentsController],
  providers: [DocumentRenderingService, DocumentsQueries],
  exports: [DocumentRenderingService],
})
export class DocumentsModule {}
