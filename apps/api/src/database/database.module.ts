import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Database } from './database.js';
import { DatabaseConnection } from './database-connection.js';

@Global()
@Module({})
export class DatabaseModule {
  public static with(connection: DatabaseConnection): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DatabaseConnection, useValue: connection }, Database],
      exports: [DatabaseConnection, Database],
    };
  }
}
