import {
  ACTION_KINDS,
  FIGURE_SOURCES,
  FIGURE_UNITS,
  FINDING_KINDS,
  SEVERITIES,
  VERDICTS,
  type ActionKind,
  type CalendarDate,
  type FigureSource,
  type FigureUnit,
  type FindingKind,
  type Severity,
  type Verdict,
} from '@insyn/domain';
import { ChoiceField, DateField, FlagField, IdsField, IntegerField, TextField, VersionField } from './fields.js';
import { FOLLOW_UP_LIMITS as LIMITS } from './follow-ups.js';

const MOST = 2_147_483_647;

/** `PUT /api/follow-ups/:id/assessments`. `version` is that of the assessment of the first clause, null where it had none. */
export class PutAssessmentRequest {
  @IdsField({ min: 1, max: LIMITS.jointClauses }) clauseIds!: string[];
  @VersionField({ nullable: true }) version!: number | null;
  @ChoiceField(VERDICTS, { nullable: true }) verdict!: Verdict | null;
  @TextField({ max: LIMITS.assessmentText, empty: true }) text!: string;
  @IdsField({ max: LIMITS.links }) evidenceIds!: string[];
}

/** `POST /api/follow-ups/:id/findings`. */
export class AddFindingRequest {
  @ChoiceField(FINDING_KINDS) kind!: FindingKind;
  @ChoiceField(SEVERITIES, { optional: true, nullable: true }) severity?: Severity | null;
  @TextField({ max: LIMITS.findingTitle }) title!: string;
  @TextField({ max: LIMITS.findingText, empty: true, optional: true }) text?: string;
  @TextField({ max: LIMITS.legalGround, empty: true, optional: true, nullable: true }) legalGround?: string | null;
  @TextField({ max: LIMITS.remedied, empty: true, optional: true, nullable: true }) remedied?: string | null;
  @IdsField({ max: LIMITS.links }) clauseIds!: string[];
  @IdsField({ max: LIMITS.links }) evidenceIds!: string[];
}

/** `PATCH /api/findings/:id`; what is left out stays as it is. */
export class ChangeFindingRequest {
  @VersionField() version!: number;
  @ChoiceField(FINDING_KINDS, { optional: true }) kind?: FindingKind;
  @ChoiceField(SEVERITIES, { optional: true, nullable: true }) severity?: Severity | null;
  @TextField({ max: LIMITS.findingTitle, optional: true }) title?: string;
  @TextField({ max: LIMITS.findingText, empty: true, optional: true }) text?: string;
  @TextField({ max: LIMITS.legalGround, empty: true, optional: true, nullable: true }) legalGround?: string | null;
  @TextField({ max: LIMITS.remedied, empty: true, optional: true, nullable: true }) remedied?: string | null;
  @IdsField({ max: LIMITS.links, optional: true }) clauseIds?: string[];
  @IdsField({ max: LIMITS.links, optional: true }) evidenceIds?: string[];
}

/** `POST /api/follow-ups/:id/actions`. */
export class AddActionRequest {
  @ChoiceField(ACTION_KINDS) kind!: ActionKind;
  @TextField({ max: LIMITS.actionText }) text!: string;
  @DateField({ optional: true, nullable: true }) dueDate?: CalendarDate | null;
  @TextField({ max: LIMITS.effectMeasure, empty: true, optional: true }) effectMeasure?: string;
  @IdsField({ max: LIMITS.links }) findingIds!: string[];
  @IdsField({ max: LIMITS.links }) clauseIds!: string[];
}

/** `PATCH /api/actions/:id`; what is left out stays as it is. */
export class ChangeActionRequest {
  @VersionField() version!: number;
  @ChoiceField(ACTION_KINDS, { optional: true }) kind?: ActionKind;
  @TextField({ max: LIMITS.actionText, optional: true }) text?: string;
  @DateField({ optional: true, nullable: true }) dueDate?: CalendarDate | null;
  @TextField({ max: LIMITS.effectMeasure, empty: true, optional: true }) effectMeasure?: string;
  @IdsField({ max: LIMITS.links, optional: true }) findingIds?: string[];
  @IdsField({ max: LIMITS.links, optional: true }) clauseIds?: string[];
}

/** `POST /api/follow-ups/:id/figures`: counted with its numbers, or reported in the provider's words (R4). */
export class AddFigureRequest {
  @TextField({ max: LIMITS.figureName }) name!: string;
  @ChoiceField(FIGURE_UNITS) unit!: FigureUnit;
  @TextField({ max: LIMITS.figurePeriod }) period!: string;
  @ChoiceField(FIGURE_SOURCES) source!: FigureSource;
  @IntegerField({ min: 0, max: MOST, optional: true, nullable: true }) found?: number | null;
  @IntegerField({ min: 0, max: MOST, optional: true, nullable: true }) total?: number | null;
  @TextField({ max: LIMITS.reportedWords, empty: true, optional: true, nullable: true }) reportedWords?: string | null;
  @TextField({ max: LIMITS.reportedBy, empty: true, optional: true, nullable: true }) reportedBy?: string | null;
  @FlagField() aboutPersons!: boolean;
}

/** `PATCH /api/figures/:id`; what is left out stays as it is. */
export class ChangeFigureRequest {
  @VersionField() version!: number;
  @TextField({ max: LIMITS.figureName, optional: true }) name?: string;
  @ChoiceField(FIGURE_UNITS, { optional: true }) unit?: FigureUnit;
  @TextField({ max: LIMITS.figurePeriod, optional: true }) period?: string;
  @ChoiceField(FIGURE_SOURCES, { optional: true }) source?: FigureSource;
  @IntegerField({ min: 0, max: MOST, optional: true, nullable: true }) found?: number | null;
  @IntegerField({ min: 0, max: MOST, optional: true, nullable: true }) total?: number | null;
  @TextField({ max: LIMITS.reportedWords, empty: true, optional: true, nullable: true }) reportedWords?: string | null;
  @TextField({ max: LIMITS.reportedBy, empty: true, optional: true, nullable: true }) reportedBy?: string | null;
  @FlagField({ optional: true }) aboutPersons?: boolean;
}
