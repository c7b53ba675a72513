import type { ServiceType } from '../../providers/provider.js';
import type { Question } from '../question.js';
import { HOME_CARE } from './home-care.js';
import { PERSONAL_ASSISTANCE } from './personal-assistance.js';

/** A set that the product comes with, to be copied and made the municipality's own. */
export interface ReadyQuestionSet {
  readonly id: 'personal-assistance' | 'home-care';
  readonly name: string;
  readonly serviceType: ServiceType;
  readonly questions: Question[];
}

/** The sets that the product comes with. */
export const READY_QUESTION_SETS: readonly ReadyQuestionSet[] = [
  {
    id: 'personal-assistance',
    name: 'Personlig assistans',
    serviceType: 'personal-assistance',
    questions: PERSONAL_ASSISTANCE,
  },
  { id: 'home-care', name: 'Hemtjänst', serviceType: 'home-care', questions: HOME_CARE },
];
