import { Check, ForeignKey, Index } from 'typeorm';

/**
 * Declares that rows of this tenant table point at a row of another in the same municipality: a composite foreign key
 * and the index that serves it, both named after the table and the column.
 */
export function BelongsTo(table: string, target: () => new () => object, column: string, targetColumn = 'id'): ClassDecorator {
  const name = `${table}_${snake(column)}`;
  return (entity) => {
    ForeignKey(target, ['municipalityId', column], ['municipalityId', targetColumn], { name: `fk_${name}` })(entity);
    Index(`ix_${name}`, ['municipalityId', column])(entity);
  };
}

/** Declares that rows point at a row without a municipality (an account, a provider, the municipality itself). */
export function PointsAt(table: string, target: () => new () => object, column: string): ClassDecorator {
  const name = `${table}_${snake(column)}`;
  return (entity) => {
    ForeignKey(target, [column], ['id'], { name: `fk_${name}` })(entity);
    Index(`ix_${name}`, [column])(entity);
  };
}

/** Holds an enumerated column to its list of values by a named CHECK; null passes where the column allows it. */
export function OneOf(table: string, column: string, values: readonly string[]): ClassDecorator {
  const list = values.map((value) => `'${value}'`).join(', ');
  return Check(`ck_${table}_${snake(column)}`, `${snake(column)} in (${list})`);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
