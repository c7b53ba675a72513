import { Check, ForeignKey, Index } from 'typeorm';

/**
 * Declares that rows of this tenant table point at a row of another in the same municipality: a composite foreign key
 * and the index that serves it, both named after the table and the column.
 */
export function BelongsTo(
  table: string,
  target: () => new () => object,
  column: string,
  targetColumn = 'id',
): ClassDecorator {
  const name = `${table}_${snake(column)}`;
  return (entity) => {
    ForeignKey(target, ['municipalityId', column], ['municipalityId', targetColumn], { name: `${name}_fk` })(entity);
    Index(`${name}_ix`, ['municipalityId', column])(entity);
  };
}

/** Declares that rows point at a row without a municipality (an account, a provider, the municipality itself). */
export function PointsAt(table: string, target: () => new () => object, column: string): ClassDecorator {
  const name = `${table}_${snake(column)}`;
  return (entity) => {
    ForeignKey(target, [column], ['id'], { name: `${name}_fk` })(entity);
    if (column !== 'municipalityId') Index(`${name}_ix`, [column])(entity); // the primary key leads with that one
  };
}

/** Holds an enumerated column to its list of values by a named CHECK; null passes where the column allows it. */
export function OneOf(table: string, column: string, values: readonly string[]): ClassDecorator {
  const list = values.map((value) => `'${value}'`).join(', ');
  return Check(`${table}_${snake(column)}_ck`, `${snake(column)} in (${list})`);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
