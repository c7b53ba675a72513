import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from '../database/transaction.js';

/** Columns of a row by the names of the entity's properties; what is left out takes the table's default. */
export type Row<Entity> = { [Property in keyof Entity]?: Entity[Property] | string | null };

/**
 * Inserts many rows of one table in one statement, told to PostgreSQL as JSON. All rows have the columns of the first.
 */
export async function insertRows<Entity extends ObjectLiteral>(
  tx: Transaction,
  entity: EntityTarget<Entity>,
  rows: readonly Row<Entity>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { dataSource } = tx.manager;
  const metadata = dataSource.getMetadata(entity);
  const escape = (name: string) => dataSource.driver.escape(name);
  const columns = Object.keys(first).flatMap((property) => {
    const column = metadata.findColumnWithPropertyName(property);
    return column === undefined ? [] : [{ property, name: column.databaseName }];
  });
  const names = columns.map(({ name }) => escape(name)).join(', ');
  const table = escape(metadata.tableName);
  const statement = [
    'insert into',
    table,
    '(',
    names,
    ') select',
    names,
    'from jsonb_populate_recordset(null::',
    table,
    ', $1::jsonb)',
  ].join(' ');
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(({ property, name }) => [name, row[property] ?? null])),
  );
  await tx.query(statement, [JSON.stringify(values)]);
}
