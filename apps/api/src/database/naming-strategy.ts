import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** followUpId → follow_up_id. Tables are named explicitly by each entity. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Column names in snake_case, so that SQL needs no quotes. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  public override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }

  public override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, customName ?? propertyName].join('_'));
  }

  public override relationName(propertyName: string): string {
    return snakeCase(propertyName);
  }

  public override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snakeCase(relationName + '_' + referencedColumnName);
  }

  public override joinTableName(first: string, second: string): string {
    return snakeCase(first + '_' + second);
  }
}
