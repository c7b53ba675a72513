import { Module } from '@nestjs/common';
import { MyWorkController } from './my-work.controller.js';
import { MyWorkQueries } from './my-work.queries.js';

@Module({ controllers: [MyWorkController], providers: [MyWorkQueries] })
export class MyWorkModule {}
