import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { DocumentReviewsController } from './document-reviews.controller.js';
import { DocumentReviewsService } from './document-reviews.service.js';
import { ReviewRedrawQueries } from './review-redraw.queries.js';

@Module({
  imports: [EvidenceModule],
  controllers: [DocumentReviewsController],
  providers: [DocumentReviewsService, ReviewRedrawQueries],
})
export class DocumentReviewsModule {}
