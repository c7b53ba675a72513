import { Injectable } from '@nestjs/common';
import type { Saved } from '@insyn/api-schema';
import type { AddFigureRequest, ChangeFigureRequest } from '@insyn/api-schema/server';
import {
  FIGURE_PROBLEM_LABELS,
  figureProblems,
  type FigureSource,
  type FigureUnit,
  type FigureValue,
} from '@insyn/domain';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { nextPosition, recordChange, savedNew } from '../follow-ups/content-event.js';
import { changeContent, changeContentOf } from '../follow-ups/content-change.js';
import { given } from '../follow-ups/given.js';
import type { StaffUser } from '../http/current-user.js';
import { type FieldError, Invalid, NotFound } from '../http/problem.js';
import { Figure } from './figure.entity.js';

/** A figure as it is stored. */
interface FigureRow {
  name: string;
  unit: FigureUnit;
  period: string;
  source: FigureSource;
  found: number | null;
  total: number | null;
  reportedWords: string | null;
  reportedBy: string | null;
  aboutPersons: boolean;
}

@Injectable()
export class FiguresService {
  public constructor(private readonly db: Database) {}

  public add(user: StaffUser, followUpId: string, request: AddFigureRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      await changeContent(tx, followUpId);
      const figure = soundFigure({
        found: null,
        total: null,
        reportedWords: null,
        reportedBy: null,
        ...given(request),
      });
      const id = tx.newId();
      const position = await nextPosition(tx, 'figure', followUpId);
      await tx.insert(Figure, { municipalityId: tx.municipalityId, id, followUpId, ...figure, position });
      const summary = `Lade till siffran ”${figure.name}”`;
      recordChange(tx, { followUpId, noun: 'figure', id, act: 'added', summary, after: figure });
      return savedNew(id);
    });
  }

  public change(user: StaffUser, id: string, request: ChangeFigureRequest): Promise<Saved> {
    return this.db.transaction(user, async (tx) => {
      const { version: from, ...patch } = given(request);
      const followUp = await changeContentOf(tx, 'figure', id);
      const before = await figureBefore(tx, id);
      const after = soundFigure({ ...before, ...patch });
      const version = await tx.update(Figure, id, from, after);
      const summary = `Ändrade siffran ”${after.name}”`;
      recordChange(tx, { followUpId: followUp.id, noun: 'figure', id, act: 'changed', summary, before, after });
      return { id, version };
    });
  }

  public remove(user: StaffUser, id: string, version: number): Promise<void> {
    return this.db.transaction(user, async (tx) => {
      const followUp = await changeContentOf(tx, 'figure', id);
      const before = await figureBefore(tx, id);
      await tx.update(Figure, id, version, {});
      await tx.query('delete from figure where municipality_id = $1 and id = $2', [tx.municipalityId, id]);
      const summary = `Tog bort siffran ”${before.name}”`;
      recordChange(tx, { followUpId: followUp.id, noun: 'figure', id, act: 'removed', summary, before });
    });
  }
}

async function figureBefore(tx: Transaction, id: string): Promise<FigureRow> {
  const [figure] = await tx.query<FigureRow>(
    `select name, unit, period, source, found, total, reported_words as "reportedWords", reported_by as "reportedBy",
       about_persons as "aboutPersons"
     from figure where municipality_id = $1 and id = $2`,
    [tx.municipalityId, id],
  );
  if (figure === undefined) throw new NotFound();
  return figure;
}

const FIELDS = { words: 'reportedWords', source: 'reportedBy' } as const;

/**
 * The figure with nothing but what its source has: numbers where it is counted, words where it is reported (R4).
 * @throws Invalid at each field that is wrong or belongs to the other source.
 */
function soundFigure(figure: FigureRow): FigureRow {
  const reportedWords = figure.reportedWords || null;
  const reportedBy = figure.reportedBy || null;
  const { name, unit, period, source, found, total, aboutPersons } = figure;
  const value: FigureValue =
    source === 'counted'
      ? { kind: 'counted', found: found ?? Number.NaN, total }
      : { kind: 'reported', words: reportedWords ?? '', source: reportedBy ?? '' };
  const errors: FieldError[] = figureProblems({ name, unit, period, value }).map(({ code, field }) => ({
    field: field in FIELDS ? FIELDS[field as keyof typeof FIELDS] : field,
    message: FIGURE_PROBLEM_LABELS[code],
  }));
  if (source === 'counted' && reportedWords !== null) {
    errors.push({ field: 'reportedWords', message: 'En räknad siffra har inga ord från utföraren.' });
  }
  if (source === 'reported' && found !== null) {
    errors.push({ field: 'found', message: 'En uppgiven siffra återges med ord och räknas inte om.' });
  }
  if (source === 'reported' && total !== null) {
    errors.push({ field: 'total', message: 'En uppgiven siffra återges med ord och räknas inte om.' });
  }
  if (errors.length > 0) throw new Invalid(errors);
  return { name, unit, period, source, found, total, reportedWords, reportedBy, aboutPersons };
}
