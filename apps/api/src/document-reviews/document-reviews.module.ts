import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { DocumentReviewsController } from './document-reviews.controller.js';
import { DocumentReviewsService } from './document-reviews.service.js';

@Module({ imports: [EvidenceModule], controllers: [DocumentReviewsController], providers: [DocumentReviewsService] })
export class DocumentReviewsModule {}
